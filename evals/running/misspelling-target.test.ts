import fc from "fast-check";
import { distance } from "fastest-levenshtein";
import { describe, expect, it } from "vitest";
import type { AskRequest } from "../../src/domain/contract.ts";
import { misspelt, misspellingTarget } from "./misspelling-target.ts";
import type { Target } from "./target.ts";

describe("a question with a slip", () => {
  it("has one in one of its longer words, and always the same", () => {
    const question = "How many boats were repaired in Tarnholm?";
    const typed = misspelt(question, 7);
    expect(misspelt(question, 7)).toBe(typed);
    const differing = question.split(" ").filter((word, i) => word !== typed.split(" ")[i]);
    expect(differing).toHaveLength(1);
    expect(["boats", "repaired"]).toContain(differing[0]);
  });

  it("is as it was when it has no longer word", () => {
    expect(misspelt("Who is AMLO?", 7)).toBe("Who is AMLO?");
  });

  it("is at most one slip away, whatever it is", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), (text, seed) => {
        expect(distance(text, misspelt(text, seed))).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe("misspellingTarget", () => {
  it("asks the same with a slip, and tells so", async () => {
    const asked: string[] = [];
    const target = {
      about: { name: "in-process", index: "i", encoder: "e" },
      concurrency: 1,
      ask: ({ question }: AskRequest) => {
        asked.push(question);
        return Promise.reject(new Error("not answered"));
      },
      attempt: null,
      passage: () => Promise.resolve(null),
    } satisfies Target;
    const other = misspellingTarget(target);
    expect(other.about.name).toBe("in-process, one word misspelt");
    expect(other.attempt).toBeNull();
    const request = { question: "Who repaired it?", topK: 6, include: [] } satisfies AskRequest;
    await expect(other.ask(request)).rejects.toThrow("not answered");
    expect(asked).toEqual([misspelt("Who repaired it?", 7)]);
    expect(asked[0]).not.toBe("Who repaired it?");
  });
});
