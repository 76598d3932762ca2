import { describe, expect, it } from "vitest";
import { villageIndex } from "../adapters/core/village-index.fixture.ts";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { analyseQuestion } from "../converse/index.ts";
import { followUpModelsFor } from "./answer-models.ts";
import { FOLLOW_UP_MODELS } from "./follow-up-models.ts";

describe("followUpModelsFor", () => {
  it("goes by the anticipated questions of an index, and by whether its encoder was tuned", async () => {
    const [asked, plain] = [await villageIndex(), await villageIndex([])];
    const tuned = { encoderId: "use-lite@1+0a1b2c3d" };
    const inEnglish = analyseQuestion("Why did it sink?", [], createEnglishAnalyzer());
    expect(followUpModelsFor(asked, inEnglish)).toBe(FOLLOW_UP_MODELS.asked);
    expect(followUpModelsFor({ ...asked, ...tuned }, inEnglish)).toBe(FOLLOW_UP_MODELS.tuned);
    expect(followUpModelsFor(plain, inEnglish)).toBe(FOLLOW_UP_MODELS.plain);
    expect(followUpModelsFor({ ...plain, ...tuned }, inEnglish)).toBe(FOLLOW_UP_MODELS.plain);
    const inSpanish = analyseQuestion("¿Por qué se hundió?", [], createEnglishAnalyzer());
    expect(followUpModelsFor({ ...asked, ...tuned }, inSpanish)).toBe(FOLLOW_UP_MODELS.crossLanguage);
  });
});
