import { describe, expect, it } from "vitest";
import { makeCorpus, makePassage } from "../domain/corpus.fixture.ts";
import { quotePassage, quoteSentences } from "./cite.ts";
import { frameForeign, quoteForeign } from "./foreign-frame.ts";
import { phrasesFor } from "./phrases.ts";

const prose = makePassage("The pier cost 40. The town paid.", { id: "pier" });
const row = makePassage("Cranes\t12", {
  id: "row",
  kind: "table-row",
  table: { caption: "Table 2. Harbour", header: ["", "Norport"], cells: ["Cranes", "12"], note: null },
});
const corpus = makeCorpus([prose, row], [{ number: 3, title: "Port", authors: [] }]);

describe("quoteForeign", () => {
  it("puts the report's words in quotation marks and leaves the frames as they are", () => {
    const frame = { kind: "frame" as const, text: "Capítulo 3." };
    const quoted = quoteForeign({
      parts: [frame, quoteSentences(prose, 0, 0, "bullet", "Puerto: ")],
      notices: [],
    });
    expect(quoted.parts).toMatchObject([
      frame,
      { frame: "Puerto: ", quoted: true, text: "The pier cost 40." },
    ]);
  });
});

describe("frameForeign", () => {
  it("says once where consecutive quotes stand, and puts the report's words in quotation marks", () => {
    const parts = [quoteSentences(prose, 0, 0), quoteSentences(prose, 1, 1)];
    const framed = frameForeign({ parts, notices: [] }, corpus, phrasesFor("es")).parts;
    expect(framed).toMatchObject([
      { frame: "Según el informe (capítulo 3): ", quoted: true, text: "The pier cost 40." },
      { frame: "", quoted: true, text: "The town paid." },
    ]);
  });

  it("names the table of a row, and leaves frames as they are", () => {
    const frame = { kind: "frame" as const, text: "A la fecha del informe:" };
    const framed = frameForeign({ parts: [frame, quotePassage(row)], notices: [] }, corpus, phrasesFor("es"));
    expect(framed.parts[0]).toEqual(frame);
    expect(framed.parts[1]).toMatchObject({ frame: "Según el informe (capítulo 3, tabla 2): " });
  });
});
