import type { Question } from "../domain/question.ts";
import type { LexicalHit } from "../ports/lexical-index.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import type { QueryTranslation } from "../ports/translations.ts";
import type { RankedView } from "./fuse.ts";
import type { FusionWeights } from "./fusion-weights.ts";

/** Names of the views, in the order they are fused. */
export type ViewName =
  "lexical" | "sentences" | "passages" | "questionWords" | "questionVectors" | "translated";

export interface Views {
  readonly ranked: readonly (RankedView & { readonly name: ViewName })[];
  /** BM25 scores of passages by their own words, and by the words of their anticipated questions. */
  readonly lexical: ReadonlyMap<string, number>;
  readonly questionWords: ReadonlyMap<string, number>;
  readonly translation: QueryTranslation | null;
}

/**
 * Views of the passages, `depth` rows of each: BM25, the best sentence by vector, the whole passage by vector, and, where
 * there are anticipated questions, these by words and by vector. A question limited to one chapter only sees that
 * chapter. A view without weight is not searched.
 */
export async function searchViews(
  index: SearchIndex,
  question: Question,
  vector: readonly number[],
  { depth, weights }: { readonly depth: number; readonly weights: FusionWeights },
): Promise<Views> {
  const inScope = scopeFilter(index, question);
  const questions = index.questions(question.language);
  const [sentences, passages, asked] = await Promise.all([
    weights.sentences === 0 ? [] : index.sentences.index.search(vector, depth),
    weights.passages === 0 ? [] : index.passages.index.search(vector, depth),
    questions ? questions.vectors.search(vector, depth) : [],
  ]);
  const within = (hits: readonly LexicalHit[]): LexicalHit[] => hits.filter((hit) => inScope(hit.passageId));
  const lexical = within(index.lexical.search(question.query, depth));
  const questionWords = within(questions?.search(question.query, depth) ?? []);
  const translation = index.translations(question.language)?.read(question.query) ?? null;
  const translated = within(weights.translated === 0 ? [] : (translation?.search(depth) ?? []));
  const firstOfEach = (ids: readonly (string | undefined)[]): string[] =>
    [...new Set(ids.filter((id) => id !== undefined))].filter(inScope);
  return {
    ranked: [
      { name: "lexical", ids: lexical.map((hit) => hit.passageId) },
      {
        name: "sentences",
        ids: firstOfEach(sentences.map(({ row }) => index.sentences.rows[row]?.passageId)),
      },
      { name: "passages", ids: firstOfEach(passages.map(({ row }) => index.passages.rows[row])) },
      { name: "questionWords", ids: questionWords.map((hit) => hit.passageId) },
      { name: "questionVectors", ids: firstOfEach(asked.map(({ row }) => questions?.rows[row]?.passageId)) },
      { name: "translated", ids: translated.map((hit) => hit.passageId) },
    ],
    lexical: new Map(lexical.map((hit) => [hit.passageId, hit.score])),
    questionWords: new Map(questionWords.map((hit) => [hit.passageId, hit.score])),
    translation,
  };
}

/** What people do in what they write. */
const STATES =
  /\b(?:accus|advis|advocat|argu|believ|blam|call(?:s|ed|ing)? for|claim|complain|conclud|critici|dislik|expect|fault|fear|hold(?:s|ing)? (?:against|that)|make(?:s)? of|object|oppos|predict|propos|recommend|sa(?:y|id)|suggest|think|thought|thinks|view|want|warn|worr)\p{L}*|(?<!\p{L})(?:argumenta|aconseja|critica|cree|dice|opina|piensa|propone|recomienda|sostiene|sugiere|advierte)n?(?!\p{L})/iu;

/**
 * A chapter's own passages; for one named by its author also those under the author's name (the biography), unless it is
 * asked what the author says there.
 */
function scopeFilter(index: SearchIndex, { scope, intent, text }: Question): (passageId: string) => boolean {
  if (scope?.kind !== "chapter") return () => true;
  const ofPerson = scope.by === "author" && intent !== "overview" && !STATES.test(text);
  const author = ofPerson ? scope.author : null;
  return (passageId) => {
    const passage = index.passage(passageId);
    if (!passage) return false;
    return passage.chapter === scope.chapter || (author !== null && passage.section.includes(author));
  };
}
