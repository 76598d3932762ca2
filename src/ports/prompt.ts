/** A text for a language model: instructions, and the material that they are to be followed on. */
export interface Prompt {
  readonly id: string;
  /** Raised with every change, so that an answer tells what it was written with. */
  readonly version: number;
  /** Instructions. No word of them comes from outside. */
  readonly rules: string;
  /** The material, with each {{name}} put in as it is. @throws RangeError for a name that is not given. */
  readonly material: (variables: Readonly<Record<string, string>>) => string;
}

/** A prompt as the messages of a chat: [role, text]. */
export function messagesOf(
  prompt: Prompt,
  variables: Readonly<Record<string, string>>,
): ["system" | "human", string][] {
  return [
    ["system", prompt.rules],
    ["human", prompt.material(variables)],
  ];
}
