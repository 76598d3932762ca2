import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { createTerminalProgress, type ProgressStream } from "./progress.ts";

const ESCAPE = "\u001b";

function stream(extra: { isTTY?: boolean; hasColors?: () => boolean } = {}): {
  stream: ProgressStream;
  text: () => string;
} {
  const through = new PassThrough();
  return {
    stream: Object.assign(through, { columns: 100, ...extra }),
    text: () => String(through.read() ?? ""),
  };
}

function run(target: ProgressStream): void {
  let time = 0;
  const progress = createTerminalProgress({ stream: target, now: () => (time += 1500) });
  progress.start("Embedding", 3);
  progress.advance();
  progress.advance(2);
  progress.stop();
}

describe("progress", () => {
  it("writes one line at the start and one at the end when the stream is no terminal", () => {
    const target = stream();
    run(target.stream);
    expect(target.text()).toBe("Embedding: 3 to do\nEmbedding: 3 of 3 in 1.5 s\n");
  });

  it("draws no bar on a terminal without colours", () => {
    const target = stream({ isTTY: true, hasColors: () => false });
    run(target.stream);
    const text = target.text();
    expect(text).not.toContain(ESCAPE);
    expect(text.split("\n")).toHaveLength(3);
  });

  it("draws a bar with a count on a terminal", () => {
    const target = stream({
      isTTY: true,
      hasColors: () => true,
    });
    run(Object.assign(target.stream, { cursorTo: () => true, clearLine: () => true }));
    expect(target.text()).toMatch(/Embedding \[=+\] 3\/3/u);
  });

  it("ends a job that was never stopped when the next begins, and stops once", () => {
    const target = stream();
    const progress = createTerminalProgress({ stream: target.stream, now: () => 0 });
    progress.stop();
    progress.start("a", 1);
    progress.start("b", 2);
    progress.stop();
    progress.stop();
    expect(target.text().trim().split("\n")).toEqual([
      "a: 1 to do",
      "a: 0 of 1 in 0.0 s",
      "b: 2 to do",
      "b: 0 of 2 in 0.0 s",
    ]);
  });
});
