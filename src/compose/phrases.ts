import { capitalise } from "../domain/words.ts";
import type { AbstentionReason } from "../domain/contract.ts";
import type { Chapter } from "../domain/passage.ts";
import { chapterName } from "./places.ts";

/** Framing in the asker's language. None of it states a fact of the report. */
export interface Phrases {
  readonly abstention: Readonly<Record<AbstentionReason, string>>;
  readonly noChapter: (number: number) => string;
  /** Of an item of a list nothing more is said. */
  readonly noMore: string;
  readonly nearest: string;
  readonly asOf: (moment: string) => string;
  readonly reports: (chapter: string) => string;
  readonly accordingTo: (chapter: string, authors: string) => string;
  /** What a chapter is called at the start of a line. */
  readonly chapter: (chapter: Chapter | undefined) => string;
  /** "A, B and C". */
  readonly names: (names: readonly string[]) => string;
  /** A chapter's title line: its name, title and authors. */
  readonly chapterTitle: (chapter: Chapter) => string;
  /** Before the table of contents. */
  readonly contents: (chapters: number) => string;
  /** Before words of the report in another language: where they stand. */
  readonly inReport: (chapter: Chapter, caption: string | null) => string;
  /** Before sentences that speak of what was asked for; in how many passages it stands, and whether not all are quoted. */
  readonly mentioned: (passages: number, more: boolean) => string;
  /** Before a sentence on what was asked for by its name. */
  readonly saysOf: (name: string) => string;
  /** The report does not name what it was asked for. */
  readonly notMentioned: (subject: string) => string;
  /** Which part of a question is left open. */
  readonly uncovered: (part: string) => string;
  readonly thanks: string;
  readonly about: string;
}

const ENGLISH: Phrases = {
  abstention: {
    not_in_report: "The report does not answer this question.",
    out_of_scope: "That seems to be outside what this report covers.",
    unclear_question: "I could not tell what to look for. Please ask a whole question about the report.",
    greeting:
      "Hello! Ask me anything about the report, and I will answer in its own words, with the place each sentence comes from.",
  },
  noChapter: (number) => `The report has no chapter ${number}.`,
  noMore: "The report says no more on this point.",
  nearest: "The nearest it comes:",
  asOf: (moment) => `As of the report (${moment}):`,
  reports: (chapter) => `${chapter} reports: `,
  accordingTo: (chapter, authors) => (authors === "" ? `${chapter}: ` : `${chapter} (${authors}): `),
  chapter: (chapter) => capitalise(chapterName(chapter)),
  names: (names) => listed(names, "and"),
  chapterTitle: (chapter) =>
    titleLine(chapter, chapterName(chapter), ` by ${listed(chapter.authors, "and")}`),
  contents: (chapters) =>
    chapters === 0 ? "The report's contents:" : `The report has ${chapters} chapters:`,
  inReport: (chapter) => `According to the report (${chapterName(chapter)}): `,
  mentioned: (passages, more) =>
    passages === 1
      ? "The report speaks of this in one passage:"
      : `The report speaks of this in ${String(passages)} passages${more ? ", among them" : ""}:`,
  saysOf: (name) => `The report says of “${name}”:`,
  notMentioned: (subject) => `The report does not mention “${subject}”, not in these words.`,
  uncovered: (part) => `The report does not answer this part: ${part}`,
  thanks: "You are welcome. Ask me anything else about the report.",
  about:
    "I answer questions about this report from its own text: every sentence carries a number that leads to the exact words. When the report does not say, I say so.",
};

const SPANISH_PARTS: Readonly<Record<string, string>> = {
  Introduction: "introducción",
  "About the Authors": "sobre los autores",
};

/** What a chapter is called in Spanish, inside a sentence. */
function spanishName(chapter: Chapter | undefined): string {
  if (!chapter) return "";
  if (chapter.number === null) return SPANISH_PARTS[chapter.title] ?? chapter.title;
  return `capítulo ${chapter.number}`;
}

const SPANISH: Phrases = {
  abstention: {
    not_in_report:
      "El informe no responde a esta pregunta, o no la he encontrado: el informe está en inglés, y en inglés se encuentra más.",
    out_of_scope: "Eso parece quedar fuera de lo que trata este informe.",
    unclear_question: "No he entendido qué buscar. Haga, por favor, una pregunta completa sobre el informe.",
    greeting:
      "¡Hola! Pregunte lo que quiera sobre el informe: respondo con sus propias palabras y digo de dónde sale cada frase.",
  },
  noChapter: (number) => `El informe no tiene un capítulo ${number}.`,
  noMore: "El informe no dice más sobre este punto.",
  nearest: "Lo más cercano que contiene:",
  asOf: (moment) => `A la fecha del informe (${moment}):`,
  reports: (chapter) => `${chapter} informa: `,
  accordingTo: (chapter, authors) => (authors === "" ? `${chapter}: ` : `${chapter} (${authors}): `),
  chapter: (chapter) => capitalise(spanishName(chapter)),
  names: (names) => listed(names, "y"),
  chapterTitle: (chapter) => titleLine(chapter, spanishName(chapter), `, de ${listed(chapter.authors, "y")}`),
  contents: (chapters) =>
    chapters === 0 ? "Contenido del informe:" : `El informe tiene ${chapters} capítulos:`,
  inReport: (chapter, caption) => {
    const place = spanishName(chapter);
    const table = /^\W*Table (\d+)/iu.exec(caption ?? "")?.[1];
    return `Según el informe (${place}${table === undefined ? "" : `, tabla ${table}`}): `;
  },
  mentioned: (passages, more) =>
    passages === 1
      ? "El informe habla de esto en un pasaje:"
      : `El informe habla de esto en ${String(passages)} pasajes${more ? ", entre ellos" : ""}:`,
  saysOf: (name) => `El informe dice de «${name}»:`,
  notMentioned: (subject) => `El informe no menciona «${subject}», no con estas palabras.`,
  uncovered: (part) => `El informe no responde a esta parte: ${part}`,
  thanks: "De nada. Pregunte lo que quiera sobre el informe.",
  about:
    "Respondo preguntas sobre este informe con su propio texto: cada frase lleva un número que conduce a las palabras exactas. Cuando el informe no lo dice, lo digo.",
};

/** @param by what names the authors, left out when there are none */
function titleLine({ title, authors }: Chapter, name: string, by: string): string {
  return `${capitalise(name)}, “${title}”${authors.length === 0 ? "" : by}.`;
}

/** "A", "A and B", "A, B and C". */
function listed(names: readonly string[], and: string): string {
  if (names.length < 2) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1) ?? ""}`;
}

export function phrasesFor(language: "en" | "es"): Phrases {
  return language === "es" ? SPANISH : ENGLISH;
}
