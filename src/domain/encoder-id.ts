/** What stands between the id of an encoder and the hash of what a corpus adds to its weights. */
const ADDED = "+";

/** Id of an encoder that a corpus adds to: `use-lite@1+0a1b2c3d`. */
export function tunedEncoderId(id: string, hash: string): string {
  return `${id}${ADDED}${hash}`;
}

/** Whether an encoder is one that a corpus has added to. */
export function isTunedEncoder(id: string): boolean {
  return id.includes(ADDED);
}
