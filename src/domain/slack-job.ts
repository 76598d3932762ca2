import { z } from "zod";
import { LIMITS } from "./contract.ts";

/** What somebody wants in Slack, as it is kept until it is done. */
export const slackJobSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("ask"),
    /** The same for whatever Slack sends of one message or click, retries included. */
    id: z.string(),
    question: z.string().min(1).max(LIMITS.questionCharacters),
    channel: z.string(),
    user: z.string(),
    /** `ts` of the message that the answer goes below; null for the channel itself. */
    thread: z.string().nullable(),
    /** Whether the answer has to say what was asked, and by whom: nothing else in the channel does. */
    quotes: z.boolean(),
    /** Posted to the channel, or given to the command's own address. */
    delivery: z.enum(["post", "respond"]),
    /** Answers where the bot is no member; good for half an hour. */
    responseUrl: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("vote"),
    id: z.string(),
    answerId: z.string(),
    vote: z.enum(["up", "down"]),
    responseUrl: z.string(),
  }),
]);
export type SlackJob = z.infer<typeof slackJobSchema>;
export type AskJob = Extract<SlackJob, { kind: "ask" }>;

/** A message in Slack. */
export const slackPostSchema = z.object({ channel: z.string(), ts: z.string() });
export type SlackPost = z.infer<typeof slackPostSchema>;
