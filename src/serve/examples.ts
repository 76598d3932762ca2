import type { AskResponse } from "../domain/contract.ts";

export const QUESTION_EXAMPLE = { question: "How did Mexico's homicide rate change between 2007 and 2011?" };

const TEXT =
  "The country’s homicide rate went from a total of 8 murders per 100,000 inhabitants in the year 2007 to a total of 24 in 2011.";

/** An answer from the shipped report, as the API's documentation shows it; the passage is shortened. */
export const ANSWER_EXAMPLE: AskResponse = {
  id: "1f0c2c9e-6c1b-4b1c-9d5e-0d7f0a3f6a11",
  answer: `${TEXT} [1]`,
  abstained: false,
  reason: null,
  confidence: 0.93,
  citations: [
    {
      marker: 1,
      passageId: "9c1f0f2ab34d5e67",
      quote: TEXT,
      text: TEXT,
      start: 0,
      end: TEXT.length,
      source: {
        id: "rebuilding-a-complex-partnership",
        title:
          "Re-Building a Complex Partnership: The Outlook for U.S.-Mexico Relations under the Biden Administration",
      },
      chapter: {
        number: 1,
        title: "Putting Citizens' Security First: Towards a New Chapter in U.S.-Mexico Security Cooperation",
        authors: ["Gema Kloppe-Santamaría"],
      },
      section: null,
      pages: { from: 10, to: 23 },
      table: null,
      notes: [],
      check: "verbatim",
      url: "/report?quote=9c1f0f2ab34d5e67.268-373#p-9c1f0f2ab34d5e67",
    },
  ],
  nearest: [],
  uncovered: null,
  standaloneQuestion: QUESTION_EXAMPLE.question,
  conversationId: null,
  composer: "extractive",
  promptVersion: null,
  language: "en",
  suggestions: [],
  notices: [],
  timings: { total: 14.2, encode: 1.6, retrieve: 6.1, compose: 6.5 },
};

export const EVENT_STREAM_EXAMPLE = [
  "event: meta",
  `data: {"id":"${ANSWER_EXAMPLE.id}","standaloneQuestion":"${QUESTION_EXAMPLE.question}"}`,
  "",
  "event: citation",
  'data: {"marker":1,"passageId":"9c1f0f2ab34d5e67"}',
  "",
  "event: delta",
  `data: {"text":"${TEXT} [1]"}`,
  "",
  "event: done",
  `data: {"id":"${ANSWER_EXAMPLE.id}","answer":"${TEXT} [1]"}`,
  "",
].join("\n");
