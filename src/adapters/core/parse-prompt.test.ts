import { describe, expect, it } from "vitest";
import { messagesOf } from "../../ports/prompt.ts";
import { parsePrompt } from "./parse-prompt.ts";

const HEAD = "---\nid: hi\nversion: 3\nvariables: name, day\n---\n";
const TEXT = `${HEAD}\nGreet them.\n\n<!-- material -->\n\nHello {{name}}, {{name}}, on {{day}}!\n`;

describe("parsePrompt", () => {
  it("reads head, rules and material, and puts variables in as they are", () => {
    const prompt = parsePrompt(TEXT, "hi.md");
    expect(prompt).toMatchObject({ id: "hi", version: 3, rules: "Greet them." });
    const values = { name: "{{day}} $1", day: "Monday" };
    expect(messagesOf(prompt, values)).toEqual([
      ["system", "Greet them."],
      ["human", "Hello {{day}} $1, {{day}} $1, on Monday!"],
    ]);
    expect(() => prompt.material({ name: "Ann" })).toThrow(RangeError);
  });

  it.each([
    ["no head", "Greet them.", "must have a head"],
    ["no material", `${HEAD}Greet them.\n`, "must have a head"],
    ["a head without a version", TEXT.replace("version: 3\n", ""), "must give id, version and variables"],
    ["a variable among the rules", TEXT.replace("them", "{{name}}"), "among its rules"],
    ["a variable that is not declared", TEXT.replace("on {{day}}", "on {{date}}"), "day, date"],
  ])("refuses %s, naming the file", (_, text, message) => {
    expect(() => parsePrompt(text, "hi.md")).toThrow(expect.objectContaining({ code: "config_invalid" }));
    expect(() => parsePrompt(text, "hi.md")).toThrow("hi.md");
    expect(() => parsePrompt(text, "hi.md")).toThrow(message);
  });
});
