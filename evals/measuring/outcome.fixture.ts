import type { AskResponse } from "../../src/domain/contract.ts";
import type { EvalCase } from "../running/eval-case.ts";
import { observeSession } from "../running/observe.ts";
import { fixedTarget, SOURCE } from "../running/session.fixture.ts";
import { outcomeOf, type Outcome } from "./outcome.ts";

/** The outcome of one question when the assistant gives this response, and this one without its threshold. */
export async function outcome(
  one: EvalCase,
  given: AskResponse,
  attempt: AskResponse | null = given,
): Promise<Outcome> {
  const [observation] = await observeSession(fixedTarget(given, attempt), [one], {
    source: () => SOURCE,
    composer: "extractive",
  });
  if (!observation) throw new Error("nothing was observed");
  return outcomeOf(observation, "a.txt");
}
