import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { containsFact, factsCovered, normaliseForMatch } from "./fact-match.ts";

describe("containsFact", () => {
  it.each([
    ["went from a total of 8 murders to 24 in 2011.¹¹", "8"],
    ["contracted by 4.3% in 2020", "4.3 percent"],
    ["contracted by 4.3 percent in 2020", "4.3%"],
    ["invest \\$4 billion dollars over four years", "$4 billion"],
    ["invest 4 billion dollars", "$4 billion"],
    ["a surplus of USD\\$21 billion by 2019", "$21 billion"],
    ["investments totaled \\$21.5bn.", "21.5 billion"],
    ["workers earn at least 16\\$/hr.", "$16"],
    ["five years and 4 billion U.S. dollars", "$4 billion"],
    ["spending of 1,138 dollars a head", "1138"],
    ["only 600 000 barrels".replace(" 000", "\u202F000"), "600,000"],
    ["a limit of 2.50 percent", "2.5 percent"],
    ["reached 29.0 per 100,000", "29"],
    ["a score of .74", "0.74"],
    ["cost 40 – 65 percent less", "40-65 percent"],
    ["“Remain in Mexico”, the metering process", '"Remain in Mexico"'],
    ["Biden’s plan", "Biden"],
    ["Polls for *El Financiero*.", "El Financiero"],
    ["murdered in Mexico, with 99 percent.^{15, 16}", "99 percent"],
    ["the U.S. President at the White House", "US President"],
    ["the G-20 country", "G20"],
    ["the 2002 FDA-COFEPRIS Commitment", "COFEPRIS"],
    ["held off until Dec. 14, 2020", "December 14, 2020"],
    ["held off until 14 December 2020", "December 14, 2020"],
    ["on the 14th of December", "December 14"],
    ["on December 14th", "December 14"],
    ["signed on 2020-12-14", "December 14, 2020"],
    ["during July of 2020", "July 2020"],
    ["by 1 May", "May 1"],
    ["joined by [the report](https://example.org/8)", "the report"],
  ])("finds in %j the fact %j", (text, fact) => {
    expect(containsFact(text, fact)).toBe(true);
  });

  it.each([
    ["in 2018 and 2008", "8"],
    ["more than 12 million barrels", "1.2 million"],
    ["over 1.2 million barrels", "2 million"],
    ["contracted by 14.3 percent", "4.3 percent"],
    ["contracted by 4.3 percentage points", "4.3 percent"],
    ["invest 4 billion pesos", "$4 billion"],
    ["invest $4 million", "$4 billion"],
    ["a limit of 2.51", "2.5"],
    ["spent 1,138,000", "1,138"],
    ["the COVID-19 pandemic", "19"],
    ["the first claim holds [1] and so does the next [2, 3].", "1"],
    ["record highs since 2016.⁸", "8"],
    ["García was named", "Garcia"],
    ["reported from the 20th century", "20"],
    ["unpunished", "punished"],
    ["under Article 27.30.2", "27.3"],
    ["held off until December 14", "December 4"],
    ["in December 2014", "December 20"],
    ["between 2014 and December 2020", "December 2014"],
    ["in 2020 14 December", "2014"],
    ["at 2.4 per 100,000", "2.4 per 1,000"],
    ["cost 16 cents", "$16"],
    ["8 murders per 10,000", "8 murders per 100,000"],
    ["1.5 million barrels", "1.5 billion barrels"],
    ["a fall of 9 percentage points", "9 percent"],
    ["20 kilometers of fence", "20 miles"],
    ["ranked 121st", "121"],
    ["anything", ""],
  ])("does not find in %j the fact %j", (text, fact) => {
    expect(containsFact(text, fact)).toBe(false);
  });

  it("finds any run of a text's own words", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,6}$/u), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (all, a, b) => {
        const from = a % all.length;
        const run = all.slice(from, from + 1 + (b % (all.length - from)));
        return containsFact(all.join(" "), run.join(" – "));
      }),
    );
  });

  it("never takes one whole number for another", () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(10_000_000), (a, b) => {
        const text = `about ${a.toLocaleString("en-US")} people`;
        return containsFact(text, String(b)) === (a === b);
      }),
    );
  });
});

describe("normaliseForMatch", () => {
  it("gives the same tokens for the ways a sum of money is written", () => {
    const spelled = ["4.5", "billion", "dollars"];
    for (const written of ["$4.5 billion", "USD\\$4.5 billion", "US$4.5bn", "USD 4.5 billion dollars"]) {
      expect(normaliseForMatch(written)).toEqual(spelled);
    }
  });

  it("keeps accents and splits at dashes", () => {
    expect(normaliseForMatch("Kloppe-Santamaría—Mérida")).toEqual(["kloppe", "santamaría", "mérida"]);
  });
});

describe("factsCovered", () => {
  it("counts the groups of which any alternative is stated", () => {
    const facts = [["8", "eight"], ["24"], ["2011"]];
    expect(factsCovered("From eight to 24. [1]", facts)).toEqual({ covered: 2, total: 3 });
    expect(factsCovered("", facts)).toEqual({ covered: 0, total: 3 });
    expect(factsCovered("anything", [])).toEqual({ covered: 0, total: 0 });
  });
});
