import { describe, expect, it } from "vitest";
import { villageIndex } from "../adapters/core/village-index.fixture.ts";
import { followUpModelsFor } from "./answer-models.ts";
import { FOLLOW_UP_MODELS } from "./follow-up-models.ts";

describe("followUpModelsFor", () => {
  it("goes by the anticipated questions of an index, and by whether its encoder was tuned", async () => {
    const [asked, plain] = [await villageIndex(), await villageIndex([])];
    expect(followUpModelsFor(asked)).toBe(FOLLOW_UP_MODELS.asked);
    expect(followUpModelsFor({ ...asked, encoderId: "use-lite@1+0a1b2c3d" })).toBe(FOLLOW_UP_MODELS.tuned);
    expect(followUpModelsFor(plain)).toBe(FOLLOW_UP_MODELS.plain);
    expect(followUpModelsFor({ ...plain, encoderId: "use-lite@1+0a1b2c3d" })).toBe(FOLLOW_UP_MODELS.plain);
  });
});
