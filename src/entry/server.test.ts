import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { Assistant } from "../ask.ts";
import { createFakeAssistant } from "../serve/fake-assistant.fixture.ts";
import { readEvents } from "../serve/read-events.fixture.ts";
import { askInit, problemIn } from "../serve/test-app.fixture.ts";
import { createTestServers, until } from "./test-servers.fixture.ts";

const { start, closeAll } = createTestServers();
afterEach(closeAll);

/** Opens a connection of its own, so that a test can say exactly what goes over it. */
function open(url: string): { socket: Socket; received: () => string; ended: Promise<unknown> } {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let text = "";
  socket.setEncoding("utf8").on("data", (part: string) => (text += part));
  socket.on("error", () => undefined);
  return { socket, received: () => text, ended: once(socket, "close") };
}

const HEAD = "POST /ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

describe("the server on a real socket", () => {
  it("listens before the assistant is loaded, and is ready when it is", async () => {
    let loaded = (_: Assistant): void => undefined;
    const { url, logged } = await start({ assistant: new Promise((resolve) => (loaded = resolve)) });
    expect((await fetch(`${url}/health`)).status).toBe(200);
    const early = await fetch(`${url}/ask`, askInit({ question: "x" }));
    expect(early.headers.get("Retry-After")).toBe("2");
    expect((await problemIn(early)).code).toBe("index_not_ready");
    loaded(createFakeAssistant());
    await until(() => logged.includes("ready"));
    expect((await fetch(`${url}/ready`)).status).toBe(200);
  });

  it("answers JSON and streams", async () => {
    const { url } = await start();
    const json = await fetch(`${url}/ask`, askInit({ question: "x" }));
    expect(await json.json()).toMatchObject({ abstained: false, citations: [{ marker: 1 }, { marker: 2 }] });
    const stream = await fetch(`${url}/ask`, askInit({ question: "x" }, { Accept: "text/event-stream" }));
    expect(readEvents(await stream.text()).at(-1)?.event).toBe("done");
  });

  it("serves Swagger UI from its package and counts for Prometheus", async () => {
    const { url } = await start();
    const bundle = await fetch(`${url}/docs/swagger-ui-bundle.js`);
    expect((await bundle.text()).length).toBeGreaterThan(100_000);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toContain('http_requests_total{method="GET",route="/docs/:asset",status="200"} 1');
    expect(metrics).toContain("nodejs_eventloop_lag_seconds");
  });

  it("refuses a chunked body over the limit before it has all come", async () => {
    const { url } = await start();
    const { socket, received } = open(url);
    socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`);
    const chunk = "x".repeat(1024);
    for (let i = 0; i < 70; i += 1) socket.write(`400\r\n${chunk}\r\n`);
    await until(() => received().includes("body_too_large"));
    expect(received()).toMatch(/^HTTP\/1\.1 413 /u);
    socket.destroy();
  });

  it("refuses a body whose length is over the limit, and broken JSON", async () => {
    const { url } = await start();
    const large = await fetch(`${url}/ask`, askInit({ question: "x", extra: "y".repeat(70_000) }));
    expect((await problemIn(large)).code).toBe("body_too_large");
    const broken = await fetch(`${url}/ask`, { ...askInit({}), body: '{"question": "x"' });
    expect((await problemIn(broken)).code).toBe("invalid_json");
    expect((await fetch(`${url}/ask`, askInit({ question: "x" }))).status).toBe(200);
  });

  it("survives a client that goes away in the middle of its body", async () => {
    const { url } = await start();
    const { socket } = open(url);
    socket.write(`${HEAD}Content-Length: 100\r\n\r\n{"question":`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  it("cuts off clients that are too slow with their headers or their body", async () => {
    const { url } = await start({
      clientLimits: { headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 50 },
    });
    for (const beginning of [
      "POST /ask HTTP/1.1\r\nHost: loc",
      `${HEAD}Content-Length: 100\r\n\r\n{"question":`,
    ]) {
      const { socket, received, ended } = open(url);
      socket.write(beginning);
      await ended;
      expect(received()).toMatch(/^HTTP\/1\.1 408 /u);
    }
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  it("takes a body that comes in pieces", async () => {
    const { url } = await start();
    const { socket, received } = open(url);
    socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`);
    for (const piece of ['{"quest', 'ion": "caf\\u00e9', '?"}']) {
      socket.write(`${piece.length.toString(16)}\r\n${piece}\r\n`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    socket.write("0\r\n\r\n");
    await until(() => received().includes('"standaloneQuestion":"café?"'));
    socket.destroy();
  });

  it("stops the work when a client closes its stream, or its request", async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const assistant = createFakeAssistant({
      pause: (signal) => {
        signals.push(signal);
        return new Promise(() => undefined);
      },
    });
    const { url } = await start({ assistant: Promise.resolve(assistant) });
    for (const accept of ["text/event-stream", "application/json"]) {
      const client = new AbortController();
      const pending = fetch(`${url}/ask`, {
        ...askInit({ question: "x" }, { Accept: accept }),
        signal: client.signal,
      }).then((response) => response.text());
      const seen = signals.length;
      await until(() => signals.length > seen);
      expect(signals.at(-1)?.aborted).toBe(false);
      client.abort();
      await expect(pending).rejects.toThrow();
      await until(() => signals.at(-1)?.aborted === true);
    }
  });

  it("refuses what is no HTTP and headers that are too large, and goes on", async () => {
    const { url } = await start();
    const nonsense = open(url);
    nonsense.socket.write("HELLO\r\n\r\n");
    await nonsense.ended;
    expect(nonsense.received()).toMatch(/^HTTP\/1\.1 400 /u);
    const large = open(url);
    large.socket.write(`GET /health HTTP/1.1\r\nHost: localhost\r\nX-Large: ${"x".repeat(20_000)}\r\n\r\n`);
    await large.ended;
    expect(large.received()).toMatch(/^HTTP\/1\.1 431 /u);
    const strange = open(url);
    strange.socket.write("GET /health HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n");
    await strange.ended;
    expect(strange.received()).toMatch(/^HTTP\/1\.1 400 /u);
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  it("limits each client by its address, or by what the trusted proxy says", async () => {
    const limited = await start({ env: { RATE_LIMIT_PER_MINUTE: "2" } });
    const search = (url: string, forwarded: string) =>
      fetch(`${url}/search?q=x`, { headers: { "X-Forwarded-For": forwarded } });
    const statuses = async (url: string, forwarded: string[]): Promise<number[]> => {
      const out: number[] = [];
      for (const address of forwarded) out.push((await search(url, address)).status);
      return out;
    };
    expect(await statuses(limited.url, ["10.0.0.1", "10.0.0.2", "10.0.0.3"])).toEqual([200, 200, 429]);
    const behind = await start({ env: { RATE_LIMIT_PER_MINUTE: "1", TRUST_PROXY: "true" } });
    const claims = ["9.9.9.9, 10.0.0.1", "8.8.8.8, 10.0.0.1", "9.9.9.9, 10.0.0.2"];
    expect(await statuses(behind.url, claims)).toEqual([200, 429, 200]);
  });
});
