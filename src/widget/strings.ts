import type { FeedbackReason } from "../domain/feedback-reasons.ts";

/** Everything the widget itself says. */
export interface Strings {
  readonly title: string;
  readonly open: string;
  readonly close: string;
  readonly clear: string;
  readonly greeting: string;
  readonly examples: string;
  readonly placeholder: string;
  readonly label: string;
  readonly send: string;
  readonly stop: string;
  readonly retry: string;
  readonly searching: string;
  readonly stopped: string;
  readonly you: string;
  readonly assistant: string;
  readonly lookedFor: string;
  readonly source: (marker: number) => string;
  readonly readInReport: string;
  readonly newTab: string;
  readonly chapter: (number: number) => string;
  readonly pages: (from: number, to: number | null) => string;
  readonly note: (number: number) => string;
  readonly nearest: string;
  readonly suggestions: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly sources: string;
  readonly helpful: string;
  readonly unhelpful: string;
  readonly thanks: string;
  readonly voteFailed: string;
  readonly why: string;
  readonly reasons: Readonly<Record<FeedbackReason, string>>;
  readonly comment: string;
  readonly sendFeedback: string;
  readonly skip: string;
  readonly offline: string;
  readonly busy: (seconds: number) => string;
  readonly loading: string;
  readonly server: string;
  readonly fellBack: string;
  readonly clearFailed: string;
  readonly disclaimer: string;
}

const ENGLISH: Strings = {
  title: "Ask the report",
  open: "Ask the report",
  close: "Close",
  clear: "Start over",
  greeting:
    "Ask anything about the report. Every sentence of an answer shows the words of the report that it stands on.",
  examples: "For example",
  placeholder: "Ask about the report…",
  label: "Your question",
  send: "Ask",
  stop: "Stop",
  retry: "Try again",
  searching: "Searching the report…",
  stopped: "Stopped.",
  you: "You asked",
  assistant: "The report",
  lookedFor: "Looked for:",
  source: (marker) => `Source ${marker}`,
  readInReport: "Read it in the report",
  newTab: "opens in a new tab",
  chapter: (number) => `Chapter ${number}`,
  pages: (from, to) =>
    to === null ? `from page ${from}` : from === to ? `page ${from}` : `pages ${from}–${to}`,
  note: (number) => `Note ${number}:`,
  nearest: "The nearest it comes",
  suggestions: "You could ask",
  copy: "Copy answer with sources",
  copied: "Copied.",
  copyFailed: "The browser did not allow copying.",
  sources: "Sources",
  helpful: "Helpful",
  unhelpful: "Not helpful",
  thanks: "Thank you.",
  voteFailed: "Your feedback could not be sent.",
  why: "What was wrong?",
  reasons: {
    wrong: "It is wrong",
    incomplete: "Something is missing",
    off_topic: "It answers something else",
    bad_citation: "The quote does not fit",
    should_have_answered: "The report does answer this",
    other: "Something else",
  },
  comment: "Anything to add? (optional)",
  sendFeedback: "Send",
  skip: "No, thanks",
  offline: "The connection was lost. Check your network and try again.",
  busy: (seconds) => `Too many questions at once. Try again in ${seconds} s.`,
  loading: "The report is still being loaded. Try again in a moment.",
  server: "Something went wrong at our end. Try again.",
  fellBack: "In the report's own words: no written answer could be made.",
  clearFailed: "Removed here; the service could not be reached to remove it there.",
  disclaimer: "Answers come from the report and nothing else.",
};

const SPANISH: Strings = {
  title: "Pregunte al informe",
  open: "Pregunte al informe",
  close: "Cerrar",
  clear: "Empezar de nuevo",
  greeting:
    "Pregunte lo que quiera sobre el informe. Cada frase de una respuesta muestra las palabras del informe en que se apoya.",
  examples: "Por ejemplo",
  placeholder: "Pregunte sobre el informe…",
  label: "Su pregunta",
  send: "Preguntar",
  stop: "Detener",
  retry: "Intentar de nuevo",
  searching: "Buscando en el informe…",
  stopped: "Detenido.",
  you: "Usted preguntó",
  assistant: "El informe",
  lookedFor: "Se buscó:",
  source: (marker) => `Fuente ${marker}`,
  readInReport: "Leer en el informe",
  newTab: "se abre en otra pestaña",
  chapter: (number) => `Capítulo ${number}`,
  pages: (from, to) =>
    to === null ? `desde la página ${from}` : from === to ? `página ${from}` : `páginas ${from}–${to}`,
  note: (number) => `Nota ${number}:`,
  nearest: "Lo más cercano que contiene",
  suggestions: "También puede preguntar",
  copy: "Copiar respuesta con fuentes",
  copied: "Copiado.",
  copyFailed: "El navegador no permitió copiar.",
  sources: "Fuentes",
  helpful: "Útil",
  unhelpful: "No es útil",
  thanks: "Gracias.",
  voteFailed: "No se pudo enviar su opinión.",
  why: "¿Qué falló?",
  reasons: {
    wrong: "Es incorrecta",
    incomplete: "Falta algo",
    off_topic: "Responde a otra cosa",
    bad_citation: "La cita no corresponde",
    should_have_answered: "El informe sí lo responde",
    other: "Otra cosa",
  },
  comment: "¿Algo que añadir? (opcional)",
  sendFeedback: "Enviar",
  skip: "No, gracias",
  offline: "Se perdió la conexión. Revise su red e intente de nuevo.",
  busy: (seconds) => `Demasiadas preguntas a la vez. Intente de nuevo en ${seconds} s.`,
  loading: "El informe aún se está cargando. Intente de nuevo en un momento.",
  server: "Algo falló de nuestro lado. Intente de nuevo.",
  fellBack: "Con las propias palabras del informe: no se pudo redactar una respuesta.",
  clearFailed: "Borrado aquí; no se pudo borrar en el servicio.",
  disclaimer: "Las respuestas salen del informe y de nada más.",
};

/** Strings of a language by its tag ("es-MX"); English for others. */
export function stringsFor(language: string): Strings {
  return /^es\b/iu.test(language) ? SPANISH : ENGLISH;
}
