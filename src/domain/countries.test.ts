import { describe, expect, it } from "vitest";
import { countriesIn } from "./countries.ts";

describe("countriesIn", () => {
  it.each([
    ["How do Canadian exports compare with those of the U.S.?", ["Canada", "the United States"]],
    ["¿Cuántos médicos hay en México?", ["Mexico"]],
    ["Which country of North America trades with Europe?", []],
    ["What do american states import?", []],
  ])("of %j are %j", (text, countries) => {
    expect([...countriesIn(text)]).toEqual(countries);
  });
});
