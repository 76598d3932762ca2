export { analyseQuestion } from "./analyse-question.ts";
export { condensedQuestion } from "./condense.ts";
export { readHistory, type ReadHistory } from "./history.ts";
export { languageOf } from "./language.ts";
export { meansNothingAlone } from "./nothing-alone.ts";
export { questionParts } from "./question-parts.ts";
export { standaloneQuestion, type StandaloneTools, type Turn } from "./standalone.ts";
