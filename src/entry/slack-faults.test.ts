import { afterEach, describe, expect, it } from "vitest";
import type { Assistant } from "../ask.ts";
import { createFakeAssistant } from "../serve/fake-assistant.fixture.ts";
import { eventRequest, TOKEN, type SlackFault } from "./fake-slack.fixture.ts";
import { click, closeService, closeSlack, mention, serve } from "./slack-service.fixture.ts";
import { until } from "./test-servers.fixture.ts";

afterEach(closeSlack);

describe("whatever happens", () => {
  it("a question is answered once, however often Slack sends it, also after a restart", async () => {
    const first = await serve();
    const event = eventRequest(mention("How many?"));
    await Promise.all(Array.from({ length: 5 }, () => first.send(event)));
    // The same message as another event, as for a mention in a thread that is watched.
    await first.send(
      eventRequest({ ...mention("How many?"), type: "message", thread_ts: "1700000000.000001" }),
    );
    await until(() => first.fake.shown.length === 1);
    await closeService();
    const second = await serve({ database: first.database });
    await second.send(event);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(second.fake.shown).toHaveLength(1);
  });

  it.each([
    ["before it was posted", false],
    ["after it was posted and before that was noted", true],
  ])(
    "a question that was acknowledged is answered once after a restart, when the process was killed %s",
    async (_, posted) => {
      // What a killed process leaves: a pending job, and maybe a message in Slack.
      const first = await serve({
        assistant: createFakeAssistant({ pause: () => new Promise(() => undefined) }),
        options: { patienceMs: 60_000 },
      });
      await first.send(eventRequest(mention("How many?")));
      const pending = (await first.memory?.slack.pending()) ?? [];
      expect(pending).toHaveLength(1);
      const job = pending[0]?.job.id ?? "";
      if (posted) {
        await fetch(`${first.fake.apiUrl}chat.postMessage`, {
          method: "POST",
          headers: { authorization: `Bearer ${TOKEN}` },
          body: new URLSearchParams({
            channel: "C1",
            thread_ts: "1700000000.000001",
            text: "half",
            blocks: JSON.stringify([
              {
                type: "rich_text",
                elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "half" }] }],
              },
            ]),
            metadata: JSON.stringify({ event_type: "ask_the_report_answer", event_payload: { job } }),
            parse: "none",
            link_names: "false",
            unfurl_links: "false",
            unfurl_media: "false",
          }),
        });
      }
      const second = await serve({ database: first.database });
      await until(() =>
        second.fake.shown.some(({ blocks }) => blocks.some(({ type }) => type === "actions")),
      );
      expect(second.fake.shown).toHaveLength(1);
      expect(second.fake.shown[0]?.edits).toBe(posted ? 1 : 0);
      await until(() => second.logged.length >= 0);
      await expect.poll(() => second.memory?.slack.pending()).toEqual([]);
    },
  );

  it("rate limits and failures of Slack's are waited for", async () => {
    const wrong: Record<number, ReturnType<SlackFault>> = {
      1: { status: 429, retryAfter: 1 },
      2: { status: 500 },
      3: "internal_error",
    };
    const { send, fake } = await serve({
      fault: (method, call) => (method === "chat.postMessage" ? (wrong[call] ?? null) : null),
    });
    const began = performance.now();
    await send(eventRequest(mention("How many?")));
    await expect.poll(() => fake.shown.length, { timeout: 10_000 }).toBe(1);
    expect(performance.now() - began).toBeGreaterThan(1_000);
    expect(fake.faults).toEqual([]);
  });

  it.each(["before", "after"] as const)(
    "a call that is not replied to, %s it was done, is made again, and answers once",
    async (silent) => {
      const { send, fake } = await serve({
        fault: (method, call) => (method === "chat.postMessage" && call === 1 ? { silent } : null),
        options: { callMs: 200 },
      });
      await send(eventRequest(mention("How many?")));
      await expect.poll(() => fake.calls.length, { timeout: 5_000 }).toBeGreaterThan(1);
      await expect.poll(() => fake.shown.length, { timeout: 5_000 }).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(fake.shown).toHaveLength(1);
      expect(fake.faults).toEqual([]);
    },
  );

  it("an answer that Slack refuses for good is given up, with a line in the log", async () => {
    const { send, logged, memory } = await serve({ fault: () => "channel_not_found" });
    await send(eventRequest(mention("How many?")));
    await until(() => logged.some((line) => line.startsWith("Slack refused an answer")));
    expect(await memory?.slack.pending()).toEqual([]);
    expect(logged.join("\n")).not.toContain(TOKEN);
  });

  it("a greeting, which has no buttons, is answered", async () => {
    const plain = createFakeAssistant();
    const assistant: Assistant = {
      ...plain,
      ask: async (request, options) => ({
        ...(await plain.ask(request, options)),
        abstained: true,
        reason: "greeting",
        citations: [],
        answer: "Hello!",
        suggestions: [],
      }),
    };
    const { send, fake } = await serve({ assistant });
    await send(eventRequest(mention("Hi!")));
    await until(() => fake.shown.length === 1);
    expect(fake.faults).toEqual([]);
  });

  it("questions that come quickly one after the other in a thread are one conversation", async () => {
    const histories: number[] = [];
    const plain = createFakeAssistant();
    const assistant: Assistant = {
      ...plain,
      ask: async (request, options) => {
        histories.push(request.history?.length ?? 0);
        await new Promise((resolve) => setTimeout(resolve, 30));
        return plain.ask(request, options);
      },
    };
    const { send, fake } = await serve({ assistant });
    for (const ts of ["20.1", "20.2", "20.3"]) {
      await send(eventRequest(mention("How many?", { ts, thread_ts: "20.1" })));
    }
    await until(() => fake.shown.length === 3);
    expect(histories).toEqual([0, 2, 4]);
  });

  it("a slow answer to a click comes also where the bot is no member", async () => {
    const assistant = createFakeAssistant({
      pause: () => new Promise((resolve) => setTimeout(resolve, 200)),
    });
    const { send, fake } = await serve({
      assistant,
      fault: (method) => (method === "response_url" ? null : "not_in_channel"),
    });
    await send(click(fake, { action_id: "ask_0", value: "Who else?" }));
    await until(() => fake.responses.length === 1);
  });

  it("a question that cannot be answered gets a word", async () => {
    const assistant: Assistant = { ...createFakeAssistant(), ask: () => Promise.reject(new Error("broken")) };
    const { send, fake } = await serve({ assistant });
    await send(eventRequest(mention("How many?")));
    await until(() => fake.shown.length === 1);
    expect(fake.shown[0]?.text).toContain("Something went wrong");
  });

  it("a burst of a hundred questions loses and doubles none", async () => {
    const { send, fake } = await serve({
      fault: (method, call) =>
        method === "chat.postMessage" && call % 7 === 0 ? { status: 429, retryAfter: 0 } : null,
    });
    const events = Array.from({ length: 100 }, (_, i) =>
      eventRequest(mention(`Question ${i}?`, { ts: `10.${i + 100}` })),
    );
    const statuses = await Promise.all(events.flatMap((event) => [send(event), send(event)]));
    expect(statuses.every(({ status }) => status === 200)).toBe(true);
    await expect.poll(() => fake.shown.length, { timeout: 20_000 }).toBe(100);
    expect(new Set(fake.shown.map(({ thread }) => thread)).size).toBe(100);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(fake.shown).toHaveLength(100);
    expect(fake.faults).toEqual([]);
  });
});

describe("without its settings", () => {
  it.each([
    [{ SLACK_SIGNING_SECRET: "" }, "SLACK_SIGNING_SECRET"],
    [{ SLACK_BOT_TOKEN: "" }, "SLACK_BOT_TOKEN"],
    [{ DATABASE: "off" }, "DATABASE"],
  ])("Slack is off, and the log says what is missing: %j", async (env, missing) => {
    const { send, logged } = await serve({ env });
    expect((await send(eventRequest(mention("How many?")))).status).toBe(404);
    expect(logged.join("\n")).toContain(missing);
  });
});
