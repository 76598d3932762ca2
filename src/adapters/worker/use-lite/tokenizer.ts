import * as library from "@huggingface/tokenizers";
import { z } from "zod";

/** Ids of a text's pieces. */
export type Tokenize = (text: string) => number[];

interface Tokenizer {
  encode(text: string): unknown;
}
type TokenizerClass = new (tokenizer: object, config: object) => Tokenizer;

/** The package's types lead nowhere under Node's module resolution (its files are named without extensions). */
const librarySchema = z.object({
  Tokenizer: z.custom<TokenizerClass>((value) => typeof value === "function"),
});
const encodingSchema = z.object({ ids: z.array(z.int()) });
const fieldsSchema = z.record(z.string(), z.unknown());

/** The tokenizer that tokenizer.json and tokenizer_config.json describe. @throws when they are not such files. */
export function createTokenizer(tokenizer: unknown, config: unknown): Tokenize {
  const { Tokenizer } = librarySchema.parse({ ...library });
  const own = new Tokenizer(fieldsSchema.parse(tokenizer), fieldsSchema.parse(config));
  return (text) => encodingSchema.parse(own.encode(text)).ids;
}
