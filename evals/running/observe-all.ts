import type { Progress } from "../../src/ports/progress.ts";
import type { Session } from "./eval-case.ts";
import { observeSession, type Observation, type ObserveOptions } from "./observe.ts";
import type { Target } from "./target.ts";

/** Asks every session, as many at once as the target takes; observations come in the order of the sessions. */
export async function observeAll(
  target: Target,
  sessions: readonly Session[],
  { progress, ...options }: Omit<ObserveOptions, "onAsked"> & { readonly progress: Progress },
): Promise<Observation[]> {
  progress.start("Asking", sessions.flat().length);
  const waiting = [...sessions.entries()];
  const done = new Map<number, Observation[]>();
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [position, session] = next;
      const observed = await observeSession(target, session, {
        ...options,
        onAsked: () => progress.advance(),
      });
      done.set(position, observed);
    }
  };
  try {
    await Promise.all(Array.from({ length: target.concurrency }, work));
  } finally {
    progress.stop();
  }
  return sessions.flatMap((_, position) => done.get(position) ?? []);
}
