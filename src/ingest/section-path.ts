/** The headings above a place in a chapter, from the top down. */
export interface SectionPath {
  enter(level: number, text: string): void;
  /** The same array until the next heading. */
  current(): readonly string[];
}

export function createSectionPath(): SectionPath {
  let stack: readonly { readonly level: number; readonly text: string }[] = [];
  let path: readonly string[] = [];
  return {
    enter: (level, text) => {
      stack = [...stack.filter((heading) => heading.level < level), { level, text }];
      path = stack.map((heading) => heading.text);
    },
    current: () => path,
  };
}
