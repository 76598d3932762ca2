import type { Server } from "node:net";
import { AppError } from "../domain/errors.ts";

/**
 * Binds a server and resolves with its address once it listens.
 * @throws AppError `config_invalid` naming the setting to change.
 */
export function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException): void => {
      reject(new AppError("config_invalid", explain(error, host, port), { cause: error }));
    };
    server.once("error", refuse);
    server.listen(port, host, () => {
      server.off("error", refuse);
      const address = server.address();
      const bound = address !== null && typeof address === "object" ? address.port : port;
      resolve(`http://${host.includes(":") ? `[${host}]` : host}:${bound}`);
    });
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case "EADDRINUSE":
      return `PORT ${port} on ${host} is already in use: stop the other program or set another PORT`;
    case "EACCES":
      return `PORT ${port} needs rights that this process has not: set PORT to 1024 or more`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `HOST ${host} is no address of this machine: set HOST to 127.0.0.1, 0.0.0.0 or one that is`;
    default:
      return `cannot listen on ${host}:${port} (${error.code ?? error.message}): set HOST and PORT`;
  }
}
