import type { Draft, DraftPart } from "./draft.ts";
import type { Composition } from "./composition.ts";
import type { Phrases } from "./phrases.ts";

/** One of the questions that a question is made of, and what composing came to for it alone. */
export interface ComposedPart {
  readonly text: string;
  readonly composition: Composition;
}

/**
 * The answer to a question of several parts: what answers each, said once, in the order asked; then which part the report
 * does not answer. Null when it answers none of them: the question may still be answered as a whole.
 */
export function mergeParts(
  parts: readonly ComposedPart[],
  phrases: Phrases,
): { readonly composition: Composition; readonly uncovered: string | null } | null {
  const answered = parts.flatMap(({ composition }) =>
    composition.draft ? [{ ...composition, draft: composition.draft }] : [],
  );
  const [first] = answered;
  if (!first) return null;
  const open = parts.flatMap(({ text, composition }) => (composition.draft ? [] : [text]));
  const uncovered = open.length === 0 ? null : open.join(" ");
  const all = answered.flatMap(({ draft }) => draft.parts);
  const saying = (part: DraftPart, own: number): DraftPart => {
    const at = all.findIndex((other, i) => i !== own && saidBy(other, i, part, own));
    const other = all[at];
    return other ? saying(other, at) : part;
  };
  // What says more stands where the first that it says would.
  const once = [...new Set(all.map(saying))];
  // A line before what another part has said already leads to nothing.
  const said = once.filter((part) => {
    const next = all[all.indexOf(part) + 1];
    return part.kind === "cited" || next?.kind !== "cited" || once.includes(next);
  });
  const left: DraftPart[] = uncovered === null ? [] : [{ kind: "frame", text: phrases.uncovered(uncovered) }];
  const notices = [...new Set(answered.flatMap(({ draft }) => draft.notices))];
  const draft: Draft = { parts: [...said, ...left], notices };
  const confidence = Math.min(...answered.map((one) => one.confidence));
  return { composition: { ...first, draft, confidence }, uncovered };
}

/** Whether what a part says is said by another: by one that says more, or, of equals, by the earlier. */
function saidBy(other: DraftPart, at: number, part: DraftPart, own: number): boolean {
  if (part.kind === "frame" || other.kind === "frame") {
    return part.kind === other.kind && part.text === other.text && at < own;
  }
  const [one, two] = [part.evidence, other.evidence];
  const within = two.span.start <= one.span.start && one.span.end <= two.span.end;
  const equal = two.span.start === one.span.start && one.span.end === two.span.end;
  return one.passage.id === two.passage.id && within && (!equal || at < own);
}
