import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createEnglishAnalyzer } from "../src/adapters/core/english-analyzer.ts";
import { readCorpusFolder } from "../src/adapters/node/corpus-folder.ts";
import { createAssistant, type Assistant } from "../src/ask.ts";
import { faultsOf, SUPPORT_BARS } from "../src/compose/index.ts";
import type { SourceDocument } from "../src/domain/corpus.ts";
import { buildFromFolder } from "../src/entry/build.ts";
import { encoderFor } from "../src/entry/load-assistant.ts";
import { readSettings } from "../src/entry/settings.ts";
import type { Encoder } from "../src/ports/encoder.ts";
import { silentProgress } from "../src/ports/progress.ts";
import type { SearchIndex } from "../src/ports/search-index.ts";
import { startScriptedModel } from "../src/adapters/node/scripted-model.fixture.ts";
import { createRetriever } from "../src/retrieve/index.ts";
import { measureClaims, readClaims, type Claim } from "../scripts/fit/claims.ts";
import { inEvals } from "./authoring/fact-tools.ts";
import { evaluate } from "./evaluate.ts";
import { baselineSchema } from "./gate/baseline.ts";
import { thresholdsSchema } from "./gate/thresholds.ts";
import { interval } from "./rendering/figures.ts";
import { passes, type RunReport } from "./rendering/run-report.ts";
import { createLocalTarget } from "./running/local-target.ts";
import { withMadeUpQuotes, withShuffledViews, withWrongCitations } from "./sabotage.fixture.ts";
import type { Fact } from "./schema/fact-schema.ts";
import { readFacts } from "./schema/facts-folder.ts";
import { readReaderQuestions, type ReaderQuestion } from "./schema/reader-question.ts";
import { sectionSchema } from "./schema/sections.ts";

/** The real report, the real encoder, the real index, the shipped facts, thresholds and baseline. */
let folder: string;
let encoder: Encoder;
let index: SearchIndex;
let documents: SourceDocument[];
let facts: Fact[];
let readers: ReaderQuestion[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "evals-"));
  encoder = await encoderFor(readSettings({}), "corpus");
  const analyzer = createEnglishAnalyzer();
  index = await buildFromFolder(
    { corpusDir: "corpus", indexDir: folder },
    { encoder: () => Promise.resolve(encoder), analyzer, progress: silentProgress },
  );
  ({ documents } = await readCorpusFolder("corpus"));
  facts = (await readFacts(inEvals("./facts"))).filter(({ split }) => split === "test");
  readers = (await readReaderQuestions(inEvals("./readers"))).filter(({ split }) => split === "test");
});

afterAll(() => rm(folder, { recursive: true }));

const assistant = (over: SearchIndex, threshold?: number): Assistant =>
  createAssistant({
    index: over,
    analyzer: createEnglishAnalyzer(),
    retriever: createRetriever(over, encoder),
    ...(threshold === undefined ? {} : { composer: { threshold } }),
  });

async function readJson<T>(name: string, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(JSON.parse(await readFile(inEvals(name), "utf8")));
}

async function run(given: Assistant, over = index): Promise<RunReport> {
  return evaluate({
    target: createLocalTarget(given, assistant(over, 0)),
    facts,
    readers,
    sections: await readJson("./sections.json", z.array(sectionSchema)),
    documents,
    thresholds: await readJson("./thresholds.json", thresholdsSchema),
    baseline: await readJson("./baseline.json", baselineSchema),
    composer: "extractive",
    revealTest: false,
    progress: silentProgress,
  });
}

const failed = ({ checks }: RunReport): string[] =>
  checks.filter(({ passed }) => !passed).map(({ message }) => message);

describe("the gate", () => {
  it("lets the assistant as it is pass", async () => {
    const report = await run(assistant(index));
    expect(failed(report)).toEqual([]);
    expect(passes(report)).toBe(true);

    // The README quotes this run.
    const rows = [
      ...(await readFile("README.md", "utf8")).matchAll(/^\| `([\w@-]+)` +\| (.+?) +\| (\d+) +\|/gmu),
    ];
    expect(rows.length).toBeGreaterThan(10);
    const measured = report.summaries[0]?.metrics ?? [];
    for (const [, name, value, n] of rows) {
      const estimate = measured.find((metric) => metric.name === name)?.estimate ?? null;
      expect([name, value, n]).toEqual([name, interval(estimate), String(estimate?.n)]);
    }
  });

  it("fails a retriever whose views are shuffled, though the reranker mends most of it", async () => {
    const shuffled = withShuffledViews(index);
    const messages = failed(await run(assistant(shuffled), shuffled));
    expect(messages).toContainEqual(expect.stringMatching(/^recall@\d+ is .* below its floor/u));
    expect(messages).toContainEqual(expect.stringMatching(/^ndcg@10 is .* below its floor/u));
  });

  it("fails a retriever whose views lose seven eighths of what they find", async () => {
    const thinned = withShuffledViews(index, 1 / 8);
    const messages = failed(await run(assistant(thinned), thinned));
    expect(messages).toContainEqual(expect.stringMatching(/^recall@5 is .* below its floor/u));
    expect(messages).toContainEqual(expect.stringMatching(/^retrieval against the baseline \(test\)/u));
  });

  it("fails a composer that cites a wrong passage", async () => {
    const messages = failed(await run(withWrongCitations(assistant(index))));
    expect(messages).toContainEqual(expect.stringMatching(/^citation-precision is .* below its floor/u));
    expect(messages).toContainEqual(expect.stringMatching(/^citation-recall is .* below its floor/u));
  });

  it("fails a composer that makes a quote up", async () => {
    const messages = failed(await run(withMadeUpQuotes(assistant(index))));
    expect(messages).toContainEqual(expect.stringMatching(/^citation-validity is .* below its floor of 1$/u));
  });

  it("fails a composer that never abstains", async () => {
    const messages = failed(await run(assistant(index, 0)));
    expect(messages).toContainEqual(expect.stringMatching(/^abstention-recall-near is .* below its floor/u));
    expect(messages).toContainEqual(expect.stringMatching(/^abstention-recall-far is .* below its floor/u));
  });
});

describe("the check of sentences that a model writes", () => {
  it("refuses most that say other figures and names or something else, and few that are supported", async () => {
    const claims = (await readClaims()).filter(({ split }) => split === "test");
    const measured = await measureClaims(claims, index, createEnglishAnalyzer(), encoder);
    const refused = (fault: Claim["fault"]): number => {
      const own = measured.filter((claim) => claim.fault === fault);
      return own.filter((claim) => faultsOf(claim.measured, SUPPORT_BARS).length > 0).length / own.length;
    };
    expect(refused(undefined)).toBeLessThan(0.15);
    expect(refused("figure")).toBeGreaterThan(0.85);
    expect(refused("name")).toBeGreaterThan(0.75);
    expect(refused("elsewhere")).toBeGreaterThan(0.9);
  });
});

describe("npm run evals", () => {
  const commandWith = async (
    settings: NodeJS.ProcessEnv,
    ...argv: string[]
  ): Promise<{ code: number; stdout: string; stderr: string }> => {
    const args = ["--import", "tsx", inEvals("./run.ts"), "--out", join(folder, "report"), ...argv];
    const env = { ...process.env, INDEX_DIR: folder, NO_COLOR: "1", ...settings };
    try {
      return { code: 0, ...(await promisify(execFile)(process.execPath, args, { env })) };
    } catch (error) {
      return z.object({ code: z.number(), stdout: z.string(), stderr: z.string() }).parse(error);
    }
  };

  const command = (...argv: string[]) => commandWith({}, ...argv);

  it("reports a model's answers beside the extractive ones", async () => {
    const own = join(folder, "two.jsonl");
    const some = facts.filter((fact) => fact.id.startsWith("ch1-")).slice(0, 2);
    await writeFile(own, some.map((fact) => `${JSON.stringify(fact)}\n`).join(""));
    const scripted = await startScriptedModel((prompt) => {
      const [, key = "", text = ""] = /"key":"(\w+)".*?"text":"([^"\\]+?[.]) /u.exec(prompt) ?? [];
      return `${text} [${key}]`;
    });
    const settings = { LLM_BASE_URL: scripted.baseUrl, LLM_MODEL: "scripted" };
    const written = await commandWith(settings, "--facts", own, "--composer", "llm");
    scripted.close();
    expect(written).toMatchObject({ code: 0 });
    expect(written.stdout).toContain("composer llm, prompts answer@");
    expect(written.stdout).toMatch(/(\d) of \1 answers written to their end, 0 fell back/u);
    expect(written.stdout).toMatch(/^\| metric +\| test, llm +\| test, extractive +\| n +\|/mu);
    expect(written.stdout).toMatch(
      /^\| citation-validity +\| 1.00 \(1.00 to 1.00\) \| 1.00 \(1.00 to 1.00\) /mu,
    );
    expect(await command("--facts", own, "--composer", "llm")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--composer llm needs LLM_MODEL"),
    });
  });

  it("holds one's own facts to one's own thresholds and baseline, and says it by the exit code", async () => {
    const own = join(folder, "own.jsonl");
    const some = facts.filter((fact) => fact.id.startsWith("ch1-")).slice(0, 3);
    await writeFile(own, some.map((fact) => `${JSON.stringify(fact)}\n`).join(""));
    const baseline = join(folder, "own-baseline.json");
    const written = await command("--facts", own, "--baseline", baseline, "--update-baseline");
    expect(written).toMatchObject({ code: 0 });
    expect(written.stdout).toContain("evals: nothing to check");
    expect(Object.keys(baselineSchema.parse(JSON.parse(await readFile(baseline, "utf8"))))).toHaveLength(3);

    const strict = join(folder, "strict.json");
    const bounds = {
      split: "test",
      floors: { mrr: 1.1 },
      ceilings: {},
      paired: { maxNetLoss: 0, alpha: 0.05 },
    };
    await writeFile(strict, JSON.stringify(bounds));
    const held = await command("--facts", own, "--baseline", baseline, "--thresholds", strict);
    expect(held.code).toBe(1);
    expect(held.stdout).toMatch(/FAIL mrr is [\d.]+ on test, below its floor of 1.1/u);
    expect(held.stdout).toContain("ok   answers against the baseline (test): 0 won and 0 lost of 3");
    for (const name of [
      "report.json",
      "summary.md",
      "failures.md",
      "junit.xml",
      "index.html",
      "latency.json",
    ]) {
      expect((await readFile(join(folder, "report", name), "utf8")).length).toBeGreaterThan(10);
    }
  });

  it("says in one line what it cannot run on", async () => {
    expect(await command("--facts", join(folder, "nothing.jsonl"))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("error (data_missing):"),
    });
    expect(await command("--base", "http://127.0.0.1:9")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("cannot be reached: start the server or mend --base"),
    });
  });
});
