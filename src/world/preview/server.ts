import type { Server } from "node:http";
import { serve } from "@hono/node-server";

/** A server that listens. */
export interface Listening {
  readonly port: number;
  /** Ends it at once, with all that are connected. */
  readonly close: () => Promise<void>;
}

/** How requests are answered. */
export type Answer = (request: Request) => Response | Promise<Response>;

const HOST = "127.0.0.1";
/** Where the search for a free port begins, and how many are tried. */
const FIRST_PORT = 4021;
const TRIED = 40;

/**
 * Listens on this machine alone: at the port asked for, or at the first free one. Null when the port asked for, or every one that was
 * tried, is in use.
 */
export async function listen(answer: Answer, port: number | null): Promise<Listening | null> {
  const ports = port === null ? Array.from({ length: TRIED }, (_, index) => FIRST_PORT + index) : [port];
  for (const candidate of ports) {
    const server = await tryPort(answer, candidate);
    if (server) return listening(server);
  }
  return null;
}

function tryPort(answer: Answer, port: number): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: answer, hostname: HOST, port }, () => resolve(server)) as Server;
    server.once("error", (cause: NodeJS.ErrnoException) => {
      if (cause.code === "EADDRINUSE" || cause.code === "EACCES") resolve(null);
      else reject(cause);
    });
  });
}

function listening(server: Server): Listening {
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
