import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safetensors } from "./safetensors.fixture.ts";
import type { WeightTensor } from "./source.ts";
import { applyTuning } from "./tuning.ts";

function tensorsOf(values: Readonly<Record<string, readonly number[]>>): Map<string, WeightTensor> {
  const entries = Object.entries(values);
  return new Map(
    entries.map(([name, data]) => [name, { shape: [data.length], data: Float32Array.from(data) }]),
  );
}

describe("applyTuning", () => {
  it("adds floats, and bytes times the scale of their row, and leaves other tensors alone", () => {
    const tensors = tensorsOf({ bias: [1, 2], kernel: [1, 1, 1, 1], other: [5] });
    const tuning = safetensors({
      bias: Float32Array.of(0.5, -2),
      kernel: Int8Array.of(1, -127, 2, 0),
      "kernel.scale": Float32Array.of(1, 0.25),
    });
    applyTuning(tensors, tuning);
    const values = [...tensors].map(([name, { data }]) => [name, [...data]]);
    expect(Object.fromEntries(values)).toEqual({ bias: [1.5, 0], kernel: [2, -126, 1.5, 1], other: [5] });
  });

  it("adds any matrix, wherever the file's bytes lie", () => {
    const bytes = fc.array(fc.integer({ min: -127, max: 127 }), { minLength: 3, maxLength: 3 });
    const rows = fc.array(fc.tuple(bytes, fc.float({ min: 0, max: 1, noNaN: true })), { minLength: 1 });
    fc.assert(
      fc.property(rows, fc.nat(7), (matrix, shift) => {
        const flat = matrix.flatMap(([row]) => row);
        const scales = Float32Array.from(matrix, ([, scale]) => scale);
        const tensors = tensorsOf({ kernel: flat.map(() => 0) });
        const file = safetensors({ kernel: Int8Array.from(flat), "kernel.scale": scales });
        const shifted = new Uint8Array(file.length + shift);
        shifted.set(file, shift);
        applyTuning(tensors, Buffer.from(shifted.buffer).subarray(shift));
        const wanted = Float32Array.from(flat, (value, i) => value * (scales[Math.floor(i / 3)] ?? 0));
        expect(tensors.get("kernel")?.data).toEqual(wanted.map((value) => value + 0));
      }),
    );
  });

  const kernel = Int8Array.of(1, 2, 3, 4);
  it.each([
    ["a tensor that the encoder does not have", safetensors({ unknown: Float32Array.of(1) })],
    ["a tensor of another size", safetensors({ bias: Float32Array.of(1, 2, 3) })],
    ["scales that do not fit", safetensors({ kernel, "kernel.scale": Float32Array.of(1, 2, 3) })],
    ["a file that is cut short", safetensors({ bias: Float32Array.of(1, 2) }).slice(0, -3)],
    ["an empty file", new Uint8Array()],
    ["another kind of file", new TextEncoder().encode("version https://git-lfs.github.com/spec/v1")],
  ])("refuses %s with the remedy", (_, tuning) => {
    const tensors = tensorsOf({ bias: [1, 2], kernel: [1, 1, 1, 1] });
    expect(() => applyTuning(tensors, tuning)).toThrow(
      expect.objectContaining({
        code: "corpus_unreadable",
        message: expect.stringContaining("make it again"),
      }),
    );
  });
});
