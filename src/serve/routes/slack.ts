import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { AppError } from "../../domain/errors.ts";
import type { AppDeps, AppEnv } from "../app-deps.ts";

/** Bytes; Slack's own payloads are far smaller. */
const BODY = 512 * 1024;

/** `POST /slack/events`: events, commands and clicks of Slack. 404 where Slack is not set up. */
export function addSlackRoute(app: OpenAPIHono<AppEnv>, { slack }: AppDeps): void {
  app.post(
    "/slack/events",
    bodyLimit({
      maxSize: BODY,
      onError: () => {
        throw new AppError("body_too_large", `The body is over ${BODY / 1024} KiB.`);
      },
    }),
    (c) => {
      if (slack === null) {
        throw new AppError(
          "not_found",
          "Slack is not set up here: see the README for the settings it needs.",
        );
      }
      return slack(c.req.raw, keepAlive(c));
    },
  );
}

/** Workers end what goes on after a response unless they are told of it; a process goes on by itself. */
function keepAlive(c: Context<AppEnv>): (work: Promise<void>) => void {
  try {
    const { executionCtx } = c;
    return (work) => {
      executionCtx.waitUntil(work);
    };
  } catch {
    // Hono throws where the runtime has no such thing.
    return () => undefined;
  }
}
