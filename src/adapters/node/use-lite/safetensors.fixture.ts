/** A safetensors file of these arrays, each a vector. */
export function safetensors(arrays: Readonly<Record<string, Int8Array | Float32Array>>): Uint8Array {
  let at = 0;
  const entries = Object.entries(arrays).map(([name, array]) => {
    const from = at;
    at += array.byteLength;
    const dtype = array instanceof Int8Array ? "I8" : "F32";
    return [name, { dtype, shape: [array.length], data_offsets: [from, at] }];
  });
  const header = Buffer.from(JSON.stringify(Object.fromEntries(entries)));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  const data = Object.values(arrays).map((array) => Buffer.from(array.slice().buffer));
  return new Uint8Array(Buffer.concat([length, header, ...data]));
}
