import { describe, expect, it } from "vitest";
import { withDeadline } from "./deadline.ts";

const never = (): AbortSignal => new AbortController().signal;
const forever = <T>(): Promise<T> => new Promise(() => undefined);

describe("a deadline", () => {
  it("gives what the work gives, and its error", async () => {
    await expect(withDeadline(1000, never(), () => Promise.resolve(7))).resolves.toBe(7);
    await expect(withDeadline(1000, never(), () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  });

  it("ends work that takes too long and tells it so", async () => {
    let seen: AbortSignal | undefined;
    const slow = withDeadline(20, never(), (signal) => {
      seen = signal;
      return forever();
    });
    await expect(slow).rejects.toMatchObject({ code: "timeout", message: expect.stringContaining("20 ms") });
    expect(seen?.aborted).toBe(true);
  });

  it("ends the work when the client goes away", async () => {
    const client = new AbortController();
    const slow = withDeadline(5000, client.signal, (signal) => {
      setTimeout(() => client.abort(), 5);
      return new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(new Error("work noticed")));
      });
    });
    await expect(slow).rejects.toMatchObject({ code: "client_closed" });
    await expect(withDeadline(5000, client.signal, forever)).rejects.toMatchObject({ code: "client_closed" });
  });
});
