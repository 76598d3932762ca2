/** A question that can be looked for by itself. */
export interface Standalone {
  readonly text: string;
  /** Whether something of the turns before was put in: what was quoted then is near what is asked now. */
  readonly leans: boolean;
  /** Whether words of the turn before were added behind it, so that what was said then is found again. */
  readonly added: boolean;
  /** How it is told to people: with the earlier question in its own words behind it. Default the text. */
  readonly shown?: string;
  /** Other wordings that may be meant: what is found for all of them together is more likely what is asked for. */
  readonly readings?: Readings<string>;
  /** For what seems to stand alone: how it is read, and told, when it is not answered well by itself. */
  readonly inContext?: Required<Pick<Standalone, "shown" | "readings">>;
}

/** How else a follow-up may be meant than by what the rules make of it. */
export interface Readings<T> {
  /** As it was asked. */
  readonly asked: T;
  /** With all of the last question behind it. */
  readonly withLast: T;
}
