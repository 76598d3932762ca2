import { describe, expect, it } from "vitest";
import { corpusMetaSchema } from "../domain/corpus.ts";
import { formatIngestReport, ingest } from "./index.ts";
import { MADE_UP_REPORT } from "./made-up-report.fixture.ts";

const META = corpusMetaSchema.parse({ id: "harbour", title: "The Harbour Report: Ships and Towns" });
const { report } = ingest([{ id: "r.txt", title: "r", format: "report", text: MADE_UP_REPORT }], META);

describe("formatIngestReport", () => {
  it("says what was found, joined, left out and linked", () => {
    const text = formatIngestReport(report);
    expect(text).toContain("   1  Ships First: The State of the Fleet\n      Cora Dee · pages 5-11 ·");
    expect(text).toContain("Sentences joined across page breaks: 1");
    expect(text).toContain("the yards that | built them have closed.");
    expect(text).toContain("Pull quotes: 1 left out because the text says the same, 1 kept");
    expect(text).toContain("Note markers: 4 linked, 1 not linked");
  });

  it("marks titles and asides with the given style only", () => {
    const styled = formatIngestReport(report, { title: (t) => `<${t}>`, faint: (t) => t });
    expect(styled).toContain("<Chapters>");
    expect(formatIngestReport(report)).not.toContain("\u001b");
  });
});
