/** The headings above a place in a chapter, from the top down. */
export interface SectionPath {
  enter(level: number, text: string): void;
  /** A list has ended. One of key points ends its section: running text after it is the chapter's own. */
  leaveList(): void;
  /** The same array until the next heading. */
  current(): readonly string[];
}

const KEY_POINTS =
  /^key\s+(?:\p{L}+\s+)?(?:recommendations|takeaways|points|findings|messages|conclusions|facts)$/iu;

export function createSectionPath(): SectionPath {
  let stack: readonly { readonly level: number; readonly text: string }[] = [];
  let path: readonly string[] = [];
  return {
    enter: (level, text) => {
      stack = [...stack.filter((heading) => heading.level < level), { level, text }];
      path = stack.map((heading) => heading.text);
    },
    leaveList: () => {
      if (!KEY_POINTS.test(path.at(-1) ?? "")) return;
      stack = stack.slice(0, -1);
      path = stack.map((heading) => heading.text);
    },
    current: () => path,
  };
}
