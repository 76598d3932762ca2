import { LOG_LEVELS, type LogFields, type Logger, type LogLevel } from "../../ports/logger.ts";

type Console = Pick<globalThis.Console, "info" | "warn" | "error">;

/** Logs objects to the console, whose fields Workers Logs can be searched by (developers.cloudflare.com/workers/observability/logs). */
export function createConsoleLogger(level: LogLevel, target: Console = console): Logger {
  const rank = LOG_LEVELS.indexOf(level);
  const at =
    (own: "info" | "warn" | "error") =>
    (message: string, fields: LogFields = {}): void => {
      if (LOG_LEVELS.indexOf(own) > rank) return;
      target[own]({ ...fields, ...errorFields(fields), level: own, msg: message });
    };
  return { info: at("info"), warn: at("warn"), error: at("error") };
}

/** An error's own fields are not listed when an object is logged. */
function errorFields({ error }: LogFields): LogFields {
  if (!(error instanceof Error)) return {};
  const causes: string[] = [];
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) causes.push(cause.message);
  return { error: { name: error.name, message: causes.join(": "), stack: error.stack } };
}
