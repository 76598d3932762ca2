/**
 * Marks a quote in the reader and scrolls to it. The address says which (`?quote=PASSAGE.12-80`): from which to which of the
 * passage's characters that are no white space. Text fragments (`:~:text=`) would find the first place that reads alike.
 */
export function markQuote(page: Document, address: URL): HTMLElement | null {
  const quote = address.searchParams.get("quote") ?? "";
  const [, id, from, to] = /^([\w-]{1,64})\.(\d{1,7})-(\d{1,7})$/u.exec(quote) ?? [];
  const passage = id === undefined ? null : page.getElementById(`p-${id}`);
  if (!passage || from === undefined || to === undefined) return null;
  const [start, end] = [Number(from), Number(to)];
  let seen = 0;
  let first: HTMLElement | null = null;
  for (const node of textNodes(page, passage)) {
    const places = Array.from(node.data.matchAll(/\S/g), ({ index }) => index);
    const own = places.filter((_, i) => seen + i >= start && seen + i < end);
    seen += places.length;
    const [low, high] = [own[0], own.at(-1)];
    if (low === undefined || high === undefined) continue;
    const range = page.createRange();
    range.setStart(node, low);
    range.setEnd(node, high + 1);
    const mark = page.createElement("mark");
    range.surroundContents(mark);
    first ??= mark;
  }
  first?.scrollIntoView({ block: "center" });
  return first;
}

/** The texts of an element, taken before any of them is cut. */
function textNodes(page: Document, element: Element): Text[] {
  const walker = page.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) nodes.push(node);
  }
  return nodes;
}

if (typeof window !== "undefined") markQuote(document, new URL(window.location.href));
