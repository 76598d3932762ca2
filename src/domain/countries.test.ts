import { describe, expect, it } from "vitest";
import { countriesIn, withCountries } from "./countries.ts";

describe("withCountries", () => {
  it.each([
    ["does canada buy more than el salvador?", "does Canada buy more than El Salvador?"],
    ["tell us about the united states", "tell us about the United States"],
  ])("reads %j as %j", (typed, read) => {
    expect(withCountries(typed)).toBe(read);
  });
});

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
