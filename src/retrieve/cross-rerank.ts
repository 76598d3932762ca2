import { plainText } from "../domain/plain-text.ts";
import type { Question } from "../domain/question.ts";
import type { CrossEncoder } from "../ports/cross-encoder.ts";
import type { Candidate } from "../ports/retriever.ts";
import type { SearchIndex } from "../ports/search-index.ts";

/**
 * Puts candidates into the order of a cross-encoder's probability that they answer (Nogueira & Cho 2019, arXiv
 * 1901.04085); ties by passage id. It reads a passage under its last heading, as a reader does.
 */
export async function crossRerank(
  question: Question,
  candidates: readonly Candidate[],
  index: SearchIndex,
  crossEncoder: CrossEncoder,
  signal?: AbortSignal,
): Promise<Candidate[]> {
  const texts = candidates.map(({ passage }) => {
    const heading = passage.section.at(-1) ?? index.corpus.chapters[passage.chapter]?.title ?? "";
    const table = passage.table ? `${passage.table.caption} ${passage.table.header.join(" ")} ` : "";
    return plainText(`${heading}. ${table}${passage.text}`);
  });
  const scores = await crossEncoder.score(question.text, texts, signal);
  const ranked = candidates
    .map((candidate, i) => ({ ...candidate, probability: scores[i] ?? 0 }))
    .sort((a, b) => b.probability - a.probability || (a.passage.id < b.passage.id ? -1 : 1));
  const top = Math.max(ranked[0]?.probability ?? 1, Number.MIN_VALUE);
  return ranked.map((candidate) => ({ ...candidate, score: candidate.probability / top }));
}
