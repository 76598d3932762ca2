import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Assistant } from "../ask.ts";
import { createFakeAssistant } from "../serve/fake-assistant.fixture.ts";
import {
  formRequest,
  SIGNING_SECRET,
  startFakeSlack,
  TOKEN,
  type FakeSlack,
  type SlackFault,
} from "./fake-slack.fixture.ts";
import { openMemory } from "./open-memory.ts";
import { openSlack, type SlackOptions } from "./open-slack.ts";
import { readSettings } from "./settings.ts";
import { createTestServers } from "./test-servers.fixture.ts";

const { start, closeAll } = createTestServers();
let slack: FakeSlack | null = null;
const folders: string[] = [];
/** Belongs into afterEach. */
export async function closeSlack(): Promise<void> {
  await closeAll();
  slack?.close();
  slack = null;
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
}

interface Given {
  readonly assistant?: Assistant;
  readonly fault?: SlackFault;
  readonly env?: Readonly<Record<string, string>>;
  readonly database?: string;
  readonly options?: Partial<SlackOptions>;
}

/** A service with Slack, over a Slack on loopback. */
export async function serve({
  assistant = createFakeAssistant(),
  fault,
  env = {},
  database,
  options,
}: Given = {}) {
  const fake = (slack ??= await startFakeSlack(fault));
  const folder = await mkdtemp(join(tmpdir(), "slack-"));
  folders.push(folder);
  const settings = readSettings({
    DATABASE: database ?? join(folder, "answers.db"),
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_BOT_TOKEN: TOKEN,
    SLACK_API_URL: fake.apiUrl,
    ...env,
  });
  const logged: string[] = [];
  const log = (message: string, fields: object = {}): void =>
    void logged.push(`${message} ${JSON.stringify(fields)}`);
  const logger = { info: log, warn: log, error: log };
  const memory = await openMemory(settings);
  const bot = await openSlack(settings, {
    memory,
    assistant: Promise.resolve(assistant),
    logger,
    patienceMs: 100,
    closeMs: 100,
    ...options,
  });
  const { url } = await start({ assistant: Promise.resolve(assistant), memory, slack: bot, env });
  const send = (init: RequestInit): Promise<Response> => fetch(`${url}/slack/events`, init);
  return { url, send, fake, logged, memory, database: settings.DATABASE };
}

export const mention = (text: string, given: object = {}): object => ({
  type: "app_mention",
  channel: "C1",
  user: "U1",
  text: `<@UBOT> ${text}`,
  ts: "1700000000.000001",
  ...given,
});
export const click = (fake: FakeSlack, action: object, given: object = {}): RequestInit =>
  formRequest({
    payload: JSON.stringify({
      type: "block_actions",
      trigger_id: "t1",
      response_url: fake.responseUrl(),
      user: { id: "U2" },
      team: { id: "T1" },
      channel: { id: "C1" },
      container: { type: "message", channel_id: "C1", message_ts: "1700000001.000100" },
      message: { ts: "1700000001.000100", thread_ts: "1700000000.000001" },
      actions: [{ type: "button", block_id: "b", ...action }],
      ...given,
    }),
  });
export const command = (fake: FakeSlack, text: string, given: Record<string, string> = {}): RequestInit =>
  formRequest({
    command: "/ask",
    text,
    team_id: "T1",
    channel_id: "C1",
    user_id: "U1",
    trigger_id: "c1",
    response_url: fake.responseUrl(),
    ...given,
  });

/** Ends the services and leaves Slack as it is. */
export function closeService(): Promise<void> {
  return closeAll();
}
