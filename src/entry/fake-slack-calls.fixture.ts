import { z } from "zod";

/** Texts as Slack takes them: no control sequence but those that are meant. */
const plainText = (most: number) =>
  z.strictObject({ type: z.literal("plain_text"), text: z.string().min(1).max(most) });
const richElement = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("text"),
    text: z.string().min(1).max(3000),
    style: z.strictObject({ bold: z.literal(true) }).optional(),
  }),
  z.strictObject({
    type: z.literal("link"),
    url: z.url({ protocol: /^https?$/u }).max(3000),
    text: z.string().min(1),
  }),
]);
const richSection = z.strictObject({
  type: z.literal("rich_text_section"),
  elements: z.array(richElement).min(1),
});
/** Block Kit's shapes and limits, as api.slack.com/reference/block-kit/blocks gives them, of the blocks that are used. */
const block = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("rich_text"),
    elements: z
      .array(
        z.discriminatedUnion("type", [
          richSection,
          z.strictObject({
            type: z.literal("rich_text_list"),
            style: z.literal("bullet"),
            elements: z.array(richSection).min(1),
          }),
        ]),
      )
      .min(1),
  }),
  z.strictObject({
    type: z.literal("context"),
    elements: z
      .array(
        z.strictObject({
          type: z.literal("mrkdwn"),
          text: z.string().min(1).max(3000),
          verbatim: z.literal(true),
        }),
      )
      .min(1)
      .max(10),
  }),
  z.strictObject({
    type: z.literal("actions"),
    elements: z
      .array(
        z.strictObject({
          type: z.literal("button"),
          action_id: z.string().max(255),
          text: plainText(75),
          value: z.string().min(1).max(2000),
          accessibility_label: z.string().max(75).optional(),
        }),
      )
      .min(1)
      .max(25)
      .refine((buttons) => new Set(buttons.map(({ action_id }) => action_id)).size === buttons.length),
  }),
]);
const message = {
  text: z.string().min(1).max(40_000),
  blocks: z.array(block).min(1).max(50),
};
const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);
const quiet = {
  parse: z.literal("none"),
  link_names: z.literal("false"),
  unfurl_links: z.literal("false"),
  unfurl_media: z.literal("false"),
};
const TS = /^\d+\.\d+$/u;
const METHODS = {
  "chat.postMessage": z.strictObject({
    channel: z.string().regex(/^[CDG]/u),
    thread_ts: z.string().regex(TS).optional(),
    text: message.text,
    blocks: json(message.blocks),
    metadata: json(
      z.strictObject({ event_type: z.string(), event_payload: z.record(z.string(), z.string()) }),
    ),
    ...quiet,
  }),
  "chat.update": z.strictObject({
    channel: z.string(),
    ts: z.string().regex(TS),
    text: message.text,
    blocks: json(message.blocks),
    ...quiet,
  }),
  "conversations.replies": z.strictObject({
    channel: z.string(),
    ts: z.string().regex(TS),
    limit: z.string(),
    include_all_metadata: z.literal("true"),
  }),
  "conversations.history": z.strictObject({
    channel: z.string(),
    limit: z.string(),
    include_all_metadata: z.literal("true"),
  }),
} as const;
const respondSchema = z.strictObject({
  response_type: z.enum(["in_channel", "ephemeral"]),
  replace_original: z.literal(false),
  unfurl_links: z.literal(false),
  ...message,
});

/** A message that Slack shows. */
export interface SlackShown {
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | null;
  text: string;
  blocks: z.output<typeof message.blocks>;
  readonly job: string | null;
  /** How often it was changed. */
  edits: number;
}

/**
 * What Slack does instead of what it is asked: an HTTP status, an error of its own, no reply, before or after it has done
 * what it was asked; null for what it is asked.
 */
export type SlackFault = (
  method: string,
  call: number,
) =>
  | { readonly status: number; readonly retryAfter?: number }
  | { readonly silent: "before" | "after" }
  | string
  | null;

export interface FakeSlackCalls {
  readonly shown: readonly SlackShown[];
  readonly responses: readonly z.output<typeof respondSchema>[];
  /** Names of the calls, in order. */
  readonly calls: readonly string[];
  /** What was wrong with calls; empty for a bot that keeps to Slack's documentation. */
  readonly faults: readonly string[];
  /** Answers a call of the Web API, below /api/, or of a response_url, anywhere else. */
  handle(request: Request): Promise<Response>;
}

export const TOKEN = "xoxb-test-token";

/** A Slack that checks each call against the documented shapes and limits. */
export function createFakeSlack(fault: SlackFault = () => null): FakeSlackCalls {
  const shown: SlackShown[] = [];
  const responses: z.output<typeof respondSchema>[] = [];
  const calls: string[] = [];
  const faults: string[] = [];
  let next = 1;

  const perform = (method: string, form: Record<string, string>): object => {
    const name = z
      .enum(["chat.postMessage", "chat.update", "conversations.replies", "conversations.history"])
      .parse(method);
    const parsed = METHODS[name].safeParse(form);
    if (!parsed.success) {
      faults.push(`${name}: ${z.prettifyError(parsed.error)}`);
      return { ok: false, error: "invalid_arguments" };
    }
    switch (name) {
      case "chat.postMessage": {
        const { channel, thread_ts, text, blocks, metadata } = METHODS[name].parse(form);
        const ts = `${1_700_000_000 + next}.000100`;
        next += 1;
        const job = metadata.event_payload["job"] ?? null;
        shown.push({ channel, ts, thread: thread_ts ?? null, text, blocks, job, edits: 0 });
        return { ok: true, channel, ts };
      }
      case "chat.update": {
        const { ts, text, blocks } = METHODS[name].parse(form);
        const own = shown.find((one) => one.ts === ts);
        if (!own) return { ok: false, error: "message_not_found" };
        Object.assign(own, { text, blocks, edits: own.edits + 1 });
        return { ok: true, channel: own.channel, ts };
      }
      default: {
        const messages = shown.map(({ ts, job }) => ({
          ts,
          metadata: { event_type: "ask_the_report_answer", event_payload: { job } },
        }));
        return { ok: true, messages };
      }
    }
  };

  const handle = async (request: Request): Promise<Response> => {
    // As bytes: workerd warns of `text()` on a form.
    const body = new TextDecoder().decode(await request.arrayBuffer());
    const { pathname } = new URL(request.url);
    const method = pathname.startsWith("/api/") ? pathname.slice(5) : "response_url";
    calls.push(method);
    const wrong = fault(method, calls.filter((call) => call === method).length);
    if (typeof wrong === "object" && wrong !== null && "silent" in wrong) {
      if (wrong.silent === "after") perform(method, Object.fromEntries(new URLSearchParams(body)));
      return new Promise(() => undefined);
    }
    if (typeof wrong === "object" && wrong !== null) {
      const headers = wrong.retryAfter === undefined ? {} : { "retry-after": String(wrong.retryAfter) };
      return new Response(null, { status: wrong.status, headers });
    }
    if (typeof wrong === "string") return Response.json({ ok: false, error: wrong });
    if (method === "response_url") {
      const parsed = respondSchema.safeParse(JSON.parse(body));
      if (parsed.success) responses.push(parsed.data);
      else faults.push(`response_url: ${z.prettifyError(parsed.error)}`);
      return new Response("ok");
    }
    if (request.headers.get("authorization") !== `Bearer ${TOKEN}`) {
      faults.push(`${method} without the bot's token`);
    }
    return Response.json(perform(method, Object.fromEntries(new URLSearchParams(body))));
  };
  return { shown, responses, calls, faults, handle };
}
