import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import { createExactVectorIndex } from "../adapters/core/exact-vector-index.ts";
import { openStoredIndex } from "../adapters/core/open-stored-index.ts";
import { currentBuild, readIndexFolder } from "../adapters/node/read-index-folder.ts";
import { workerIndexFiles } from "../adapters/node/worker-index.ts";
import { readAssetIndex } from "../adapters/worker/asset-index.ts";
import type { Assistant } from "../ask.ts";
import { askRequestSchema, type AskResponse, type Citation, type HistoryEntry } from "../domain/contract.ts";
import { sourceSpans } from "../domain/span.ts";
import { floatRows } from "../domain/unit-rows.ts";
import type { Encoder } from "../ports/encoder.ts";
import { silentProgress } from "../ports/progress.ts";
import type { SearchIndex } from "../ports/search-index.ts";
import type { VectorIndex } from "../ports/vector-index.ts";
import { buildFromFolder } from "./build.ts";
import { assistantFor } from "./assistant-for.ts";
import { encoderFor } from "./load-assistant.ts";
import { readSettings } from "./settings.ts";

/** The real report, the real encoder, the real index. */
const analyzer = createEnglishAnalyzer();
const settings = readSettings({});
let folder: string;
let build: string;
let source: string;
let encoder: Encoder;
let index: SearchIndex;
let assistant: Assistant;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "report-"));
  source = await readFile("corpus/report.txt", "utf8");
  encoder = await encoderFor(settings, "corpus");
  await buildFromFolder(
    { corpusDir: "corpus", indexDir: folder },
    { encoder: () => Promise.resolve(encoder), analyzer, progress: silentProgress },
  );
  build = (await currentBuild(folder)) ?? "";
  index = await readIndexFolder(build, { encoder, analyzer });
  assistant = assistantFor(index, encoder, settings);
});

afterAll(() => rm(folder, { recursive: true }));

function ask(question: string, history: readonly HistoryEntry[] = []): Promise<AskResponse> {
  return assistant.ask(askRequestSchema.parse({ question, history }));
}

/** A conversation of one turn. */
function historyOf(question: string, { answer, citations }: AskResponse): HistoryEntry[] {
  return [
    { role: "user", content: question },
    { role: "assistant", content: answer, citations: citations.map(({ passageId }) => passageId) },
  ];
}

/** What the source file spells where a citation's words stand, without its note markers and white space. */
function spelled(citation: Citation | undefined): string {
  const passage = index.passage(citation?.passageId ?? "");
  const spans = citation ? sourceSpans(passage?.segments ?? [], citation) : [];
  return folded(spans.map(({ start, end }) => source.slice(start, end)).join(""));
}

function folded(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** What is searched by vector, as it is stored: nothing rounded off, nothing approximate. */
async function exactOf(part: string): Promise<VectorIndex> {
  const bytes = new Uint8Array(await readFile(join(build, `${part}.f32`)));
  return createExactVectorIndex(floatRows(new Float32Array(bytes.buffer), encoder.dimensions));
}

/** Of the ten nearest that exact search finds, the share that an index finds: over sentences, passages and questions. */
async function recallAt10(of: SearchIndex): Promise<number> {
  const questions = [
    "homicide rate",
    "Who owns Pemex?",
    "nurses in Mexico",
    "What happened to NAFTA?",
    "asylum at the border",
  ];
  const texts = [
    ...questions,
    ...index.corpus.passages.filter((_, i) => i % 9 === 0).map((p) => p.text.slice(0, 300)),
  ];
  let found = 0;
  let wanted = 0;
  const oracles = await Promise.all(["sentences", "passages", "questions-en"].map(exactOf));
  const own = [of.sentences.index, of.passages.index, of.questions("en")?.vectors];
  for (const vector of await encoder.embedDocuments(texts)) {
    for (const [i, oracle] of oracles.entries()) {
      const near = new Set((await own[i]?.search(vector, 10))?.map((n) => n.row));
      const truth = await oracle.search(vector, 10);
      found += truth.filter((n) => near.has(n.row)).length;
      wanted += truth.length;
    }
  }
  expect(wanted).toBeGreaterThan(1_500);
  return found / wanted;
}

describe("the index of the report", () => {
  it("finds by HNSW at least 0.99 of the ten nearest that exact search finds", async () => {
    expect(await recallAt10(index)).toBeGreaterThanOrEqual(0.99);
  });

  it("finds as much of them with one byte a number, as Workers search it", async () => {
    const files = await workerIndexFiles(build);
    const stored = await readAssetIndex(async (path) => {
      const bytes = files.get(path.replace("index/", "")) ?? new Uint8Array();
      return new Uint8Array(bytes).buffer;
    });
    expect(await recallAt10(await openStoredIndex(stored, analyzer))).toBeGreaterThanOrEqual(0.99);
  });

  it("is byte-identical when it is built again", async () => {
    const second = await mkdtemp(join(tmpdir(), "report-again-"));
    try {
      await buildFromFolder(
        { corpusDir: "corpus", indexDir: second },
        { encoder: () => Promise.resolve(encoder), analyzer, progress: silentProgress },
      );
      const again = (await currentBuild(second)) ?? "";
      // The manifest holds the hash of every other file.
      expect(await readFile(join(again, "manifest.json"), "utf8")).toBe(
        await readFile(join(build, "manifest.json"), "utf8"),
      );
    } finally {
      await rm(second, { recursive: true });
    }
  });
});

describe("answers from the report", () => {
  it("tells how the homicide rate changed, in the report's words", async () => {
    const { answer, citations } = await ask("How did Mexico's homicide rate change between 2007 and 2011?");
    expect(answer).toMatch(/8 murders per 100,000 .* 24 in 2011/u);
    expect(spelled(citations[0])).toBe(folded(citations[0]?.quote ?? ""));
    expect(citations[0]?.chapter.number).toBe(1);
  });

  it("quotes a table row as it stands and says it with its header", async () => {
    const { answer, citations } = await ask("How many practicing doctors per 1000 population are there?");
    expect(answer).toContain(
      "Practicing doctors (per 1000 population): Mexico 2.4, United States 2.6, OECD 3.5.",
    );
    expect(source).toContain(citations.find((c) => c.table)?.quote);
  });

  it("returns the four factors of the nursing shortage with their lead-in", async () => {
    const { answer } = await ask("Why is there a shortage of nurses in the US?");
    for (const words of [
      "attributes the shortage to four factors:",
      "- Nursing school enrollment",
      "- Insufficient number",
      "- High rate of retirement",
      "- Aging U.S. population",
    ]) {
      expect(answer).toContain(words);
    }
  });

  it("puts chapter 7's own takeaways under its title and author", async () => {
    const { answer, citations } = await ask("Summarise chapter 7.");
    expect(answer).toContain("Alejandro Moreno");
    expect(answer).toContain(
      "- The Mexican public has shown a pro-Democratic bias in all consecutive elections since 2004.",
    );
    expect(new Set(citations.map((c) => c.chapter.number))).toEqual(new Set([7]));
  });

  it("tells what an author says of a theme from the author's chapter, and whether there is nothing", async () => {
    const said = await ask("What does Christopher Wilson say about education?");
    expect(said.citations.length).toBeGreaterThan(1);
    expect(new Set(said.citations.map((c) => c.chapter.number))).toEqual(new Set([3]));
    expect(said.citations.map((c) => c.quote).join(" ")).toContain("education");
    expect((await ask("What does Christopher Wilson say about whales?")).abstained).toBe(true);
  });

  it("makes only points that name the theme where a passage has one", async () => {
    const { citations } = await ask("What are the key takeaways on the National Guard?");
    expect(citations.length).toBeGreaterThan(3);
    for (const { quote } of citations) expect(quote).toMatch(/\bGuard\b/u);
  });

  it("names all that an author wrote", async () => {
    const { answer } = await ask("Which chapters did Duncan Wood write?");
    expect(answer).toContain("The Introduction");
    expect(answer).toContain("Chapter 4");
    expect(answer).not.toContain("Chapter 5");
  });

  it("tells what an author does, and who holds an office", async () => {
    expect((await ask("What does Alejandro Moreno do for a living?")).answer).toContain(
      "Public Opinion Polls",
    );
    expect((await ask("Who is the president of Mexico?")).answer).toContain("Andrés Manuel López Obrador");
  });

  it("tells what it says of a name, and not who held an office for who holds it", async () => {
    expect((await ask("who is Emilio Lozoya")).answer).toContain("former Pemex boss Emilio Lozoya");
    expect((await ask("what is the mafia of power")).answer).toContain("end of impunity");
    expect((await ask("Who is the Mexican ambassador to the US?")).abstained).toBe(true);
  });

  it("gives a list whole where several of its items answer", async () => {
    const { answer } = await ask("Biden's plan for honest government: what's in it");
    expect(answer).toContain("outlines five strategic lines:");
    expect(answer.split("\n").filter((line) => line.startsWith("- "))).toHaveLength(5);
  });

  it("goes on about the item of a list that a follow-up points at", async () => {
    const question = "What does the report recommend on energy?";
    const history = historyOf(question, await ask(question));
    const more = await ask("tell me more about the second one", history);
    expect(more.answer).toContain(
      "Secondly, the U.S.-Mexico Energy Business Council needs to be reinvigorated",
    );
  });

  it("tells more with what has not been told", async () => {
    const question = "What does AMLO mean by energy sovereignty?";
    const history = historyOf(question, await ask(question));
    const more = await ask("tell me more", history);
    expect(more.abstained).toBe(false);
    expect(more.citations.length).toBeGreaterThan(0);
    for (const { quote } of more.citations) expect(history[1]?.content).not.toContain(quote);
  });

  it("names the author of the chapter that a Spanish question speaks of", async () => {
    const { answer } = await ask("¿Quién escribió el capítulo sobre la corrupción?");
    expect(answer).toBe(
      "Capítulo 5, “U.S.-Mexico Cooperation on Anti-Corruption: Opening a New Chapter”: «By Max Kaiser» [1]",
    );
  });

  it("looks for the chapter of a treaty that the report speaks of, and for none that nothing has", async () => {
    expect((await ask("What does chapter 27 cover?")).answer).not.toContain("no chapter");
    expect((await ask("What does chapter 14 cover?")).answer).toBe("The report has no chapter 14.");
  });

  it("gives all of the points that it is asked for, where the text counts them up", async () => {
    const { answer } = await ask("what are the four areas for cooperation on energy?");
    expect(answer.split("\n").filter((line) => line.startsWith("- "))).toHaveLength(4);
  });

  it("answers Spanish with the report's own words under a Spanish line", async () => {
    const { answer, language } = await ask(
      "¿Cuántos médicos en ejercicio hay por cada mil habitantes en México?",
    );
    expect(language).toBe("es");
    expect(answer).toContain(
      "Según el informe (capítulo 6, tabla 2): «Practicing doctors (per 1000 population)",
    );
  });

  it("answers what it can of a question of two parts, and names the part that is left open", async () => {
    const { answer, uncovered, abstained } = await ask(
      "What was Mexico's homicide rate in 2011 and who won the football world cup in 2018?",
    );
    expect(abstained).toBe(false);
    expect(answer).toContain("24 in 2011");
    expect(uncovered).toBe("who won the football world cup in 2018?");
    expect(answer).toContain("The report does not answer this part: who won the football world cup in 2018?");
  });

  it("finds a passage in words that are not the report's", async () => {
    const { answer } = await ask("Is the state oil firm making money?");
    expect(answer).toMatch(/money pit|net loss|increase its debt/u);
  });

  it.each([
    ["¿Cuáles son las recomendaciones sobre salud pública?", "Relaunch and update NAPAPI"],
    ["¿Qué se debe hacer contra la corrupción?", "Create a true culture of integrity in public service."],
    ["Sum up chapter 1 in a few bullets", "Chapter 1, “Putting Citizens' Security First"],
    ["What is a DTO?", "drug trafficking organizations (DTOs)"],
    ["what's the bottom line of the report?", "This collection seeks to draw together the insights"],
    ["Is Costa Rica mentioned?", "The report speaks of this in 3 passages, among them:"],
  ])("answers %j by its theme, chapter or letters", async (question, words) => {
    expect((await ask(question)).answer).toContain(words);
  });

  it("tells what is said of a thing that is no chapter's theme, and not the chapter's own points", async () => {
    const { citations } = await ask("What does the report say about NAFTA?");
    const naming = citations.filter(({ quote }) => quote.includes("NAFTA"));
    expect(naming.length).toBeGreaterThan(citations.length / 2);
  });

  it("tells what those do who wrote it, all of them or those of one chapter", async () => {
    const all = await ask("who are the authors and where do they work?");
    expect(all.answer).toContain("- Max Kaiser is the Chairman of the Anti-Corruption Commission");
    expect(all.citations.every(({ chapter }) => chapter.title === "About the Authors")).toBe(true);
    const two = await ask("Who wrote the energy chapter and what are their credentials?");
    expect(two.answer).toContain("By Duncan Wood & Montserrat Ramiro [1]");
    expect(two.answer).toContain("- Montserrat Ramiro is a Global Fellow");
    expect(two.answer).not.toContain("Max Kaiser");
  });

  it("answers a follow-up as the question that it stands for", async () => {
    const first = "How much does Mexico spend on health per person?";
    const second = await ask("and the US?", historyOf(first, await ask(first)));
    expect(second.standaloneQuestion).toBe("How much does the United States spend on health per person?");
    expect(second.answer).toContain("United States");
  });

  it("answers every question that it suggests from the passage that it comes from", async () => {
    const dev = (await readFile("evals/facts/dev-seed.jsonl", "utf8")).trim().split("\n");
    const asked = [
      ...dev.map((line) => z.object({ question: z.string() }).parse(JSON.parse(line)).question),
      "¿Qué dice el informe sobre la corrupción en México?",
      "¿Cuántos mexicanos viven en Estados Unidos?",
      "¿Qué se propone para el sector energético?",
    ];
    const missed: string[] = [];
    let suggested = 0;
    for (const question of asked) {
      const first = await ask(question);
      const history = historyOf(question, first);
      for (const suggestion of first.suggestions) {
        suggested += 1;
        const answer = await ask(suggestion, history);
        const rows = index.questions(answer.language)?.rows ?? [];
        const homes = rows.flatMap((row) => (row.question === suggestion ? [row.passageId] : []));
        const cited = answer.citations.some(({ passageId }) => homes.includes(passageId));
        if (answer.abstained || !cited) missed.push(suggestion);
      }
    }
    expect(missed).toEqual([]);
    expect(suggested).toBeGreaterThan(250);
  });

  it.each([
    ["Who wrote chapter 5?", "By Max Kaiser"],
    ["Who wrote the chapter on energy?", "By Duncan Wood & Montserrat Ramiro"],
    ["Which people wrote about migration?", "By Andrew Selee, Andrea Tanco, & Ariel G. Ruiz Soto"],
    ["Who wrote about corruption?", "By Max Kaiser"],
    ["who are the authors of the chapter on guns", "By Gema Kloppe-Santamaría"],
    ["What chapters are there?", "Fulfilling North America's Promise"],
  ])("answers %j from the by-lines and the contents", async (question, words) => {
    expect((await ask(question)).answer).toContain(words);
  });

  it.each([
    "How many migrants drowned in the Rio Grande in 2020?",
    "What is the capital of France?",
    "Write me a poem about tequila",
  ])("abstains from %j", async (question) => {
    expect(await ask(question)).toMatchObject({ abstained: true, citations: [] });
  });

  it("reads a follow-up by what was said before, and declines what has nothing to do with it", async () => {
    const first = "How big is the trade between the United States and Mexico?";
    const history = historyOf(first, await ask(first));
    expect((await ask("per minute?", history)).answer).toContain("$2 million a minute");
    for (const question of ["asdf qwer", "give me a recipe for pasta", "what's the capital of France?"])
      expect(await ask(question, history)).toMatchObject({ abstained: true, citations: [] });
  });

  it("cites only words that the source file spells, for every development question", async () => {
    const lines = (await readFile("evals/facts/dev-seed.jsonl", "utf8")).trim().split("\n");
    let cited = 0;
    for (const line of lines) {
      const { question } = askRequestSchema.pick({ question: true }).parse(JSON.parse(line));
      const { answer, citations } = await ask(question);
      expect(citations.map((c) => c.marker)).toEqual(citations.map((_, i) => i + 1));
      for (const citation of citations) {
        cited += 1;
        expect(answer).toContain(`[${citation.marker}]`);
        expect(citation.quote).toBe(citation.text.slice(citation.start, citation.end));
        expect(spelled(citation)).toBe(folded(citation.quote));
      }
    }
    expect(cited).toBeGreaterThan(100);
  });
});
