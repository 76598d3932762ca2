/** A passage as a model sees it. */
export interface KeyedPassage {
  /** What a sentence cites it by; tells nothing of its place or rank. */
  readonly key: string;
  /** Chapter, authors and section. */
  readonly where: string;
  /** With its header and caption, when it is the row of a table. */
  readonly text: string;
}

export interface WriteRequest {
  readonly question: string;
  readonly report: { readonly title: string; readonly date: string | null; readonly asOf: string | null };
  readonly passages: readonly KeyedPassage[];
}

/** A sentence that is not supported, why, and what it may stand on. */
export interface RepairRequest {
  readonly sentence: string;
  readonly faults: readonly string[];
  readonly passages: readonly KeyedPassage[];
}

/** Said instead of an answer by a writer whose passages hold none. */
export const NOT_ANSWERED = "NOT_ANSWERED";

/** Writes answers from passages. What it writes is not to be trusted. */
export interface AnswerWriter {
  /** Names the model. */
  readonly model: string;
  /** The prompts with their versions: `answer@2 repair@1`. */
  readonly promptVersion: string;
  /**
   * An answer in pieces: a sentence a line, each ended by keys in square brackets, or NOT_ANSWERED.
   * @param variant 0 for the likeliest answer, 1 and up for others
   * @throws AppError `model_unavailable`; the signal's reason
   */
  write(request: WriteRequest, signal: AbortSignal, variant?: number): AsyncIterable<string>;
  /** One sentence with its keys, or NONE. @throws as `write` */
  repair(request: RepairRequest, signal: AbortSignal): Promise<string>;
}
