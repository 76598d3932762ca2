import { escapeRegExp } from "./escape-reg-exp.ts";

/** A country, or a part of the world, as people name it: noun first, adjective second, then other names. */
type Country = readonly [noun: string, adjective: string, ...others: string[]];

const COUNTRIES: readonly Country[] = [
  ["Central America", "Central American", "Central Americans", "Centroamérica"],
  ["North America", "North American", "North Americans", "Norteamérica"],
  ["South America", "South American", "South Americans", "Sudamérica"],
  ["Latin America", "Latin American", "Latin Americans", "América Latina"],
  ["Europe", "European", "Europeans", "Europa"],
  [
    "the United States",
    "American",
    "United States",
    "the US",
    "the U.S.",
    "US",
    "U.S.",
    "USA",
    "the States",
    "Americans",
    "Estados Unidos",
    "EE.UU.",
    "EEUU",
    "EUA",
  ],
  ["Mexico", "Mexican", "Mexicans", "México"],
  ["Canada", "Canadian", "Canadians", "Canadá"],
  ["Guatemala", "Guatemalan", "Guatemalans"],
  ["Honduras", "Honduran", "Hondurans"],
  ["El Salvador", "Salvadoran", "Salvadorans"],
  ["Costa Rica", "Costa Rican", "Costa Ricans"],
  ["Panama", "Panamanian", "Panamanians", "Panamá"],
  ["Colombia", "Colombian", "Colombians"],
  ["Venezuela", "Venezuelan", "Venezuelans"],
  ["Cuba", "Cuban", "Cubans"],
  ["Haiti", "Haitian", "Haitians", "Haití"],
  ["Brazil", "Brazilian", "Brazilians", "Brasil"],
  ["Argentina", "Argentine", "Argentines"],
  ["Chile", "Chilean", "Chileans"],
  ["China", "Chinese"],
  ["Japan", "Japanese", "Japón"],
  ["Germany", "German", "Germans", "Alemania"],
  ["France", "French", "Francia"],
  ["Spain", "Spanish", "Spaniards", "España"],
  ["the United Kingdom", "British", "UK", "the UK", "Britain"],
  ["Russia", "Russian", "Russians", "Rusia"],
  ["India", "Indian", "Indians"],
];

/** Where a text names a country. */
export interface CountryMention {
  readonly country: Country;
  readonly start: number;
  readonly end: number;
  readonly form: "noun" | "adjective" | "people";
}

/** What each name of a country stands for. */
const NAMES = new Map(
  COUNTRIES.flatMap((country) =>
    country.map((name) => [name, { country, form: formOf(country, name) }] as const),
  ),
);

const LONGEST_FIRST = [...NAMES.keys()].sort((a, b) => b.length - a.length).map(escapeRegExp);

/** Any of the names. All begin with a capital, but for "the ...": nothing else is tried. */
const NAMED = new RegExp(`(?<![\\p{L}.])(?=\\p{Lu}|the )(?:${LONGEST_FIRST.join("|")})(?!\\p{L})`, "gu");

/** Those that are no word of their own in small letters ("us"), by their small letters. */
const SMALL = new Map(
  [...NAMES.keys()]
    .filter((name) => !/^(?:the )?\p{Lu}{2}$/u.test(name))
    .map((name) => [name.toLowerCase(), name]),
);

const SMALL_NAMED = new RegExp(
  `(?<![\\p{L}.])(?:${[...SMALL.keys()].map(escapeRegExp).join("|")})(?!\\p{L})`,
  "gu",
);

function formOf(country: Country, name: string): CountryMention["form"] {
  if (name === country[1]) return "adjective";
  const people =
    country.indexOf(name) > 1 &&
    /(?:ns|es|ards|eans)$/u.test(name) &&
    name.startsWith(country[1].slice(0, 4));
  return people ? "people" : "noun";
}

/** Mentions of countries in a text, in order; the longest name at a place. */
export function countryMentions(text: string): CountryMention[] {
  return [...text.matchAll(NAMED)].flatMap(({ 0: name, index: start }): CountryMention[] => {
    const named = NAMES.get(name);
    return named ? [{ ...named, start, end: start + name.length }] : [];
  });
}

/** Parts of the world, which are nobody's alone. */
const PART_OF_THE_WORLD = /America$|^Europe$/u;

/** The countries that a text names, each by its noun; parts of the world are none. */
export function countriesIn(text: string): Set<string> {
  const nouns = countryMentions(text).map(({ country }) => country[0]);
  return new Set(nouns.filter((noun) => !PART_OF_THE_WORLD.test(noun)));
}

/** A text that people typed, with the names of countries in their capitals. */
export function withCountries(typed: string): string {
  return typed.replace(SMALL_NAMED, (name) => SMALL.get(name) ?? name);
}

/** The name of a country in the form that another stood in. */
export function inForm([noun, adjective, ...others]: Country, form: CountryMention["form"]): string {
  if (form === "noun") return noun;
  if (form === "adjective") return adjective;
  return others.find((name) => name.startsWith(adjective.slice(0, 4)) && name !== adjective) ?? adjective;
}
