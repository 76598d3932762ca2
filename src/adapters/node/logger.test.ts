import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { LogLevel } from "../../ports/logger.ts";
import { createPinoLogger } from "./logger.ts";

function logged(level: LogLevel, write: (logger: ReturnType<typeof createPinoLogger>) => void): unknown[] {
  const lines: string[] = [];
  write(createPinoLogger({ level, destination: { write: (line) => lines.push(line) } }));
  return lines.map((line): unknown => JSON.parse(line));
}

describe("the logger", () => {
  it("writes one JSON object a line with level, time, message and fields", () => {
    const [line] = logged("info", (logger) => {
      logger.info("request", { route: "/ask", status: 200 });
    });
    expect(line).toMatchObject({ level: "info", msg: "request", route: "/ask", status: 200 });
    expect(line).toHaveProperty("time", expect.stringMatching(/^\d{4}-\d\d-\d\dT/u));
  });

  it("leaves out what is below its level", () => {
    const lines = logged("warn", (logger) => {
      logger.info("quiet");
      logger.warn("loud");
      logger.error("louder");
    });
    expect(lines).toMatchObject([{ msg: "loud" }, { msg: "louder" }]);
    expect(
      logged("silent", (logger) => {
        logger.error("nothing");
      }),
    ).toEqual([]);
  });

  it("writes an error with its message, stack and cause", () => {
    const [line] = logged("error", (logger) => {
      logger.error("failed", { error: new Error("outer", { cause: new Error("inner") }) });
    });
    const { error } = z
      .object({
        error: z.object({ message: z.string(), stack: z.string(), cause: z.object({ message: z.string() }) }),
      })
      .parse(line);
    expect(error.message).toBe("outer");
    expect(error.cause.message).toBe("inner");
  });
});
