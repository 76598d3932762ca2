import type { AnticipatedQuestion } from "../../src/domain/anticipated-question.ts";
import { readConversations, type Conversation } from "../fit/conversations.ts";
import { readFitQuestions } from "../fit/fit-questions.ts";

/** Questions of writers who wrote for the encoder's training alone: no index has them, and nothing is fitted on them. */
export function readTuningQuestions(): Promise<AnticipatedQuestion[]> {
  return readFitQuestions("scripts/tuning/questions.jsonl");
}

/** Conversations that the corpus's encoder is trained on; nothing is fitted on them. */
export function readTuningConversations(): Promise<Conversation[]> {
  return readConversations("scripts/tuning/conversations.jsonl");
}
