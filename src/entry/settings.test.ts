import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "../domain/errors.ts";
import { SETTINGS } from "./settings-table.ts";
import { readSettings, settingNames } from "./settings.ts";

function problem(env: Record<string, string>): string {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof AppError && error.code === "config_invalid") return error.message;
    throw error;
  }
  return "accepted";
}

describe("settings", () => {
  it("has a default for everything", () => {
    expect(readSettings({})).toEqual({
      DATABASE: "data/answers.db",
      CONVERSATION_DAYS: 30,
      CONVERSATION_ANSWERS: 20,
      MAX_CONVERSATIONS: 100_000,
      FEEDBACK_DAYS: 365,
      HOST: "127.0.0.1",
      PORT: 8787,
      CORPUS_DIR: "corpus",
      INDEX_DIR: "index",
      MODELS_DIR: "models",
      EMBEDDING_MODEL: "use-lite",
      RERANKER_MODEL: "",
      VECTOR_SEARCH: "hnsw",
      PUBLIC_URL: "",
      CORS_ORIGINS: [],
      RATE_LIMIT_PER_MINUTE: 60,
      TRUST_PROXY: false,
      REQUEST_TIMEOUT_MS: 30_000,
      LLM_PROVIDER: "openai",
      LLM_BASE_URL: "",
      LLM_MODEL: "",
      LLM_API_KEY: "",
      LLM_TIMEOUT_MS: 20_000,
      LLM_CANDIDATES: 1,
      LLM_CONTEXT: "passages",
      LLM_CACHE: 500,
      SLACK_SIGNING_SECRET: "",
      SLACK_BOT_TOKEN: "",
      SLACK_CHANNELS: [],
      SLACK_THREADS: "mentions",
      SLACK_API_URL: "",
      LOG_LEVEL: "info",
    });
  });

  it("refuses a language model that may take longer than a request", () => {
    const times = { LLM_TIMEOUT_MS: "5000", REQUEST_TIMEOUT_MS: "5000" };
    expect(problem(times)).toBe("accepted");
    expect(problem({ ...times, LLM_MODEL: "m" })).toContain(
      "LLM_TIMEOUT_MS must be below REQUEST_TIMEOUT_MS",
    );
  });

  it("reads what is set, trimmed; an empty value is no value", () => {
    const settings = readSettings({
      PORT: " 0 ",
      HOST: "",
      ABSTAIN_THRESHOLD: "0.25",
      CORS_ORIGINS: "https://a.example, http://localhost:3000",
      PUBLIC_URL: "https://ask.example/base/",
      TRUST_PROXY: "true",
      UNKNOWN: "ignored",
    });
    expect(settings).toMatchObject({
      PORT: 0,
      HOST: "127.0.0.1",
      ABSTAIN_THRESHOLD: 0.25,
      CORS_ORIGINS: ["https://a.example", "http://localhost:3000"],
      PUBLIC_URL: "https://ask.example/base",
      TRUST_PROXY: true,
    });
    expect(readSettings({ CORS_ORIGINS: "*" }).CORS_ORIGINS).toBe("*");
  });

  it.each([
    ["PORT", "http"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PORT", "80.5"],
    ["ABSTAIN_THRESHOLD", "1.5"],
    ["ABSTAIN_THRESHOLD", "often"],
    ["PUBLIC_URL", "example.org"],
    ["PUBLIC_URL", "javascript:alert(1)"],
    ["CORS_ORIGINS", "https://a.example/path"],
    ["CORS_ORIGINS", "https://a.example,*"],
    ["CORS_ORIGINS", "a.example"],
    ["RATE_LIMIT_PER_MINUTE", "many"],
    ["TRUST_PROXY", "yes"],
    ["REQUEST_TIMEOUT_MS", "0"],
    ["LOG_LEVEL", "chatty"],
    ["VECTOR_SEARCH", "fast"],
  ] as const)("refuses %s=%s and says what is allowed", (name, value) => {
    const message = problem({ [name]: value });
    expect(message).toContain(`${name} is "${value}" but must be ${SETTINGS[name].allowed}`);
  });

  it("names every wrong setting at once", () => {
    const message = problem({ PORT: "x", LOG_LEVEL: "y" });
    expect(message).toContain("PORT is");
    expect(message).toContain("LOG_LEVEL is");
  });

  it("describes every setting that it reads, and no other", () => {
    expect(settingNames()).toEqual(Object.keys(SETTINGS));
  });

  it("means by each described default what it does without the variable", () => {
    for (const name of settingNames()) {
      expect(readSettings({ [name]: SETTINGS[name].default }), name).toEqual(readSettings({}));
    }
  });

  it("never fails in another way, whatever the environment holds", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...settingNames()), fc.string()), (env) => {
        expect(problem(env)).toBeTypeOf("string");
      }),
    );
  });
});
