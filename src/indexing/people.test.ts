import { describe, expect, it } from "vitest";
import { peopleOf } from "./people.ts";

const people = peopleOf(
  [
    "In 2016 President Anna Lindqvist-Berg met Secretary of State Oduya’s team in Norwick.",
    "The Harlan administration built the harbour; the Fisheries Board did not.",
    "General elections were held, and Attorney General Petra Voss spoke.",
  ],
  ["Gema Santoro"],
);

describe("people of the texts", () => {
  it.each(["anna", "lindqvist-berg", "oduya", "harlan", "petra", "voss", "gema", "santoro"])(
    "%s is somebody's name",
    (word) => {
      expect(people.has(word)).toBe(true);
    },
  );

  it.each(["norwick", "fisheries", "board", "state", "elections", "harbour"])("%s is nobody's", (word) => {
    expect(people.has(word)).toBe(false);
  });
});
