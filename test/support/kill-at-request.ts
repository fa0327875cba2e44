import type { FaultMatch } from "../../src/sandbox/fault.ts";
import type { Sandbox } from "../../src/sandbox/start-sandbox.ts";
import { type CliOptions, ended, startCli } from "./cli.ts";

/** A command that is killed while the sandbox holds a request of it: before Planhat acts, or before it answers. */
export async function killAtRequest(
  sandbox: Sandbox,
  argv: readonly string[],
  options: CliOptions,
  { match, at }: { readonly match: FaultMatch; readonly at: "beforeCommit" | "afterCommit" },
): Promise<void> {
  const fault = sandbox.faults.add({ match, times: 1, action: { kind: "slow", at } });
  const child = startCli(argv, options);
  const over = ended(child);
  await fault.reached;
  child.kill("SIGKILL");
  await over;
  fault.release();
}
