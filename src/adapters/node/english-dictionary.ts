import dictionary from "dictionary-en";
import { hunspellWords } from "./hunspell-words.ts";

/** The words of English in all their forms, names among them (SCOWL, as the Hunspell dictionary of dictionary-en). */
export function readEnglishDictionary(): string[] {
  const read = new TextDecoder();
  return hunspellWords(read.decode(dictionary.aff), read.decode(dictionary.dic));
}
