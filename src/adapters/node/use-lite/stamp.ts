import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** Name of the stamp beside the model's files. */
export const STAMP_FILE = "stamp.json";

const stampSchema = z.object({
  /** Version of the files' form; part of the encoder's id. */
  format: z.number().int(),
  /** Release and SHA-256 of the package the model was made from. */
  package: z.object({ version: z.string(), sha256: z.string() }),
  /** SHA-256 (hex) of every file by its path. */
  files: z.record(z.string(), z.string()),
});
export type Stamp = z.infer<typeof stampSchema>;

export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * Whether the folder holds a whole model of this format and package version: every file there
 * and byte for byte what the stamp says. False for anything missing, cut short or edited.
 */
export async function isIntact(folder: string, format: number, packageVersion: string): Promise<boolean> {
  try {
    const stamp = stampSchema.parse(JSON.parse(await readFile(join(folder, STAMP_FILE), "utf8")));
    if (stamp.format !== format || stamp.package.version !== packageVersion) return false;
    const checks = Object.entries(stamp.files).map(
      async ([path, expected]) => sha256(await readFile(join(folder, path))) === expected,
    );
    return checks.length > 0 && (await Promise.all(checks)).every(Boolean);
  } catch {
    return false;
  }
}
