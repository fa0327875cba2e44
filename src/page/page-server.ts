import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { PageFile, PageFiles, PageOverview } from "../model/page.ts";
import { Stop } from "../model/stop.ts";

/** What somebody on the page asks for. */
export type PageRequest =
  | { readonly kind: "all" | "again" | "plan" }
  | { readonly kind: "look"; readonly file: string }
  | { readonly kind: "find"; readonly file: string; readonly key: string };

export interface PageServerOptions {
  readonly files: PageFiles;
  /** 0 takes a free one. */
  readonly port: number;
  /** undefined before the first run has ended. */
  readonly overview: () => PageOverview | undefined;
  readonly file: (id: string) => PageFile | undefined;
  readonly onRequest: (request: PageRequest) => void;
}

export interface PageServer {
  /** With the token that opens it. */
  readonly url: string;
  /** Tells every open page that there is something new. */
  update(): void;
  close(): Promise<void>;
}

const LARGEST_REQUEST = 64 * 1024;

/**
 * The page beside `watch`, for this machine and for whoever has its address: it holds a random token. A page that a
 * browser has open elsewhere gets nothing, by the name of the host, the origin and the token.
 */
export async function startPage(options: PageServerOptions): Promise<PageServer> {
  const token = randomBytes(16).toString("base64url");
  const open = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    answer(options, token, open, request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  const port = await listen(server, options.port);
  return {
    url: `http://127.0.0.1:${port}/${token}/`,
    update: () => {
      for (const response of open) sendOverview(response, options.overview());
    },
    close: async () => {
      for (const response of open) response.end();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function answer(
  options: PageServerOptions,
  token: string,
  open: Set<ServerResponse>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(`http://page${request.url ?? "/"}`);
  if (!isOurs(request) || !url.pathname.startsWith(`/${token}/`)) return refuse(response, 404);
  const name = url.pathname.slice(token.length + 2);
  switch (`${request.method} ${name}`) {
    case "GET events":
      return follow(options, open, response);
    case "GET file":
      return sendJson(response, options.file(url.searchParams.get("id") ?? ""));
    case "POST ask": {
      const asked = parse(await bodyOf(request));
      if (asked === undefined) return refuse(response, 400);
      options.onRequest(asked);
      response.writeHead(204).end();
      return;
    }
    default: {
      const asset = request.method === "GET" ? await options.files.read(name) : undefined;
      if (asset === undefined) return refuse(response, 404);
      response.writeHead(200, asset.headers).end(asset.body);
    }
  }
}

/** By its address on this machine, and not from a page of elsewhere: a name that was rebound to us is no such address. */
function isOurs({ headers, socket, method }: IncomingMessage): boolean {
  const here = [`127.0.0.1:${socket.localPort}`, `localhost:${socket.localPort}`];
  if (!here.includes(headers.host ?? "")) return false;
  const { origin } = headers;
  if (origin === undefined) return method === "GET";
  return here.some((host) => origin === `http://${host}`);
}

function follow(options: PageServerOptions, open: Set<ServerResponse>, response: ServerResponse): void {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.write("retry: 500\n\n");
  open.add(response);
  response.once("close", () => open.delete(response));
  sendOverview(response, options.overview());
}

/** A page that does not read is not waited for: it gets the next one. */
function sendOverview(response: ServerResponse, overview: PageOverview | undefined): void {
  if (overview === undefined || response.writableNeedDrain) return;
  response.write(`data: ${JSON.stringify(overview)}\n\n`);
}

function sendJson(response: ServerResponse, value: unknown): void {
  if (value === undefined) {
    refuse(response, 404);
    return;
  }
  response
    .writeHead(200, {
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    })
    .end(JSON.stringify(value));
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-type": "text/plain" }).end();
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_REQUEST) return "";
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parse(text: string): PageRequest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { kind, file, key } = Object(value) as Readonly<Record<string, unknown>>;
  if (kind === "all" || kind === "again" || kind === "plan") return { kind };
  if (typeof file !== "string") return undefined;
  if (kind === "look") return { kind, file };
  return kind === "find" && typeof key === "string" && key !== "" ? { kind, file, key } : undefined;
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const message = `The page cannot listen on port ${port}.`;
      const detail = `The system says: ${cause.code ?? cause.message}.`;
      const fix = "Free the port, or choose another with --port; without it a free one is taken.";
      reject(new Stop("port-taken", message, { detail, fix, cause }));
    });
    server.listen(port, "127.0.0.1", resolve);
  });
  return (server.address() as AddressInfo).port;
}
