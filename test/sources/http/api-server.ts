import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export interface SeenRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface ApiServer {
  readonly url: string;
  readonly requests: readonly SeenRequest[];
}

export type Handler = (request: SeenRequest, response: ServerResponse, count: number) => void;

/** A real server on this machine until the test ends. `count` numbers the requests from 1. */
export async function serve(handler: Handler): Promise<ApiServer> {
  const requests: SeenRequest[] = [];
  const server = createServer(async (incoming, response) => {
    let body = "";
    for await (const chunk of incoming) body += chunk;
    const { method = "", url = "", headers } = incoming;
    const seen = { method, url, query: new URL(url, "http://x").searchParams, headers, body };
    requests.push(seen);
    handler(seen, response, requests.length);
  });
  return { url: await listen(server), requests };
}

/** A server that answers every connection with raw bytes; `reply` decides when the connection ends. */
export async function serveRaw(reply: (socket: Socket) => void): Promise<string> {
  const server = createSocketServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => reply(socket));
  });
  return listen(server);
}

async function listen(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export function json(response: ServerResponse, value: unknown, headers: Record<string, string> = {}): void {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  response.writeHead(200, { "content-type": "application/json", ...headers }).end(text);
}
