import type { AnticipatedQuestion, PlacedQuestion } from "../domain/anticipated-question.ts";
import type { Corpus, SourceDocument } from "../domain/corpus.ts";
import type { Passage } from "../domain/passage.ts";
import { sourceExtent, type Span } from "../domain/span.ts";

export interface Placement {
  readonly placed: readonly PlacedQuestion[];
  /** Questions of which no answer stands in a passage any more. */
  readonly dead: readonly AnticipatedQuestion[];
}

/** On dev better than all that answer, with one row in fifteen less. */
const PLACES = 3;

interface SentencePlace extends Span {
  readonly document: string;
  readonly passage: Passage;
  readonly sentence: number;
}

/**
 * Finds the passage and sentences that each question's answers stand in. A sentence answers when more than half of it, or
 * of the answer, is in the other. A question whose answers stand in several passages is placed at the first few of them:
 * answers come best first, and what many passages answer tells little of any.
 * @param places passages that a question is placed at, at most
 */
export function placeQuestions(
  questions: readonly AnticipatedQuestion[],
  corpus: Corpus,
  sources: readonly Pick<SourceDocument, "id" | "text">[],
  places = PLACES,
): Placement {
  const sentences = sentencePlaces(corpus);
  const placed: PlacedQuestion[] = [];
  const dead: AnticipatedQuestion[] = [];
  for (const one of questions) {
    const found = new Map<string, Set<number>>();
    for (const { document = sources[0]?.id ?? "", start, end, text } of one.answers) {
      if (sources.find(({ id }) => id === document)?.text.slice(start, end) !== text) continue;
      for (const place of near(sentences.get(document) ?? [], start, end)) {
        const common = Math.min(place.end, end) - Math.max(place.start, start);
        if (common <= Math.min(place.end - place.start, end - start) / 2) continue;
        const own = found.get(place.passage.id) ?? new Set();
        found.set(place.passage.id, own.add(place.sentence));
      }
    }
    if (found.size === 0) dead.push(one);
    for (const [passageId, positions] of [...found].slice(0, places)) {
      const { question, language } = one;
      placed.push({ question, language, passageId, sentences: [...positions].sort((a, b) => a - b) });
    }
  }
  return { placed, dead };
}

/** Every sentence by its range in the source, in order, a list a document. */
function sentencePlaces(corpus: Corpus): Map<string, SentencePlace[]> {
  const byDocument = new Map<string, SentencePlace[]>();
  for (const passage of corpus.passages) {
    const places = byDocument.get(passage.documentId) ?? [];
    passage.sentences.forEach((span, sentence) => {
      const extent = sourceExtent(passage.segments, span);
      if (extent) places.push({ document: passage.documentId, ...extent, passage, sentence });
    });
    byDocument.set(passage.documentId, places);
  }
  for (const places of byDocument.values()) places.sort((a, b) => a.start - b.start);
  return byDocument;
}

function near(places: readonly SentencePlace[], start: number, end: number): SentencePlace[] {
  return places.filter((place) => place.start < end && start < place.end);
}
