import { describe, expect, it } from "vitest";
import { viewNearest } from "./nearest-passages.ts";
import { villageComposer } from "./village-composer.fixture.ts";

const { index, compose } = await villageComposer({ threshold: 1 }, []);

describe("what is nearest to a question that is not answered", () => {
  it("is three passages, each with its nearest sentence in its own words and the way there", async () => {
    const { nearest, message } = await compose("How many crowns did the repair cost the council?");
    expect(nearest).toHaveLength(3);
    const views = nearest.map((one) => viewNearest(index.corpus, one, ""));
    expect(views[0]).toMatchObject({
      quote: "Its repair cost 40,000 crowns.",
      section: "The pier",
    });
    for (const { text, quote, url, passageId } of views) {
      expect(text).toContain(quote);
      expect(url).toMatch(new RegExp(`^/report\\?quote=${passageId}\\.\\d+-\\d+#p-${passageId}$`, "u"));
      expect(message).toContain(url);
    }
  });
});
