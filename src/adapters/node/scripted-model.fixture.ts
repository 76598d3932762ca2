import { createServer, type Server } from "node:http";
import { text as bodyText } from "node:stream/consumers";
import { z } from "zod";

const requestSchema = z.object({ messages: z.array(z.object({ content: z.string() })) });

/** What the scripted model says to its nth prompt, from 1; a number is an HTTP status, null no reply at all. */
export type Script = (prompt: string, call: number) => string | number | null;

export interface ScriptedModel {
  /** An OpenAI-compatible endpoint on loopback. */
  readonly baseUrl: string;
  /** What it was asked, in order. */
  readonly prompts: readonly string[];
  close(): void;
}

/** Starts a model that follows a script. */
export async function startScriptedModel(script: Script): Promise<ScriptedModel> {
  const prompts: string[] = [];
  const server: Server = createServer((request, response) => {
    void bodyText(request).then((body) => {
      const { messages } = requestSchema.parse(JSON.parse(body));
      const prompt = messages.map(({ content }) => content).join("\n");
      prompts.push(prompt);
      const said = script(prompt, prompts.length);
      if (said === null) return;
      response.writeHead(typeof said === "number" ? said : 200, { "content-type": "application/json" });
      const message = { role: "assistant", content: said };
      const reply = { id: "1", object: "chat.completion", created: 1, model: "scripted" };
      response.end(
        JSON.stringify(
          typeof said === "number"
            ? { error: { message: "no" } }
            : { ...reply, choices: [{ index: 0, message, finish_reason: "stop" }], usage: {} },
        ),
      );
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the endpoint has no port");
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    prompts,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
