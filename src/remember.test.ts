import { describe, expect, it } from "vitest";
import { askRequestSchema, type AskRequest } from "./domain/contract.ts";
import { fakeConversations, fakeFeedback } from "./ports/fake-memory.fixture.ts";
import { askInConversation, giveFeedback, type Memory } from "./remember.ts";
import { createFakeAssistant } from "./serve/fake-assistant.fixture.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;
const memory = (): Memory => ({ conversations: fakeConversations(), feedback: fakeFeedback() });
const request = (given: Partial<AskRequest>): AskRequest =>
  askRequestSchema.parse({ question: "How did it change?", ...given });

describe("askInConversation", () => {
  it("begins a conversation under an id of its own and goes on with it", async () => {
    const [kept, assistant] = [memory(), createFakeAssistant()];
    const first = await askInConversation(assistant, kept, request({}));
    expect(first.conversationId).toMatch(UUID);
    const second = await askInConversation(
      assistant,
      kept,
      request({ question: "And in 2011?", conversationId: first.conversationId }),
    );
    expect(second.conversationId).toBe(first.conversationId);
    expect(assistant.asked[1]?.request.history).toEqual([
      { role: "user", content: "How did it change?" },
      {
        role: "assistant",
        content: first.answer,
        citations: first.citations.map(({ passageId }) => passageId),
      },
    ]);
    expect(await kept.conversations.answers(first.conversationId ?? "")).toHaveLength(2);
  });

  it("goes by what it remembers, not by what the client says was said", async () => {
    const [kept, assistant] = [memory(), createFakeAssistant()];
    const { conversationId } = await askInConversation(assistant, kept, request({}));
    const history = [{ role: "user" as const, content: "Something else" }];
    await askInConversation(assistant, kept, request({ conversationId, history }));
    expect(assistant.asked[1]?.request.history?.[0]?.content).toBe("How did it change?");
  });

  it("begins afresh for an id it does not know, and then takes the client's word for the history", async () => {
    const [kept, assistant] = [memory(), createFakeAssistant()];
    const history = [{ role: "user" as const, content: "Before" }];
    const answer = await askInConversation(assistant, kept, request({ conversationId: "guess", history }));
    expect(answer.conversationId).toMatch(UUID);
    expect(assistant.asked[0]?.request.history).toEqual(history);
    expect(await kept.conversations.answers("guess")).toBeNull();
  });

  it("tells the id before the first word", async () => {
    const told: (string | null)[] = [];
    const answer = await askInConversation(createFakeAssistant(), memory(), request({}), {
      onEvent: (event) => {
        if (event.type === "meta") told.push(event.meta.conversationId);
      },
    });
    expect(told).toEqual([answer.conversationId]);
  });

  it("keeps both of two questions that come at once", async () => {
    const [kept, assistant] = [memory(), createFakeAssistant()];
    const { conversationId } = await askInConversation(assistant, kept, request({}));
    const ask = (question: string) =>
      askInConversation(assistant, kept, request({ question, conversationId }));
    await Promise.all([ask("One?"), ask("Two?")]);
    const answers = await kept.conversations.answers(conversationId ?? "");
    expect(answers?.map(({ question }) => question).toSorted()).toEqual([
      "How did it change?",
      "One?",
      "Two?",
    ]);
  });

  it("does not bring back what is removed while an answer is on its way", async () => {
    const kept = memory();
    const { conversationId } = await askInConversation(createFakeAssistant(), kept, request({}));
    const slow = createFakeAssistant({ pause: () => kept.conversations.remove(conversationId ?? "") });
    await askInConversation(slow, kept, request({ conversationId }));
    expect(await kept.conversations.answers(conversationId ?? "")).toBeNull();
  });

  it("answers all the same when nothing can be read or kept, and says so", async () => {
    const broken = (): Promise<never> => Promise.reject(new Error("disk full"));
    const conversations = { ...fakeConversations(), answers: broken, begin: broken, append: broken };
    const failures: unknown[] = [];
    const answer = await askInConversation(
      createFakeAssistant(),
      { conversations, feedback: fakeFeedback() },
      request({ conversationId: "c1" }),
      {},
      { onFailure: (error) => failures.push(error) },
    );
    expect(answer).toMatchObject({ abstained: false, conversationId: null, notices: ["not_remembered"] });
    expect(failures).toHaveLength(2);
  });
});

describe("giveFeedback", () => {
  it("is kept with the question, the answer and its citations", async () => {
    const kept = memory();
    const { id } = await askInConversation(createFakeAssistant(), kept, request({}), {}, { clock: () => 5 });
    await giveFeedback(kept, { answerId: id, vote: "down", reason: "wrong", text: "" }, () => 7);
    const [feedback] = await kept.feedback.all();
    expect(feedback).toMatchObject({ vote: "down", reason: "wrong", text: null, at: 7 });
    expect(feedback?.answer).toMatchObject({ id, question: "How did it change?", at: 5 });
    expect(feedback?.answer.citations.length).toBeGreaterThan(0);
  });

  it("is refused for an answer that is not known", async () => {
    await expect(giveFeedback(memory(), { answerId: "guess", vote: "up" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
