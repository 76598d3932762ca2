import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { OnnxEmitter, type Port } from "./use-lite/onnx-emitter.ts";

const PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "pier", "roof", "who", "built", "the", "leaks"];

/**
 * Writes a cross-encoder that likes piers: its score for a pair is the number of "pier" in both texts, minus a half. A
 * real one has the same files.
 */
export async function writeTinyCrossEncoder(folder: string): Promise<void> {
  const graph = new OnnxEmitter();
  const hits = graph.node("Cast", [graph.node("Equal", ["input_ids", graph.int(PIECES.indexOf("pier"))])], {
    to: 1,
  });
  const real = graph.node("Mul", [hits, graph.node("Cast", ["attention_mask"], { to: 1 })]);
  const count = graph.node("ReduceSum", [real, graph.ints(1)], { keepdims: 1 });
  graph.publish(graph.node("Sub", [count, graph.float(0.5)]), "logits");
  const inputs = ["input_ids", "attention_mask"].map((name): Port => ({
    name,
    type: "int64",
    shape: ["batch", "tokens"],
  }));
  const model = graph.encode("likes-piers", inputs, [
    { name: "logits", type: "float32", shape: ["batch", 1] },
  ]);
  const special = (content: string) => ({ id: PIECES.indexOf(content), content, special: true });
  const token = (id: string, type_id = 0) => ({ SpecialToken: { id, type_id } });
  const sequence = (id: string, type_id: number) => ({ Sequence: { id, type_id } });
  const json = (name: string, value: unknown): Promise<void> =>
    writeFile(join(folder, name), JSON.stringify(value));
  await mkdir(join(folder, "onnx"), { recursive: true });
  await writeFile(join(folder, "onnx", "model.onnx"), model);
  await json("config.json", { model_type: "bert", architectures: ["BertForSequenceClassification"] });
  await json("tokenizer_config.json", {
    tokenizer_class: "BertTokenizer",
    model_max_length: 32,
    pad_token: "[PAD]",
    unk_token: "[UNK]",
    cls_token: "[CLS]",
    sep_token: "[SEP]",
    mask_token: "[MASK]",
  });
  await json("tokenizer.json", {
    version: "1.0",
    added_tokens: ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"].map(special),
    normalizer: {
      type: "BertNormalizer",
      lowercase: true,
      strip_accents: null,
      clean_text: true,
      handle_chinese_chars: true,
    },
    pre_tokenizer: { type: "BertPreTokenizer" },
    post_processor: {
      type: "TemplateProcessing",
      single: [token("[CLS]"), sequence("A", 0), token("[SEP]")],
      pair: [token("[CLS]"), sequence("A", 0), token("[SEP]"), sequence("B", 1), token("[SEP]", 1)],
      special_tokens: {},
    },
    decoder: null,
    model: {
      type: "WordPiece",
      unk_token: "[UNK]",
      continuing_subword_prefix: "##",
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(PIECES.map((text, id) => [text, id])),
    },
  });
}
