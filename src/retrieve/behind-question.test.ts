import { expect, it } from "vitest";
import { behindQuestion } from "./behind-question.ts";

it.each([
  ["Who complained?", "Who complained? (Firms left.)"],
  ["who complained", "who complained? (Firms left.)"],
  ["So he lied!? ", "So he lied? (Firms left.)"],
])("puts what was said behind %j", (question, expected) => {
  expect(behindQuestion(question, "Firms left.")).toBe(expected);
});
