import type { AbstentionReason } from "../domain/contract.ts";

/** Framing in the asker's language. None of it states a fact of the report. */
export interface Phrases {
  readonly abstention: Readonly<Record<AbstentionReason, string>>;
  readonly noChapter: (number: number) => string;
  readonly nearest: string;
  readonly asOf: (moment: string) => string;
  readonly reports: (chapter: string) => string;
  readonly accordingTo: (chapter: string, authors: string) => string;
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
  nearest: "The nearest it comes:",
  asOf: (moment) => `As of the report (${moment}):`,
  reports: (chapter) => `${chapter} reports: `,
  accordingTo: (chapter, authors) => (authors === "" ? `${chapter}: ` : `${chapter} (${authors}): `),
  thanks: "You are welcome. Ask me anything else about the report.",
  about:
    "I answer questions about this report from its own text: every sentence carries a number that leads to the exact words. When the report does not say, I say so.",
};

const SPANISH: Phrases = {
  abstention: {
    not_in_report:
      "No he encontrado en el informe una respuesta a esta pregunta. El informe está en inglés: pruebe también a preguntar en inglés.",
    out_of_scope: "Eso parece quedar fuera de lo que trata este informe.",
    unclear_question: "No he entendido qué buscar. Haga, por favor, una pregunta completa sobre el informe.",
    greeting:
      "¡Hola! Pregunte lo que quiera sobre el informe: respondo con sus propias palabras y digo de dónde sale cada frase.",
  },
  noChapter: (number) => `El informe no tiene un capítulo ${number}.`,
  nearest: "Lo más cercano que contiene:",
  asOf: (moment) => `A la fecha del informe (${moment}):`,
  reports: (chapter) => `${chapter} informa: `,
  accordingTo: (chapter, authors) => (authors === "" ? `${chapter}: ` : `${chapter} (${authors}): `),
  thanks: "De nada. Pregunte lo que quiera sobre el informe.",
  about:
    "Respondo preguntas sobre este informe con su propio texto: cada frase lleva un número que conduce a las palabras exactas. Cuando el informe no lo dice, lo digo.",
};

export function phrasesFor(language: "en" | "es"): Phrases {
  return language === "es" ? SPANISH : ENGLISH;
}
