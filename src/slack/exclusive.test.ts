import { describe, expect, it } from "vitest";
import { fakeSlackInbox } from "../ports/fake-memory.fixture.ts";
import { askJob } from "../ports/slack-inbox.contract.ts";
import { createExclusively, waitForTurn } from "./exclusive.ts";

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const clock = (): number => Date.now();
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("createExclusively", () => {
  const start = async (claimMs: number) => {
    const inbox = fakeSlackInbox();
    await inbox.add(askJob("a"), 1);
    return { inbox, exclusively: createExclusively({ inbox, claimMs, logger: quiet, clock }) };
  };

  it("lets one of many work on a job, for longer than a claim holds", async () => {
    const { inbox, exclusively } = await start(400);
    let worked = 0;
    const work = async (): Promise<void> => {
      worked += 1;
      await wait(900);
      await inbox.done("a");
    };
    const first = exclusively(askJob("a"), work);
    for (let i = 0; i < 4; i += 1) {
      await exclusively(askJob("a"), work);
      await wait(200);
    }
    await first;
    await exclusively(askJob("a"), work);
    expect(worked).toBe(1);
  });

  it("keeps the claim of work that failed until it has run out", async () => {
    const { exclusively } = await start(200);
    const tried: number[] = [];
    const began = Date.now();
    const fail = (): Promise<void> => {
      tried.push(Date.now() - began);
      return Promise.reject(new Error("Slack is down"));
    };
    await expect(exclusively(askJob("a"), fail)).rejects.toThrow("Slack is down");
    await exclusively(askJob("a"), fail);
    expect(tried).toHaveLength(1);
    await wait(250);
    await expect(exclusively(askJob("a"), fail)).rejects.toThrow("Slack is down");
    expect(tried[1]).toBeGreaterThanOrEqual(200);
  });
});

describe("waitForTurn", () => {
  const took = async (waiting: Promise<void>): Promise<number> => {
    const began = performance.now();
    await waiting;
    return performance.now() - began;
  };

  it("waits for questions before this one in its thread, and for no others", async () => {
    const inbox = fakeSlackInbox();
    for (const [at, job] of [askJob("first"), askJob("other", { thread: "9.9" }), askJob("a")].entries()) {
      await inbox.add(job, at);
    }
    await inbox.add(askJob("after"), 9);
    setTimeout(() => void inbox.done("first"), 100);
    expect(await took(waitForTurn(askJob("a"), { inbox, clock }))).toBeGreaterThan(90);
    expect(await took(waitForTurn(askJob("a"), { inbox, clock }))).toBeLessThan(250);
  });

  it("does not wait for ever", async () => {
    const inbox = fakeSlackInbox();
    for (const [at, id] of ["first", "a"].entries()) await inbox.add(askJob(id), at);
    expect(await took(waitForTurn(askJob("a"), { inbox, clock, turnMs: 50 }))).toBeLessThan(1_000);
  });

  it("has nothing to wait for when the job is gone", async () => {
    const inbox = fakeSlackInbox();
    for (const [at, id] of ["first", "second"].entries()) await inbox.add(askJob(id), at);
    expect(await took(waitForTurn(askJob("a"), { inbox, clock }))).toBeLessThan(250);
  });
});
