import type { Context, MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { secureHeaders } from "hono/secure-headers";
import type { AppEnv, AppSettings } from "./app-deps.ts";

/** Headers for everything; a page that needs another policy sets its own. */
export function securityHeaders(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    // Whether there is TLS is known to the proxy that ends it, not here.
    strictTransportSecurity: false,
    overwrite: false,
  });
}

const PAGE_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
];

/** Policy of HTML pages: own styles and images; own scripts and requests only where `scripts` says so. */
export function pagePolicy(c: Context<AppEnv>, { scripts = false } = {}): void {
  const policy = scripts ? [...PAGE_POLICY, "script-src 'self'", "connect-src 'self'"] : PAGE_POLICY;
  c.header("Content-Security-Policy", policy.join("; "));
}

/** Lets pages of the set origins call the service; null when there are none. */
export function crossOrigin(origins: AppSettings["corsOrigins"]): MiddlewareHandler | null {
  if (origins.length === 0) return null;
  return cors({
    origin: origins === "*" ? "*" : [...origins],
    allowMethods: ["GET", "POST", "DELETE"],
    allowHeaders: ["Content-Type", "X-Request-Id"],
    exposeHeaders: ["X-Request-Id", "Retry-After"],
    maxAge: 600,
  });
}
