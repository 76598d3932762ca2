import { describe, expect, it } from "vitest";
import { askResponseSchema } from "../../domain/contract.ts";
import { fakeConversations, fakeFeedback } from "../../ports/fake-memory.fixture.ts";
import { readEvents } from "../read-events.fixture.ts";
import { askInit, problemIn, testApp } from "../test-app.fixture.ts";

const memory = () => ({ conversations: fakeConversations(), feedback: fakeFeedback() });
type App = ReturnType<typeof testApp>["app"];
const ask = async (app: App, body: object) =>
  askResponseSchema.parse(await (await app.request("/ask", askInit({ question: "How?", ...body }))).json());

describe("conversations over HTTP", () => {
  it("are remembered by their id, and the same in JSON and in a stream", async () => {
    const { app, assistant } = testApp({ memory: memory() });
    const { conversationId } = await ask(app, {});
    const stream = await app.request(
      "/ask",
      askInit({ question: "And then?", conversationId }, { Accept: "text/event-stream" }),
    );
    const events = readEvents(await stream.text());
    expect(events.map(({ event }) => event)).toContain("done");
    for (const { event, data } of events.filter(({ event }) => event === "meta" || event === "done")) {
      expect(data, event).toMatchObject({ conversationId });
    }
    await ask(app, { conversationId });
    expect(assistant.asked[2]?.request.history?.map(({ content }) => content)).toContain("And then?");
  });

  it("are forgotten on request, for good, and a second time the same", async () => {
    const kept = memory();
    const { app, assistant } = testApp({ memory: kept });
    const { conversationId } = await ask(app, {});
    for (let i = 0; i < 2; i += 1) {
      const response = await app.request(`/conversations/${conversationId ?? ""}`, { method: "DELETE" });
      expect([response.status, await response.text()]).toEqual([204, ""]);
    }
    const after = await ask(app, { conversationId });
    expect(after.conversationId).not.toBe(conversationId);
    expect(assistant.asked[1]?.request.history).toBeUndefined();
  });

  it("are not told apart from conversations that never were", async () => {
    for (const given of [memory(), null]) {
      const { app } = testApp({ memory: given });
      const response = await app.request("/conversations/guess", { method: "DELETE" });
      expect(response.status).toBe(204);
    }
  });

  it("are not kept where there is no memory", async () => {
    const { app } = testApp({ memory: null });
    expect((await ask(app, { conversationId: "guess" })).conversationId).toBeNull();
  });

  it("log why something could not be kept, and answer", async () => {
    const broken = { ...fakeConversations(), begin: () => Promise.reject(new Error("disk full")) };
    const { app, logged } = testApp({ memory: { conversations: broken, feedback: fakeFeedback() } });
    expect((await ask(app, {})).notices).toEqual(["not_remembered"]);
    expect(logged.filter(({ level }) => level === "error")).toHaveLength(1);
  });

  it("refuse ids that are too long", async () => {
    const response = await testApp().app.request(`/conversations/${"x".repeat(200)}`, { method: "DELETE" });
    expect((await problemIn(response)).code).toBe("invalid_request");
  });
});

describe("POST /feedback", () => {
  const send = (app: App, body: unknown) => app.request("/feedback", askInit(body));

  it("is kept with the answer", async () => {
    const kept = memory();
    const { app, counted } = testApp({ memory: kept });
    const { id } = await ask(app, {});
    const response = await send(app, { answerId: id, vote: "down", reason: "bad_citation", text: " No. " });
    expect([response.status, await response.text()]).toEqual([204, ""]);
    expect(await kept.feedback.all()).toMatchObject([
      { vote: "down", reason: "bad_citation", text: "No.", answer: { id, question: "How?" } },
    ]);
    expect(counted).toContainEqual({ name: "feedback_total", labels: { vote: "down" } });
  });

  it("names what is wrong with it", async () => {
    const { app } = testApp({ memory: memory() });
    const { id } = await ask(app, {});
    const wrong: [unknown, string][] = [
      [{ answerId: id }, "vote"],
      [{ answerId: id, vote: "maybe" }, "vote"],
      [{ answerId: id, vote: "up", reason: "because" }, "reason"],
      [{ answerId: id, vote: "up", text: "x".repeat(2001) }, "text"],
      [{ vote: "up" }, "answerId"],
    ];
    for (const [body, field] of wrong) {
      const problem = await problemIn(await send(app, body));
      expect([problem.status, problem.code]).toEqual([400, "invalid_request"]);
      expect(problem.detail).toContain(field);
    }
  });

  it("answers 404 for an answer that is not known, and where nothing is kept", async () => {
    for (const given of [memory(), null]) {
      const { app } = testApp({ memory: given });
      const problem = await problemIn(await send(app, { answerId: "guess", vote: "up" }));
      expect([problem.status, problem.code]).toEqual([404, "not_found"]);
    }
  });
});
