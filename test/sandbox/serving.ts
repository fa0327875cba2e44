import { Agent, request } from "undici";
import { onTestFinished } from "vitest";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import { isJsonObject, type Json, type JsonObject } from "../../src/model/json.ts";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../src/sandbox/start-sandbox.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The body, parsed; undefined where it is not JSON. */
  readonly json: Json | undefined;
  /** What an error says, in either form of error bodies. */
  readonly said: string;
}

export interface Serving {
  readonly sandbox: Sandbox;
  /** One call with the token, which `headers` may replace. */
  call(method: string, path: string, body?: Json | Buffer, headers?: Record<string, string>): Promise<Answer>;
  /** A bulk write: status and answer. */
  put(
    path: string,
    items: readonly Json[],
  ): Promise<{ readonly status: number; readonly answer: JsonObject }>;
}

/** Wide enough that no test meets a limit by accident. */
export const NO_LIMITS = { callsPerMinute: 1_000_000, callsPerSecond: 1_000_000, parallel: 1_000_000 };

/** A sandbox for one test, with a clock that stands still. */
export async function serve(options: Partial<SandboxOptions> = {}): Promise<Serving> {
  const sandbox = await startSandbox({
    objectTypes: OBJECT_TYPES,
    limits: NO_LIMITS,
    now: () => Date.UTC(2026, 0, 1),
    ...options,
  });
  const dispatcher = new Agent();
  onTestFinished(async () => {
    await sandbox.close();
    await dispatcher.destroy();
  });

  async function call(
    method: string,
    path: string,
    body?: Json | Buffer,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await request(sandbox.url + path, {
      method,
      dispatcher,
      headers: { authorization: `Bearer ${sandbox.token}`, "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
    });
    const text = await response.body.text();
    const json = parsed(text);
    const said = isJsonObject(json) && typeof json["error"] === "string" ? json["error"] : text;
    return { status: response.statusCode, headers: response.headers, text, json, said };
  }

  return {
    sandbox,
    call,
    put: async (path, items) => {
      const { status, json } = await call("PUT", path, items);
      return { status, answer: json as JsonObject };
    },
  };
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
