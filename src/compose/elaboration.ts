import type { Passage } from "../domain/passage.ts";
import type { Question } from "../domain/question.ts";
import type { Retrieval } from "../ports/retriever.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import { quoteSentences, textOfSentence } from "./cite.ts";
import type { Draft } from "./draft.ts";
import type { RankedSentence } from "./select.ts";

/** "Tell me more about “Invest in ports”": an item of a list that the report makes, as follow-ups that point at one read. */
const ASKS_MORE = /^\W*(?:tell me more about|cu[eé]ntame m[aá]s sobre|explain) “(?<item>.{12,})”\W*$/iu;
/** Cosine from which a sentence speaks of the item: of 22 items of the report, with the shipped encoder, the nearest above it did and below it did not. */
const SPEAKS_OF = 0.56;
/** Characters by which the item itself is known. */
const KNOWN_BY = 40;
/** Sentences of the passage that are said. */
const MOST = 3;
/** "And third, ...": the next item, which is nothing more on the one before. */
const NEXT_ITEM =
  /^\W*(?:and |the )?(?:(?:second|third|fourth|fifth|sixth|last|next)(?:ly)?|final(?:ly)?|lastly|another)(?!\p{L})/iu;

/** The item of a list that a question asks for more on; null for any other question. */
export function elaborated({ text }: Question): string | null {
  return ASKS_MORE.exec(text)?.groups?.["item"] ?? null;
}

/**
 * What follows where an item stands in prose, or the sentence of prose that is nearest to it with what follows there; where the
 * report says no more, the item with a line that says so. Null for words in quotation marks that are no item of the report and
 * that nothing in it is near to.
 * @param ranked sentences that were found for the item
 */
export function elaboration(
  item: string,
  retrieval: Retrieval,
  ranked: readonly RankedSentence[],
  index: SearchIndex,
  noMore: string,
): Draft | null {
  const start = item.slice(0, KNOWN_BY);
  const more = furtherOn(start, retrieval, ranked, index);
  if (more) return more;
  const own = ranked.find(({ text }) => text.startsWith(start));
  if (!own) return null;
  const { candidate, sentence } = own;
  const said = quoteSentences(candidate.passage, sentence, sentence);
  return { parts: [said, { kind: "frame", text: noMore }], notices: [] };
}

function furtherOn(
  start: string,
  { vector }: Retrieval,
  ranked: readonly RankedSentence[],
  index: SearchIndex,
): Draft | null {
  const prose = ranked.filter(({ candidate }) => candidate.passage.kind === "prose");
  const own = prose.find((sentence) => sentence.text.startsWith(start));
  const sequel = own ? behind(own) : null;
  if (sequel) return sequel;
  const [nearest] = prose
    .filter(({ row, text }) => row !== own?.row && !(own && NEXT_ITEM.test(text)))
    .map((sentence) => ({ sentence, likeness: index.sentences.similarity(sentence.row, vector) }))
    .sort((a, b) => b.likeness - a.likeness || a.sentence.row - b.sentence.row);
  if (!nearest || nearest.likeness < SPEAKS_OF) return null;
  const { candidate, sentence } = nearest.sentence;
  return from(candidate.passage, sentence);
}

/** What stands behind an item, up to the next one; null where that follows at once. */
function behind({ candidate: { passage }, sentence }: RankedSentence): Draft | null {
  const first = sentence + 1;
  const next = passage.sentences.findIndex(
    (_, i) => i >= first && NEXT_ITEM.test(textOfSentence(passage, i)),
  );
  const end = next < 0 ? passage.sentences.length : next;
  return first >= end ? null : from(passage, first, end);
}

/** What a passage says from a sentence on, before another. */
function from(passage: Passage, first: number, end = passage.sentences.length): Draft {
  const last = Math.min(first + MOST, end) - 1;
  return { parts: [quoteSentences(passage, first, last)], notices: [] };
}
