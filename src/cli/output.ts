import { makeRedact, type Redact } from "../model/redact.ts";
import type { Io, Sink } from "./io.ts";

/**
 * All that a command prints. Results go to stdout, progress and remarks to stderr; every byte passes the redaction.
 * A reader that went away (`| head`) ends the printing, not the work.
 */
export class Output {
  readonly #stdout: Pipe;
  readonly #stderr: Pipe;
  #redact: Redact = (text) => text;
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

  /** From now on none of these reaches a reader. */
  hide(secrets: Iterable<string>): void {
    this.#redact = makeRedact(secrets);
  }

  get redact(): Redact {
    return this.#redact;
  }

  result(text: string): void {
    this.#stdout.write(this.#redact(ended(text)));
  }

  remark(text: string): void {
    this.#stderr.write(this.#redact(ended(text)));
  }
}

/** One stream, until its reader is gone. */
class Pipe {
  readonly #sink: Sink;
  #open = true;

  constructor(sink: Sink) {
    this.#sink = sink;
    sink.on("error", () => {
      this.#open = false;
    });
  }

  write(text: string): void {
    if (this.#open && text !== "") this.#sink.write(text);
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
