import type { Corpus } from "../domain/corpus.ts";
import { isContent } from "../domain/passage.ts";
import { plainText } from "../domain/plain-text.ts";

/** One passage as full-text search sees it: its words, and the words that place it. */
export interface LexicalText {
  readonly passageId: string;
  readonly text: string;
  readonly context: string;
}

/** Every content passage, in reading order. */
export function lexicalDocuments(corpus: Corpus): LexicalText[] {
  return corpus.passages
    .filter((passage) => isContent(passage.kind))
    .map((passage) => ({
      passageId: passage.id,
      text: plainText(passage.text),
      context: [
        corpus.chapters[passage.chapter]?.title ?? "",
        ...passage.section,
        passage.list?.leadIn ?? "",
        passage.table
          ? `${passage.table.caption} ${passage.table.header.join(" ")} ${passage.table.note ?? ""}`
          : "",
      ]
        .map(plainText)
        .filter((part) => part !== "")
        .join(" · "),
    }));
}
