import type { ChildProcess } from "node:child_process";
import { onTestFinished } from "vitest";
import { startCli } from "./cli.ts";
import { patient } from "./effort.ts";

/** Far more than a run takes, also on a machine that has much else to do. */
const PATIENCE = patient(60_000);

/** A `watch` that runs as a process of its own. */
export interface Watching {
  readonly child: ChildProcess;
  /** Carries out an edit and answers what is printed up to the next match on stdout. */
  after(edit: () => unknown, shows: RegExp): Promise<string>;
  /** The first match in what was printed to stderr so far, or will be. */
  remark(shows: RegExp): Promise<RegExpExecArray>;
  /** Sends a signal; answers the exit code. */
  end(signal?: "SIGINT" | "SIGTERM"): Promise<number | null>;
}

export interface WatchingOptions {
  readonly dir: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Resolves once the first run was shown; ends with the test. */
export async function startWatching({ dir, args = [], env = {} }: WatchingOptions): Promise<Watching> {
  const child = startCli(["watch", ...args], { dir, env: { CI: "", ...env } });
  const ended = new Promise<number | null>((done) => child.once("close", done));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  const results = new Waiting(child.stdout);
  const remarks = new Waiting(child.stderr);
  const watching: Watching = {
    child,
    after: async (edit, shows) => {
      const from = results.length;
      await edit();
      await results.until(shows, from);
      return results.from(from);
    },
    remark: (shows) => remarks.until(shows, 0),
    end: (signal = "SIGINT") => {
      child.kill(signal);
      return ended;
    },
  };
  await results.until(END_OF_RUN, 0);
  return watching;
}

/** The last line of a run. */
export const END_OF_RUN = / in \d+ syncs? · .*\n/;

class Waiting {
  #text = "";
  #onText: () => void = () => undefined;

  constructor(stream: NodeJS.ReadableStream | null) {
    stream?.setEncoding("utf8");
    stream?.on("data", (text: string) => {
      this.#text += text;
      this.#onText();
    });
  }

  get length(): number {
    return this.#text.length;
  }

  from(at: number): string {
    return this.#text.slice(at);
  }

  until(shows: RegExp, from: number): Promise<RegExpExecArray> {
    return new Promise((done, fail) => {
      const timer = setTimeout(() => {
        fail(new Error(`Nothing matched ${shows} in:\n${this.from(from)}`));
      }, PATIENCE);
      this.#onText = () => {
        const match = shows.exec(this.from(from));
        if (match === null) return;
        clearTimeout(timer);
        this.#onText = () => undefined;
        done(match);
      };
      this.#onText();
    });
  }
}
