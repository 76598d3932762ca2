import { z } from "zod";
import { LIMITS } from "../domain/contract.ts";
import type { SlackJob } from "../domain/slack-job.ts";
import { shorten } from "../domain/shorten.ts";
import { readSlack } from "./slack-text.ts";

const messageSchema = z.object({
  type: z.enum(["app_mention", "message"]),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  channel_type: z.string().optional(),
  channel: z.string(),
  user: z.string(),
  text: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
});
const eventSchema = z.object({ type: z.literal("event_callback"), event: messageSchema });
const commandSchema = z.object({
  command: z.string(),
  text: z.string().default(""),
  channel_id: z.string(),
  user_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string(),
});
const actionSchema = z.object({
  type: z.literal("block_actions"),
  trigger_id: z.string(),
  response_url: z.string(),
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }),
  actions: z.array(z.object({ action_id: z.string(), value: z.string() })).min(1),
});

/** What a verified request of Slack asks for. */
export type SlackRequest =
  | { readonly kind: "job"; readonly job: SlackJob }
  /** A message in a thread that may be one of the bot's: it is answered when it is, and when that is configured. */
  | { readonly kind: "thread"; readonly job: Extract<SlackJob, { kind: "ask" }> }
  /** A command without a question. */
  | { readonly kind: "usage"; readonly channel: string }
  | { readonly kind: "nothing" };

const NOTHING: SlackRequest = { kind: "nothing" };

/**
 * Reads a payload: a mention, a direct message, a message in a thread, a command, a button. Ids are made of the message
 * or click itself, so that Slack's retries, and the two events of one message, are one job.
 */
export function readJob(payload: unknown): SlackRequest {
  const event = eventSchema.safeParse(payload).data?.event;
  if (event) return readMessage(event);
  const command = commandSchema.safeParse(payload).data;
  if (command) return readCommand(command);
  const action = actionSchema.safeParse(payload).data;
  return action ? readAction(action) : NOTHING;
}

function readMessage(event: z.output<typeof messageSchema>): SlackRequest {
  // Edits, deletions, joins and what bots say, this one too, are no questions.
  const spoken = event.subtype === undefined || event.subtype === "thread_broadcast";
  const question = questionOf(event.text);
  if (!spoken || event.bot_id !== undefined || question === "") return NOTHING;
  const direct = event.channel_type === "im";
  const job = {
    kind: "ask",
    id: `message ${event.channel} ${event.ts}`,
    question,
    channel: event.channel,
    user: event.user,
    // A direct message is a conversation of its own; elsewhere an answer begins a thread.
    thread: event.thread_ts ?? (direct ? null : event.ts),
    quotes: false,
    delivery: "post",
    responseUrl: null,
  } as const;
  if (event.type === "app_mention" || direct) return { kind: "job", job };
  return event.thread_ts === undefined ? NOTHING : { kind: "thread", job };
}

function readCommand(command: z.output<typeof commandSchema>): SlackRequest {
  const question = questionOf(command.text);
  if (question === "") return { kind: "usage", channel: command.channel_id };
  return {
    kind: "job",
    job: {
      kind: "ask",
      id: `command ${command.trigger_id}`,
      question,
      channel: command.channel_id,
      user: command.user_id,
      thread: null,
      quotes: true,
      delivery: "respond",
      responseUrl: command.response_url,
    },
  };
}

function readAction(action: z.output<typeof actionSchema>): SlackRequest {
  const [pressed] = action.actions;
  if (!pressed) return NOTHING;
  const { action_id: name, value } = pressed;
  const id = `action ${action.trigger_id} ${name}`;
  if (name === "vote_up" || name === "vote_down") {
    const vote = name === "vote_up" ? "up" : "down";
    return {
      kind: "job",
      job: { kind: "vote", id, answerId: value, vote, responseUrl: action.response_url },
    };
  }
  const question = questionOf(value);
  if (!name.startsWith("ask_") || question === "") return NOTHING;
  const direct = action.channel.id.startsWith("D") && action.message.thread_ts === undefined;
  return {
    kind: "job",
    job: {
      kind: "ask",
      id,
      question,
      channel: action.channel.id,
      user: action.user.id,
      thread: direct ? null : (action.message.thread_ts ?? action.message.ts),
      quotes: true,
      delivery: "post",
      responseUrl: action.response_url,
    },
  };
}

function questionOf(text: string): string {
  return shorten(readSlack(text), LIMITS.questionCharacters);
}
