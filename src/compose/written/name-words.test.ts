import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../../adapters/core/english-analyzer.ts";
import { makeCorpus, makePassage } from "../../domain/corpus.fixture.ts";
import { createNames } from "./name-words.ts";

const corpus = makeCorpus(
  [
    makePassage("Two drug trafficking organizations (DTOs) fought. The ports were closed."),
    makePassage("President Andrés Manuel López Obrador (AMLO) met Biden. In Norwick, the harbour grew."),
  ],
  [{ number: 1, title: "Ports", authors: [] }],
);
const names = createNames({ corpus }, createEnglishAnalyzer());
const missing = (sentence: string, text: string) => names.missing(names.in(sentence), text);

describe("names", () => {
  it.each([
    ["Biden met the mayor of Norwick.", ["Biden", "Norwick"]],
    ["Harbour walls were built.", []],
    ["Additionally, ports grew.", []],
    ["Ernesto Zedillo spoke of NATO.", ["Ernesto", "Zedillo", "NATO"]],
    ["The U.S. ports grew.", ["U.S"]],
  ])("are found in %j", (sentence, expected) => {
    expect(names.in(sentence)).toEqual(expected);
  });

  it.each([
    ["Biden met Trudeau.", "Biden met him.", ["Trudeau"]],
    ["The Mexican ports grew.", "Ports in Mexico grew.", []],
    ["The Chinese ports grew.", "Beijing's ports grew.", []],
    ["American ports grew.", "Ports in the United States grew.", []],
    ["Ports in the U.S. grew.", "Ports of Canada grew.", ["U.S"]],
    ["The Obama-era talks.", "Talks under Obama.", []],
    ["The DTOs fought.", "The drug trafficking organizations fought.", []],
    ["Drug Trafficking groups fought the DTO.", "Both DTOs fought.", []],
    ["So AMLO left.", "López Obrador left.", []],
    ["So López Obrador left.", "AMLO left.", []],
    ["So Calderon left.", "Calderón left.", []],
    ["So Bidenomics won.", "Biden won.", ["Bidenomics"]],
  ])("of %j, with %j, lack %j", (sentence, text, expected) => {
    expect(missing(sentence, text)).toEqual(expected);
  });
});
