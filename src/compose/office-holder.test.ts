import { describe, expect, it } from "vitest";
import { corpusMetaSchema } from "../domain/corpus.ts";
import { ingest } from "../ingest/index.ts";
import { officeHolder } from "./office-holder.ts";

const TEXT = `# Port

Norwegian President Lund came. Norwegian President Una Lund and Portugal's Prime Minister Rui Maia met U.S. President Ned Ames and the former Danish President Ole Holm. The Norwegian Secretary of Fisheries Ib Sand and the Norwegian Energy Secretary Eva Dahl stayed.
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

  it.each(["Who is Norway's fisheries secretary?", "Who is Norway's secretary of energy?"])(
    "knows an office by its matter, before it or behind: %s",
    (question) => {
      expect(holder(question)).toContain("Ib Sand and the Norwegian Energy Secretary Eva Dahl");
    },
  );

  it.each(["who leads Portugal", "Who runs the US?", "Who governs Norway today?"])(
    "tells who leads a country: %s",
    (question) => {
      expect(holder(question)).toContain("Portugal's Prime Minister Rui Maia");
    },
  );

  it.each([
    ["who leads what is no country", "Who leads Lund?"],
    ["an office that nobody holds", "Who is the president of Sweden?"],
    ["who held it before", "Who is the president of Denmark?"],
    ["another question", "Who is the president of Norway afraid of?"],
    ["a person", "Who is Una Lund?"],
  ])("is none of %s", (_, question) => {
    expect(holder(question)).toBeUndefined();
  });
});
