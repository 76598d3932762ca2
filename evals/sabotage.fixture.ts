import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { Assistant } from "../src/ask.ts";
import type { Citation } from "../src/domain/contract.ts";
import type { SearchIndex } from "../src/ports/search-index.ts";

/** An index whose views find what they find in an order by chance, and of that the first share. */
export function withShuffledViews(index: SearchIndex, share = 1): SearchIndex {
  const generator = xoroshiro128plus(1);
  const shuffled = <T>(items: readonly T[]): T[] => {
    const out = [...items];
    out.forEach((item, i) => {
      const j = uniformInt(generator, i, out.length - 1);
      out[i] = out[j] ?? item;
      out[j] = item;
    });
    return out.slice(0, Math.ceil(out.length * share));
  };
  const vectors = (inner: SearchIndex["sentences"]["index"]): SearchIndex["sentences"]["index"] => ({
    ...inner,
    search: async (...args) => shuffled(await inner.search(...args)),
  });
  return {
    ...index,
    passage: (id) => index.passage(id),
    lexical: {
      search: (...args) => shuffled(index.lexical.search(...args)),
    },
    sentences: { ...index.sentences, index: vectors(index.sentences.index) },
    passages: { ...index.passages, index: vectors(index.passages.index) },
    translations: (language) => {
      const own = index.translations(language);
      return (
        own && {
          read: (query) => {
            const read = own.read(query);
            return { ...read, search: (k) => shuffled(read.search(k)) };
          },
        }
      );
    },
    questions: (language) => {
      const own = index.questions(language);
      return (
        own && {
          ...own,
          search: (...args) => shuffled(own.search(...args)),
          vectors: vectors(own.vectors),
        }
      );
    },
  };
}

/** An assistant whose every citation is a valid quote, of another passage. */
export function withWrongCitations(assistant: Assistant): Assistant {
  const { passages } = assistant.corpus;
  const moved = (citation: Citation): Citation => {
    const at = passages.findIndex(({ id }) => id === citation.passageId);
    const other = passages[(at + 40) % passages.length];
    if (!other) return citation;
    const { id: passageId, text } = other;
    return { ...citation, passageId, text, quote: text, start: 0, end: text.length };
  };
  return {
    ...assistant,
    ask: async (request, options) => {
      const response = await assistant.ask(request, options);
      return { ...response, citations: response.citations.map(moved) };
    },
  };
}

/** An assistant that quotes words which do not stand in its passage. */
export function withMadeUpQuotes(assistant: Assistant): Assistant {
  return {
    ...assistant,
    ask: async (request, options) => {
      const response = await assistant.ask(request, options);
      const citations = response.citations.map((c) => ({ ...c, quote: c.quote.replace(/[aeiou]/u, "y") }));
      return { ...response, citations };
    },
  };
}
