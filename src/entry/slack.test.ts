import { afterEach, describe, expect, it } from "vitest";
import type { Assistant } from "../ask.ts";
import { createFakeAssistant } from "../serve/fake-assistant.fixture.ts";
import { eventRequest, signed } from "./fake-slack.fixture.ts";
import { click, closeSlack, command, mention, serve } from "./slack-service.fixture.ts";
import { until } from "./test-servers.fixture.ts";

afterEach(closeSlack);

describe("the signature of Slack's requests", () => {
  const now = Math.floor(Date.now() / 1000);

  it.each([
    ["of another secret", { secret: "another" }],
    ["that is missing", { signature: null }],
    ["that cannot be read", { signature: "v0=zz" }],
    ["of six minutes ago", { timestamp: String(now - 360) }],
    ["of six minutes ahead", { timestamp: String(now + 360) }],
    ["without a timestamp", { timestamp: null }],
    ["with a timestamp that is none", { timestamp: "soon" }],
    ["with a timestamp and more", { timestamp: `${now}abc` }],
  ])("is refused %s", async (_, signing) => {
    const { send, fake, memory } = await serve();
    const response = await send(eventRequest(mention("How many?"), signing));
    expect(response.status).toBe(401);
    expect(await memory?.slack.pending()).toEqual([]);
    expect(fake.calls).toEqual([]);
  });

  it("is of the raw body: a changed one is refused", async () => {
    const { send } = await serve();
    const { headers = {} } = eventRequest(mention("How many?"));
    const body = JSON.stringify({ type: "event_callback", event: mention("How few?") });
    const response = await send({ method: "POST", headers, body });
    expect(response.status).toBe(401);
  });

  it("lets the challenge of a new address be answered", async () => {
    const { send } = await serve();
    const body = JSON.stringify({ type: "url_verification", token: "x", challenge: "abc123" });
    const response = await send(signed(body, "application/json"));
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("abc123");
  });
});

describe("a question in Slack", () => {
  it("is answered in the thread of its mention, with sources and buttons", async () => {
    const { send, fake } = await serve();
    expect((await send(eventRequest(mention("Why &lt;did&gt; it rise?")))).status).toBe(200);
    await until(() => fake.shown.length === 1);
    const [post] = fake.shown;
    expect(post).toMatchObject({ channel: "C1", thread: "1700000000.000001" });
    expect(post?.blocks.map(({ type }) => type)).toEqual(["rich_text", "context", "actions"]);
    expect(JSON.stringify(post?.blocks)).toContain('" [1]"');
    expect(fake.faults).toEqual([]);
  });

  it("is answered in a direct message without a thread, and by a command where it was asked", async () => {
    const { send, fake } = await serve();
    await send(
      eventRequest({
        type: "message",
        channel_type: "im",
        channel: "D1",
        user: "U1",
        text: "How many?",
        ts: "1.1",
      }),
    );
    await until(() => fake.shown.length === 1);
    expect(fake.shown[0]).toMatchObject({ channel: "D1", thread: null });
    const acknowledged = await send(command(fake, "How many?"));
    expect(await acknowledged.json()).toMatchObject({ response_type: "ephemeral" });
    await until(() => fake.responses.length === 1);
    expect(fake.responses[0]?.response_type).toBe("in_channel");
    expect(JSON.stringify(fake.responses[0]?.blocks)).toContain("<@U1> How many?");
    expect(fake.faults).toEqual([]);
  });

  it("is acknowledged at once and gets a placeholder that is edited when the answer takes its time", async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const assistant = createFakeAssistant({ pause: () => held });
    const { send, fake } = await serve({ assistant });
    const began = performance.now();
    expect((await send(eventRequest(mention("How many?")))).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(1_000);
    await until(() => fake.shown.length === 1);
    expect(fake.shown[0]?.text).toBe("Searching the report…");
    release();
    await until(() => fake.shown[0]?.edits === 1);
    expect(fake.shown[0]?.text).not.toContain("Searching");
    expect(fake.shown).toHaveLength(1);
  });

  it("goes on with what was said in its thread, citations included", async () => {
    const asked: unknown[] = [];
    const plain = createFakeAssistant();
    const assistant: Assistant = {
      ...plain,
      ask: (request, options) => {
        asked.push(request.history);
        return plain.ask(request, options);
      },
    };
    const { send, fake } = await serve({ assistant });
    await send(eventRequest(mention("How many?")));
    await until(() => fake.shown.length === 1);
    await send(eventRequest(mention("And in 2011?", { ts: "1.2", thread_ts: "1700000000.000001" })));
    await until(() => fake.shown.length === 2);
    await send(eventRequest(mention("Something else?", { ts: "1.3" })));
    await until(() => fake.shown.length === 3);
    expect(asked[1]).toEqual([
      { role: "user", content: "How many?" },
      {
        role: "assistant",
        content: expect.any(String),
        citations: expect.arrayContaining([expect.any(String)]),
      },
    ]);
    expect([asked[0], asked[2]]).toEqual([undefined, undefined]);
  });

  it("in a thread is answered only when it mentions the bot, or when that is configured", async () => {
    const reply = {
      type: "message",
      channel: "C1",
      user: "U1",
      ts: "1.2",
      thread_ts: "1700000000.000001",
      text: "And?",
    };
    const quiet = await serve();
    await quiet.send(eventRequest(mention("How many?")));
    await until(() => quiet.fake.shown.length === 1);
    await quiet.send(eventRequest(reply));
    const all = await serve({ env: { SLACK_THREADS: "all" } });
    await all.send(eventRequest(mention("How many?", { ts: "5.1" })));
    await until(() => all.fake.shown.length === 2);
    await all.send(eventRequest({ ...reply, thread_ts: "5.1" }));
    await all.send(eventRequest({ ...reply, ts: "1.9", thread_ts: "9.9" }));
    await until(() => all.fake.shown.length === 3);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(all.fake.shown.map(({ thread }) => thread)).toEqual(["1700000000.000001", "5.1", "5.1"]);
  });

  it.each([
    ["of a bot", { bot_id: "B1" }],
    ["that was edited", { subtype: "message_changed" }],
    ["without words", { text: "<@UBOT>  " }],
  ])("is none %s", async (_, given) => {
    const { send, memory } = await serve();
    expect((await send(eventRequest(mention("How many?", given)))).status).toBe(200);
    expect(await memory?.slack.pending()).toEqual([]);
  });

  it("is not answered in a channel that is not allowed", async () => {
    const { send, fake, memory } = await serve({ env: { SLACK_CHANNELS: "C9" } });
    await send(eventRequest(mention("How many?")));
    const refused = await send(command(fake, "How many?"));
    expect(await refused.json()).toMatchObject({ text: "I have not been set up to answer in this channel." });
    expect(await memory?.slack.pending()).toEqual([]);
    await send(eventRequest(mention("How many?", { channel: "C9" })));
    await until(() => fake.shown.length === 1);
  });

  it("is told how to ask when a command has no question", async () => {
    const { send, fake } = await serve();
    expect(await (await send(command(fake, "  "))).json()).toMatchObject({
      text: expect.stringContaining("/ask Why"),
    });
  });

  it("keeps to Slack's limits, however long it is", async () => {
    const plain = createFakeAssistant();
    const assistant: Assistant = {
      ...plain,
      ask: async (request, options) => {
        const response = await plain.ask(request, options);
        const [citation] = response.citations;
        if (!citation) throw new Error("the fake assistant cites nothing");
        const citations = Array.from({ length: 60 }, (_, i) => ({ ...citation, marker: i + 1 }));
        const lines = citations.map(({ marker }) => `- ${"word ".repeat(100)} [${marker}]`);
        const answer = [`${"long ".repeat(2_000)} [1]`, lines.join("\n")].join("\n\n");
        return { ...response, answer, citations, suggestions: ["x".repeat(300), "y ".repeat(1_500), "z"] };
      },
    };
    const { send, fake } = await serve({ assistant });
    await send(eventRequest(mention("How many?")));
    await until(() => fake.shown.length + fake.faults.length > 0);
    expect(fake.faults).toEqual([]);
    expect(fake.shown[0]?.blocks.at(-1)?.type).toBe("actions");
  });

  it("calls nobody, whatever it or the report says", async () => {
    const evil = "<!channel> <@U1> <https://evil.example|click> *bold* @here";
    const plain = createFakeAssistant();
    const assistant: Assistant = {
      ...plain,
      ask: async (request, options) => {
        const response = await plain.ask(request, options);
        const [citation] = response.citations;
        if (!citation) throw new Error("the fake assistant cites nothing");
        const chapter = { ...citation.chapter, title: evil };
        return {
          ...response,
          answer: `${evil} [1]`,
          citations: [{ ...citation, chapter }],
          suggestions: [evil],
        };
      },
    };
    const { send, fake } = await serve({ assistant });
    await send(command(fake, evil));
    await until(() => fake.responses.length === 1);
    await send(eventRequest(mention("How many?")));
    await until(() => fake.shown.length === 1);
    expect(fake.faults).toEqual([]);
    for (const { text, blocks } of [...fake.responses, ...fake.shown]) {
      const marked = blocks.flatMap((block) =>
        block.type === "context" ? block.elements.map((one) => one.text) : [],
      );
      for (const mrkdwn of [text, ...marked]) {
        expect(mrkdwn.replace("<@U1> ", "")).not.toMatch(/<[!@#]|<https?:\/\/evil/u);
      }
    }
  });
});

describe("buttons", () => {
  it("keep a vote with its answer, and thank", async () => {
    const { send, fake, memory } = await serve();
    await send(eventRequest(mention("How many?")));
    await until(() => fake.shown.length === 1);
    const actions = fake.shown[0]?.blocks.find(({ type }) => type === "actions");
    const value = actions?.type === "actions" ? (actions.elements[1]?.value ?? "") : "";
    expect((await send(click(fake, { action_id: "vote_down", value }))).status).toBe(200);
    await until(() => fake.responses.length === 1);
    expect(fake.responses[0]).toMatchObject({
      response_type: "ephemeral",
      text: expect.stringContaining("Thank you"),
    });
    expect(await memory?.feedback.all()).toMatchObject([{ vote: "down", answer: { question: "How many?" } }]);
  });

  it("ask what they say, in the thread, and where the bot is no member", async () => {
    const { send, fake } = await serve({
      fault: (method, call) => (method === "chat.postMessage" && call === 2 ? "not_in_channel" : null),
    });
    await send(click(fake, { action_id: "ask_0", value: "Who else?" }));
    await until(() => fake.shown.length === 1);
    expect(fake.shown[0]).toMatchObject({ thread: "1700000000.000001" });
    expect(JSON.stringify(fake.shown[0]?.blocks)).toContain("<@U2> Who else?");
    await send(click(fake, { action_id: "ask_0", value: "Who else?" }, { trigger_id: "t2" }));
    await until(() => fake.responses.length === 1);
    expect(fake.faults).toEqual([]);
  });
});
