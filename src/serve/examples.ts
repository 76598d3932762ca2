import type { AskResponse } from "../domain/contract.ts";

export const QUESTION_EXAMPLE = { question: "How did Mexico's homicide rate change between 2007 and 2010?" };

const TEXT =
  "The homicide rate went from 8 to 24 homicides per 100,000 people in just four years, between 2007 and 2010.";

/** An answer as the API's documentation shows it; not taken from any one report. */
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
      source: { id: "a-report", title: "A Report" },
      chapter: { number: 1, title: "Security", authors: ["A. Author"] },
      section: "Violence",
      pages: { from: 10, to: 23 },
      table: null,
      notes: [],
      check: "verbatim",
      url: "/report#p-9c1f0f2ab34d5e67:~:text=The%20homicide%20rate%20went,between%202007%20and%202010.",
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
