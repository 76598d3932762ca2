import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rebuild } from "../domain/span.ts";
import { canonical, type Canonical } from "./canonical.ts";
import { chunkParagraphs } from "./chunks.ts";
import { isSentenceOrder } from "./sentence-order.ts";
import { countWords } from "./words.ts";

const sentence = (words: number): string =>
  `${Array.from({ length: words }, (_, i) => `Word${i}`).join(" ")}.`;

function paragraphs(sentenceLengths: readonly (readonly number[])[]): {
  source: string;
  pieces: Canonical[];
} {
  const texts = sentenceLengths.map((lengths) => lengths.map(sentence).join(" "));
  const source = texts.join("\n\n");
  let at = 0;
  const pieces = texts.map((text) => {
    const piece = canonical(source, { start: at, end: at + text.length });
    at += text.length + 2;
    return piece;
  });
  return { source, pieces };
}

describe("chunkParagraphs", () => {
  it("puts short neighbours together with an empty line between", () => {
    const [chunk, ...rest] = chunkParagraphs(paragraphs([[30], [20, 20]]).pieces);
    expect(rest).toEqual([]);
    expect(chunk?.piece.text.split("\n\n").map(countWords)).toEqual([30, 40]);
    expect(chunk?.sentences).toHaveLength(3);
  });

  it("cuts a long paragraph evenly at sentence ends", () => {
    const lengths = chunkParagraphs(paragraphs([[20, 20, 20, 20, 20, 20, 20, 20]]).pieces).map((c) =>
      countWords(c.piece.text),
    );
    expect(lengths).toEqual([80, 80]);
  });

  it("leaves a long sentence whole", () => {
    expect(chunkParagraphs(paragraphs([[200]]).pieces)).toHaveLength(1);
  });

  it("loses no word, never cuts a sentence and keeps passages in bounds", () => {
    const lengths = fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(lengths, (sentenceLengths) => {
        const { source, pieces } = paragraphs(sentenceLengths);
        const chunks = chunkParagraphs(pieces);
        expect(
          chunks
            .map((c) => c.piece.text)
            .join(" ")
            .split(/\s+/u),
        ).toEqual(source.split(/\s+/u));
        for (const { piece, sentences } of chunks) {
          expect(rebuild(source, piece.segments)).toBe(piece.text);
          expect(isSentenceOrder(sentences, piece.text)).toBe(true);
          expect(piece.text).toMatch(/\.$/u);
          expect(countWords(piece.text)).toBeLessThanOrEqual(145);
        }
      }),
      { numRuns: 40 },
    );
  });
});
