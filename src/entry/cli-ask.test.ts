import { describe, expect, it } from "vitest";
import type { AskResponse } from "../domain/contract.ts";
import { askRequestSchema } from "../domain/contract.ts";
import { createFakeAssistant } from "../serve/fake-assistant.fixture.ts";
import { formatAnswer } from "./cli-ask.ts";

const PLAIN = { color: false, width: 60 };

function ask(question: string): Promise<AskResponse> {
  return createFakeAssistant().ask(askRequestSchema.parse({ question }));
}

describe("an answer for the terminal", () => {
  it("has the words, then each source with chapter, section, pages and quote", async () => {
    const lines = formatAnswer(await ask("How?"), PLAIN).split("\n");
    expect(lines[0]).toMatch(/^The rate went from 8 to 24/u);
    const text = lines.join("\n");
    expect(text).toContain("[1] Chapter 1, Putting Security First > Violence (from page 10)");
    expect(text.replace(/\s+/gu, " ")).toContain(
      "“The rate went from 8 to 24 homicides,* which cost $4 billion.”",
    );
    expect(text).toContain("Note 12: ");
    expect(text).toContain("[2] ");
  });

  it("keeps within the width", async () => {
    const text = formatAnswer(await ask("How?"), PLAIN);
    const places = /^\[\d\]/u;
    for (const line of text.split("\n").filter((line) => !places.test(line))) {
      expect(line.length, line).toBeLessThanOrEqual(60);
    }
  });

  it("shows what is nearest when it abstains", async () => {
    const text = formatAnswer(await ask("silent?"), PLAIN);
    expect(text).toMatch(/^The report does not say\./u);
    expect(text).toContain("Nearest in the report:");
    expect(text).toContain("confidence 0.12");
  });

  it("colours only when told to", async () => {
    const response = await ask("How?");
    expect(formatAnswer(response, PLAIN)).not.toContain("\u001b");
    expect(formatAnswer(response, { ...PLAIN, color: true })).toContain("\u001b[36m[1]");
  });

  it("shows bullets, escapes taken off, table rows with their caption and open parts", async () => {
    const response = await ask("How?");
    const [citation] = response.citations;
    if (!citation) throw new Error("the fake assistant cites nothing");
    const text = formatAnswer(
      {
        ...response,
        answer: "Two things:\n\n- one \\*star\\* [1]\n- two [1]",
        uncovered: "the price",
        citations: [{ ...citation, table: { caption: "Table 1. Doctors", header: [], note: null } }],
      },
      PLAIN,
    );
    expect(text).toContain("- one *star* [1]\n- two [1]");
    expect(text).toContain("Table 1. Doctors: “");
    expect(text).toContain("Not answered in the report: the price");
  });
});
