import { beforeAll, describe, expect, it } from "vitest";
import { readCorpusFolder } from "../src/adapters/node/corpus-folder.ts";
import { questionKey } from "../src/domain/anticipated-question.ts";
import { inEvals } from "./authoring/fact-tools.ts";
import { readReaderQuestions, type ReaderQuestion } from "./schema/reader-question.ts";
import { SPLITS } from "./schema/fact-schema.ts";

let readers: ReaderQuestion[];
let corpus: Awaited<ReturnType<typeof readCorpusFolder>>;

beforeAll(async () => {
  readers = await readReaderQuestions(inEvals("./readers"));
  corpus = await readCorpusFolder(inEvals("../corpus"));
});

describe("the readers' questions", () => {
  it("are answered by the report's own text at its offsets", () => {
    const source = corpus.documents[0]?.text ?? "";
    const wrong = readers.flatMap(({ id, answers }) =>
      answers.filter(({ start, end, text }) => source.slice(start, end) !== text).map(() => id),
    );
    expect(wrong).toEqual([]);
  });

  it("stand once", () => {
    expect(new Set(readers.map(({ id }) => id)).size).toBe(readers.length);
    const keys = readers.map(questionKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("are at least 50 a split that the report answers, and 20 that it does not", () => {
    for (const split of SPLITS) {
      const own = readers.filter((one) => one.split === split);
      const answered = own.filter(({ answers }) => answers.length > 0).length;
      expect([split, answered >= 50, own.length - answered >= 20]).toEqual([split, true, true]);
    }
  });
});
