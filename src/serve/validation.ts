import type { z } from "@hono/zod-openapi";
import { AppError } from "../domain/errors.ts";

/** Hook of every route: what does not fit its schema is refused. @throws AppError `invalid_request`. */
export function refuseInvalid(result: { readonly success: boolean; readonly error?: z.ZodError }): void {
  if (result.error) throw new AppError("invalid_request", describeIssues(result.error.issues));
}

/** How many wrong fields one answer names. */
const NAMED = 5;

/** "topK: Too big: expected number to be <=20; history[2].role: ...". */
export function describeIssues(issues: readonly z.core.$ZodIssue[]): string {
  const named = issues.slice(0, NAMED).map(({ path, message }) => {
    const field = path.reduce<string>(
      (name, key) =>
        typeof key === "number" ? `${name}[${key}]` : `${name}${name ? "." : ""}${String(key)}`,
      "",
    );
    return field === "" || message.startsWith(`${field} `) ? message : `${field}: ${message}`;
  });
  const more = issues.length > NAMED ? [`and ${issues.length - NAMED} more`] : [];
  return [...named, ...more].join("; ");
}
