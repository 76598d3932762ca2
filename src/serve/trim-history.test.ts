import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HistoryEntry } from "../domain/contract.ts";
import { trimHistory } from "./trim-history.ts";

const entry = (content: string, citations?: string[]): HistoryEntry => ({
  role: "user",
  content,
  ...(citations ? { citations } : {}),
});
const bytes = (history: readonly HistoryEntry[]): number =>
  history.reduce((sum, e) => sum + Buffer.byteLength([e.content, ...(e.citations ?? [])].join("")), 0);

const histories = fc.array(
  fc.record(
    {
      role: fc.constantFrom("user" as const, "assistant" as const),
      content: fc.oneof(
        fc.string(),
        fc.integer({ min: 0, max: 20_000 }).map((length) => "é".repeat(length)),
      ),
      citations: fc.array(fc.string(), { maxLength: 4 }),
    },
    { requiredKeys: ["role", "content"] },
  ),
  { maxLength: 90 },
);

describe("trimming the history", () => {
  it("keeps what is within the limits as it is", () => {
    const history = Array.from({ length: 40 }, (_, i) => entry(`turn ${i}`));
    expect(trimHistory(history)).toEqual(history);
    expect(trimHistory([])).toEqual([]);
  });

  it("leaves out the oldest of more than 40 entries", () => {
    const history = Array.from({ length: 41 }, (_, i) => entry(`turn ${i}`));
    expect(trimHistory(history)).toEqual(history.slice(1));
  });

  it("counts bytes of UTF-8, citations too, and leaves out what goes beyond 32 KiB", () => {
    const full = entry("é".repeat(16 * 1024));
    expect(trimHistory([entry("old"), full])).toEqual([full]);
    expect(trimHistory([full, entry("x")])).toEqual([entry("x")]);
    expect(trimHistory([full, entry("", ["id"])])).toEqual([entry("", ["id"])]);
    expect(trimHistory([entry("é".repeat(16 * 1024) + "x")])).toEqual([]);
  });

  it("gives the longest end of the history that the limits allow", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const kept = trimHistory(history);
        expect(kept).toEqual(history.slice(history.length - kept.length));
        expect(kept.length).toBeLessThanOrEqual(40);
        expect(bytes(kept)).toBeLessThanOrEqual(32 * 1024);
        if (kept.length < history.length && kept.length < 40) {
          expect(bytes(history.slice(-kept.length - 1))).toBeGreaterThan(32 * 1024);
        }
      }),
    );
  });
});
