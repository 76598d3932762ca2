import { describe, expect, it } from "vitest";
import { createRecase, usualForms } from "./recase.ts";

const TEXTS = [
  "The President, AMLO, met Trump in Mexico.",
  "In Mexico the port of Norwick is old.",
  "Port fees rose while AMLO spoke to the port's council.",
  "Will it rise, or will it not?",
];
const recase = createRecase(usualForms(TEXTS));

describe("createRecase", () => {
  it("writes a question that was typed in small letters as the texts write its words", () => {
    expect(recase("why did amlo meet trump in mexico?")).toBe("Why did AMLO meet Trump in Mexico?");
  });

  it("does not take a capital at the beginning of a sentence for a word's own", () => {
    expect(recase("port fees in norwick")).toBe("Port fees in Norwick");
    expect(recase("what of the port")).toBe("What of the port?");
  });

  it("leaves what has capitals as it is", () => {
    expect(recase("why did amlo meet Trump")).toBe("why did amlo meet Trump");
    expect(recase("Will AMLO stay?")).toBe("Will AMLO stay?");
  });

  it("adds the mark of a question that begins like one, and to nothing else", () => {
    expect(recase("will it rise")).toBe("Will it rise?");
    expect(recase("What is the port for?")).toBe("What is the port for?");
    expect(recase("tell me of trump.")).toBe("Tell me of Trump.");
    expect(recase("amlo port fees")).toBe("AMLO port fees");
    expect(recase("")).toBe("");
  });
});
