/** How "tell me more" is read once it is known of what, by the language it was asked in. */
export const MORE_ABOUT = { en: "Tell me more about", es: "Más sobre" } as const;

/** How "for example?" is read. */
export const EXAMPLES_OF = { en: "For example:", es: "Por ejemplo:" } as const;

/** Whether a standalone question asks for no more than more on something: whatever was said is no answer to it. */
export function asksForMore(question: string): boolean {
  const openings = [MORE_ABOUT, EXAMPLES_OF].flatMap((ofLanguages) => Object.values(ofLanguages));
  return openings.some((opening) => question.startsWith(`${opening} `));
}
