import type { Outcome } from "../measuring/outcome.ts";
import { failureOf } from "./failure.ts";
import { mayShow, type RunReport } from "./run-report.ts";

interface TestCase {
  readonly name: string;
  readonly failure: string | null;
  readonly skipped?: boolean;
}

/**
 * The run as JUnit XML (the format of Jenkins' junit-10.xsd): a suite of the gate's checks, which fail the build, and
 * one of questions a split. A question fails when the baseline had it right; one that is wrong as before is skipped,
 * so that a CI shows what changed.
 */
export function renderJunit(report: RunReport): string {
  const { outcomes, checks, comparison } = report;
  const lost = new Set((comparison?.pairs ?? []).flatMap((pair) => (pair.what === "right" ? pair.lost : [])));
  const splits = [...new Set(outcomes.map((o) => o.observation.case.split))];
  const suites = [
    suite(
      "gate",
      checks.map(({ name, passed, message }) => ({ name, failure: passed ? null : message })),
    ),
    ...splits.map((split) =>
      suite(
        `questions (${split})`,
        outcomes
          .filter((o) => o.observation.case.split === split)
          .map((outcome) => testOf(outcome, lost, mayShow(outcome, report))),
      ),
    ),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", {}, `\n${suites.join("")}`)}`;
}

function testOf(outcome: Outcome, lost: ReadonlySet<string>, shown: boolean): TestCase {
  const { id, expectation } = outcome.observation.case;
  const name = shown ? `${id} ${expectation.question}` : id;
  const failure = failureOf(outcome);
  if (failure === null) return { name, failure: null };
  if (!lost.has(id)) return { name, failure: null, skipped: true };
  const detail = shown ? `: expected ${failure.expected}, answered ${failure.answer}` : "";
  return { name, failure: `right in the baseline, wrong now${detail}` };
}

function suite(name: string, tests: readonly TestCase[]): string {
  const counts = {
    tests: String(tests.length),
    failures: String(tests.filter(({ failure }) => failure !== null).length),
    skipped: String(tests.filter((test) => test.skipped === true).length),
    errors: "0",
  };
  return element("testsuite", { name, ...counts }, `\n${tests.map((test) => testCase(name, test)).join("")}`);
}

function testCase(suiteName: string, { name, failure, skipped = false }: TestCase): string {
  const failed = failure === null ? "" : element("failure", { message: failure });
  return element(
    "testcase",
    { classname: `evals.${suiteName}`, name },
    failed + (skipped ? "<skipped/>" : ""),
  );
}

function element(name: string, attributes: Readonly<Record<string, string>>, content = ""): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(printable(value))}"`);
  return `<${name}${written.join("")}>${content}</${name}>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escape(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? "");
}

/** On one line, without the characters that XML 1.0 (section 2.2) does not allow. */
function printable(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\u{FFFD}")
    .replace(/\s+/gu, " ");
}
