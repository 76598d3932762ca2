import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import type { Chapter } from "../domain/passage.ts";
import { standaloneQuestion, type Turn } from "./standalone.ts";

const CHAPTERS: readonly Chapter[] = [
  { number: null, title: "Introduction", authors: ["Ann Lee"], pages: null },
  { number: 1, title: "Port Security", authors: ["Ana Solís"], pages: null },
];
const NAMES = new Set(["AMLO", "Biden", "Norwick", "Elmsby", "Pemex"]);
const PEOPLE = new Set(["amlo", "biden", "sarukhan", "trump"]);
const tools = {
  chapters: CHAPTERS,
  analyzer: createEnglishAnalyzer(),
  isName: (word: string) => NAMES.has(word),
  isPerson: (word: string) => PEOPLE.has(word.toLowerCase()),
};

/** A follow-up after questions whose answers quoted chapter 1. */
function after(...questions: readonly string[]): (text: string) => string {
  const turns: Turn[] = questions.map((question) => ({ question, chapter: 1 }));
  return (text) => standaloneQuestion(text, turns, tools).text;
}

describe("standaloneQuestion", () => {
  it("puts in what pronouns mean and reads no pronoun into that", () => {
    const talk = after("What is the goal of Norwick in its own words?");
    expect(talk("how many targets does it have?")).toBe(
      "How many targets does the goal of Norwick in its own words have?",
    );
  });

  it("does not take somebody whom a question names for another of it", () => {
    expect(after("What did Biden say of AMLO?")("will Biden hold that against him?")).not.toContain(
      "against Biden",
    );
    expect(after("Whats behind the plan?")("why did he think it was needed?")).not.toContain("Whats think");
  });

  it("takes a name with the noun that it goes with", () => {
    expect(after("How is the US-Norwick border wall doing?")("how long is it?")).toBe(
      "How long is the US-Norwick border wall?",
    );
    expect(after("What did the Biden administration say?")("will it pay?")).toBe(
      "Will the Biden administration pay?",
    );
    expect(after("Did the Norwick deal help?")("who wanted it?")).toContain("Norwick");
  });

  it("leaves a possessive whole when another country takes its place", () => {
    const talk = after("Why did Mexico's economy shrink?");
    expect(talk("what about the US?")).toBe("Why did the United States’ economy shrink?");
    expect(after("Why did Canada's economy shrink?")("and Mexico?")).toBe("Why did Mexico's economy shrink?");
  });

  it("names each country once", () => {
    const talk = after("Which of Mexico, Canada, Mexico and Canada pays?");
    expect(talk("what if they leave it?")).toMatch(/^What if Mexico and Canada leave/u);
  });

  it("keeps the subject through a question about who wrote it, and through a word more or less", () => {
    const talk = after("Why did the Norwick Initiative fail?", "who wrote that chapter?");
    expect(talk("whose idea was it?")).toBe("Whose idea was the Norwick Initiative?");
    const long = after("Why did the Norwick Initiative fail?", "tell me more", "who wrote that chapter?");
    expect(long("in short?")).toBe("Why did the Norwick Initiative fail?");
  });

  it("knows whom a question means that follows one about who wrote something", () => {
    const talk = after("Why did the Norwick Initiative fail?", "who wrote that chapter?");
    expect(talk("what does she recommend?")).toBe("What does Ana Solís recommend?");
    expect(talk("what are her sources?")).toBe("What are Ana Solís’s sources?");
  });

  it("asks what is to be done about a matter for what they recommend", () => {
    const talk = after("Why did the Norwick Initiative fail?");
    expect(talk("and what do they recommend?")).toBe("What should be done about the Norwick Initiative?");
    expect(talk("what would the authors suggest instead?")).toMatch(/^What should be done instead\?? \(/u);
    expect(talk("what do they recommend on ports?")).not.toContain("Norwick");
  });

  it("asks for all that a chapter recommends after who wrote it", () => {
    const talk = after("Who wrote chapter 1?");
    expect(talk("what do they propose?")).toBe("What does chapter 1, “Port Security” recommend?");
    expect(after("¿Quién escribió el capítulo 1?")("¿qué proponen?")).toBe(
      "¿Qué recomienda el capítulo 1, “Port Security”?",
    );
  });

  it("speaks Spanish of years in Spanish", () => {
    const talk = after("¿Cuántos barcos se hundieron en 2019?");
    expect(talk("¿y en 2011?")).toBe("¿Cuántos barcos se hundieron en 2011?");
  });

  it.each([
    [
      "When did the Norwick Initiative start?",
      "whose idea was it?",
      "Whose idea was the Norwick Initiative?",
    ],
    ["When did Sarukhan visit Oslo?", "did he meet the mayor?", "Did Sarukhan meet the mayor?"],
    [
      "How many asylum applications has Mexico received?",
      "why did they rise so fast?",
      "Why did asylum applications rise so fast?",
    ],
    [
      "How many boats do Canada and Mexico have?",
      "how often do their ministers meet?",
      "How often do Canada and Mexico’s ministers meet?",
    ],
  ])("after %j puts what a pronoun means into %j", (first, text, standalone) => {
    expect(after(first)(text)).toBe(standalone);
  });

  it.each([
    [
      "How much did the Mexican economy shrink in 2020?",
      "and in 2017?",
      "How much did the Mexican economy shrink in 2017?",
    ],
    [
      "How much did the Mexican economy shrink in 2020?",
      "and ten years before?",
      "How much did the Mexican economy shrink in 2010?",
    ],
    ["How many boats sank in 2020?", "and four years before that?", "How many boats sank in 2016?"],
    [
      "How much did the Mexican economy shrink in 2020?",
      "what about Canada?",
      "How much did the Canadian economy shrink in 2020?",
    ],
    [
      "How much does Mexico spend on health?",
      "And the US?",
      "How much does the United States spend on health?",
    ],
    [
      "What did people think of Biden in 2020?",
      "how about Clinton four years before?",
      "What did people think of Clinton in 2016?",
    ],
    ["¿Cuántos barcos había en 2019?", "¿y en 2017?", "¿Cuántos barcos había en 2017?"],
  ])("after %j fills %j in", (first, text, standalone) => {
    expect(after(first)(text)).toBe(standalone);
  });

  it("names the chapter that was quoted, or leaves the words when none was", () => {
    expect(after("How many boats sank?")("who wrote that chapter?")).toBe(
      "Who wrote chapter 1, “Port Security”?",
    );
    expect(after("How many boats sank?")("who wrote that?")).toBe("Who wrote chapter 1, “Port Security”?");
    expect(after("How many boats sank?")("and who said that?")).toBe("Who wrote chapter 1, “Port Security”?");
    const none: Turn[] = [{ question: "How many boats sank?", chapter: null }];
    expect(standaloneQuestion("who wrote that chapter?", none, tools).text).toContain("boats sank");
  });

  it("brings the question before along when a word of it would not do", () => {
    const said = after("What happened in the town of Allende in 2011?")("was anyone ever convicted?");
    expect(said).toBe("Was anyone ever convicted (in the town of Allende in 2011)?");
    expect(after("How many boats sank?")("when?")).toBe("When: How many boats sank?");
    expect(after("How many boats sank?")("tell me more")).toBe("Tell me more about boats sank");
    expect(after("How many boats sank?")("in short?")).toBe("How many boats sank?");
  });

  it.each([
    ["How many boats sank?", "why?", "Why: Boats sank?"],
    ["When was the pier built?", "and why?", "Why: Was the pier built?"],
    ["¿Cuántos barcos se hundieron?", "¿por qué?", "Por qué: Barcos se hundieron?"],
    ["What sank the boats?", "why?", "Why: What sank the boats?"],
    ["How many boats sank?", "so whats the authors explanation", "Why: Boats sank?"],
    ["¿Cuántos barcos se hundieron?", "¿y a qué se debe?", "Por qué: Barcos se hundieron?"],
  ])("after %j takes %j for the reason of what was asked", (first, text, standalone) => {
    expect(after(first)(text)).toBe(standalone);
  });

  it("finds who said something in the answer, where that tells it", () => {
    const answered = (answer: string): Turn[] => [{ question: "How many boats sank?", chapter: 1, answer }];
    const told = answered(
      "Many did. [1] According to the Harbour Board, twelve boats sank. [2] It was a bad year.",
    );
    expect(standaloneQuestion("who says that?", told, tools)).toMatchObject({
      text: "Who says: “According to the Harbour Board, twelve boats sank.”?",
      shown: "Who says that? (How many boats sank?)",
    });
    expect(standaloneQuestion("says who?", told, tools).text).toMatch(/^Who says: /u);
    const untold = answered("Twelve boats sank. [1]");
    expect(standaloneQuestion("who says that?", untold, tools).text).toBe(
      "Who wrote chapter 1, “Port Security”?",
    );
  });

  it.each([
    [
      "What is article 27.3 of the Norwick Treaty about?",
      "what does it say about companies?",
      "What does article 27.3 of the Norwick Treaty say about companies?",
    ],
    ["Why did AMLO win?", "what does it say about companies?", "what does it say about companies?"],
  ])("after %j knows what says something in %j", (first, text, standalone) => {
    expect(after(first)(text)).toBe(standalone);
  });

  it("knows of whom a question in Spanish is that names nobody", () => {
    const talk = after("¿Quién es Ana Biden?");
    expect(talk("¿trabajó en Pemex?")).toBe("¿Trabajó en Pemex (Ana Biden)?");
    expect(talk("¿Aumentó el comercio de Norwick?")).toBe("¿Aumentó el comercio de Norwick?");
  });

  it("keeps the subject through a question of who says something", () => {
    const turns: Turn[] = [
      {
        question: "How many boats sank?",
        chapter: 1,
        answer: "According to the Harbour Board, twelve boats sank.",
      },
      {
        question: "who says that?",
        chapter: 1,
        answer: "According to the Harbour Board, twelve boats sank.",
      },
    ];
    expect(standaloneQuestion("were they old?", turns, tools).text).toBe("Were they old (boats sank)?");
  });

  it("asks for examples of what was asked", () => {
    expect(after("How did the gale hurt the town?")("like what? give me an example")).toBe(
      "For example: How did the gale hurt the town?",
    );
    expect(after("¿Qué se hundió?")("¿por ejemplo?")).toBe("Por ejemplo: ¿Qué se hundió?");
  });

  it("shows the question that more is asked of as it was asked", () => {
    const turns: Turn[] = [{ question: "What did the gale do to Norwick?", chapter: 1 }];
    expect(standaloneQuestion("tell me more", turns, tools).shown).toBe(
      "Tell me more? (What did the gale do to Norwick?)",
    );
  });

  it("goes on from what was asked, not from the why of it", () => {
    const talk = after("How many boats sank in 2020?", "why?");
    expect(talk("and in 2017?")).toBe("How many boats sank in 2017?");
  });

  it("puts a year in the place of a month and its year", () => {
    expect(after("How popular was Biden in January 2020?")("and in 2019?")).toBe(
      "How popular was Biden in 2019?",
    );
    expect(after("How popular was Biden before the January 2020 gale?")("and in 2019?")).toBe(
      "How popular was Biden before the 2019 gale?",
    );
  });

  it.each([
    ["ok, new topic: who runs it?", "Who runs it?"],
    ["Different question. How many piers are there?", "How many piers are there?"],
    ["now let's talk about piers", "Piers"],
    ["Cambiando de tema: ¿cuántos muelles hay?", "¿Cuántos muelles hay?"],
  ])("brings nothing along where %j says that it is something else", (text, fresh) => {
    const turns: Turn[] = [{ question: "How many boats sank in 2020?", chapter: 1 }];
    const asked = standaloneQuestion(text, turns, tools);
    expect(asked).toEqual({ text: fresh, leans: false, added: false });
    expect(after("How many boats sank in 2020?", text)("tell me more")).not.toContain("boats");
  });

  it("does not take a question that is spoken of for a change of topic", () => {
    const text = "Another question of the mayor is who pays for the stone pier";
    expect(after("How many boats sank?")(text)).toBe(text);
  });

  it("puts what is asked about into the place of what was asked about", () => {
    const talk = after("What does Biden say about Pemex?");
    expect(talk("and about AMLO?")).toBe("What does Biden say about AMLO?");
    expect(talk("and CFE?")).toBe("What does Biden say about CFE?");
    expect(talk("and AMLO Lopez?")).toBe("What does AMLO Lopez say about Pemex?");
  });

  it("takes what a chapter is asked for by for the subject, and no half of a bracket", () => {
    const first = "Which chapter deals with water?";
    expect(after(first)("why does it matter?")).toBe("Why does it matter (water)?");
    expect(after(first, "what is the treaty?")("when was it signed?")).toBe(
      "When was the treaty signed (water)?",
    );
  });

  it("reads a conversation from its start: a follow-up of a follow-up", () => {
    const ask = after("How much did the Mexican economy shrink in 2020?", "and the American one?");
    expect(ask("and in 2009?")).toBe("How much did the American economy shrink in 2009?");
  });

  it.each([
    ["who pays for keeping that company safe?", "Who pays for keeping that company safe"],
    ["how big is the gap?", "How big is the gap"],
    ["is that more than before?", "Is that more than before"],
    ["and if one of them sinks?", "If one of them sinks"],
    ["what came after that one?", "What came after that one"],
    ["what could the two do together about training?", "What could the two do together about training"],
    ["and wat did it cost?", "Wat did it cost"],
    ["so have the owners given up?", "Have the owners given up"],
  ])("knows that %j leans on what was asked before", (text, opening) => {
    const asked = standaloneQuestion(
      text,
      [{ question: "Which boats sank off Norwick?", chapter: 1 }],
      tools,
    );
    expect(asked.leans).toBe(true);
    expect(asked.text.startsWith(opening)).toBe(true);
  });

  it("puts a phrase with a name in the place of the one with the same preposition", () => {
    const talk = after("How many people were sent over under Fox?");
    expect(talk("and under Peña Nieto?")).toBe("How many people were sent over under Peña Nieto?");
  });

  it.each([
    ["What do they say about wind power?", "and about oil?", "What do they say about oil?"],
    ["What do they say about wind power?", "What about Pemex?", "What do they say about Pemex?"],
    ["What do they say about Pemex?", "so is it going bankrupt?", "Is Pemex going bankrupt?"],
    ["What's Pemex's debt?", "how much does it lose?", "How much does Pemex lose?"],
    ["How much did Pemex lose under Biden?", "and CFE?", "How much did CFE lose under Biden?"],
    ["How much did Pemex lose under Biden?", "and Trump?", "How much did Pemex lose under Trump?"],
    ["What did Trump do about asylum?", "did it work?", "Did it work (Trump do about asylum)?"],
    ["How dependent is Mexico on American gas?", "what else does it buy?", "What else does Mexico buy?"],
    ["Did Mexico fear the gale?", "how hard did it hit?", "How hard did it hit (Mexico fear the gale)?"],
    ["How many people work in Oslo?", "what did they sign?", "What did they sign (people work in Oslo)?"],
    ["Why do boats go to Mexico?", "which fish are sold from there?", "Which fish are sold from Mexico?"],
  ])("after %j reads %j", (first, text, standalone) => {
    expect(after(first)(text)).toBe(standalone);
  });

  it("keeps to Spanish, and knows its pronouns", () => {
    const talk = after("¿Qué pasó con la Iniciativa de Norwick?");
    expect(talk("¿y funcionó?")).toMatch(/^¿Y funcionó \(.*Norwick\)\?$/u);
    expect(talk("¿quién la propuso?")).toContain("Norwick");
    expect(talk("¿por qué se detuvo?")).toContain("Norwick");
    expect(talk("¿cuándo se creó?")).toContain("Norwick");
  });

  it("takes no adjectives for what several are meant by, and no empty “there” for a place", () => {
    const talk = after("When did the American and Mexican harbours open?");
    expect(talk("what is the last thing they built together?")).not.toContain(" and built");
    const there = after("Why do boats go to Mexico?")("are there firms that send their boats there?");
    expect(there).toBe("Are there firms that send their boats in Mexico?");
    expect(after("Why do boats go to Mexico?")("so there's no other harbour?")).not.toContain("in Mexico’");
  });

  it("shows the earlier question in its own words, and knows it again when it is sent back", () => {
    const first = { question: "How many boats sank off Norwick in 2019?", chapter: 1 };
    const asked = standaloneQuestion("was anyone hurt?", [first], tools);
    expect(asked.shown).toBe("Was anyone hurt? (How many boats sank off Norwick in 2019?)");
    const next = standaloneQuestion("who paid?", [first, { question: asked.shown ?? "", chapter: 1 }], tools);
    expect(next.shown).toBe("Who paid? (How many boats sank off Norwick in 2019?)");
    expect(standaloneQuestion(asked.shown ?? "", [first], tools).text).toBe(asked.shown);
  });

  it("gives the words as they were asked, and all of the last question, as other readings", () => {
    const turns: Turn[] = [{ question: "Which boats sank off Norwick?", chapter: 1 }];
    expect(standaloneQuestion("was anyone hurt?", turns, tools).readings).toEqual({
      asked: "was anyone hurt?",
      withLast: "Was anyone hurt (Which boats sank off Norwick?)?",
    });
    expect(standaloneQuestion("Who built the stone pier of Elmsby?", turns, tools).readings).toBeUndefined();
  });

  it.each([
    "How many Mexicans returned between 2009 and 2014?",
    "Who built the stone pier?",
    "Is it true that the harbour is closed?",
    "How long does it take to approve a clinical trial?",
    "Did Mexico say that it would pay for the harbour?",
    "thanks",
    "Summarise chapter 1",
    "¿Cuántos turistas llegan al puerto?",
  ])("leaves %j alone", (text) => {
    expect(after("How much did the Mexican economy shrink in 2020?")(text)).toBe(text);
    expect(standaloneQuestion(text, [], tools).text).toBe(text);
  });

  it("is not led astray by a greeting in between, and is itself without turns before", () => {
    expect(after("When did the Norwick Initiative start?", "thanks!")("whose idea was it?")).toBe(
      "Whose idea was the Norwick Initiative?",
    );
    expect(standaloneQuestion("and in 2017?", [], tools).text).toBe("and in 2017?");
  });
});
