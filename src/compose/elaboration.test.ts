import { describe, expect, it } from "vitest";
import { villageComposer } from "./village-composer.fixture.ts";

const { compose } = await villageComposer();

describe("elaboration", () => {
  it("goes on where the item stands", async () => {
    const { draft } = await compose(
      "Tell me more about “The council of Norwick built the stone pier in 1931”",
    );
    expect(draft?.parts.map((part) => part.text)).toEqual([
      "Its repair cost 40,000 crowns. Fishermen use the pier to land herring.",
    ]);
  });

  it("says an item again that nothing else speaks of, and that there is no more", async () => {
    const { draft } = await compose("Tell me more about “Fishermen use the pier to land herring”");
    expect(draft?.parts.map((part) => part.text)).toEqual([
      "Fishermen use the pier to land herring.",
      "The report says no more on this point.",
    ]);
  });

  it("says nothing else of what nothing speaks of", async () => {
    const { draft } = await compose("Tell me more about “Invest in volcanoes of the southern seas”");
    expect(draft?.parts ?? []).toEqual([]);
  });
});
