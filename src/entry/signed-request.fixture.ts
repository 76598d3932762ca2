import { createHmac } from "node:crypto";

export const SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

export interface Signing {
  readonly secret?: string;
  /** Seconds since 1970, as it stands in the header; null leaves it out. */
  readonly timestamp?: string | null;
  readonly signature?: string | null;
}

/** A request as Slack signs it (api.slack.com/authentication/verifying-requests-from-slack). */
export function signed(body: string, contentType: string, signing: Signing = {}): RequestInit {
  const { secret = SIGNING_SECRET, timestamp = String(Math.floor(Date.now() / 1000)) } = signing;
  const own = `v0=${createHmac("sha256", secret)
    .update(`v0:${timestamp ?? ""}:${body}`)
    .digest("hex")}`;
  const signature = signing.signature === undefined ? own : signing.signature;
  return {
    method: "POST",
    headers: {
      "content-type": contentType,
      ...(timestamp === null ? {} : { "x-slack-request-timestamp": timestamp }),
      ...(signature === null ? {} : { "x-slack-signature": signature }),
    },
    body,
  };
}

/** An event of the Events API. */
export function eventRequest(event: object, signing?: Signing): RequestInit {
  const body = { type: "event_callback", team_id: "T1", event_id: "Ev1", event_time: 1, event };
  return signed(JSON.stringify(body), "application/json", signing);
}

/** A slash command or a click. */
export function formRequest(form: Readonly<Record<string, string>>, signing?: Signing): RequestInit {
  return signed(new URLSearchParams(form).toString(), "application/x-www-form-urlencoded", signing);
}
