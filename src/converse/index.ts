export { analyseQuestion } from "./analyse-question.ts";
