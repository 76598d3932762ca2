/** One environment variable, as the README's table shows it. */
export interface SettingDescription {
  /** As it would be written in the environment; "" is the same as leaving it out. */
  readonly default: string;
  /** What the value may be. */
  readonly allowed: string;
  readonly meaning: string;
}

/** Every setting there is, in the order the README lists them. */
export const SETTINGS = {
  HOST: {
    default: "127.0.0.1",
    allowed: "a host name or an IP address",
    meaning: "Address to listen on; 0.0.0.0 takes requests from other machines.",
  },
  PORT: {
    default: "8787",
    allowed: "a whole number from 0 to 65535",
    meaning: "Port to listen on; 0 takes any free one.",
  },
  CORPUS_DIR: {
    default: "corpus",
    allowed: "a folder",
    meaning: "The report: Markdown and text files, with or without a corpus.json.",
  },
  INDEX_DIR: {
    default: "index",
    allowed: "a folder",
    meaning: "Where the index is kept; built on first start.",
  },
  MODELS_DIR: {
    default: "models",
    allowed: "a folder",
    meaning: "Cache of the encoder's files.",
  },
  EMBEDDING_MODEL: {
    default: "use-lite",
    allowed: "use-lite, a Transformers.js model of the hub, or a folder with one",
    meaning: "The sentence encoder; use-lite comes with the packages. An index is tied to its encoder.",
  },
  RERANKER_MODEL: {
    default: "",
    allowed: "a Transformers.js cross-encoder of the hub, or a folder with one, or nothing",
    meaning: "Puts passages in order instead of the built-in reranker (Xenova/ms-marco-MiniLM-L-6-v2).",
  },
  VECTOR_SEARCH: {
    default: "hnsw",
    allowed: "hnsw or exact",
    meaning: "How vectors are searched: by the HNSW graph or one by one.",
  },
  ABSTAIN_THRESHOLD: {
    default: "",
    allowed: "a number from 0 to 1, or nothing",
    meaning: "Confidence below which the report counts as silent; by default the calibrated one.",
  },
  PUBLIC_URL: {
    default: "",
    allowed: "an http or https address, or nothing",
    meaning: "Put before the reader's path in citation urls; by default they are relative.",
  },
  CORS_ORIGINS: {
    default: "",
    allowed: "* or origins such as https://example.org, separated by commas, or nothing",
    meaning: "Web pages of other origins that may call the service.",
  },
  DATABASE: {
    default: "data/answers.db",
    allowed: "a file, or off",
    meaning: "SQLite file that conversations and feedback are kept in; off keeps nothing.",
  },
  CONVERSATION_DAYS: {
    default: "30",
    allowed: "a whole number from 1 to 36500",
    meaning: "Days after its last answer that a conversation is kept.",
  },
  CONVERSATION_ANSWERS: {
    default: "20",
    allowed: "a whole number from 1 to 1000",
    meaning: "Answers of one conversation that are kept; the oldest go first.",
  },
  MAX_CONVERSATIONS: {
    default: "100000",
    allowed: "a whole number, 1 or more",
    meaning: "Conversations that are kept; the oldest go first.",
  },
  FEEDBACK_DAYS: {
    default: "365",
    allowed: "a whole number from 1 to 36500",
    meaning: "Days that feedback is kept, with the answer that it is about.",
  },
  RATE_LIMIT_PER_MINUTE: {
    default: "60",
    allowed: "a whole number, 0 or more",
    meaning: "Questions and searches one client may send in a minute; 0 sets no limit.",
  },
  TRUST_PROXY: {
    default: "false",
    allowed: "true or false",
    meaning: "Whether the last address in X-Forwarded-For names the client (set by one proxy in front).",
  },
  REQUEST_TIMEOUT_MS: {
    default: "30000",
    allowed: "a whole number from 1 to 600000",
    meaning: "Milliseconds an answer may take before the request ends with 504.",
  },
  LLM_PROVIDER: {
    default: "openai",
    allowed: "openai or anthropic",
    meaning:
      "Whose interface the language model has: OpenAI's (Ollama, vLLM and LM Studio, too) or Anthropic's.",
  },
  LLM_BASE_URL: {
    default: "",
    allowed: "an http or https address, or nothing",
    meaning: "The model's endpoint, such as http://127.0.0.1:11434/v1; by default the provider's own.",
  },
  LLM_MODEL: {
    default: "",
    allowed: "a model of that endpoint, or nothing",
    meaning:
      "The language model that writes answers, makes follow-ups standalone and writes questions for `npm run expand`; needs LLM_BASE_URL or LLM_API_KEY.",
  },
  LLM_API_KEY: {
    default: "",
    allowed: "the endpoint's key, or nothing",
    meaning: "Sent to the endpoint and nowhere else; never logged.",
  },
  LLM_TIMEOUT_MS: {
    default: "20000",
    allowed: "a whole number from 1 to 600000",
    meaning: "Milliseconds that writing an answer may take before the report's own words are given.",
  },
  LLM_CANDIDATES: {
    default: "1",
    allowed: "a whole number from 1 to 5",
    meaning:
      "Answers that are made to choose the best-verified one of; with 1 sentences come as they are written.",
  },
  LLM_CONTEXT: {
    default: "passages",
    allowed: "passages or report",
    meaning: "What the model reads: the passages that were found, or the whole report.",
  },
  LLM_CACHE: {
    default: "500",
    allowed: "a whole number, 0 or more",
    meaning: "Written answers that are kept to be given again; 0 keeps none.",
  },
  SLACK_SIGNING_SECRET: {
    default: "",
    allowed: "the app's signing secret, or nothing",
    meaning: "Checks that requests are Slack's; without it and SLACK_BOT_TOKEN, Slack is off.",
  },
  SLACK_BOT_TOKEN: {
    default: "",
    allowed: "the app's bot token, or nothing",
    meaning: "What answers are posted with; never logged.",
  },
  SLACK_CHANNELS: {
    default: "",
    allowed: "ids of channels, separated by commas, or nothing",
    meaning: "Channels that are answered in, besides direct messages; by default all.",
  },
  SLACK_THREADS: {
    default: "mentions",
    allowed: "mentions or all",
    meaning: "What is answered in a thread of the bot's: messages that mention it, or all.",
  },
  SLACK_API_URL: {
    default: "",
    allowed: "an http or https address, or nothing",
    meaning: "Where Slack's Web API is; by default at Slack.",
  },
  LOG_LEVEL: {
    default: "info",
    allowed: "silent, error, warn, info or debug",
    meaning: "How much is logged, as JSON lines on standard output.",
  },
} as const satisfies Readonly<Record<string, SettingDescription>>;

export type SettingName = keyof typeof SETTINGS;
