import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createPromMetrics } from "../adapters/node/metrics.ts";
import { createMemoryRateLimiter } from "../adapters/node/rate-limiter.ts";
import { createSwaggerAssets, createWidgetAssets, firstOf } from "../adapters/node/static-assets.ts";
import type { Assistant } from "../ask.ts";
import { AppError } from "../domain/errors.ts";
import type { Logger } from "../ports/logger.ts";
import type { Metrics } from "../ports/metrics.ts";
import { createApp } from "../serve/create-app.ts";
import { METRICS } from "../serve/observe-requests.ts";
import { clientAddress } from "./client-address.ts";
import { listen } from "./listen.ts";
import type { OpenMemory } from "./open-memory.ts";
import type { OpenSlack } from "./open-slack.ts";
import type { Settings } from "./settings.ts";
import { closeGracefully } from "./shutdown.ts";

export interface ServerOptions {
  readonly settings: Settings;
  readonly logger: Logger;
  /** The server listens while this is on its way and answers 503 until it is there. */
  readonly assistant: Promise<Assistant>;
  /** Closed after the last request. Default: none, nothing is kept. */
  readonly memory?: OpenMemory | null;
  /** Answers Slack's requests, and is closed before the memory. Default: none. */
  readonly slack?: OpenSlack | null;
  /** Default: a registry of its own. */
  readonly metrics?: Metrics;
  /** Where SIGTERM and SIGINT come from. Default: this process. */
  readonly signals?: NodeJS.EventEmitter;
  /** Told when the assistant cannot be loaded, after the server has closed. Default: exit code 1. */
  readonly onFatal?: (error: unknown) => void;
  /** Milliseconds that requests in flight get to finish on shutdown. */
  readonly shutdownMs?: number;
  readonly clientLimits?: ClientLimits;
}

/** Milliseconds a client has to send its headers and its whole request, and how often that is looked at. */
export interface ClientLimits {
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly connectionsCheckingInterval: number;
}

export interface RunningServer {
  readonly url: string;
  /** Takes no more requests and resolves when those in flight are answered or cut off. */
  close(): Promise<void>;
}

/** Slower clients are cut off with 408. */
const CLIENT_LIMITS: ClientLimits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
};

/** The metrics of the service, none counted yet. */
export function createServiceMetrics(): Metrics {
  return createPromMetrics({ help: METRICS });
}

/**
 * Serves the app on Node: listens at once, is ready when the assistant is loaded, and stops on SIGTERM or SIGINT.
 * @throws AppError `config_invalid` when the address cannot be listened on.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { settings, logger, memory = null, signals = process, shutdownMs = 10_000 } = options;
  const onFatal = options.onFatal ?? (() => void (process.exitCode = 1));
  const perMinute = settings.RATE_LIMIT_PER_MINUTE;
  let loaded: Assistant | null = null;
  const app = createApp({
    assistant: () => loaded,
    settings: {
      corsOrigins: settings.CORS_ORIGINS,
      requestTimeoutMs: settings.REQUEST_TIMEOUT_MS,
      publicUrl: settings.PUBLIC_URL,
    },
    memory,
    slack: options.slack?.receive ?? null,
    rateLimiter: perMinute === 0 ? null : createMemoryRateLimiter({ points: perMinute, durationSeconds: 60 }),
    logger,
    metrics: options.metrics ?? createServiceMetrics(),
    assets: firstOf([createSwaggerAssets(), createWidgetAssets()]),
    clientAddress: clientAddress(settings.TRUST_PROXY),
  });
  const handle = getRequestListener(app.fetch);
  const server: Server = createServer(
    { ...CLIENT_LIMITS, ...options.clientLimits },
    (request, response) => void handle(request, response),
  );
  // Settled before listening so that a failure meanwhile is not an unhandled rejection.
  const outcome = settle(options.assistant);
  const url = await listen(server, settings.HOST, settings.PORT);
  logger.info("listening", { url });

  const stop = (): void => {
    logger.info("stopping");
    void close();
  };
  const close = async (): Promise<void> => {
    signals.off("SIGTERM", stop);
    signals.off("SIGINT", stop);
    await closeGracefully(server, shutdownMs);
    await options.slack?.close();
    await memory?.close();
  };
  signals.once("SIGTERM", stop);
  signals.once("SIGINT", stop);

  void outcome.then(async (result) => {
    if (result.assistant) {
      loaded = result.assistant;
      logger.info("ready", { url, ...loaded.indexInfo });
      return;
    }
    const { error } = result;
    // An AppError's message is the whole story; anything else needs its stack.
    if (error instanceof AppError) logger.error(`stopping: ${error.message}`, { code: error.code });
    else logger.error("the assistant cannot be loaded", { error });
    await close();
    onFatal(result.error);
  });
  return { url, close };
}

type Outcome =
  | { readonly assistant: Assistant; readonly error?: never }
  | { readonly assistant?: never; readonly error: unknown };

function settle(assistant: Promise<Assistant>): Promise<Outcome> {
  return assistant.then(
    (value) => ({ assistant: value }),
    (error: unknown) => ({ error }),
  );
}
