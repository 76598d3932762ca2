export { analyseQuestion } from "./analyse-question.ts";
export { chapterByTopic } from "./scope.ts";
