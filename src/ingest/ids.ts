/** Two 32-bit lanes of FNV-1a with an avalanche at the end (Fowler, Noll and Vo; mixing after cyrb53): 16 hex digits. */
export function contentHash(text: string): string {
  let high = 0x811c9dc5;
  let low = 0x9e3779b9;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x85ebca6b) ^ (high >>> 13);
  }
  return hex(mix(high ^ Math.imul(low, 0xc2b2ae35))) + hex(mix(low ^ (high >>> 16)));
}

/** Gives each key an id: the hash of the key, and of its number among equal keys. */
export function createIdMaker(): (parts: readonly string[]) => string {
  const seen = new Map<string, number>();
  return (parts) => {
    const key = JSON.stringify(parts);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return contentHash(`${key}#${ordinal}`);
  };
}

function mix(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, "0");
}
