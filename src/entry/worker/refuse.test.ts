import { expect, it } from "vitest";
import { problemSchema } from "../../domain/contract.ts";
import { AppError } from "../../domain/errors.ts";
import { refuse } from "./refuse.ts";

it("tells what is wrong in the log and not in public", async () => {
  const logged: unknown[] = [];
  const log = (message: string, fields: object = {}): void => void logged.push({ message, ...fields });
  const error = new AppError("config_invalid", 'LOG_LEVEL is "loud"');
  const response = refuse(error, { info: log, warn: log, error: log });
  expect(response.status).toBe(500);
  expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  const problem = problemSchema.parse(await response.json());
  expect(problem.code).toBe("config_invalid");
  expect(JSON.stringify(problem)).not.toContain("loud");
  expect(logged).toEqual([{ message: "the Worker cannot be set up", requestId: problem.requestId, error }]);
});
