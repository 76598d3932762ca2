import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fakeConversations, fakeFeedback } from "../../ports/fake-memory.fixture.ts";
import { problemIn, testApp } from "../test-app.fixture.ts";

const content = z.record(z.string(), z.object({ schema: z.unknown() }));
const operation = z.object({
  summary: z.string(),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: content.optional() })),
});
const openApi = z.object({
  openapi: z.string(),
  servers: z.array(z.object({ url: z.string() })),
  components: z.object({ schemas: z.record(z.string(), z.looseObject({})) }),
  paths: z.record(z.string(), z.record(z.string(), operation)),
});

async function description(publicUrl = "") {
  const response = await testApp({ settings: { publicUrl } }).app.request("/openapi.json");
  return openApi.parse(await response.json());
}

describe("health, readiness and metrics", () => {
  it("lives before it is ready", async () => {
    const { app } = testApp({ assistant: () => null });
    const health = await app.request("/health");
    expect([health.status, await health.json()]).toEqual([200, { status: "ok" }]);
    const ready = await app.request("/ready");
    expect(ready.headers.get("Retry-After")).toBe("2");
    expect(await problemIn(ready)).toMatchObject({ status: 503, code: "index_not_ready" });
  });

  it("is ready with the facts of its index", async () => {
    const response = await testApp().app.request("/ready");
    expect(await response.json()).toEqual({
      status: "ready",
      index: "index-1",
      encoder: "fake@8",
      passages: 21,
      features: { conversations: false, feedback: false, rateLimit: false, slack: false },
    });
  });

  it("says what is optional and set up", async () => {
    const on = testApp({
      memory: { conversations: fakeConversations(), feedback: fakeFeedback() },
      rateLimiter: { take: () => Promise.resolve({ allowed: true, retryAfterSeconds: 0 }) },
      slack: () => Promise.resolve(new Response()),
    });
    expect(await (await on.app.request("/ready")).json()).toMatchObject({
      features: { conversations: true, feedback: true, rateLimit: true, slack: true },
    });
  });

  it("shows the metrics as they are rendered", async () => {
    const response = await testApp().app.request("/metrics");
    expect(response.headers.get("Content-Type")).toBe("text/plain; version=0.0.4");
    expect(await response.text()).toBe("up 1\n");
  });
});

describe("GET /openapi.json", () => {
  it("describes every address of the service by OpenAPI 3.1", async () => {
    const { openapi, paths } = await description();
    expect(openapi).toBe("3.1.0");
    expect(Object.keys(paths).toSorted()).toEqual([
      "/ask",
      "/conversations/{id}",
      "/feedback",
      "/health",
      "/metrics",
      "/passages/{id}",
      "/ready",
      "/search",
    ]);
  });

  it("describes both kinds of answer and each error as a problem", async () => {
    const { paths, components } = await description();
    const ask = paths["/ask"]?.["post"];
    expect(Object.keys(ask?.responses["200"]?.content ?? {})).toEqual([
      "application/json",
      "text/event-stream",
    ]);
    expect(Object.keys(ask?.responses ?? {})).toEqual(["200", "400", "413", "415", "429", "503", "504"]);
    for (const [status, response] of Object.entries(ask?.responses ?? {})) {
      if (status === "200") continue;
      expect(response.content, status).toEqual({
        "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
      });
    }
    expect(Object.keys(components.schemas).toSorted()).toEqual([
      "Answer",
      "Citation",
      "Feedback",
      "NearestPassage",
      "Passage",
      "PassageView",
      "Problem",
      "Question",
      "Readiness",
      "SearchResults",
    ]);
  });

  it("refers only to what it defines", async () => {
    const document = await description();
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/gu)];
    expect(refs.length).toBeGreaterThan(5);
    for (const ref of refs) expect(document.components.schemas).toHaveProperty([ref[1] ?? ""]);
  });

  it("names the address it is reached at", async () => {
    expect((await description()).servers).toEqual([{ url: "/" }]);
    expect((await description("https://ask.example")).servers).toEqual([{ url: "https://ask.example" }]);
  });
});

describe("GET /docs", () => {
  it("loads nothing from elsewhere and runs no inline script", async () => {
    const response = await testApp().app.request("/docs");
    const page = await response.text();
    const loaded = [...page.matchAll(/<(?:script|link)[^>]* (?:src|href)="([^"]*)"/gu)].map(
      (match) => match[1],
    );
    expect(loaded).toEqual([
      "data:,",
      "docs/swagger-ui.css",
      "docs/swagger-ui-bundle.js",
      "docs/initializer.js",
    ]);
    expect(page).not.toMatch(/<script(?![^>]* src=)|<style| on[a-z]+=/u);
    expect(response.headers.get("Content-Security-Policy")).toContain("script-src 'self'");
  });

  it("serves its assets and its starter, and no other files", async () => {
    const { app } = testApp();
    expect((await app.request("/docs/swagger-ui.css")).headers.get("Content-Type")).toBe(
      "text/css; charset=utf-8",
    );
    expect(await (await app.request("/docs/initializer.js")).text()).toContain('url: "openapi.json"');
    for (const name of ["package.json", "..%2fpackage.json", "%00"]) {
      expect((await problemIn(await app.request(`/docs/${name}`))).code).toBe("not_found");
    }
  });
});
