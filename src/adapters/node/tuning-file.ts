import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../../domain/errors.ts";

/** Where a corpus, and each build of its index, has what the corpus adds to the bundled encoder's weights. */
export const TUNING_FILE = "encoder.safetensors";

/**
 * The tuning of a corpus folder or of a build's; null without one.
 * @throws AppError `corpus_unreadable` when it is there and cannot be read.
 */
export async function readTuning(folder: string): Promise<Uint8Array | null> {
  return readFile(join(folder, TUNING_FILE)).catch((cause: unknown) => {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
    throw new AppError("corpus_unreadable", `${TUNING_FILE} cannot be read: check it, or take it away.`, {
      cause,
    });
  });
}

export async function writeTuning(folder: string, tuning: Uint8Array): Promise<void> {
  await writeFile(join(folder, TUNING_FILE), tuning);
}
