import { z } from "zod";
import { QUESTION_LANGUAGES, questionKey, type AnticipatedQuestion } from "../domain/anticipated-question.ts";
import type { Corpus, SourceDocument } from "../domain/corpus.ts";
import { sentenceText, type Passage } from "../domain/passage.ts";
import { plainText } from "../domain/plain-text.ts";
import { sourceExtent } from "../domain/span.ts";
import { tableRowText } from "../domain/table-text.ts";

const MOST_SENTENCES = 3;
const written = z.strictObject({
  q: z.string().trim().min(3).max(300),
  s: z.array(z.int().min(0)).min(1).max(MOST_SENTENCES),
});
/** What a writer gives for one passage: 1 to 8 English and 1 to 3 Spanish questions. */
const expansionSchema = z.strictObject({
  en: z.array(written).min(1).max(8),
  es: z.array(written).min(1).max(3),
});

/** The variables of prompts/expand.md for a passage: it and its headings, and nothing else of the text. */
export function passageVariables(passage: Passage, corpus: Corpus): Record<string, string> {
  const chapter = corpus.chapters[passage.chapter];
  const place = [chapter?.title ?? "", ...passage.section].filter((part) => part !== "");
  const by = chapter && chapter.authors.length > 0 ? ` (by ${chapter.authors.join(", ")})` : "";
  const context = [
    ...(passage.list?.leadIn ? [`List: ${plainText(passage.list.leadIn)}`] : []),
    ...(passage.table
      ? [`Table: ${plainText(passage.table.caption)}. Row: ${tableRowText(passage.table)}`]
      : []),
  ];
  return {
    where: `${place.map(plainText).join(" > ")}${by}`,
    context: context.join("\n"),
    sentences: passage.sentences
      .map((span, i) => `[${i}] ${plainText(sentenceText(passage, span)).replace(/\s+/gu, " ")}`)
      .join("\n"),
  };
}

export type Expansion =
  | { readonly questions: readonly AnticipatedQuestion[]; readonly fault: null }
  | { readonly questions: null; readonly fault: string };

/**
 * Reads a writer's reply for a passage and anchors its questions to the source. Nothing of a reply with a fault is kept;
 * questions that were asked before are left out, unless nothing would be left of a language.
 * @param asked keys of the questions there are already (`questionKey`)
 */
export function readExpansion(
  reply: string,
  passage: Passage,
  source: SourceDocument,
  { writer, asked }: { readonly writer: string; readonly asked: ReadonlySet<string> },
): Expansion {
  const parsed = expansionSchema.safeParse(jsonIn(reply));
  if (!parsed.success) return { questions: null, fault: z.prettifyError(parsed.error) };
  const questions: AnticipatedQuestion[] = [];
  const seen = new Set(asked);
  for (const language of QUESTION_LANGUAGES) {
    const before = questions.length;
    for (const { q: question, s } of parsed.data[language]) {
      const answers = [...new Set(s)].sort((a, b) => a - b).flatMap((at) => anchor(passage, at, source));
      if (answers.length < new Set(s).size) {
        return { questions: null, fault: `"${question}" names a sentence that the passage does not have` };
      }
      const key = questionKey({ question, language });
      if (seen.has(key)) continue;
      seen.add(key);
      questions.push({ question, language, writer, answers });
    }
    if (questions.length === before) {
      return { questions: null, fault: `every question in "${language}" has been asked of another passage` };
    }
  }
  return { questions, fault: null };
}

function anchor(passage: Passage, at: number, source: SourceDocument): AnticipatedQuestion["answers"] {
  const span = passage.sentences[at];
  const extent = span ? sourceExtent(passage.segments, span) : null;
  if (!extent) return [];
  return [{ document: source.id, ...extent, text: source.text.slice(extent.start, extent.end) }];
}

/** The JSON of a reply, which models like to wrap in a code fence. */
function jsonIn(reply: string): unknown {
  const [start, end] = [reply.indexOf("{"), reply.lastIndexOf("}")];
  try {
    return JSON.parse(reply.slice(start, end + 1));
  } catch {
    return undefined;
  }
}
