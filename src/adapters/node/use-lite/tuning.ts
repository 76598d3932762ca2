import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import type { WeightTensor } from "./source.ts";

const tensorSchema = z.object({
  dtype: z.enum(["I8", "F32"]),
  shape: z.array(z.number().int().nonnegative()),
  data_offsets: z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]),
});
const headerSchema = z
  .object({ __metadata__: z.record(z.string(), z.string()).optional() })
  .catchall(tensorSchema);

/** Ends the name of the scales of a tensor in 8 bits. */
const SCALE = ".scale";
/** The length of the header, in front of it. */
const LENGTH_BYTES = 8;

/**
 * Adds a tuning to an encoder's tensors, in place. A tuning is what training added to each tensor, as a safetensors file
 * (github.com/huggingface/safetensors): a vector in 32-bit floats under the tensor's name, a matrix in 8 bits with one
 * scale a row under the name and `.scale`. Tensors without an entry stay as they are.
 * @throws AppError `corpus_unreadable` for anything else.
 */
export function applyTuning(tensors: ReadonlyMap<string, WeightTensor>, tuning: Uint8Array): void {
  try {
    const stored = readSafetensors(tuning);
    for (const [name, data] of stored) {
      if (name.endsWith(SCALE)) continue;
      const target = tensors.get(name)?.data;
      if (target?.length !== data.length) throw new RangeError(`the encoder has no such tensor: ${name}`);
      add(target, data, stored.get(name + SCALE));
    }
  } catch (cause) {
    throw new AppError(
      "corpus_unreadable",
      "The tuning of the encoder does not fit the bundled encoder: make it again (scripts/tuning) or take it away.",
      { cause },
    );
  }
}

type Stored = Int8Array | Float32Array;

function readSafetensors(bytes: Uint8Array): Map<string, Stored> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = LENGTH_BYTES + Number(view.getBigUint64(0, true));
  const header: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, start)));
  const { __metadata__: _, ...entries } = headerSchema.parse(header);
  const read = ({ dtype, shape, data_offsets: [from, to] }: z.infer<typeof tensorSchema>): Stored => {
    // A copy (which a Buffer's slice is not), for floats must begin at a multiple of four bytes.
    const own = new Uint8Array(bytes.subarray(start + from, start + to));
    const data = dtype === "I8" ? new Int8Array(own.buffer) : new Float32Array(own.buffer);
    const length = shape.reduce((product, size) => product * size, 1);
    if (data.length !== length) throw new RangeError(`${data.length} numbers for ${length}`);
    return data;
  };
  return new Map(Object.entries(entries).map(([name, entry]) => [name, read(entry)]));
}

/** Adds a row-major matrix to another, each row times its scale. */
function add(target: Float32Array, data: Stored, scales: Stored = Float32Array.of(1)): void {
  const width = data.length / scales.length;
  if (!Number.isInteger(width)) throw new RangeError(`${data.length} numbers have ${scales.length} scales`);
  scales.forEach((scale, row) => {
    for (let i = row * width; i < (row + 1) * width; i += 1)
      target[i] = (target[i] ?? 0) + (data[i] ?? 0) * scale;
  });
}
