import { describe, expect, it } from "vitest";
import { createEnglishAnalyzer } from "../adapters/core/english-analyzer.ts";
import type { Chapter } from "../domain/passage.ts";
import type { Intent, QuestionType } from "../domain/question.ts";
import { analyseQuestion } from "./analyse-question.ts";

const CHAPTERS: readonly Chapter[] = [
  { number: null, title: "Introduction", authors: ["Ann Lee", "Bo Cruz"], pages: null },
  { number: 1, title: "Port Security and Fisheries", authors: ["Ana Solís"], pages: null },
  { number: 2, title: "Harbour Energy Relations", authors: ["Bo Cruz", "Max Keller"], pages: null },
];
const analyse = (text: string) => analyseQuestion(text, CHAPTERS, createEnglishAnalyzer());

describe("analyseQuestion", () => {
  it.each<[string, QuestionType]>([
    ["How many boats were lost?", "number"],
    ["What is the port's accident rate?", "number"],
    ["what is the level of debt in Norway", "number"],
    ["When did the port open?", "when"],
    ["in what year was the treaty signed", "when"],
    ["Who runs the harbour?", "who"],
    ["Why is fishing in decline?", "why"],
    ["How does the quota compare with Norway's?", "comparison"],
    ["What should the governments do about smuggling?", "recommendation"],
    ["What are the four pillars of the plan?", "list"],
    ["Priorities of the harbour plan?", "list"],
    ["which two lessons does the chapter draw", "list"],
    ["Where is the new pier?", "where"],
    ["What does Keller argue about subsidies?", "position"],
    ["fleet size 2019", "factoid"],
    ["¿Cuántos barcos se perdieron?", "number"],
    ["cuanto costo el muelle de la isla", "number"],
    ["¿Qué porcentaje de los barcos es de madera?", "number"],
    ["¿En qué año se abrió el puerto?", "when"],
    ["¿Cuándo se firmó?", "when"],
    ["¿Por qué disminuye la pesca?", "why"],
    ["¿Hay más barcos que antes?", "comparison"],
    ["¿Qué deberían hacer los gobiernos con el contrabando?", "recommendation"],
    ["¿Cuáles son los cuatro pilares del plan?", "list"],
    ["¿Quién dirige el puerto?", "who"],
    ["¿Dónde está el muelle nuevo?", "where"],
    ["¿Qué es la cuota de pesca?", "definition"],
    ["¿Cómo se reparte la cuota?", "how"],
    ["¿Qué pasó con la flota?", "factoid"],
  ])("takes %j to ask for a %s", (text, type) => {
    expect(analyse(text).type).toBe(type);
  });

  it.each<[string, Intent]>([
    ["Hello there!", "greeting"],
    ["thanks a lot", "thanks"],
    ["What can you do?", "about-assistant"],
    ["can you help me", "about-assistant"],
    ["Who made you?", "about-assistant"],
    ["do you like music?", "about-assistant"],
    ["What is your favourite chapter?", "about-assistant"],
    ["How are you doing today?", "greeting"],
    ["hola, ¿cómo estás?", "greeting"],
    ["please repeat that", "unclear"],
    ["stop", "unclear"],
    ["Can you tell me who helps returning migrants?", "content"],
    ["What do you think Mexico wants?", "content"],
    ["Who wrote chapter 2?", "authors"],
    ["Who else wrote chapter 2?", "authors"],
    ["What chapters are there?", "contents"],
    ["Summarise chapter 1", "overview"],
    ["main points?", "overview"],
    ["What are the highlights?", "overview"],
    ["Give me the key facts about fishing", "overview"],
    ["Is the need highlighted anywhere?", "content"],
    ["What is this report about?", "about-report"],
    ["Who published this and when?", "about-report"],
    ["What year is this from?", "about-report"],
    ["is this up to date?", "about-report"],
    ["how old is the data?", "about-report"],
    ["Where can I download the full report?", "about-report"],
    ["Where can I read about fishing?", "content"],
    ["How old is the harbour?", "content"],
    ["what year was it?", "content"],
    ["is it new?", "content"],
    ["who released it?", "content"],
    ["Who contributed to the port agreement?", "content"],
    ["Who wrote the harbour constitution?", "content"],
    ["Who wrote the chapter on energy?", "authors"],
    ["Who wrote about fishing?", "authors"],
    ["How many chapters does the treaty have?", "content"],
    ["How many chapters are in the report?", "contents"],
    ["How many chapters does the report have?", "contents"],
    ["What are the contents of the harbour pact?", "content"],
    ["Are nurses in short supply?", "content"],
    ["What are you able to tell me about pilots?", "content"],
    ["???", "unclear"],
    ["How many boats were lost in the storm?", "content"],
    ["Which chapters discuss fishing quotas?", "contents"],
    ["How does the author of chapter 2 define energy?", "content"],
    ["Who are the authors of chapter 2?", "authors"],
    ["thanks, bye", "thanks"],
    ["¿Quién escribió el capítulo 2?", "authors"],
    ["¿Quiénes son los autores del informe?", "authors"],
    ["¿Quién escribió la constitución del puerto?", "content"],
    ["¿Cuántos capítulos tiene el informe?", "contents"],
    ["¿Qué capítulos hay?", "contents"],
    ["¿Cuántos capítulos tiene el tratado?", "content"],
    ["Mil gracias, me sirvió mucho", "thanks"],
    ["gracias a la pesca", "content"],
    ["¿De qué trata este informe?", "about-report"],
    ["¿De qué trata el tratado?", "content"],
    ["¿Cuáles son las recomendaciones sobre la pesca?", "overview"],
    ["¿Qué propone el informe sobre la pesca?", "overview"],
    ["¿Qué propone el alcalde sobre la pesca?", "content"],
    ["¿Qué puedes hacer?", "about-assistant"],
  ])("takes the intent of %j to be %s", (text, intent) => {
    expect(analyse(text).intent).toBe(intent);
  });

  it.each([
    ["What is Ana Solís's job at the port?", true],
    ["What does Ana Solís do for a living?", true],
    ["Where does Ana Solís work?", true],
    ["What jobs has Ana Solís had?", true],
    ["What does Ana Solís say about jobs?", false],
    ["Where do pilots work?", false],
    ["Why does Ana Solís think ports do not work?", false],
  ])("takes %j to ask what an author does: %s", (text, asked) => {
    expect(analyse(text).asksBackground).toBe(asked);
  });

  it("finds the chapter by number, ordinal, topic or author", () => {
    expect(analyse("Summarise chapter 2.").scope).toEqual({ kind: "chapter", chapter: 2, by: "number" });
    expect(analyse("the first chapter").scope).toEqual({ kind: "chapter", chapter: 1, by: "number" });
    expect(analyse("what does the energy chapter say").scope).toEqual({
      kind: "chapter",
      chapter: 2,
      by: "title",
    });
    expect(analyse("what does Solís recommend").scope).toEqual({
      kind: "chapter",
      chapter: 1,
      by: "author",
      author: "Ana Solís",
    });
    expect(analyse("where did solis study").scope).toMatchObject({ chapter: 1, by: "author" });
    // Whoever introduces the report, too, is looked for in the chapter that is theirs.
    expect(analyse("what does Cruz say").scope).toMatchObject({ chapter: 2, author: "Bo Cruz" });
    expect(analyse("what do Cruz and Solís say").scope).toBeNull();
    expect(analyse("what does Cruz say in the introduction").scope).toMatchObject({ chapter: 0 });
    expect(analyse("summarise chapter 9").scope).toEqual({ kind: "missing", number: 9 });
    expect(analyse("What does USMCA chapter 27 say about bribes?").scope).toBeNull();
    expect(analyse("What is in the treaty's chapter 27?").scope).toBeNull();
    expect(analyse("what does chapter 23 of the treaty say").scope).toBeNull();
    expect(analyse("usmca chapter 27 on bribes, what does it require").scope).toBeNull();
    expect(analyse("give me chapter 23 in short").scope).toEqual({ kind: "missing", number: 23 });
    expect(analyse("main points in chapter 23").scope).toEqual({ kind: "missing", number: 23 });
    expect(analyse("summarise chapter 100").scope).toEqual({ kind: "missing", number: 100 });
    expect(analyse("what does the report say").scope).toEqual({ kind: "report" });
  });

  it("does not take the part on the authors for what the authors of another are asked for", () => {
    const chapters = [...CHAPTERS, { number: null, title: "About the Authors", authors: [], pages: null }];
    const asked = analyseQuestion(
      "Who are the authors of the tide chapter?",
      chapters,
      createEnglishAnalyzer(),
    );
    expect(asked.scope).toBeNull();
  });

  it("looks for what somebody wrote about, when it is asked who", () => {
    expect(analyse("Which three people wrote about fishing?").terms).toEqual(["fish"]);
    expect(analyse("Who wrote the boats' papers?").terms).toContain("paper");
  });

  it.each([
    ["What does Max Keller say about subsidies?", "subsidies"],
    ["what does the fisheries chapter recommend on nets", "nets"],
    ["What does chapter 1 say about the big cranes?", "the big cranes"],
    ["¿Qué dice Ana Solís sobre las redes?", "las redes"],
  ])("takes %j for what one part says of a theme", (text, theme) => {
    expect(analyse(text)).toMatchObject({ intent: "overview", theme, query: theme });
  });

  it.each([
    ["What does Ana Solís recommend?", "overview"],
    ["so what did Max Keller propose", "overview"],
    ["¿Qué recomienda Ana Solís?", "overview"],
    ["What does the mayor recommend?", "content"],
    ["What does Ana Solís recommend that boats do without?", "content"],
  ])("takes %j for all that an author recommends: %s", (text, intent) => {
    expect(analyse(text)).toMatchObject({ intent, theme: null });
  });

  it.each(["What does the mayor say about subsidies?", "What does Max Keller say?", "Who is Max Keller?"])(
    "finds no theme of one part in %j",
    (text) => {
      expect(analyse(text).theme).toBeNull();
    },
  );

  it("takes a biography for who somebody is", () => {
    expect(analyse("solís bio").query).toBe("Who is Ana Solís?");
    expect(analyse("short biography of Max Keller").query).toBe("Who is Max Keller?");
    expect(analyse("what does Keller's biography of the mayor say").query).not.toContain("Who is");
  });

  it("searches without the author's name, unless the name is all there is", () => {
    expect(analyse("Where does Max Keller say who pays subsidies?").query).toBe(
      "Where does say who pays subsidies?",
    );
    expect(analyse("in Keller's view, are subsidies bad").query).toBe("in view, are subsidies bad");
    expect(analyse("Who is Max Keller?").query).toBe("Who is Max Keller?");
  });

  it("reads figures, language and whether the present is asked for", () => {
    expect(analyse("Did 1,200 boats sail in 2011?").numbers).toEqual(["1200", "2011"]);
    expect(analyse("¿Cuántos barcos hay?").language).toBe("es");
    expect(analyse("How many boats are there?").language).toBe("en");
    expect(analyse("What is the quota now?").asksNow).toBe(true);
    expect(analyse("What was the quota?").asksNow).toBe(false);
  });
});
