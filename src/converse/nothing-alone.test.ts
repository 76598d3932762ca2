import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { meansNothingAlone } from "./nothing-alone.ts";

const analyzer = createEnglishAnalyzer();

describe("meansNothingAlone", () => {
  it.each([
    "why?",
    "how come?",
    "And how much?",
    "what about the other one",
    "is it bigger than the other",
    "is that true?",
    "¿por qué?",
    "¿y cuántos?",
  ])("knows that %j asks for nothing", (text) => {
    expect(meansNothingAlone(text, analyzer)).toBe(true);
  });

  it.each([
    "fentanyl",
    "Why do pilots retire?",
    "is it dangerous?",
    "What is bigger, the harbour or the school?",
    "¿Por qué se retiran los pilotos?",
    "¿Qué es el T-MEC?",
  ])("knows that %j asks for something", (text) => {
    expect(meansNothingAlone(text, analyzer)).toBe(false);
  });
});
