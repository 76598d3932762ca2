import { AppError } from "../domain/errors.ts";

/** Sets the exit code that a command comes to; a failure is told in one line and is 1. */
export async function runCommand(command: Promise<number>): Promise<void> {
  try {
    process.exitCode = await command;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${error instanceof AppError ? `error (${error.code}): ` : "error: "}${message}\n`);
    process.exitCode = 1;
  }
}
