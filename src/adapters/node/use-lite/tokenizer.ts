import type { Vocabulary } from "./source.ts";

/** The encoder reads at most this many pieces of a text. */
export const USE_LITE_MAX_TOKENS = 128;

/** Ids below this are symbols of the model, not pieces of text. */
const RESERVED = 6;

/**
 * `tokenizer.json`: a unigram model (Kudo 2018) over NFKC text with "▁" for spaces.
 * Reserved pieces get a space in front, which text never has at that stage, so that "<s>" in
 * a text is read as text, as the original tokenizer does.
 */
export function tokenizerJson(vocabulary: Vocabulary): unknown {
  return {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: [],
    normalizer: { type: "NFKC" },
    pre_tokenizer: { type: "Metaspace", replacement: "▁", add_prefix_space: true },
    post_processor: null,
    decoder: { type: "Metaspace", replacement: "▁", add_prefix_space: true },
    model: {
      type: "Unigram",
      unk_id: 0,
      vocab: vocabulary.map(([piece, score], id) => [id > 0 && id < RESERVED ? ` ${piece}` : piece, score]),
    },
  };
}

/** `tokenizer_config.json`. Pads are masked, so any id would do; the unknown piece is sure to exist. */
export function tokenizerConfigJson(vocabulary: Vocabulary): unknown {
  const unknown = vocabulary[0]?.[0];
  return {
    tokenizer_class: "PreTrainedTokenizer",
    model_max_length: USE_LITE_MAX_TOKENS,
    pad_token: unknown,
    unk_token: unknown,
    clean_up_tokenization_spaces: false,
  };
}

/** `config.json`: Transformers.js picks its plain encoder class by the model type. */
export function configJson(dimensions: number): unknown {
  return { model_type: "bert", architectures: ["BertModel"], hidden_size: dimensions };
}
