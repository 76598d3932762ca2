import { describe, expect, it } from "vitest";
import { itemsOf, withItem } from "./pointed-item.ts";

const ANSWER = `The Introduction.

- Return to **regular** meetings. They help all. [1]
- Chapter 2: Support solar power. [2]
- Invest in nurses [3]
- Chapter 4 (Ann B. Lee): The Pier [4]`;
const ITEMS = ["“Return to regular meetings”", "“Support solar power”", "“Invest in nurses”", "Chapter 4"];

describe("itemsOf", () => {
  it("has how each item of a list begins, without its marks", () => {
    expect(itemsOf(ANSWER)).toEqual(ITEMS);
    expect(itemsOf("No list. [1] And none here. [2]")).toEqual([]);
  });
});

describe("withItem", () => {
  it.each([
    ["tell me more about the second one", "Tell me more about “Support solar power”"],
    ["and the last point?", "Tell me more about Chapter 4"],
    ["Why the 3rd recommendation?", "Why “Invest in nurses”?"],
    ["who pays for point 1", "who pays for “Return to regular meetings”"],
    ["¿y el segundo punto?", "Cuéntame más sobre “Support solar power”"],
    ["cuéntame más sobre la segunda", "Cuéntame más sobre “Support solar power”"],
    ["what would the first of them cost?", "what would “Return to regular meetings” cost?"],
  ])("puts the item in the place of what points at it: %s", (text, said) => {
    expect(withItem(text, ITEMS)).toBe(said);
  });

  it.each([
    ["what is not in the list", "tell me more about the fifth one"],
    ["the nought", "what about point 0?"],
    ["an ordinal that points at nothing", "Who was the first president?"],
    ["no ordinal", "tell me more"],
    ["what is no item", "what's the last thing they signed together?"],
    ["an item of something else", "What is the first point of the treaty?"],
  ])("is null for %s", (_, text) => {
    expect(withItem(text, ITEMS)).toBeNull();
  });

  it("is null without a list", () => {
    expect(withItem("tell me more about the second one", [])).toBeNull();
  });
});
