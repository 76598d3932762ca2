import { describe, expect, it } from "vitest";
import { createApp } from "../create-app.ts";
import { problemIn, testDeps } from "../test-app.fixture.ts";

const app = createApp(testDeps().deps);

describe("GET /", () => {
  it("has the widget, and may load its script and ask", async () => {
    const response = await app.request("/");
    const text = await response.text();
    expect(text).toContain("<ask-the-report");
    expect(text).toContain('<script type="module" src="widget.js">');
    expect(response.headers.get("Content-Security-Policy")).toMatch(/script-src 'self'.*connect-src 'self'/u);
  });

  it("is there while the index is loaded", async () => {
    const loading = createApp(testDeps({ assistant: () => null }).deps);
    expect((await loading.request("/")).status).toBe(200);
  });
});

describe("GET /report/search", () => {
  it("shows what was found, with what was asked as text", async () => {
    const found = await app.request("/report/search?q=%3Cb%3Ehomicide");
    const text = await found.text();
    expect(found.status).toBe(200);
    expect(text).toContain("&lt;b&gt;homicide");
    expect(text).toMatch(/<a href="report#p-/u);
    expect(found.headers.get("Content-Security-Policy")).not.toContain("script-src");
  });

  it("shows the box for no words", async () => {
    expect(await (await app.request("/report/search")).text()).toContain('name="q"');
  });
});

describe("GET /widget.js", () => {
  it("is 404 when it is not built, and says how it is", async () => {
    const response = await app.request("/widget.js");
    expect(response.status).toBe(404);
    expect((await problemIn(response)).detail).toContain("npm run build:widget");
  });

  it("may be loaded by pages of any origin", async () => {
    const assets = {
      get: () => Promise.resolve({ body: new TextEncoder().encode("1"), contentType: "text/javascript" }),
    };
    const response = await createApp(testDeps({ assets }).deps).request("/widget.js");
    expect(response.status).toBe(200);
    expect(response.headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
  });
});
