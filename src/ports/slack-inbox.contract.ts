import { describe, expect, it } from "vitest";
import type { AskJob } from "../domain/slack-job.ts";
import type { SlackInbox } from "./slack-inbox.ts";

export function askJob(id: string, given: Partial<AskJob> = {}): AskJob {
  return {
    kind: "ask",
    id,
    question: `Question ${id}?`,
    channel: "C1",
    user: "U1",
    thread: "1.1",
    quotes: false,
    delivery: "post",
    responseUrl: null,
    ...given,
  };
}

/** What every SlackInbox must do. */
export function slackInboxContract(name: string, make: () => Promise<SlackInbox> | SlackInbox): void {
  describe(`${name} keeps the SlackInbox contract`, () => {
    const ids = async (inbox: SlackInbox): Promise<string[]> =>
      (await inbox.pending()).map(({ job }) => job.id);

    it("gives back what is pending, oldest first, with the message that was posted for it", async () => {
      const inbox = await make();
      const vote = { kind: "vote", id: "v", answerId: "a", vote: "down", responseUrl: "https://x" } as const;
      expect(await inbox.add(vote, 2)).toBe(true);
      expect(await inbox.add(askJob("a", { question: "¿Qué “dice”?'; --" }), 1)).toBe(true);
      await inbox.posted("a", { channel: "C1", ts: "2.2" });
      expect(await inbox.pending()).toEqual([
        { job: askJob("a", { question: "¿Qué “dice”?'; --" }), post: { channel: "C1", ts: "2.2" } },
        { job: vote, post: null },
      ]);
      await inbox.done("a");
      expect(await ids(inbox)).toEqual(["v"]);
    });

    it("takes a job once, also after it is done, and also of many at once", async () => {
      const inbox = await make();
      const added = await Promise.all(Array.from({ length: 20 }, () => inbox.add(askJob("a"), 1)));
      expect(added.filter(Boolean)).toHaveLength(1);
      await inbox.done("a");
      expect(await inbox.add(askJob("a"), 2)).toBe(false);
      expect(await ids(inbox)).toEqual([]);
    });

    it("lets one of many at once claim a job, until its time is over", async () => {
      const inbox = await make();
      await inbox.add(askJob("a"), 1);
      const claimants = Array.from({ length: 12 }, (_, i) => `c${i}`);
      const claimed = await Promise.all(claimants.map((one) => inbox.claim("a", one, 10, 100)));
      expect(claimed.filter(Boolean)).toHaveLength(1);
      expect(await inbox.claim("a", "late", 99, 200)).toBe(false);
      const again = await Promise.all(["x", "y"].map((one) => inbox.claim("a", one, 100, 200)));
      expect(again.filter(Boolean)).toHaveLength(1);
      expect(await ids(inbox)).toEqual(["a"]);
    });

    it("lets a claim be renewed by whom it belongs to, and each job be claimed on its own", async () => {
      const inbox = await make();
      for (const id of ["a", "b"]) await inbox.add(askJob(id), 1);
      expect(await inbox.claim("a", "x", 10, 100)).toBe(true);
      expect(await inbox.claim("a", "x", 50, 150)).toBe(true);
      expect(await inbox.claim("a", "y", 120, 300)).toBe(false);
      expect(await inbox.claim("b", "y", 120, 300)).toBe(true);
      expect(await inbox.claim("a", "y", 150, 300)).toBe(true);
      expect(await inbox.claim("a", "x", 160, 400)).toBe(false);
    });

    it("lets nobody claim what is done or was never there", async () => {
      const inbox = await make();
      await inbox.add(askJob("a"), 1);
      await inbox.claim("a", "x", 10, 100);
      await inbox.done("a");
      for (const id of ["a", "b"]) {
        for (const claimant of ["x", "y"]) expect(await inbox.claim(id, claimant, 500, 600)).toBe(false);
      }
    });

    it("knows the conversation of a thread", async () => {
      const inbox = await make();
      expect(await inbox.conversation("C1:1.1")).toBeNull();
      await inbox.bind("C1:1.1", "c", 1);
      await inbox.bind("C1:1.1", "d", 2);
      expect(await inbox.conversation("C1:1.1")).toBe("d");
    });

    it("forgets what is old, but nothing that is pending", async () => {
      const inbox = await make();
      for (const id of ["done", "open", "late"]) await inbox.add(askJob(id), id === "late" ? 10 : 1);
      await inbox.bind("t", "c", 1);
      await inbox.done("done");
      await inbox.done("late");
      await inbox.expire(5);
      expect(await inbox.add(askJob("done"), 6)).toBe(true);
      expect(await inbox.add(askJob("late"), 6)).toBe(false);
      expect(await ids(inbox)).toEqual(["open", "done"]);
      expect(await inbox.conversation("t")).toBeNull();
    });
  });
}
