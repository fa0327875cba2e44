import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";

export interface EditorDiagnostic {
  readonly message: string;
  /** From 0, as the protocol counts. */
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

/** What an editor gets from the server for one open file. Lines and characters count from 0. */
export interface OpenFile {
  readonly diagnostics: readonly EditorDiagnostic[];
  /** Labels of what may stand at the place. */
  complete(line: number, character: number): Promise<readonly CompletionItem[]>;
  /** Markdown; undefined where there is none. */
  hover(line: number, character: number): Promise<string | undefined>;
}

export interface CompletionItem {
  readonly label: string;
  readonly insertText?: string;
  readonly documentation?: string | { readonly value: string };
}

export interface LanguageServer {
  open(path: string, text: string): Promise<OpenFile>;
}

const BIN = resolve("node_modules/yaml-language-server/bin/yaml-language-server");

/** The YAML language server itself, as VS Code and its kin run it, with a project folder open. Gone when the test ends. */
export async function startLanguageServer(dir: string): Promise<LanguageServer> {
  const child = spawn(process.execPath, [BIN, "--stdio"], { cwd: dir, stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => void child.kill());
  const connection = new Connection((message) => child.stdin.write(message));
  child.stdout.on("data", (chunk: Buffer) => connection.receive(chunk));
  await connection.request("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(dir).href,
    workspaceFolders: [{ uri: pathToFileURL(dir).href, name: "project" }],
    capabilities: {
      workspace: { configuration: true },
      textDocument: {
        completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
        hover: { contentFormat: ["markdown"] },
        publishDiagnostics: {},
      },
    },
  });
  connection.notify("initialized", {});
  return { open: (path, text) => open(connection, pathToFileURL(join(dir, path)).href, text) };
}

async function open(connection: Connection, uri: string, text: string): Promise<OpenFile> {
  const published = connection.diagnosticsOf(uri);
  connection.notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
  const textDocument = { uri };
  return {
    diagnostics: await published,
    complete: async (line, character) => {
      const params = { textDocument, position: { line, character } };
      const list = (await connection.request("textDocument/completion", params)) as {
        items: CompletionItem[];
      };
      return list.items;
    },
    hover: async (line, character) => {
      const params = { textDocument, position: { line, character } };
      const found = (await connection.request("textDocument/hover", params)) as Hover | null;
      return found?.contents.value;
    },
  };
}

interface Hover {
  readonly contents: { readonly value: string };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri?: string; readonly items?: readonly { readonly section?: string }[] };
  readonly result?: unknown;
}

/** The protocol: JSON-RPC behind a header that tells the length. */
class Connection {
  readonly #write: (text: string) => void;
  #buffer = Buffer.alloc(0);
  #next = 1;
  readonly #pending = new Map<number, (result: unknown) => void>();
  readonly #waiting = new Map<string, (found: readonly EditorDiagnostic[]) => void>();

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  request(method: string, params: unknown): Promise<unknown> {
    const id = this.#next++;
    return new Promise((done) => {
      this.#pending.set(id, done);
      this.#send({ id, method, params });
    });
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  diagnosticsOf(uri: string): Promise<readonly EditorDiagnostic[]> {
    return new Promise((done) => this.#waiting.set(uri, done));
  }

  receive(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const end = this.#buffer.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.toString("latin1", 0, end))?.[1]);
      if (this.#buffer.length < end + 4 + length) return;
      const message: Message = JSON.parse(this.#buffer.toString("utf8", end + 4, end + 4 + length));
      this.#buffer = this.#buffer.subarray(end + 4 + length);
      this.#handle(message);
    }
  }

  #handle(message: Message): void {
    const { id, method, params, result } = message;
    if (method === undefined) {
      if (id !== undefined) this.#pending.get(id)?.(result);
    } else if (method === "textDocument/publishDiagnostics") {
      const { uri = "", diagnostics } = params as { uri?: string; diagnostics: readonly EditorDiagnostic[] };
      this.#waiting.get(uri)?.(diagnostics);
    } else if (id !== undefined) {
      const settings = params?.items?.map(({ section }) => (section === "yaml" ? YAML_SETTINGS : {}));
      this.#send({ id, result: method === "workspace/configuration" ? settings : null });
    }
  }

  #send(message: object): void {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }
}

/** An editor's defaults, but for the catalogue of schemas on the internet. */
const YAML_SETTINGS = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };
