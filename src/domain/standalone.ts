/** A question that can be looked for by itself. */
export interface Standalone {
  readonly text: string;
  /** Whether something of the turns before was put in: what was quoted then is near what is asked now. */
  readonly leans: boolean;
  /** Whether words of the turn before were added behind it, so that what was said then is found again. */
  readonly added: boolean;
}
