import { z } from "zod";
import { AppError } from "../domain/errors.ts";
import { LOG_LEVELS } from "../ports/logger.ts";
import { SETTINGS, type SettingName } from "./settings-table.ts";

const webAddress = z.url({ protocol: /^https?$/u });

const text = (name: SettingName) => z.string().prefault(SETTINGS[name].default);

const wholeNumber = (name: SettingName, from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/u)
    .transform(Number)
    .pipe(z.int().min(from).max(to))
    .prefault(SETTINGS[name].default);

const settingsSchema = z.object({
  HOST: text("HOST"),
  PORT: wholeNumber("PORT", 0, 65_535),
  CORPUS_DIR: text("CORPUS_DIR"),
  INDEX_DIR: text("INDEX_DIR"),
  MODELS_DIR: text("MODELS_DIR"),
  EMBEDDING_MODEL: text("EMBEDDING_MODEL"),
  RERANKER_MODEL: text("RERANKER_MODEL"),
  VECTOR_SEARCH: z.enum(["hnsw", "exact"]).prefault(SETTINGS.VECTOR_SEARCH.default),
  ABSTAIN_THRESHOLD: z
    .string()
    .regex(/^\d*\.?\d+$/u)
    .transform(Number)
    .pipe(z.number().min(0).max(1))
    .optional(),
  PUBLIC_URL: webAddress
    .transform((url) => url.replace(/\/+$/u, ""))
    .or(z.literal(""))
    .prefault(SETTINGS.PUBLIC_URL.default),
  CORS_ORIGINS: z
    .string()
    .transform((list) => (list === "*" ? "*" : splitList(list)))
    .pipe(z.literal("*").or(z.array(z.string().refine(isOrigin))))
    .prefault(SETTINGS.CORS_ORIGINS.default),
  DATABASE: text("DATABASE"),
  CONVERSATION_DAYS: wholeNumber("CONVERSATION_DAYS", 1, 36_500),
  CONVERSATION_ANSWERS: wholeNumber("CONVERSATION_ANSWERS", 1, 1000),
  MAX_CONVERSATIONS: wholeNumber("MAX_CONVERSATIONS", 1, 999_999_999),
  FEEDBACK_DAYS: wholeNumber("FEEDBACK_DAYS", 1, 36_500),
  RATE_LIMIT_PER_MINUTE: wholeNumber("RATE_LIMIT_PER_MINUTE", 0, 999_999_999),
  TRUST_PROXY: z
    .enum(["true", "false"])
    .transform((value) => value === "true")
    .prefault(SETTINGS.TRUST_PROXY.default),
  REQUEST_TIMEOUT_MS: wholeNumber("REQUEST_TIMEOUT_MS", 1, 600_000),
  LLM_PROVIDER: z.enum(["openai", "anthropic"]).prefault(SETTINGS.LLM_PROVIDER.default),
  LLM_BASE_URL: webAddress.or(z.literal("")).prefault(SETTINGS.LLM_BASE_URL.default),
  LLM_MODEL: text("LLM_MODEL"),
  LLM_API_KEY: text("LLM_API_KEY"),
  LLM_TIMEOUT_MS: wholeNumber("LLM_TIMEOUT_MS", 1, 600_000),
  LLM_CANDIDATES: wholeNumber("LLM_CANDIDATES", 1, 5),
  LLM_CONTEXT: z.enum(["passages", "report"]).prefault(SETTINGS.LLM_CONTEXT.default),
  LLM_CACHE: wholeNumber("LLM_CACHE", 0, 999_999_999),
  SLACK_SIGNING_SECRET: text("SLACK_SIGNING_SECRET"),
  SLACK_BOT_TOKEN: text("SLACK_BOT_TOKEN"),
  SLACK_CHANNELS: z
    .string()
    .transform(splitList)
    .pipe(z.array(z.string().regex(/^[A-Z0-9]+$/u)))
    .prefault(SETTINGS.SLACK_CHANNELS.default),
  SLACK_THREADS: z.enum(["mentions", "all"]).prefault(SETTINGS.SLACK_THREADS.default),
  SLACK_API_URL: webAddress.or(z.literal("")).prefault(SETTINGS.SLACK_API_URL.default),
  LOG_LEVEL: z.enum(LOG_LEVELS).prefault(SETTINGS.LOG_LEVEL.default),
});

/** The settings under their names in the environment, read and checked. */
export type Settings = Readonly<z.output<typeof settingsSchema>>;

/**
 * Reads every setting of `SETTINGS`; one that is missing or empty has its default.
 * @throws AppError `config_invalid` naming each wrong variable, its value and what is allowed.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    settingNames().flatMap((name) => {
      const value = env[name]?.trim() ?? "";
      return value === "" ? [] : [[name, value]];
    }),
  );
  const read = settingsSchema.safeParse(given);
  if (read.success && !isTooSlow(read.data)) return read.data;
  if (read.success) {
    throw new AppError(
      "config_invalid",
      "LLM_TIMEOUT_MS must be below REQUEST_TIMEOUT_MS: the report's own words are given when the model is late",
    );
  }
  const wrong = new Set(read.error.issues.map((issue) => issue.path[0]));
  const problems = settingNames()
    .filter((name) => wrong.has(name))
    .map((name) => `${name} is "${given[name] ?? ""}" but must be ${SETTINGS[name].allowed}`);
  throw new AppError("config_invalid", `${problems.join("; ")}; leave a setting out to have its default`);
}

/** Whether a request would end before the model's time is over. */
function isTooSlow({ LLM_MODEL, LLM_TIMEOUT_MS, REQUEST_TIMEOUT_MS }: Settings): boolean {
  return LLM_MODEL !== "" && LLM_TIMEOUT_MS >= REQUEST_TIMEOUT_MS;
}

/** The names of all settings, in the README's order. */
export function settingNames(): SettingName[] {
  return settingsSchema.keyof().options.toSorted((a, b) => order(a) - order(b));
}

function order(name: string): number {
  return Object.keys(SETTINGS).indexOf(name);
}

function splitList(list: string): string[] {
  return list
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

function isOrigin(value: string): boolean {
  return webAddress.safeParse(value).success && new URL(value).origin === value;
}
