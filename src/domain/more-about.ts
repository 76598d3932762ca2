/** How "tell me more" is read once it is known of what, by the language it was asked in. */
export const MORE_ABOUT = { en: "Tell me more about", es: "Más sobre" } as const;

/** Whether a standalone question asks for no more than more on something: whatever was said is no answer to it. */
export function asksForMore(question: string): boolean {
  return Object.values(MORE_ABOUT).some((opening) => question.startsWith(`${opening} `));
}
