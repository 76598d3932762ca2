export type { SlackBlock, SlackMessage } from "./answer-blocks.ts";
export { createReceiveSlack, type Later, type ReceiveSlack } from "./receive.ts";
export type { SlackApi, SlackTarget } from "./slack-api.ts";
export { createSlackWorker, isLate, type SlackWorker } from "./work.ts";
