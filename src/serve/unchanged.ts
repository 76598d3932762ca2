import type { MiddlewareHandler } from "hono";
import { etag, RETAINED_304_HEADERS } from "hono/etag";

/**
 * Answers 304 to those who have what would be sent. A browser takes the headers of a 304 for those of what it has (RFC 9111,
 * section 3.2), so the policies of the response go along: without, those for everything else would hold for it.
 */
export function unchanged(): MiddlewareHandler {
  return etag({
    retainedHeaders: [
      ...RETAINED_304_HEADERS,
      "content-security-policy",
      "cross-origin-resource-policy",
      "access-control-allow-origin",
    ],
  });
}
