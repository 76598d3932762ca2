import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Condenser } from "../ports/condenser.ts";
import { condensedQuestion } from "./condense.ts";

const TURNS = [
  { question: "How many boats did Norwick lose in 2019?", answer: "The gale sank twelve boats. [1]" },
];
const saying = (reply: string): Condenser => ({ condense: () => Promise.resolve(reply) });
const condensed = (text: string, reply: string) => condensedQuestion(text, TURNS, saying(reply));

describe("condensedQuestion", () => {
  it("takes what a model makes of a follow-up", async () => {
    expect(await condensed("And in 2020?", "How many boats did Norwick lose in 2020?")).toEqual({
      text: "How many boats did Norwick lose in 2020?",
      leans: true,
      added: false,
    });
  });

  it("does not lean on the past for a question that was left as it is", async () => {
    const asked = "Who teaches Latin at Elmsby?";
    expect(await condensed(asked, "who teaches Latin at Elmsby")).toMatchObject({ leans: false });
  });

  it("asks no model about what is no question of substance, and none without a past", async () => {
    const refuses: Condenser = { condense: () => Promise.reject(new Error("asked")) };
    expect(await condensedQuestion("thanks!", TURNS, refuses)).toMatchObject({ text: "thanks!" });
    expect(await condensedQuestion("And in 2020?", [], refuses)).toMatchObject({ text: "And in 2020?" });
  });

  it.each([
    ["nothing", ""],
    ["a mark", "?"],
    ["several lines", "How many boats?\nHow many ships?"],
    ["a figure that nobody said", "How many boats did Norwick lose in 2021?"],
    ["a name that nobody said", "How many boats did Elmsby lose in 2020?"],
    ["a sermon", `How many ${"very ".repeat(60)}old boats?`],
  ])("refuses %s", async (_, reply) => {
    await expect(condensed("And in 2020?", reply)).rejects.toMatchObject({ code: "model_unusable" });
  });

  it("never lets a name or figure through that was not said", async () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{3,8}$/u).filter((word) => !/norwick|how|the/iu.test(word));
    const figure = fc.integer({ min: 3000, max: 9999 }).map(String);
    await fc.assert(
      fc.asyncProperty(fc.oneof(name, figure), async (word) => {
        const outcome = await condensed("And then?", `How many boats did ${word} lose?`).catch(() => null);
        expect(outcome).toBeNull();
      }),
    );
  });
});
