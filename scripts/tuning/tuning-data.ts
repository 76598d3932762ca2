import type { AnticipatedQuestion } from "../../src/domain/anticipated-question.ts";
import type { UnansweredQuestion } from "../../src/domain/unanswered-question.ts";
import { readConversations, type Conversation } from "../fit/conversations.ts";
import { readFitQuestions, readFitUnanswered } from "../fit/fit-questions.ts";

/** Questions of writers who wrote for the encoder's training alone: no index has them, and nothing is fitted on them. */
export function readTuningQuestions(): Promise<AnticipatedQuestion[]> {
  return readFitQuestions("scripts/tuning/questions.jsonl");
}

/** What people who read the whole corpus knew not to be answered, for the encoder's training alone, too. */
export function readTuningUnanswered(): Promise<UnansweredQuestion[]> {
  return readFitUnanswered("scripts/tuning/unanswered.jsonl");
}

/** Conversations that the corpus's encoder is trained on; nothing is fitted on them. */
export function readTuningConversations(): Promise<Conversation[]> {
  return readConversations("scripts/tuning/conversations.jsonl");
}
