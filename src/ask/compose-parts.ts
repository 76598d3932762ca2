import {
  mergeParts,
  phrasesFor,
  type ComposedPart,
  type ComposeOptions,
  type Composition,
  type Draft,
  type ExtractiveComposer,
} from "../compose/index.ts";
import type { Question } from "../domain/question.ts";
import type { Retrieval, RetrieveOptions } from "../ports/retriever.ts";

/** Finds passages for a question, in the time that one answer is given. */
export type Retrieve = (question: Question, before?: Omit<RetrieveOptions, "signal">) => Promise<Retrieval>;

export interface ComposePartsTools {
  readonly composer: Pick<ExtractiveComposer, "compose">;
  readonly retrieve: Retrieve;
  readonly retrieveWhole: () => Promise<Retrieval>;
}

/**
 * A question of several parts is answered part by part; when it has none, or none can be answered, as a whole.
 * @param parts the questions that it is made of; fewer than two for one that is whole
 */
export async function composeParts(
  question: Question,
  parts: readonly Question[],
  options: ComposeOptions,
  { composer, retrieve, retrieveWhole }: ComposePartsTools,
): Promise<{ readonly composition: Composition; readonly uncovered: string | null }> {
  const composed: ComposedPart[] = [];
  const { followUp = null } = options;
  const partly = { ...options, followUp: followUp && { ...followUp, readings: null } };
  for (const part of parts.length < 2 ? [] : parts) {
    const quoted = composed.flatMap(({ composition }) => quotedIn(composition.draft));
    const retrieval = await retrieve(part, { quoted });
    composed.push({ text: part.text, composition: composer.compose(part, retrieval, partly) });
  }
  const merged = mergeParts(composed, phrasesFor(question.language));
  if (merged) return merged;
  return { composition: composer.compose(question, await retrieveWhole(), options), uncovered: null };
}

/** Passages, by id, that a draft quotes. */
function quotedIn(draft: Draft | null): string[] {
  return (draft?.parts ?? []).flatMap((part) => (part.kind === "cited" ? [part.evidence.passage.id] : []));
}
