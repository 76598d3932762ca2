import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createFakeSlack, type FakeSlackCalls, type SlackFault } from "./fake-slack-calls.fixture.ts";

export { TOKEN, type SlackFault } from "./fake-slack-calls.fixture.ts";
export { eventRequest, formRequest, signed, SIGNING_SECRET } from "./signed-request.fixture.ts";

export interface FakeSlack extends Omit<FakeSlackCalls, "handle"> {
  /** Of the Web API. */
  readonly apiUrl: string;
  responseUrl(): string;
  close(): void;
}

/** A Slack on loopback. */
export async function startFakeSlack(fault: SlackFault = () => null): Promise<FakeSlack> {
  const { handle, ...seen } = createFakeSlack(fault);
  const listener = getRequestListener(handle);
  const server = createServer((request, response) => void listener(request, response)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the fake Slack has no port");
  const base = `http://127.0.0.1:${address.port}`;
  return {
    ...seen,
    apiUrl: `${base}/api/`,
    responseUrl: () => `${base}/respond`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
