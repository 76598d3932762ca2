/** How a word takes an ending or a beginning: what is dropped, what is put there, and the words that do so. */
interface AffixRule {
  readonly drop: string;
  readonly add: string;
  readonly when: RegExp;
}

interface Affixes {
  readonly prefixes: ReadonlyMap<string, readonly AffixRule[]>;
  readonly suffixes: ReadonlyMap<string, readonly AffixRule[]>;
}

const RULE = /^(PFX|SFX)\s+(\S)\s+(\S+)\s+(\S+)\s+(\S+)\s*$/u;

/**
 * All forms of all words of a Hunspell dictionary, as far as they are letters alone: each word, with each of its endings,
 * and these with each of its beginnings (hunspell(5): affix rules with flags of one character).
 * @param aff the text of the .aff file
 * @param dic the text of the .dic file
 */
export function hunspellWords(aff: string, dic: string): string[] {
  const affixes = readAffixes(aff);
  // The first line is the number of words.
  const [, ...lines] = dic.split("\n");
  return lines.flatMap((line) => {
    const [word = "", flags = ""] = line.trim().split("/");
    return /^\p{L}+$/u.test(word) ? formsOf(word, [...flags], affixes) : [];
  });
}

function formsOf(word: string, flags: readonly string[], { prefixes, suffixes }: Affixes): string[] {
  const ended = matching(suffixes, flags, word).map(
    ({ drop, add }) => word.slice(0, word.length - drop.length) + add,
  );
  const all = [word, ...ended.filter((form) => /^\p{L}+$/u.test(form))];
  const begun = all.flatMap((form) =>
    matching(prefixes, flags, form).map(({ drop, add }) => add + form.slice(drop.length)),
  );
  return [...all, ...begun];
}

function matching(
  rules: ReadonlyMap<string, readonly AffixRule[]>,
  flags: readonly string[],
  word: string,
): AffixRule[] {
  return flags.flatMap((flag) => (rules.get(flag) ?? []).filter(({ when }) => when.test(word)));
}

function readAffixes(aff: string): Affixes {
  const prefixes = new Map<string, AffixRule[]>();
  const suffixes = new Map<string, AffixRule[]>();
  for (const line of aff.split("\n")) {
    const [, kind, flag = "", drop = "", add = "", condition = "."] = RULE.exec(line) ?? [];
    if (kind === undefined) continue;
    const rules = kind === "PFX" ? prefixes : suffixes;
    const when = new RegExp(kind === "PFX" ? `^${condition}` : `${condition}$`, "u");
    const rule = { drop: drop === "0" ? "" : drop, add: add === "0" ? "" : add, when };
    rules.set(flag, [...(rules.get(flag) ?? []), rule]);
  }
  return { prefixes, suffixes };
}
