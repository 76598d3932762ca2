import { EventEmitter } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { createPinoLogger } from "../adapters/node/logger.ts";
import { openMemory } from "./open-memory.ts";
import { realAssistant } from "./real-index.fixture.ts";
import { startServer } from "./server.ts";
import { readSettings } from "./settings.ts";

const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/**
 * Why no browser test runs here; null when they do. Where CI is set they always do, and fail without a browser.
 */
export const SKIPPED =
  existsSync(CHROMIUM) || process.env["CI"] !== undefined
    ? null
    : `there is no browser at ${CHROMIUM}: install Debian's chromium, or set CHROMIUM`;
if (SKIPPED !== null) process.stderr.write(`browser tests are skipped: ${SKIPPED}\n`);

/** Without what calls its maker's servers, which a test must not depend on. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface Site {
  /** The service: the real server with the real index. */
  readonly url: string;
  /** Web pages of another origin, by their paths. */
  readonly hostUrl: string;
  /** A third origin, which may not ask. */
  readonly strangerUrl: string;
  open(path: string, options?: BrowserContextOptions): Promise<OpenedPage>;
  close(): Promise<void>;
}

export interface OpenedPage {
  readonly page: Page;
  /** What went wrong in it: errors of scripts and of its Content-Security-Policy. */
  readonly problems: readonly string[];
  /** Addresses that it asked for. */
  readonly requested: readonly string[];
}

/** A page of another site, with headers of its own. */
export interface HostPage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Starts the service, another site and a browser. @param pages of the other site; `{{service}}` is the service's address */
export async function startSite(pages: Readonly<Record<string, HostPage>> = {}): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), "site-"));
  let service = "";
  const host = async (): Promise<{ url: string; close: () => void }> => {
    const server = createServer((request, response) => {
      const found = pages[request.url ?? ""];
      response.writeHead(found ? 200 : 404, {
        "content-type": "text/html; charset=utf-8",
        ...Object.fromEntries(
          Object.entries(found?.headers ?? {}).map(([name, value]) => [
            name,
            value.replaceAll("{{service}}", service),
          ]),
        ),
      });
      response.end((found?.html ?? "").replaceAll("{{service}}", service));
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the other site has no port");
    return { url: `http://127.0.0.1:${address.port}`, close: () => void server.close() };
  };
  const [friend, stranger] = [await host(), await host()];
  const settings = readSettings({
    PORT: "0",
    RATE_LIMIT_PER_MINUTE: "0",
    DATABASE: join(folder, "answers.db"),
    CORS_ORIGINS: friend.url,
    LOG_LEVEL: "error",
  });
  const logger = createPinoLogger({ level: "error" });
  const memory = await openMemory(settings, { logger });
  const server = await startServer({
    settings,
    logger,
    memory,
    assistant: Promise.resolve(await realAssistant()),
    signals: new EventEmitter(),
  });
  service = server.url;
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  return {
    url: server.url,
    hostUrl: friend.url,
    strangerUrl: stranger.url,
    open: async (path, options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, ...options });
      const page = await context.newPage();
      const problems: string[] = [];
      const requested: string[] = [];
      page.on("pageerror", (error) => problems.push(error.message));
      page.on("console", (message) => {
        if (/Content Security Policy|Refused to/u.test(message.text())) problems.push(message.text());
      });
      page.on("request", (request) => requested.push(request.url()));
      await page.goto(/^https?:/u.test(path) ? path : `${service}${path}`);
      return { page, problems, requested };
    },
    close: async () => {
      await browser.close();
      await server.close();
      friend.close();
      stranger.close();
      await rm(folder, { recursive: true });
    },
  };
}
