export { analyseQuestion } from "./analyse-question.ts";
export { questionParts } from "./question-parts.ts";
