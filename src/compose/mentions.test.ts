import { describe, expect, it } from "vitest";
import { villageComposer } from "./village-composer.fixture.ts";

const { compose } = await villageComposer();

async function quotes(text: string): Promise<string[]> {
  const { draft } = await compose(text);
  return (draft?.parts ?? []).map((part) => part.text);
}

describe("whether a thing is spoken of", () => {
  it("is told by the sentences that name it, and how many passages do", async () => {
    expect(await quotes("Does the report mention herring?")).toEqual([
      "The report speaks of this in one passage:",
      "Fishermen use the pier to land herring.",
    ]);
    const [frame, ...said] = await quotes("Is the council mentioned?");
    expect(frame).toBe("The report speaks of this in 2 passages:");
    expect(said.toSorted()).toEqual([
      "The council of Norwick built the stone pier in 1931.",
      "The council should lay a new roof before winter.",
    ]);
  });

  it("asks for all words of the subject in one sentence, as they are written where they are", async () => {
    expect(await quotes("Is there anything about the stone pier?")).toEqual([
      "The report speaks of this in one passage:",
      "The council of Norwick built the stone pier in 1931.",
    ]);
  });

  it("takes either of two subjects", async () => {
    expect((await quotes("does it mention Latin or gales?")).slice(1).toSorted()).toEqual([
      "The school teaches Latin and sailing.",
      "Twelve boats were lost in the gale of March 2019.",
    ]);
  });

  it("keeps to the chapter that is named", async () => {
    expect((await quotes("Does the school chapter mention the council?")).slice(1)).toEqual([
      "The council should lay a new roof before winter.",
    ]);
  });

  it("is denied where a word of it stands nowhere", async () => {
    const { draft, reason, message } = await compose("Does the report mention zebras?");
    expect(draft).toBeNull();
    expect(reason).toBe("not_in_report");
    expect(message).toMatch(/^The report does not mention “zebras”, not in these words\./u);
  });
});
