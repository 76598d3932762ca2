export { analyseQuestion } from "./analyse-question.ts";
export { readHistory } from "./history.ts";
export { questionParts } from "./question-parts.ts";
export { standaloneQuestion, type Turn } from "./standalone.ts";
