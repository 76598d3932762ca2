import type { Problem } from "../domain/contract.ts";
import { problemSchema } from "../domain/contract.ts";
import type { LogFields } from "../ports/logger.ts";
import { createApp } from "./create-app.ts";
import type { AppDeps, AppSettings } from "./app-deps.ts";
import { createFakeAssistant } from "./fake-assistant.fixture.ts";

export interface Logged {
  readonly level: "info" | "warn" | "error";
  readonly message: string;
  readonly fields: LogFields;
}

export type TestDeps = Partial<Omit<AppDeps, "settings">> & { readonly settings?: Partial<AppSettings> };

/** Deps with fakes for everything, and what was logged and counted through them. */
export function testDeps({ settings = {}, ...given }: TestDeps = {}) {
  const logged: Logged[] = [];
  const counted: { name: string; labels: Readonly<Record<string, string>> }[] = [];
  const assistant = createFakeAssistant();
  const log =
    (level: Logged["level"]) =>
    (message: string, fields: LogFields = {}) =>
      void logged.push({ level, message, fields });
  const deps: AppDeps = {
    assistant: () => assistant,
    memory: null,
    slack: null,
    rateLimiter: null,
    logger: { info: log("info"), warn: log("warn"), error: log("error") },
    metrics: {
      count: (name, labels = {}) => void counted.push({ name, labels }),
      observe: () => undefined,
      render: () => Promise.resolve({ contentType: "text/plain; version=0.0.4", body: "up 1\n" }),
    },
    assets: {
      get: (name) =>
        Promise.resolve(
          name === "swagger-ui.css"
            ? { body: new TextEncoder().encode("a{}"), contentType: "text/css; charset=utf-8" }
            : null,
        ),
    },
    clientAddress: () => "client",
    settings: { corsOrigins: [], requestTimeoutMs: 5000, publicUrl: "", ...settings },
    ...given,
  };
  return { deps, logged, counted, assistant };
}

/** The app over fakes. */
export function testApp(given: TestDeps = {}) {
  const { deps, ...seen } = testDeps(given);
  return { app: createApp(deps), ...seen };
}

/** A request to POST /ask with a JSON body. */
export function askInit(body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  };
}

/** The problem that a response carries; fails when it is none. */
export async function problemIn(response: Response): Promise<Problem> {
  const type = response.headers.get("Content-Type");
  if (type !== "application/problem+json") {
    throw new Error(`not a problem but ${type ?? "untyped"}: ${await response.text()}`);
  }
  const problem = problemSchema.parse(await response.json());
  if (problem.status !== response.status) throw new Error("the problem's status is not the response's");
  if (problem.requestId !== response.headers.get("X-Request-Id")) throw new Error("ids differ");
  return problem;
}
