import type { Outcome } from "./outcome.ts";

/** Which outcomes a metric is about. */
export type Population = (outcome: Outcome) => boolean;

const expectation = ({ observation }: Outcome) => observation.case.expectation;

/** Asked alone, in earnest. */
const plain: Population = (o) =>
  o.observation.case.from === "facts" && o.observation.case.turn === null && expectation(o).attack === null;
const ofReaders: Population = (o) => o.observation.case.from === "readers";
const english: Population = (o) => plain(o) && expectation(o).language === "en";
const spanish: Population = (o) => plain(o) && expectation(o).language === "es";

/** Kinds answered from the report's shape, not by retrieval. */
const SHAPE: ReadonlySet<string> = new Set(["overview", "authorship"]);
const ofShape: Population = (o) => SHAPE.has(expectation(o).kind);
const answerable: Population = (o) => expectation(o).answerable;

function isNear(outcome: Outcome): boolean {
  const one = expectation(outcome);
  return !one.answerable && one.near;
}

function difficulty(outcome: Outcome): "easy" | "hard" | null {
  const one = expectation(outcome);
  return one.answerable ? one.difficulty : null;
}

const content: Population = (o) => english(o) && answerable(o) && !ofShape(o);
const englishAnswerable: Population = (o) => english(o) && answerable(o);
const near: Population = (o) => english(o) && isNear(o);
const far: Population = (o) => english(o) && !answerable(o) && !isNear(o);

/** English unless they say otherwise; singles unless they say turns. */
export const POPULATIONS = {
  all: () => true,
  content,
  easy: (o) => content(o) && difficulty(o) === "easy",
  hard: (o) => content(o) && difficulty(o) === "hard",
  overviews: (o) => english(o) && expectation(o).kind === "overview",
  answerable: englishAnswerable,
  near,
  far,
  answerableOrNear: (o) => englishAnswerable(o) || near(o),
  answerableOrFar: (o) => englishAnswerable(o) || far(o),
  english,
  adversarial: (o) => expectation(o).attack !== null,
  firstTurns: (o) => o.observation.case.turn?.role === "first",
  followUps: (o) => o.observation.case.turn?.role === "follow-up",
  turns: (o) => o.observation.case.turn !== null,
  readersAnswerable: (o) => ofReaders(o) && answerable(o),
  readersUnanswerable: (o) => ofReaders(o) && !answerable(o),
  spanishContent: (o) => spanish(o) && answerable(o) && !ofShape(o),
  spanishAnswerable: (o) => spanish(o) && answerable(o),
  spanishUnanswerable: (o) => spanish(o) && !answerable(o),
} as const satisfies Record<string, Population>;
export type PopulationName = keyof typeof POPULATIONS;
