import type { Server } from "node:http";

/** How often connections that have fallen idle are closed while waiting. */
const SWEEP_MS = 50;

/** Takes no more connections, waits for the requests in flight, and after `limitMs` cuts off those that remain. */
export async function closeGracefully(server: Server, limitMs: number): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  // A kept-alive connection that was busy when closing began would hold the server open.
  const sweep = setInterval(() => {
    server.closeIdleConnections();
  }, SWEEP_MS);
  const limit = setTimeout(() => {
    server.closeAllConnections();
  }, limitMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(limit);
}
