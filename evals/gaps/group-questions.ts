import { agnes } from "ml-hclust";
import { wordKey } from "../../src/domain/words.ts";
import type { QuestionLanguage } from "../../src/ports/question-index.ts";
import type { Encoder } from "../../src/ports/encoder.ts";
import type { Analyzers } from "../../src/indexing/index.ts";

export interface AskedQuestion {
  readonly text: string;
  readonly language: QuestionLanguage;
}

/** Questions that ask for about the same. */
export interface QuestionGroup {
  /** The one that is most like all others. */
  readonly question: string;
  /** How often something of it was asked. */
  readonly asked: number;
  /** Each wording once, the most asked first. */
  readonly wordings: readonly string[];
}

export interface GroupTools {
  readonly encoder: Encoder;
  readonly analyzers: Analyzers;
  /** Language that the encoder understands: others are compared by their words alone. */
  readonly encoded?: QuestionLanguage;
}

/** Mean likeness, 0 to 1, below which groups are not joined. Set by hand, on anticipated questions of near and far passages. */
const ALIKE = 0.42;

/**
 * Groups questions by what they ask for, the most asked first: average-linkage clustering (Sokal & Michener 1958) by the
 * mean of the vectors' cosine and the share of content terms in common. Wordings that differ only in case and marks are one.
 */
export async function groupQuestions(
  questions: readonly AskedQuestion[],
  tools: GroupTools,
): Promise<QuestionGroup[]> {
  const groups = await Promise.all(
    (["en", "es"] as const).map((language) =>
      groupsOf(
        questions.filter((question) => question.language === language).map(({ text }) => text),
        language,
        tools,
      ),
    ),
  );
  return groups.flat().sort((a, b) => b.asked - a.asked || (a.question < b.question ? -1 : 1));
}

async function groupsOf(
  texts: readonly string[],
  language: QuestionLanguage,
  { encoder, analyzers, encoded = "en" }: GroupTools,
): Promise<QuestionGroup[]> {
  const counts = new Map<string, { readonly text: string; asked: number }>();
  for (const text of texts) {
    const key = wordKey(text);
    const known = counts.get(key);
    if (known) known.asked += 1;
    else counts.set(key, { text, asked: 1 });
  }
  const wordings = [...counts.values()];
  if (wordings.length === 0) return [];
  const vectors =
    language === encoded ? await encoder.embedDocuments(wordings.map(({ text }) => text)) : null;
  const terms = wordings.map(({ text }) => new Set(analyzers[language].terms(text)));
  const weigh = weights(terms);
  const likeness = wordings.map((_, a) =>
    wordings.map((_, b) => {
      const overlap = shared(terms[a] ?? new Set(), terms[b] ?? new Set(), weigh);
      return vectors === null ? overlap : (dot(vectors[a] ?? [], vectors[b] ?? []) + overlap) / 2;
    }),
  );
  const distances = likeness.map((row) => row.map((like) => 1 - like));
  // A tree of one leaf has nothing to cut.
  const clusters =
    wordings.length === 1
      ? [[0]]
      : agnes(distances, { method: "average", isDistanceMatrix: true })
          .cut(1 - ALIKE)
          .map((cluster) => cluster.indices());
  return clusters.map((members) => {
    // Rounded, so that two that are equally like the others are told apart by how often they were asked.
    const toOthers = (at: number): number =>
      Math.round(
        1e6 * members.reduce((sum, other) => sum + (other === at ? 0 : (likeness[at]?.[other] ?? 0)), 0),
      );
    const times = (at: number): number => wordings[at]?.asked ?? 0;
    const middle =
      members.toSorted((a, b) => toOthers(b) - toOthers(a) || times(b) - times(a) || a - b)[0] ?? 0;
    const own = members.flatMap((at) => wordings[at] ?? []);
    return {
      question: wordings[middle]?.text ?? "",
      asked: own.reduce((sum, { asked }) => sum + asked, 0),
      wordings: own
        .toSorted((a, b) => b.asked - a.asked || (a.text < b.text ? -1 : 1))
        .map(({ text }) => text),
    };
  });
}

/** ln(1 + N / df) over the questions themselves. */
function weights(terms: readonly ReadonlySet<string>[]): (term: string) => number {
  const frequency = new Map<string, number>();
  for (const own of terms) for (const term of own) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + terms.length / (frequency.get(term) ?? 1));
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: (term: string) => number): number {
  let [common, all] = [0, 0];
  for (const term of new Set([...a, ...b])) {
    all += weigh(term);
    if (a.has(term) && b.has(term)) common += weigh(term);
  }
  return all === 0 ? 0 : common / all;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
