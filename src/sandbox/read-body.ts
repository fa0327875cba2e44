import type { IncomingMessage } from "node:http";
import type { Json } from "../model/json.ts";
import { Refusal } from "./reply.ts";

/**
 * The whole body as text. Above `most` bytes it is still read to its end, so that the refusal reaches a client that
 * sends before it listens. Throws a Refusal (413).
 */
export async function readBody(request: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= most) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (bytes > most) throw new Refusal(413, "request entity too large");
  return Buffer.concat(chunks).toString("utf8");
}

/** Throws a Refusal (400) for a body that is not JSON. */
export function parseBody(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new Refusal(400, "the body is not JSON");
  }
}
