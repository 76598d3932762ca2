import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readUnits, type Unit } from "./read-units.ts";

async function read(reply: string, sizes: readonly number[] = [reply.length]): Promise<Unit[]> {
  async function* chunks() {
    let at = 0;
    for (let i = 0; at < reply.length; i += 1) {
      const size = Math.max(1, sizes[i % sizes.length] ?? 1);
      yield reply.slice(at, at + size);
      at += size;
      await Promise.resolve();
    }
  }
  const units: Unit[] = [];
  for await (const unit of readUnits(chunks())) units.push(unit);
  return units;
}

describe("readUnits", () => {
  it("gives a sentence a line, with its keys taken out", async () => {
    expect(await read("Rates rose to 24. [kqbdt]\nThen **they** fell [kqbdt] [mfrzs].\n")).toEqual([
      { text: "Rates rose to 24.", keys: ["kqbdt"], layout: "sentence" },
      { text: "Then they fell.", keys: ["kqbdt", "mfrzs"], layout: "sentence" },
    ]);
  });

  it("takes sentences on one line apart where keys end them", async () => {
    const units = await read("Rates rose. [aaa] Then they fell [bbb, ccc]. And U.S. rates did not. [aaa]");
    expect(units.map(({ text, keys }) => [text, ...keys])).toEqual([
      ["Rates rose.", "aaa"],
      ["Then they fell.", "bbb", "ccc"],
      ["And U.S. rates did not.", "aaa"],
    ]);
  });

  it("tells sentences apart that share their keys, but not after abbreviations", async () => {
    const units = await read("The U.S. and Mr. Holm agreed. Rates rose in the U.S. They fell later. [aaa]");
    expect(units.map(({ text, keys }) => [text, ...keys])).toEqual([
      ["The U.S. and Mr. Holm agreed.", "aaa"],
      ["Rates rose in the U.S. They fell later.", "aaa"],
    ]);
  });

  it("leaves out what a model thinks aloud", async () => {
    expect(await read("<think>\nRates fell. [bbb]\n</think>\nRates rose. [aaa]\n")).toEqual([
      { text: "Rates rose.", keys: ["aaa"], layout: "sentence" },
    ]);
    expect(await read("<think>\nRates fell. [bbb]\n")).toEqual([]);
  });

  it("reads full-width figures as figures, and no bracket that is left open", async () => {
    expect(await read("Rates rose by １３ [aaa] [bb\n")).toEqual([
      { text: "Rates rose by 13 bb", keys: ["aaa"], layout: "sentence" },
    ]);
  });

  it("reads a hostile reply in time, and not to its end", async () => {
    const began = performance.now();
    const units = await read("[a] ".repeat(20_000), [4]);
    await read(`${"A. ".repeat(500)}\n`.repeat(100), [4]);
    expect(units.every(({ text }) => text.length <= 1_000)).toBe(true);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it("keeps a sentence whole that has keys inside", async () => {
    expect(await read("Rates rose [aaa] and fell [bbb].")).toEqual([
      { text: "Rates rose and fell.", keys: ["aaa", "bbb"], layout: "sentence" },
    ]);
  });

  it("knows the lines of a list", async () => {
    const units = await read("- One thing. [aaa]\n2. Another. [bbb]\n* A third. [aaa]");
    expect(units.map(({ text, layout }) => [text, layout])).toEqual([
      ["One thing.", "bullet"],
      ["Another.", "bullet"],
      ["A third.", "bullet"],
    ]);
  });

  it("leaves out fences and rules, and characters that cannot be seen", async () => {
    expect(await read("```\n---\n\nRates \u202erose.\u0007 [aaa]\n```")).toEqual([
      { text: "Rates rose.", keys: ["aaa"], layout: "sentence" },
    ]);
  });

  it("gives the same however the reply is cut", async () => {
    const piece = fc.constantFrom(
      "Rates rose.",
      "They fell",
      " [aaa]",
      " [bbb, x]",
      ".",
      "\n",
      "- ",
      " And so on",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        async (pieces, sizes) => {
          const reply = pieces.join("");
          expect(await read(reply, sizes)).toEqual(await read(reply));
        },
      ),
    );
  });
});
