import { describe, expect, it } from "vitest";
import { corpusMetaSchema } from "../domain/corpus.ts";
import { ingest } from "../ingest/index.ts";
import { officeHolder } from "./office-holder.ts";

const TEXT = `# Port

Norwegian President Lund came. Norwegian President Una Lund and Portugal's Prime Minister Rui Maia met U.S. President Ned Ames and the former Danish President Ole Holm.
`;
const { corpus } = ingest(
  [{ id: "a.md", title: "A", format: "markdown", text: TEXT }],
  corpusMetaSchema.parse({ id: "x", title: "X" }),
);

describe("officeHolder", () => {
  const holder = (question: string): string | undefined => officeHolder(question, { corpus })?.parts[0]?.text;

  it.each([
    "Who is the president of Norway?",
    "who's Norway's president",
    "Who is the Norwegian president now?",
    "Who is the prime minister of Portugal?",
    "Who is the US president?",
    "¿Quién es el presidente de Estados Unidos?",
    "quién es la primera ministra de Portugal",
    "Who is the president of the United States?",
  ])("tells who holds an office, by the whole name if it is there: %s", (question) => {
    expect(holder(question)).toContain(
      "Una Lund and Portugal's Prime Minister Rui Maia met U.S. President Ned Ames",
    );
  });

  it.each([
    ["an office that nobody holds", "Who is the president of Sweden?"],
    ["who held it before", "Who is the president of Denmark?"],
    ["another question", "Who is the president of Norway afraid of?"],
    ["a person", "Who is Una Lund?"],
  ])("is none of %s", (_, question) => {
    expect(holder(question)).toBeUndefined();
  });
});
