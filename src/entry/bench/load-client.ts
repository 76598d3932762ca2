import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { z } from "zod";

const resultSchema = z.object({
  /** Milliseconds of each request, as the client saw it. */
  durations: z.array(z.number()),
  /** Milliseconds of the whole run. */
  elapsed: z.number(),
});
export type LoadResult = z.infer<typeof resultSchema>;
const messageSchema = z.tuple([resultSchema]);

export interface LoadClient {
  /** Sends every question over `connections` kept-alive connections, each taking the next when it has its answer. */
  run(questions: readonly string[], connections: number): Promise<LoadResult>;
  close(): Promise<void>;
}

/**
 * The client runs on a thread of its own, so that its work is not counted as the server's. To a Worker each request comes from
 * another client: its limit of requests for one is not what is measured. A 503 is asked again once: wrangler's proxy answers so
 * when it meets a connection that workerd has closed.
 */
const CLIENT = `
const { Agent, request } = require("node:http");
const { parentPort, workerData } = require("node:worker_threads");
const agent = new Agent({ keepAlive: true });
let sent = 0;
const nextClient = () => "10." + [sent >> 16, sent >> 8, sent++].map((n) => n & 255).join(".");
const post = (question, again = true) => new Promise((resolve, reject) => {
  const body = JSON.stringify({ question });
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body), "cf-connecting-ip": nextClient() };
  const call = request(workerData + "/ask", { method: "POST", agent, headers }, (response) => {
    response.resume();
    response.on("error", reject);
    response.on("end", () => response.statusCode === 200 ? resolve() : again && response.statusCode === 503 ? resolve(post(question, false)) : reject(new Error("/ask answered " + response.statusCode)));
  });
  call.on("error", reject);
  call.end(body);
});
parentPort.on("message", async ({ questions, connections }) => {
  const durations = [];
  const queue = questions.values();
  const lane = async () => {
    for (const question of queue) {
      const before = performance.now();
      await post(question);
      durations.push(performance.now() - before);
    }
  };
  const before = performance.now();
  await Promise.all(Array.from({ length: connections }, lane));
  parentPort.postMessage({ durations, elapsed: performance.now() - before });
});
`;

/** Starts a client of the server at `url`. A request that is not answered with 200 ends the run with its error. */
export function createLoadClient(url: string): LoadClient {
  const worker = new Worker(CLIENT, { eval: true, workerData: url });
  return {
    run: async (questions, connections) => {
      const answer = once(worker, "message");
      worker.postMessage({ questions, connections });
      return messageSchema.parse(await answer)[0];
    },
    close: async () => {
      await worker.terminate();
    },
  };
}
