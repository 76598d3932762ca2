import { afterEach, describe, expect, it, vi } from "vitest";
import { createLruAnswerCache } from "../adapters/core/lru-answer-cache.ts";
import type { Script } from "../adapters/node/scripted-model.fixture.ts";
import {
  BOATS,
  closeScripted,
  EXTRACTIVE,
  gale,
  keyOf,
  PUPILS,
  REPAIR,
  SAFE,
  says,
  start,
  STORM,
} from "./written-village.fixture.ts";

afterEach(closeScripted);

describe("several candidates", () => {
  it("give the one of which the most stands, and nothing before it is chosen", async () => {
    const replies = [says("It cost ninety boats.", SAFE), says(BOATS, SAFE), says("It cost eighty boats.")];
    const { ask, started } = await start((prompt, call) => replies[call - 1]?.(prompt, call) ?? "NONE", {
      candidates: 3,
    });
    const { response } = await ask(STORM);
    expect(response.answer).toBe(`${BOATS} [1] ${SAFE} [2]`);
    expect(started.prompts).toHaveLength(3);
  });

  it("are those that came", async () => {
    const { ask } = await start((prompt, call) => (call === 1 ? 400 : says(BOATS)(prompt, call)), {
      candidates: 2,
    });
    expect((await ask(STORM)).response.answer).toBe(`${BOATS} [1]`);
    const none = await start(() => 400, { candidates: 2 });
    expect((await none.ask(STORM)).response.answer).toBe(EXTRACTIVE);
  });
});

describe("a candidate that hangs", () => {
  it("does not keep the others from being chosen and put right", async () => {
    const { ask } = await start(
      (prompt, call) => {
        if (prompt.startsWith(REPAIR)) return `${BOATS} ${gale(prompt)}`;
        return call === 1 ? null : says("The gale cost ninety boats.", SAFE)(prompt, call);
      },
      { candidates: 2, timeoutMs: 1_000 },
    );
    expect((await ask(STORM)).response.answer).toBe(`${BOATS} [1] ${SAFE} [2]`);
  });
});

describe("the whole report as context", () => {
  it("is shown with every passage, and answered also where retrieval is unsure", async () => {
    const { ask, started } = await start((prompt) => `${PUPILS} [${keyOf(prompt, "Latin")}]`, {
      context: "report",
    });
    const { response } = await ask("By which path do learners arrive?");
    expect(response.answer).toBe(`${PUPILS} [1]`);
    for (const words of ["Twelve boats", "stone pier", "Latin", "slate"]) {
      expect(keyOf(started.prompts[0] ?? "", words)).not.toBe("");
    }
  });

  it("is no reason to ask about what nobody can answer", async () => {
    const { ask, started } = await start(() => "NOT_ANSWERED", { context: "report" });
    expect((await ask("Hi!")).response.reason).toBe("greeting");
    expect(started.prompts).toHaveLength(0);
    expect((await ask("By which path do learners arrive?")).response).toMatchObject({ abstained: true });
  });
});

describe("the cache of answers", () => {
  it("gives an answer again with its events, a new id and new timings, and counts its hits", async () => {
    const onLookup = vi.fn<(found: boolean) => void>();
    const { ask, started } = await start(says(BOATS, SAFE), { cache: createLruAnswerCache(9), onLookup });
    const [first, again] = [await ask(STORM), await ask(STORM)];
    expect(started.prompts).toHaveLength(1);
    expect(again.response).toEqual({ ...first.response, id: "id2", timings: again.response.timings });
    expect(again.streamed).toEqual(first.streamed);
    expect(onLookup.mock.calls).toEqual([[false], [true]]);
  });

  it("knows questions apart, and what they may be answered from", async () => {
    const { ask, started } = await start(says(BOATS), { cache: createLruAnswerCache(9) });
    await ask(STORM);
    await ask("Were boats lost in the gale?");
    await ask(STORM, { topK: 1 });
    expect(started.prompts).toHaveLength(3);
  });

  it("keeps no answer that was cut short or that nothing was left of", async () => {
    let well = false;
    const cut: Script = (prompt) => ({ pieces: [`${SAFE} ${gale(prompt)}\n`], then: "cut" });
    const { ask } = await start((prompt, call) => (well ? says(BOATS) : cut)(prompt, call), {
      cache: createLruAnswerCache(9),
    });
    await ask(STORM);
    well = true;
    expect((await ask(STORM)).response.answer).toBe(`${BOATS} [1]`);
  });
});
