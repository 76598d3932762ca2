import { describe, expect, it } from "vitest";
import type { AskRequest } from "../../src/domain/contract.ts";
import { silentProgress } from "../../src/ports/progress.ts";
import { observeAll } from "./observe-all.ts";
import { observeSession } from "./observe.ts";
import {
  ANSWERABLE,
  citation,
  evalCase,
  fixedTarget,
  response,
  SOURCE,
  UNANSWERABLE,
} from "./session.fixture.ts";

const source = (id: string): string | undefined => (id === "a.txt" ? SOURCE : undefined);
const observeOne = async (given: ReturnType<typeof response>) => {
  const [observed] = await observeSession(fixedTarget(given), [evalCase(ANSWERABLE)], {
    source,
    composer: "extractive",
  });
  if (!observed) throw new Error("nothing was observed");
  return observed;
};

describe("observeSession", () => {
  it("finds what was retrieved and quoted in the source", async () => {
    const observed = await observeOne(response(["rise"]));
    expect(observed.ranked).toEqual([
      { document: "a.txt", start: 26, end: 41 },
      { document: "a.txt", start: 0, end: 24 },
    ]);
    expect(observed.cited).toEqual([[{ document: "a.txt", start: 0, end: 24 }]]);
    expect(observed.faults).toEqual([]);
  });

  it("keeps the faults of citations that the source does not spell, and goes on", async () => {
    const wrong = { ...citation(1, "rise"), end: 999 };
    const observed = await observeOne(response(["rise"], { citations: [wrong] }));
    expect(observed.faults).toEqual(["[1] is not its passage's 0 to 999"]);
    expect(observed.cited).toEqual([[]]);
    const unknown = await observeOne(
      response(["rise"], { citations: [{ ...citation(1, "rise"), passageId: "x" }] }),
    );
    expect(unknown.faults).toEqual(["[1] is of passage x, which does not exist"]);
  });

  it("asks follow-ups with the turns before, and their standalone form alone", async () => {
    const requests: AskRequest[] = [];
    const target = {
      ...fixedTarget(response(["rise"])),
      ask: (request: AskRequest) => Promise.resolve((requests.push(request), response(["rise"]))),
    };
    const turns = [
      evalCase(ANSWERABLE, { turn: { role: "first", standalone: "How far did rates rise?" } }),
      evalCase(
        { ...UNANSWERABLE, question: "Why?" },
        { turn: { role: "follow-up", standalone: "Why did rates rise?" } },
      ),
    ];
    const observed = await observeSession(target, turns, { source, composer: "extractive" });
    expect(requests.map(({ question }) => question)).toEqual([
      "How far did rates rise?",
      "Why?",
      "Why did rates rise?",
    ]);
    expect(requests[1]?.history).toEqual([
      { role: "user", content: "How far did rates rise?" },
      { role: "assistant", content: "Rates rose from 8 to 24. [1]", citations: ["rise"] },
    ]);
    expect(requests[2]?.history).toBeUndefined();
    expect(observed.map(({ alone }) => alone !== null)).toEqual([false, true]);
  });
});

describe("observeAll", () => {
  it("keeps the order of the sessions whichever ends first", async () => {
    let wait = 20;
    const target = {
      ...fixedTarget(response([])),
      concurrency: 3,
      ask: async (request: AskRequest) => {
        wait -= 5;
        await new Promise((done) => setTimeout(done, wait));
        return response([], { standaloneQuestion: request.question });
      },
    };
    const sessions = ["a", "b", "c", "d"].map((id) => [evalCase({ ...UNANSWERABLE, question: id }, { id })]);
    const observed = await observeAll(target, sessions, {
      source,
      composer: "extractive",
      progress: silentProgress,
    });
    expect(observed.map((o) => o.case.id + o.response.standaloneQuestion)).toEqual(["aa", "bb", "cc", "dd"]);
  });

  it("ends the progress bar when a question fails", async () => {
    const ended: string[] = [];
    const target = { ...fixedTarget(response([])), ask: () => Promise.reject(new Error("gone")) };
    const progress = { ...silentProgress, stop: () => void ended.push("stopped") };
    await expect(
      observeAll(target, [[evalCase(UNANSWERABLE)]], { source, composer: "extractive", progress }),
    ).rejects.toThrow("gone");
    expect(ended).toEqual(["stopped"]);
  });
});
