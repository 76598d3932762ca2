// A bot of your own that only calls /ask over HTTP. It needs nothing of this project but a running service:
//   npm install slack-edge @hono/node-server
//   ASK_URL=http://127.0.0.1:8787 SLACK_SIGNING_SECRET=... SLACK_BOT_TOKEN=... node example-bot.mjs
// It answers mentions in their threads and keeps a thread's conversation for as long as it runs.
import { serve } from "@hono/node-server";
import { SlackApp } from "slack-edge";

const {
  ASK_URL = "http://127.0.0.1:8787",
  PORT = "3000",
  SLACK_SIGNING_SECRET,
  SLACK_BOT_TOKEN,
} = process.env;

const app = new SlackApp({ env: { SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN } });
const conversations = new Map();

app.event("app_mention", async ({ payload, context }) => {
  const thread = payload.thread_ts ?? payload.ts;
  const question = payload.text.replace(/<@[^>]*>/gu, " ").trim();
  const conversationId = conversations.get(thread);
  const response = await fetch(`${ASK_URL}/ask`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ question, ...(conversationId ? { conversationId } : {}) }),
  });
  const { answer, citations, conversationId: next, detail } = await response.json();
  if (next) conversations.set(thread, next);
  const sources = (citations ?? []).map(
    ({ marker, quote, chapter }) => `[${marker}] “${quote}” (${chapter.title})`,
  );
  await context.client.chat.postMessage({
    channel: payload.channel,
    thread_ts: thread,
    text: escape([answer ?? detail, ...sources].join("\n").replace(/\\(?=[!-/:-@[-`{-~])/gu, "")),
  });
});

/** Text as Slack shows it, without mentions or links that come alive. */
function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

serve({ fetch: (request) => app.run(request), port: Number(PORT) });
