import { describe, expect, it } from "vitest";
import { askRequestSchema } from "../../src/domain/contract.ts";
import { fakeCorpus } from "../../src/serve/fake-corpus.fixture.ts";
import type { Target } from "./target.ts";

/** What every target does, over an assistant of `src/serve/fake-assistant.fixture.ts`. */
export function describeTarget(name: string, create: () => Promise<Target>): void {
  describe(`${name} as a target`, () => {
    it("tells which index and encoder it has", async () => {
      expect((await create()).about).toMatchObject({ index: "index-1", encoder: "fake@8" });
    });

    it("answers, with what it knows of itself left as it was", async () => {
      const target = await create();
      const response = await target.ask(askRequestSchema.parse({ question: "What of the rate?" }));
      expect(response.abstained).toBe(false);
      expect(response.citations.map(({ passageId }) => passageId)).toContain("prose-1");
    });

    it("gives a passage with its source ranges, and null for an unknown one", async () => {
      const target = await create();
      const known = fakeCorpus().passages.find(({ id }) => id === "prose-2");
      expect(await target.passage("prose-2")).toMatchObject({
        documentId: "report.txt",
        text: known?.text,
        segments: known?.segments,
      });
      expect(await target.passage("nowhere")).toBeNull();
    });
  });
}
