import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSentenceOrder } from "./sentence-order.ts";
import { splitSentences } from "./sentences.ts";

const split = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe("splitSentences", () => {
  it.each([
    [["The U.S. government met U.S. Customs.", "Dr. Smith left."]],
    [["It rose from 1.2 million bpd in 2009 to 600,000 by 2019.", "Then it fell."]],
    [['"We did."', "He left.", "“So did I.”", "She stayed."]],
    [["It was small (see Figure 2).", "It grew.", "(It did.)", "Then it fell."]],
    [["In No. 5 of ch. 3 it is Roe vs. Wade.", "It is known."]],
    [["He went to Washington, D.C. for talks.", "They failed in the U.S.", "The end came."]],
    [["*El Financiero* asked.", "**Yes.**", "It is so."]],
    [["Article 27.3 1. Each party shall adopt:"]],
    [["It applies to trade.", "2. Each party keeps its rights."]],
    [["II. Return integrity to the department"]],
    [["Why is that?", "Because!", "Really."]],
  ])("gives %j back", (sentences) => {
    expect(split(sentences.join(" "))).toEqual(sentences);
  });

  it("covers every character but white space, in order", () => {
    const bits = [
      "a",
      "The",
      " ",
      "\n",
      ". ",
      "U.S. ",
      "“",
      "”",
      "(",
      ")",
      "? ",
      "1.",
      "vs.",
      "No. ",
      "5",
      "*",
      "…",
      "\t",
      "é",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 25 }), (parts) => {
        const text = parts.join("");
        expect(isSentenceOrder(splitSentences(text), text)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
        expect(isSentenceOrder(splitSentences(text), text)).toBe(true);
      }),
    );
  });
});
