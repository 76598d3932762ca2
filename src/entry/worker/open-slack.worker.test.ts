import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { emptyD1 } from "../../adapters/worker/workerd.fixture.ts";
import type { Assistant } from "../../ask.ts";
import { storedAnswer } from "../../ports/conversations.contract.ts";
import { askJob } from "../../ports/slack-inbox.contract.ts";
import { createApp } from "../../serve/create-app.ts";
import { createFakeAssistant } from "../../serve/fake-assistant.fixture.ts";
import { testDeps } from "../../serve/test-app.fixture.ts";
import { createFakeSlack, TOKEN, type FakeSlackCalls } from "../fake-slack-calls.fixture.ts";
import { eventRequest, SIGNING_SECRET } from "../signed-request.fixture.ts";
import { createSqlMemory, type SqlMemory } from "../sql-memory.ts";
import { openWorkerSlack, type WorkerSlack } from "./open-slack.ts";

const SETTINGS = {
  SLACK_SIGNING_SECRET: SIGNING_SECRET,
  SLACK_BOT_TOKEN: TOKEN,
  SLACK_CHANNELS: [],
  SLACK_THREADS: "mentions",
  SLACK_API_URL: "https://slack.test/api/",
} as const;
const KEEPING = {
  CONVERSATION_DAYS: 30,
  CONVERSATION_ANSWERS: 50,
  MAX_CONVERSATIONS: 1000,
  FEEDBACK_DAYS: 60,
};
const DAY = 86_400_000;

let memory: SqlMemory;
let fake: FakeSlackCalls;
let now = 0;
beforeEach(async () => {
  now = Date.now();
  memory = createSqlMemory(await emptyD1(), KEEPING, () => now);
  fake = createFakeSlack();
});

/** The bot as one of the isolates has it: they share the database and Slack, and nothing else. */
function isolate(assistant: Assistant = createFakeAssistant()): WorkerSlack {
  const { deps } = testDeps();
  const bot = openWorkerSlack(SETTINGS, {
    memory,
    assistant: () => Promise.resolve(assistant),
    logger: deps.logger,
    fetch: (input, init) => fake.handle(new Request(input, init)),
    patienceMs: 60_000,
    clock: () => now,
  });
  if (!bot) throw new Error("Slack is off");
  return bot;
}

/** Sends a request through the app, as the Worker's `fetch` does. */
async function send({ receive }: WorkerSlack, init: RequestInit) {
  const context = createExecutionContext();
  const app = createApp(testDeps({ slack: receive }).deps);
  const response = await app.fetch(new Request("https://ask.test/slack/events", init), {}, context);
  return { response, after: () => waitOnExecutionContext(context) };
}

const mention = (ts: string, thread?: string): RequestInit =>
  eventRequest({
    type: "app_mention",
    channel: "C1",
    user: "U1",
    text: "<@UBOT> How many?",
    ts,
    ...(thread === undefined ? {} : { thread_ts: thread }),
  });
const pendingIds = async (): Promise<string[]> => (await memory.slack.pending()).map(({ job }) => job.id);

describe("a question in Slack", () => {
  it("is kept in D1 and acknowledged at once, and answered after the response", async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { response, after } = await send(
      isolate(createFakeAssistant({ pause: () => held })),
      mention("1.1"),
    );
    expect([response.status, await response.text()]).toEqual([200, ""]);
    expect(await pendingIds()).toEqual(["message C1 1.1"]);
    expect(fake.calls).toEqual([]);
    release();
    await after();
    expect(fake.shown).toMatchObject([{ channel: "C1", thread: "1.1", edits: 0 }]);
    expect(fake.faults).toEqual([]);
    expect(await pendingIds()).toEqual([]);
  });

  it("is answered once, however many isolates hear of it, and while the cron runs", async () => {
    const slow = createFakeAssistant({ pause: () => new Promise((resolve) => setTimeout(resolve, 50)) });
    const bots = [isolate(slow), isolate(slow), isolate(slow)];
    const sent = await Promise.all(bots.map((bot) => send(bot, mention("1.1"))));
    const runs = [isolate(slow), isolate(slow)].map((bot) => bot.resume());
    await Promise.all([...sent.map(({ after }) => after()), ...runs]);
    await isolate().resume();
    expect(fake.shown).toHaveLength(1);
    expect(await pendingIds()).toEqual([]);
  });

  it("waits for the one before it in its thread, also in another isolate", async () => {
    const histories: number[] = [];
    const plain = createFakeAssistant();
    const assistant: Assistant = {
      ...plain,
      ask: async (request, options) => {
        histories.push(request.history?.length ?? 0);
        await new Promise((resolve) => setTimeout(resolve, 100));
        return { ...(await plain.ask(request, options)), id: `answer ${histories.length}` };
      },
    };
    const first = await send(isolate(assistant), mention("1.1"));
    now += 1;
    const second = await send(isolate(assistant), mention("1.2", "1.1"));
    await Promise.all([first.after(), second.after()]);
    expect(histories).toEqual([0, 2]);
  });

  it("is refused when it is not signed", async () => {
    const { response, after } = await send(isolate(), { ...mention("1.1"), body: "{}" });
    await after();
    expect(response.status).toBe(401);
    expect(await pendingIds()).toEqual([]);
  });
});

describe("what a killed isolate leaves", () => {
  it("is gone on with at once when nobody had begun, and once", async () => {
    await memory.slack.add(askJob("a"), now);
    await Promise.all([isolate().resume(), isolate().resume()]);
    await isolate().resume();
    expect(fake.shown).toHaveLength(1);
    expect(fake.faults).toEqual([]);
  });

  it("is left alone while another may be at it, then gone on with, and once", async () => {
    await memory.slack.add(askJob("a"), now);
    await memory.slack.claim("a", "killed", now, now + 45_000);
    now += 44_000;
    await isolate().resume();
    expect(fake.calls).toEqual([]);
    now += 1_000;
    await Promise.all([isolate().resume(), isolate().resume(), isolate().resume()]);
    await isolate().resume();
    expect(fake.shown).toHaveLength(1);
    expect(await pendingIds()).toEqual([]);
  });

  it("is edited when it was posted and that was not noted", async () => {
    await memory.slack.add(askJob("a"), now);
    await isolate().resume();
    // The same question as if its end had not been kept.
    memory = createSqlMemory(await emptyD1(), KEEPING);
    await memory.slack.add(askJob("a"), now);
    await isolate().resume();
    expect(fake.shown).toMatchObject([{ job: "a", edits: 1 }]);
  });

  it("is gone on with a few at a time", async () => {
    for (let i = 0; i < 6; i += 1) await memory.slack.add(askJob(`a${i}`, { thread: `${i}.1` }), now + i);
    await isolate().resume();
    expect(fake.shown.map(({ job }) => job).toSorted()).toEqual(["a0", "a1", "a2", "a3"]);
    await isolate().resume();
    expect(fake.shown).toHaveLength(6);
  });
});

describe("openWorkerSlack", () => {
  it("is off, and says why, without a database or settings", () => {
    const { deps, logged } = testDeps();
    const options = { assistant: () => Promise.reject(new Error("none")), logger: deps.logger };
    const settings = { ...SETTINGS, SLACK_BOT_TOKEN: "" };
    expect(openWorkerSlack(settings, { ...options, memory: null })).toBeNull();
    expect(logged.map(({ fields }) => fields)).toEqual([{ missing: "SLACK_BOT_TOKEN, DB" }]);
  });
});

describe("upkeep", () => {
  it("removes what is too old from D1", async () => {
    const answer = storedAnswer("a1", { at: now });
    await memory.conversations.begin("c1", answer);
    await memory.feedback.put({ vote: "up", reason: null, text: null, at: now, answer });
    const kept = async (days: number) => {
      now += days * DAY;
      await memory.removeOld();
      return [(await memory.conversations.answers("c1"))?.length, (await memory.feedback.all()).length];
    };
    expect(await kept(29)).toEqual([1, 1]);
    expect(await kept(2)).toEqual([undefined, 1]);
    expect(await kept(30)).toEqual([undefined, 0]);
  });
});
