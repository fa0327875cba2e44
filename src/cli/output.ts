import { fstatSync, writeSync } from "node:fs";
import { createRedaction, type Redaction } from "../app/redaction.ts";
import type { Redact } from "../model/redact.ts";
import type { Io, Sink } from "./io.ts";

/**
 * All that a command prints. Results go to stdout, progress and remarks to stderr; every byte passes the redaction.
 * A reader that went away (`| head`) ends the printing, not the work; a disk that is full does too, and is told.
 */
export class Output implements Redaction {
  readonly #stdout: Pipe;
  readonly #stderr: Pipe;
  readonly #redaction = createRedaction();
  readonly colour: boolean;
  /** For stderr, where progress goes. */
  readonly errColour: boolean;
  readonly width: number;
  readonly interactive: boolean;

  constructor(io: Io, options: { readonly colour: boolean }) {
    this.#stdout = new Pipe(io.stdout);
    this.#stderr = new Pipe(io.stderr);
    this.colour = options.colour && wantsColour(io, io.stdout);
    this.errColour = options.colour && wantsColour(io, io.stderr);
    this.width = Math.max(40, Math.min(io.stdout.columns ?? 100, 160));
    this.interactive = io.stderr.isTTY === true && !isCi(io) && io.env["TERM"] !== "dumb";
  }

  /** From now on none of these reaches a reader, nor one that was hidden before. */
  hide(secrets: Iterable<string>): void {
    this.#redaction.hide(secrets);
  }

  /** Takes out what is hidden by the time of its call. */
  get redact(): Redact {
    return this.#redaction.redact;
  }

  /** Data without what is hidden: what every format, file and page is made of. */
  clean<T>(view: T): T {
    return this.#redaction.clean(view);
  }

  /** See Redactor. */
  readonly holdsSecret = (text: string): boolean => this.#redaction.holdsSecret(text);

  /** Why stdout has taken only a part; undefined where it took all, or its reader wanted no more. */
  get cutShort(): string | undefined {
    const code = this.#stdout.failure;
    return code === "EPIPE" ? undefined : code;
  }

  result(text: string): void {
    this.#stdout.write(this.redact(ended(text)));
  }

  remark(text: string): void {
    this.#stderr.write(this.redact(ended(text)));
  }
}

/** One stream, until it takes no more. */
class Pipe {
  readonly #sink: Sink;
  readonly #file: number | undefined;
  #failure: string | undefined;

  constructor(sink: Sink) {
    this.#sink = sink;
    this.#file = sink.fd !== undefined && fstatSync(sink.fd).isFile() ? sink.fd : undefined;
    sink.on("error", (error) => this.#fail(error));
  }

  /** The system's code for why it takes no more. */
  get failure(): string | undefined {
    return this.#failure;
  }

  write(text: string): void {
    if (this.#failure !== undefined || text === "") return;
    if (this.#file === undefined) this.#sink.write(text);
    else this.#writeWhole(this.#file, Buffer.from(text));
  }

  /** Node's own stream to a file says nothing of a write that stored only a part, as on a disk that gets full. */
  #writeWhole(file: number, bytes: Buffer): void {
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    } catch (error) {
      this.#fail(error as Error);
    }
  }

  #fail(error: Error): void {
    this.#failure ??= "code" in error ? String(error.code) : error.name;
  }
}

function isCi(io: Io): boolean {
  const ci = io.env["CI"];
  return ci !== undefined && ci !== "" && ci !== "false" && ci !== "0";
}

function wantsColour(io: Io, sink: Sink): boolean {
  if ((io.env["NO_COLOR"] ?? "") !== "") return false;
  if ((io.env["FORCE_COLOR"] ?? "0") !== "0") return true;
  return sink.isTTY === true && io.env["TERM"] !== "dumb";
}

function ended(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
