import type { Analyzers } from "../../indexing/index.ts";
import type { Analyzer } from "../../ports/analyzer.ts";
import { createSpanishAnalyzer } from "./spanish-analyzer.ts";

/** The analyzers of the languages that questions are asked in, beside the one that reads the report. */
export function questionAnalyzers(english: Analyzer): Analyzers {
  return { en: english, es: createSpanishAnalyzer() };
}
