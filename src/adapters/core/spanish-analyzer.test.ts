import { describe, expect, it } from "vitest";
import { createSpanishAnalyzer } from "./spanish-analyzer.ts";

describe("createSpanishAnalyzer", () => {
  const { terms, isStopWord } = createSpanishAnalyzer();

  it("makes one term of a word's forms, with and without accents", () => {
    expect(terms("migración migraciones")).toEqual([terms("migraciones")[0], terms("migraciones")[0]]);
    expect(terms("energia")).toEqual(terms("energía"));
    expect(terms("médicos")).toEqual(terms("medico"));
  });

  it("leaves out words that ask or frame", () => {
    expect(terms("¿Cuántos son, según el informe, los que hay?")).toEqual([]);
    expect(isStopWord("qué")).toBe(true);
    expect(isStopWord("frontera")).toBe(false);
  });

  it("takes the names of the United States for one", () => {
    for (const name of ["EE.UU.", "EE. UU.", "EUA", "Estados Unidos"]) expect(terms(name)).toEqual(["eeuu"]);
  });

  it("keeps figures whole", () => {
    expect(terms("45,000 millones en 2019")).toEqual(["45000", "millon", "2019"]);
  });
});
