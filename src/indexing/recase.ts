/** A question as the texts would write it. */
export type Recase = (question: string) => string;

const WORD = /\p{L}[\p{L}\p{N}'’-]*/gu;

/** Share of a word's uses within sentences that are written in one way, from which that is how it is written. */
const USUAL = 0.8;

/** Words that a question begins with, so that what ends without a mark is one. */
const ASKING =
  /^(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|do|does|did|will|would|can|could|should|has|have|had)\b/iu;

/**
 * People type "why did amlo wait so long", and encoders that were trained on written text tell that from "Why did AMLO
 * wait so long?". Gives a text that was typed in small letters the capitals that its words have within the sentences of the
 * corpus, one at its beginning, and the question mark that it lacks (truecasing by the most frequent form: Lita et al.
 * 2003). A text with capitals of its own is left as it is.
 * @param written the usual forms of words
 */
export function createRecase(written: ReadonlyMap<string, string>): Recase {
  return (question) => {
    if (/\p{Lu}/u.test(question.slice(1))) return question;
    const cased = question.replace(WORD, (word) => written.get(word) ?? word);
    const mark = ASKING.test(cased) && !/[?.!]\W*$/u.test(cased) ? "?" : "";
    return `${cased.charAt(0).toUpperCase()}${cased.slice(1)}${mark}`;
  };
}

/** How words are usually written, by their small letters, as far as that has capitals. */
export function usualForms(texts: readonly string[]): ReadonlyMap<string, string> {
  const forms = new Map<string, Map<string, number>>();
  for (const text of texts) {
    // The first word has its capital from where it stands.
    for (const [word] of [...text.matchAll(WORD)].slice(1)) {
      const small = word.toLowerCase();
      const counts = forms.get(small) ?? new Map<string, number>();
      forms.set(small, counts.set(word, (counts.get(word) ?? 0) + 1));
    }
  }
  const usual = new Map<string, string>();
  for (const [small, counts] of forms) {
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const form = [...counts].find(([, count]) => count >= all * USUAL)?.[0];
    if (form !== undefined && form !== small) usual.set(small, form);
  }
  return usual;
}
