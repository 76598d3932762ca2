import { describe, expect, it } from "vitest";
import { corpusMetaSchema } from "../domain/corpus.ts";
import { ingest } from "../ingest/index.ts";
import { announcedPoints } from "./announced-points.ts";
import { textOfSentence } from "./cite.ts";

const TEXT = `# Ports

## Piers

Two lessons stand out from the storm. First is that wood rots. It rots fast where the sea is warm. And second, stone lasts.

## Boats

The fleet has changed. The first is the herring boat, which is old. The second is the trawler. Finally, the ferry carries guests.

## Sails

Two words stand out. The first is the cloth. The second is the mast. The third is the rope.

## Nets

Three repairs are due. First, the seams are sewn.
`;
const { corpus } = ingest(
  [{ id: "ports.md", title: "Ports", format: "markdown", text: TEXT }],
  corpusMetaSchema.parse({ id: "x", title: "X" }),
);

/** What is found from one sentence of a section on, by what it begins with. */
function pointsOf(section: string, at: number, question: string, wanted = false) {
  const passage = corpus.passages.find((one) => one.section.includes(section) && one.kind === "prose");
  if (!passage) throw new Error(section);
  const found = announcedPoints(question, passage, [at, at], { corpus }, wanted);
  return (
    found && {
      leadsTo: found.leadsTo,
      points: found.points.map((one) => textOfSentence(one.passage, one.sentence).slice(0, 16)),
    }
  );
}

describe("announcedPoints", () => {
  it("finds what a sentence promises for a question that asks for as many things", () => {
    expect(pointsOf("Piers", 0, "which two lessons are there")).toEqual({
      leadsTo: 0,
      points: ["First is that wo", "And second, ston"],
    });
  });

  it("finds it for any question that wants a list, and for no other", () => {
    expect(pointsOf("Piers", 0, "what can be learned", true)?.points).toHaveLength(2);
    expect(pointsOf("Piers", 0, "what stands out")).toBeNull();
  });

  it("finds what a question asks for where the first of them is found, and the last under another word", () => {
    expect(pointsOf("Boats", 1, "what are the three kinds of boats?")).toEqual({
      leadsTo: 0,
      points: ["The first is the", "The second is th", "Finally, the fer"],
    });
  });

  it("finds nothing where more are counted up than were promised", () => {
    expect(pointsOf("Sails", 0, "what are the two words?", true)).toBeNull();
  });

  it("finds nothing where they are not all there", () => {
    expect(pointsOf("Nets", 0, "what are the three repairs?", true)).toBeNull();
  });
});
