/** What the bot itself says. */
export interface SlackStrings {
  readonly searching: string;
  readonly read: string;
  readonly chapter: (number: number) => string;
  readonly pages: (from: number, to: number | null) => string;
  readonly helpful: string;
  readonly unhelpful: string;
  readonly thanks: string;
  readonly failed: string;
  readonly usage: string;
  readonly notHere: string;
}

const ENGLISH: SlackStrings = {
  searching: "Searching the report…",
  read: "Read it in the report",
  chapter: (number) => `Chapter ${number}`,
  pages: (from, to) =>
    to === null ? `from page ${from}` : from === to ? `page ${from}` : `pages ${from}–${to}`,
  helpful: "Helpful",
  unhelpful: "Not helpful",
  thanks: "Thank you: that is kept with the answer.",
  failed: "Something went wrong, and the question was not answered. Please ask again.",
  usage: "Ask a question about the report: /ask Why is there a shortage of nurses?",
  notHere: "I have not been set up to answer in this channel.",
};

const SPANISH: SlackStrings = {
  ...ENGLISH,
  read: "Leer en el informe",
  chapter: (number) => `Capítulo ${number}`,
  pages: (from, to) =>
    to === null ? `desde la página ${from}` : from === to ? `página ${from}` : `páginas ${from}–${to}`,
  helpful: "Útil",
  unhelpful: "No es útil",
};

/** In the language of an answer; before there is one, in English. */
export function stringsFor(language: "en" | "es"): SlackStrings {
  return language === "es" ? SPANISH : ENGLISH;
}
