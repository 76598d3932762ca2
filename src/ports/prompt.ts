/** A text for a language model, with places to fill. */
export interface Prompt {
  readonly id: string;
  readonly version: number;
  /** The text with each {{name}} put in. @throws RangeError for a name that is not given. */
  readonly fill: (variables: Readonly<Record<string, string>>) => string;
}
