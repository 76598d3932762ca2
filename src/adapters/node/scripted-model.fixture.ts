import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text as bodyText } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";

const textSchema = z.union([z.string(), z.array(z.object({ text: z.string() }))]);
const requestSchema = z.object({
  stream: z.boolean().optional(),
  /** Where Anthropic's interface has the rules. */
  system: textSchema.optional(),
  messages: z.array(z.object({ role: z.string(), content: textSchema })),
});

/** A reply that is not simply said. */
export interface ScriptedReply {
  /** Sent one after the other. */
  readonly pieces?: readonly string[];
  /** Milliseconds before each piece. */
  readonly waitMs?: number;
  /**
   * What happens after the pieces instead of an end: the connection drops, something is sent that is no JSON, nothing more
   * comes, the end for want of room.
   */
  readonly then?: "cut" | "garbage" | "hang" | "length";
  /** An HTTP status, with its headers and its message. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
}

/** What the scripted model says to its nth prompt, from 1; a number is an HTTP status, null no reply at all. */
export type Script = (prompt: string, call: number) => string | number | null | ScriptedReply;

export interface ScriptedModel {
  /** An OpenAI-compatible endpoint on loopback. */
  readonly baseUrl: string;
  /** The same model with Anthropic's interface. */
  readonly anthropicUrl: string;
  /** What it was asked, in order. */
  readonly prompts: readonly string[];
  /** The keys that it was asked with. */
  readonly keys: readonly string[];
  /** Calls whose client went away before they were answered. */
  readonly abandoned: number;
  close(): void;
}

/** Starts a model that follows a script, with both interfaces, streamed or not as it is asked. */
export async function startScriptedModel(script: Script): Promise<ScriptedModel> {
  const prompts: string[] = [];
  const keys: string[] = [];
  let abandoned = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.on("close", () => {
      if (!response.writableFinished) abandoned += 1;
    });
    const {
      messages,
      system = "",
      stream = false,
    } = requestSchema.parse(JSON.parse(await bodyText(request)));
    keys.push(request.headers.authorization ?? String(request.headers["x-api-key"] ?? ""));
    const prompt = [system, ...messages.map(({ content }) => content)].map(plain).join("\n").trim();
    prompts.push(prompt);
    const said = script(prompt, prompts.length);
    if (said === null) return;
    const reply: ScriptedReply =
      typeof said === "string" ? { pieces: [said] } : typeof said === "number" ? { status: said } : said;
    if (reply.status !== undefined) {
      response.writeHead(reply.status, { "content-type": "application/json", ...reply.headers });
      response.end(JSON.stringify({ error: { message: reply.message ?? "no", type: "error" } }));
      return;
    }
    const wire = request.url?.endsWith("/messages") === true ? ANTHROPIC : OPENAI;
    await (stream ? streamReply(response, reply, wire) : sendReply(response, reply, wire));
  };
  const server: Server = createServer((request, response) => {
    void answer(request, response);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the endpoint has no port");
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    anthropicUrl: `http://127.0.0.1:${address.port}`,
    prompts,
    keys,
    get abandoned() {
      return abandoned;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function plain(content: z.output<typeof textSchema>): string {
  return typeof content === "string" ? content : content.map(({ text }) => text).join("\n");
}

/** How an interface says a whole text, and a piece of one. */
interface Wire {
  whole(text: string): unknown;
  readonly before: readonly string[];
  piece(text: string): string;
  readonly after: readonly string[];
  readonly garbage: string;
  /** How it says, in place of "stop", that there was no room for more. */
  readonly full: string;
}

const CHUNK = { id: "1", object: "chat.completion.chunk", created: 1, model: "scripted" };
const OPENAI: Wire = {
  whole: (content) => ({
    id: "1",
    object: "chat.completion",
    created: 1,
    model: "scripted",
    choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }],
    usage: {},
  }),
  before: [],
  piece: (content) => event({ ...CHUNK, choices: [{ index: 0, delta: { role: "assistant", content } }] }),
  after: [event({ ...CHUNK, choices: [{ index: 0, delta: {}, finish_reason: "stop" }] }), "data: [DONE]\n\n"],
  garbage: "data: {not JSON\n\n",
  full: '"length"',
};

const MESSAGE = { id: "1", type: "message", role: "assistant", model: "scripted", stop_sequence: null };
const USAGE = { input_tokens: 1, output_tokens: 1 };
const ANTHROPIC: Wire = {
  whole: (text) => ({ ...MESSAGE, content: [{ type: "text", text }], stop_reason: "end_turn", usage: USAGE }),
  before: [
    named({ type: "message_start", message: { ...MESSAGE, content: [], stop_reason: null, usage: USAGE } }),
    named({ type: "content_block_start", index: 0, content_block: { type: "text", text: "" } }),
  ],
  piece: (text) => named({ type: "content_block_delta", index: 0, delta: { type: "text_delta", text } }),
  after: [
    named({ type: "content_block_stop", index: 0 }),
    named({ type: "message_delta", delta: { stop_reason: "end_turn", stop_sequence: null }, usage: USAGE }),
    named({ type: "message_stop" }),
  ],
  garbage: "event: content_block_delta\ndata: {not JSON\n\n",
  full: '"max_tokens"',
};

async function sendReply(
  response: ServerResponse,
  { pieces = [], waitMs = 0, then }: ScriptedReply,
  wire: Wire,
): Promise<void> {
  await delay(waitMs * pieces.length);
  if (then === "hang") return;
  if (then === "cut") response.destroy();
  response.writeHead(200, { "content-type": "application/json" });
  response.end(then === "garbage" ? "{not JSON" : JSON.stringify(wire.whole(pieces.join(""))));
}

async function streamReply(
  response: ServerResponse,
  { pieces = [], waitMs = 0, then }: ScriptedReply,
  wire: Wire,
): Promise<void> {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.flushHeaders();
  for (const sent of wire.before) response.write(sent);
  for (const text of pieces) {
    await delay(waitMs);
    response.write(wire.piece(text));
  }
  if (then === "hang") return;
  if (then === "garbage") response.write(wire.garbage);
  if (then === "cut") {
    // What was written is to arrive.
    await delay(20);
    response.destroy();
    return;
  }
  for (const sent of wire.after) {
    response.write(then === "length" ? sent.replace(/"stop"|"end_turn"/u, wire.full) : sent);
  }
  response.end();
}

function event(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

function named(data: { readonly type: string; readonly [field: string]: unknown }): string {
  return `event: ${data.type}\n${event(data)}`;
}
