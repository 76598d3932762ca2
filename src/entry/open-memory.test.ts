import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Assistant } from "../ask.ts";
import { askResponseSchema } from "../domain/contract.ts";
import { storedAnswer } from "../ports/conversations.contract.ts";
import { createFakeAssistant } from "../serve/fake-assistant.fixture.ts";
import { openMemory } from "./open-memory.ts";
import { readSettings, type Settings } from "./settings.ts";
import { createTestServers } from "./test-servers.fixture.ts";

const DAY = 86_400_000;
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "memory-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});
const settings = (file: string, env: Readonly<Record<string, string>> = {}): Settings =>
  readSettings({ DATABASE: join(folder, file), ...env });

describe("openMemory", () => {
  it("keeps nothing when DATABASE is off", async () => {
    expect(await openMemory(readSettings({ DATABASE: "off" }))).toBeNull();
  });

  it("removes what is too old when it is opened", async () => {
    const given = settings("old.db", { CONVERSATION_DAYS: "2", FEEDBACK_DAYS: "5" });
    const then = await openMemory(given, { clock: () => 0 });
    const answer = storedAnswer("a1", { at: 0 });
    await then?.conversations.begin("c1", answer);
    await then?.feedback.put({ vote: "up", reason: null, text: null, at: 0, answer });
    await then?.close();
    const after = async (days: number) => {
      const memory = await openMemory(given, { clock: () => days * DAY });
      const kept = [
        (await memory?.conversations.answers("c1"))?.length,
        (await memory?.feedback.all())?.length,
      ];
      await memory?.close();
      return kept;
    };
    expect(await after(1)).toEqual([1, 1]);
    expect(await after(3)).toEqual([undefined, 1]);
    expect(await after(6)).toEqual([undefined, 0]);
  });

  it("says which file cannot be opened and what to do", async () => {
    await writeFile(join(folder, "file"), "");
    const error = await openMemory(settings("file/answers.db")).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "target_unwritable" });
    expect(String(error)).toMatch(/file\/answers\.db.*DATABASE/u);
  });
});

describe("a server with a database", () => {
  const servers = createTestServers();
  const post = async (url: string, body: object) => {
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(`${url}/ask`, { method: "POST", headers, body: JSON.stringify(body) });
    return askResponseSchema.parse(await response.json());
  };

  it("goes on with a conversation after a restart", async () => {
    const given = settings("restart.db");
    const before = await servers.start({ memory: await openMemory(given) });
    const first = await post(before.url, { question: "How?" });
    await before.server.close();
    const memory = await openMemory(given);
    const fake = createFakeAssistant();
    const assistant = {
      ...fake,
      ask: async (...given: Parameters<Assistant["ask"]>) => ({
        ...(await fake.ask(...given)),
        id: "second",
      }),
    };
    const after = await servers.start({ memory, assistant: Promise.resolve(assistant) });
    const second = await post(after.url, { question: "And then?", conversationId: first.conversationId });
    expect(second.conversationId).toBe(first.conversationId);
    const answers = await memory?.conversations.answers(first.conversationId ?? "");
    expect(answers?.map(({ question }) => question)).toEqual(["How?", "And then?"]);
    await servers.closeAll();
  });
});
