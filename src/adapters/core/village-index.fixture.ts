import type { AnticipatedQuestion } from "../../domain/anticipated-question.ts";
import { corpusMetaSchema } from "../../domain/corpus.ts";
import { ingest } from "../../ingest/index.ts";
import { createFakeEncoder } from "../../ports/fake-encoder.fixture.ts";
import type { Encoder } from "../../ports/encoder.ts";
import type { SearchIndex } from "../../ports/search-index.ts";
import { memoryIndex } from "./memory-index.ts";

export const VILLAGE_TEXT = `# The Harbour

## The storm

Twelve boats were lost in the gale of March 2019. The fleet had counted forty vessels before. Nobody was hurt.

## The pier

The council of Norwick built the stone pier in 1931. Its repair cost 40,000 crowns. Fishermen use the pier to land herring.

# The School

## Teachers

Three teachers work at the school of Elmsby. The school teaches Latin and sailing. Pupils walk to the school along the harbour wall.

## Roof

The roof leaks because the slate was laid too thin. The council should lay a new roof before winter.
`;

const asked = (language: "en" | "es", question: string, answer: string): AnticipatedQuestion => {
  const start = VILLAGE_TEXT.indexOf(answer);
  return { question, language, answers: [{ start, end: start + answer.length, text: answer }] };
};

export const VILLAGE_QUESTIONS: readonly AnticipatedQuestion[] = [
  asked(
    "en",
    "How many ships sank when the weather turned?",
    "Twelve boats were lost in the gale of March 2019.",
  ),
  asked("en", "Did anyone die out at sea?", "Nobody was hurt."),
  asked("en", "How much money went into mending the jetty?", "Its repair cost 40,000 crowns."),
  asked("en", "Who gives lessons to the kids?", "Three teachers work at the school of Elmsby."),
  asked(
    "en",
    "Why does water drip into the classrooms?",
    "The roof leaks because the slate was laid too thin.",
  ),
  asked(
    "es",
    "¿Cuántos barcos se hundieron en la tormenta?",
    "Twelve boats were lost in the gale of March 2019.",
  ),
  asked("es", "¿Cuánto costó arreglar el muelle?", "Its repair cost 40,000 crowns."),
];

/** A made-up village, indexed in memory with a fake encoder, with or without anticipated questions. */
export function villageIndex(
  questions = VILLAGE_QUESTIONS,
  encoder: Encoder = createFakeEncoder(256),
): Promise<SearchIndex> {
  const sources = [{ id: "village.md", title: "Village", format: "markdown" as const, text: VILLAGE_TEXT }];
  const meta = corpusMetaSchema.parse({ id: "village", title: "The Village", asOf: "spring 2020" });
  const { corpus } = ingest(sources, meta);
  return memoryIndex(corpus, encoder, { questions, sources });
}
