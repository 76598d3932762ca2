import type { Assistant, AskOptions } from "./ask.ts";
import type { AskRequest, AskResponse, HistoryEntry } from "./domain/contract.ts";
import { AppError } from "./domain/errors.ts";
import type { FeedbackRequest } from "./domain/feedback.ts";
import type { StoredAnswer } from "./domain/stored-answer.ts";
import type { Conversations } from "./ports/conversations.ts";
import type { FeedbackStore } from "./ports/feedback-store.ts";

/** What a service keeps of what it was asked. */
export interface Memory {
  readonly conversations: Conversations;
  readonly feedback: FeedbackStore;
}

export interface RememberTools {
  /** Makes ids that nobody can guess. */
  readonly newId?: () => string;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  /** Told why something could not be read or kept; the answer is given all the same. */
  readonly onFailure?: (error: unknown) => void;
}

/**
 * Asks within a conversation that is remembered. A known `conversationId` goes on with its answers, which win over the
 * history that the client sent; without one, or with one that is not known, a conversation begins under a new id. The
 * answer is kept before it is given back. When it cannot be kept, it is given without an id and says so in `notices`.
 */
export async function askInConversation(
  assistant: Assistant,
  { conversations }: Memory,
  request: AskRequest,
  options: AskOptions = {},
  tools: RememberTools = {},
): Promise<AskResponse> {
  const { newId = () => crypto.randomUUID(), clock = () => Date.now(), onFailure = () => undefined } = tools;
  const known = await answersOf(conversations, request.conversationId ?? null, onFailure);
  const id = known === null ? newId() : (request.conversationId ?? newId());
  const asked = known === null ? request : { ...request, history: known.flatMap(asHistory) };
  const response = await assistant.ask(asked, { ...options, conversationId: id });
  const answer = storedAnswer(request.question, response, clock());
  try {
    await (known === null ? conversations.begin(id, answer) : conversations.append(id, answer));
    return response;
  } catch (error) {
    onFailure(error);
    return { ...response, conversationId: null, notices: [...response.notices, "not_remembered"] };
  }
}

/** Keeps what somebody thinks of an answer. @throws AppError `not_found` for an answer that is not known. */
export async function giveFeedback(
  { conversations, feedback }: Memory,
  { answerId, vote, reason, text }: FeedbackRequest,
  clock: () => number = () => Date.now(),
): Promise<void> {
  const answer = await conversations.answer(answerId);
  if (answer === null) {
    throw new AppError(
      "not_found",
      "There is no answer of this id, or it is no longer kept: ask again and send the id of the new answer.",
    );
  }
  const written = text === undefined || text === "" ? null : text;
  await feedback.put({ vote, reason: reason ?? null, text: written, at: clock(), answer });
}

async function answersOf(
  conversations: Conversations,
  id: string | null,
  onFailure: (error: unknown) => void,
): Promise<readonly StoredAnswer[] | null> {
  if (id === null) return null;
  try {
    return await conversations.answers(id);
  } catch (error) {
    onFailure(error);
    return null;
  }
}

function asHistory({ question, answer, citations }: StoredAnswer): HistoryEntry[] {
  return [
    { role: "user", content: question },
    { role: "assistant", content: answer, citations: citations.map(({ passageId }) => passageId) },
  ];
}

function storedAnswer(question: string, response: AskResponse, at: number): StoredAnswer {
  const { id, standaloneQuestion, answer, reason, confidence, language } = response;
  const citations = response.citations.map(({ passageId, quote }) => ({ passageId, quote }));
  return { id, question, standaloneQuestion, answer, citations, reason, confidence, language, at };
}
