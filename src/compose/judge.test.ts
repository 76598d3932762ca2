import { describe, expect, it } from "vitest";
import { villageComposer } from "./village-composer.fixture.ts";

// Without a threshold only rules decline.
const { compose } = await villageComposer({ threshold: 0 });

describe("what is declined whatever the models say", () => {
  it("is somebody of whose name the text lacks a part", async () => {
    expect((await compose("Who is Elmsby Grubb?")).draft).toBeNull();
    expect((await compose("Who is at the school of Elmsby?")).draft).not.toBeNull();
    expect((await compose("Who gives Grubb lessons?")).draft).not.toBeNull();
  });

  it("is advice on what no passage speaks of", async () => {
    expect((await compose("What should be done about the harvest?")).draft).toBeNull();
    expect((await compose("What should be done about the roof?")).draft).not.toBeNull();
  });

  it("is a provision that the text does not have", async () => {
    expect((await compose("What does article 27.8 of the council say of the pier?")).draft).toBeNull();
    // "1931" stands in the text.
    expect((await compose("What does section 1931 of the council say of the pier?")).draft).not.toBeNull();
  });
});
