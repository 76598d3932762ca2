import { describe, expect, it } from "vitest";
import type { LogLevel } from "../../ports/logger.ts";
import { createConsoleLogger } from "./console-logger.ts";

function logged(level: LogLevel) {
  const lines: [string, unknown][] = [];
  const at = (name: string) => (line: unknown) => void lines.push([name, line]);
  const logger = createConsoleLogger(level, { info: at("info"), warn: at("warn"), error: at("error") });
  return { logger, lines };
}

describe("the logger of Workers", () => {
  it("logs one object a line, by its level", () => {
    const { logger, lines } = logged("info");
    logger.info("request", { status: 200 });
    logger.error("failed");
    expect(lines).toEqual([
      ["info", { level: "info", msg: "request", status: 200 }],
      ["error", { level: "error", msg: "failed" }],
    ]);
  });

  it("leaves out what is below its level", () => {
    const { logger, lines } = logged("warn");
    logger.info("a");
    logger.warn("b");
    expect(lines.map(([name]) => name)).toEqual(["warn"]);
    const silent = logged("silent");
    silent.logger.error("c");
    expect(silent.lines).toEqual([]);
  });

  it("writes an error with its causes and its stack", () => {
    const { logger, lines } = logged("error");
    logger.error("failed", { error: new Error("outer", { cause: new TypeError("inner") }) });
    expect(lines[0]?.[1]).toMatchObject({
      error: {
        name: "Error",
        message: "outer: inner",
        stack: expect.stringContaining("console-logger.test"),
      },
    });
    logger.error("failed", { error: "a text" });
    expect(lines[1]?.[1]).toMatchObject({ error: "a text" });
  });
});
