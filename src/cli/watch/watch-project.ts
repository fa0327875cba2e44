import { requireKnown } from "../../app/selection.ts";
import { startLocalSandbox } from "../../app/watch/local-sandbox.ts";
import type { PageView } from "../../app/watch/page-view.ts";
import { requireSandbox } from "../../app/watch/sandbox-only.ts";
import { WatchSession } from "../../app/watch/watch-session.ts";
import type { Project } from "../../model/project.ts";
import type { WatchReport } from "../../model/watch.ts";
import { makePalette } from "../../report/text/palette.ts";
import type { CommandContext } from "../command-context.ts";
import { codeOfStop, EXIT, exitCode } from "../exit-code.ts";
import { Interruption } from "../interruption.ts";
import { type Key, readKeys } from "./keyboard.ts";
import { textView } from "./text-view.ts";

export interface WatchOptions {
  readonly once?: boolean;
  readonly apply?: boolean;
  readonly sandbox?: boolean;
  readonly ui?: boolean;
  readonly port: number;
  readonly limit: number;
  readonly key: readonly string[];
}

/** Looks after a project until somebody ends it, or once. Answers the exit code. */
export async function watchProject(
  context: CommandContext,
  only: readonly string[],
  options: WatchOptions,
): Promise<number> {
  const isOnce = options.once === true || isCi(context);
  const takesKeys = !isOnce && hasTerminal(context);
  const view = textView(context, { keys: takesKeys ? keysText(context) : undefined });
  const sandbox = options.sandbox === true ? await startLocalSandbox() : undefined;
  const aim = (project: Project) => sandbox?.aim(project) ?? project;
  const ending = new Ending();
  let page: PageView | undefined;
  const session = new WatchSession(
    context,
    { only, limit: options.limit, keys: options.key, apply: options.apply === true, aim },
    (shown) => {
      view.show(shown);
      page?.show(shown);
    },
    (error) => ending.fail(error),
  );
  try {
    const project = await session.load();
    requireKnown(project, only);
    if (options.apply === true) await requireSandbox(aim(project));
    if (isOnce) return codeOf((await session.once()).report);
    if (options.ui === true) {
      const { pageView } = await import("../../app/watch/page-view.ts");
      page = await pageView(context, options.port, (request) => session.ask(request));
      view.introduce(`The page: ${page.url}`);
    }
    if (sandbox !== undefined) {
      view.introduce(`The sandbox: ${sandbox.url}/_sandbox/ (it goes when this command ends)`);
    }
    return await untilEnded(context, session, project, ending, takesKeys);
  } finally {
    await session.close();
    await page?.close();
    await sandbox?.close();
  }
}

async function untilEnded(
  { io, clock, output }: CommandContext,
  session: WatchSession,
  project: Project,
  ending: Ending,
  takesKeys: boolean,
): Promise<number> {
  const interruption = new Interruption(io, clock, (text) => {
    if (session.isRunning) output.remark(text);
  });
  interruption.signal.addEventListener("abort", () => ending.end(interruption.code ?? EXIT.interrupted));
  const press = (key: Key): void => {
    if (key === "quit") ending.end(EXIT.done);
    // The terminal makes no signal of it in raw mode; from here on it is one, and a second one leaves at once.
    else if (key === "interrupt") process.kill(io.pid, "SIGINT");
    else session.ask({ kind: key });
  };
  const restore = takesKeys ? readKeys(io.stdin, press) : undefined;
  try {
    await session.start(project);
    const code = await ending.code;
    // While a run that is on comes to its end, a second signal still leaves at once.
    await session.close();
    return code;
  } finally {
    restore?.();
    interruption.dispose();
  }
}

/** How it ends: with a code or an error, whichever comes first. */
class Ending {
  readonly code: Promise<number>;
  end: (code: number) => void = () => undefined;
  fail: (error: unknown) => void = () => undefined;

  constructor() {
    this.code = new Promise((resolve, reject) => {
      this.end = resolve;
      this.fail = reject;
    });
    // Whoever waits for it meets the error; before that nobody does.
    this.code.catch(() => undefined);
  }
}

/** As of the commands that do one of these things alone. */
function codeOf({ snapshot, apply }: WatchReport): number {
  const { diagnostics, syncs } = snapshot;
  const samples = syncs.map(({ sample }) => sample);
  const rows = samples.flatMap((sample) => (sample.kind === "unread" ? [] : sample.rows));
  return exitCode([
    diagnostics.some(({ severity }) => severity === "error") ? EXIT.definition : EXIT.done,
    samples.some(({ kind }) => kind === "failed") ? EXIT.environment : EXIT.done,
    syncs.some(({ tests }) => tests.some(({ ok }) => !ok)) ? EXIT.failure : EXIT.done,
    rows.some(({ result }) => result.kind === "reject") ? EXIT.rejected : EXIT.done,
    ...codesOfApply(apply),
  ]);
}

function codesOfApply(apply: WatchReport["apply"]): readonly number[] {
  if (apply?.kind === "failed") return [EXIT.environment];
  if (apply?.kind !== "applied") return [];
  const { stop, status } = apply.report;
  return [
    stop === undefined ? EXIT.done : codeOfStop(stop.kind),
    status === "partial" ? EXIT.rejected : EXIT.done,
  ];
}

function isCi({ io }: CommandContext): boolean {
  return !["", "0", "false"].includes(io.env["CI"] ?? "");
}

function hasTerminal({ io }: CommandContext): boolean {
  return io.stdin.isTTY === true && io.stdout.isTTY === true && io.env["TERM"] !== "dumb";
}

function keysText({ output }: CommandContext): string {
  const { faint, title } = makePalette(output.colour);
  const keys = [
    ["a", "all"],
    ["p", "plan now"],
    ["t", "tests"],
    ["enter", "again"],
    ["q", "quit"],
  ];
  return keys.map(([key = "", does = ""]) => `${title(key)} ${faint(does)}`).join(faint("  ·  "));
}
