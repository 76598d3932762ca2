import type { Corpus } from "../domain/corpus.ts";
import { isContent, sentenceText, type Passage } from "../domain/passage.ts";
import { plainText } from "../domain/plain-text.ts";
import { tableRowText } from "../domain/table-text.ts";
import type { SentenceRef } from "../ports/search-index.ts";

export interface EmbeddingRows {
  readonly sentences: readonly {
    readonly ref: SentenceRef;
    readonly text: string;
  }[];
  readonly passages: readonly {
    readonly passageId: string;
    readonly text: string;
  }[];
}

/** The texts an index embeds: every sentence and every passage of the content, in reading order. */
export function embeddingRows(corpus: Corpus): EmbeddingRows {
  const content = corpus.passages.filter((p) => isContent(p.kind));
  return {
    sentences: content.flatMap((passage) =>
      passage.sentences.map((span, sentence) => ({
        ref: { passageId: passage.id, sentence },
        text: passage.table ? rowWithCaption(passage) : plainText(sentenceText(passage, span)),
      })),
    ),
    passages: content.map((passage) => ({
      passageId: passage.id,
      text: passageText(passage),
    })),
  };
}

/** Row of every passage's first sentence; its others follow. */
export function firstSentenceRows({ sentences }: EmbeddingRows): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  sentences.forEach(({ ref }, row) => {
    if (!rows.has(ref.passageId)) rows.set(ref.passageId, row);
  });
  return rows;
}

/** A passage with the words that place it: its nearest heading, or the lead-in of its list. */
function passageText(passage: Passage): string {
  if (passage.table) return rowWithCaption(passage);
  const place = passage.list?.leadIn ?? passage.section.at(-1) ?? "";
  const text = plainText(passage.text);
  return place === "" ? text : `${plainText(place)} ${text}`;
}

function rowWithCaption(passage: Passage): string {
  return passage.table
    ? `${tableRowText(passage.table)}. ${plainText(passage.table.caption)}`
    : plainText(passage.text);
}
