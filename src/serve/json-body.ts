import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { AppError } from "../domain/errors.ts";
import type { AppEnv } from "./app-deps.ts";

/**
 * Lets through only bodies of type application/json, of at most `maxBytes`, in UTF-8, that are JSON; the
 * limit holds for bodies that do not tell their length too.
 * @throws AppError `unsupported_media_type`, `body_too_large`, `invalid_json`.
 */
export function jsonBody(
  maxBytes: number,
): [MiddlewareHandler<AppEnv>, MiddlewareHandler<AppEnv>, MiddlewareHandler<AppEnv>] {
  const tooLarge = (): never => {
    throw new AppError("body_too_large", `The body is over ${maxBytes / 1024} KiB: send less history.`);
  };
  const limited = bodyLimit({ maxSize: maxBytes, onError: tooLarge });
  return [
    async (c, next) => {
      const type = c.req.header("Content-Type")?.split(";", 1)[0]?.trim().toLowerCase();
      if (type !== "application/json") {
        throw new AppError(
          "unsupported_media_type",
          `The body must be of type application/json, not ${type === undefined ? "untyped" : `"${type.slice(0, 100)}"`}.`,
        );
      }
      await next();
    },
    async (c, next) => {
      // A body that tells its length is cut by the server at that length. Looking at it as a stream, as bodyLimit does,
      // would take it off Node's fast way, half a millisecond.
      const length = c.req.header("Content-Length");
      const told = length !== undefined && /^\d+$/u.test(length) && !c.req.header("Transfer-Encoding");
      if (told && Number(length) > maxBytes) tooLarge();
      await (told ? next() : limited(c, next));
    },
    async (c, next) => {
      const bytes = await readBody(() => c.req.arrayBuffer());
      if (bytes.byteLength > maxBytes) tooLarge();
      assertJson(bytes);
      await next();
    },
  ];
}

async function readBody(read: () => Promise<ArrayBuffer>): Promise<ArrayBuffer> {
  try {
    return await read();
  } catch (cause) {
    throw new AppError("client_closed", "The body ended before it was complete.", { cause });
  }
}

function assertJson(bytes: ArrayBuffer): void {
  try {
    JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch (cause) {
    throw new AppError("invalid_json", "The body is not valid JSON in UTF-8.", { cause });
  }
}
