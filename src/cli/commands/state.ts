import { hostname } from "node:os";
import { Command, Option } from "commander";
import { holderText } from "../../app/state/holder-text.ts";
import type { LeaseHolder } from "../../model/state-store.ts";
import { Stop } from "../../model/stop.ts";
import { plural } from "../../report/text/amounts.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { type CommandContext, print } from "../command-context.ts";
import { EXIT } from "../exit-code.ts";
import { positiveInteger } from "../options/plan-options.ts";
import { NUMBER, readOptions } from "../options/read-options.ts";

export const stateCommand: RegisterCommand = (wire) => {
  const command = new Command("state").description("inspect and repair the state");
  command
    .command("show")
    .description("what is remembered: of every sync, or of one, record by record")
    .argument("[sync]", "name of a sync")
    .addOption(new Option("--limit <n>", "records shown").default(20).argParser(positiveInteger))
    .addHelpText(
      "after",
      "\nExamples:\n  $ planhat-sync state show\n  $ planhat-sync state show crm-companies --limit 5",
    )
    .action(wire(show));
  command
    .command("forget")
    .description("forget a sync, or one of its records: the next apply compares as if it had never been sent")
    .argument("<sync>", "name of a sync")
    .argument("[key]", "key of one record")
    .addHelpText(
      "after",
      "\nExamples:\n  $ planhat-sync state forget crm-companies\n  $ planhat-sync state forget crm-companies a1",
    )
    .option(
      "--pending",
      "only what was sent and never answered, such as metric points after a lost connection",
    )
    .action(wire(forgetRecords));
  command
    .command("unlock")
    .description("take the lock away from an apply that is gone for good")
    .option("--auto-approve", "do not ask; needed without a terminal")
    .addHelpText("after", "\nExamples:\n  $ planhat-sync state unlock --auto-approve")
    .action(wire(takeLock));
  return command;
};

const show: Run = async (context, [sync], options) => {
  const { limit } = readOptions<{ readonly limit: number }>(options, { limit: NUMBER });
  const { remembered } = await import("../../app/state/remembered.ts");
  const view = await remembered(context, { sync: sync as string | undefined, limit });
  await print(context, "state", context.output.clean(view));
  return EXIT.done;
};

const forgetRecords: Run = async (context, [sync, key], options) => {
  const { forget } = await import("../../app/state/remembered.ts");
  const count = await forget(context, {
    sync: sync as string,
    key: key as string | undefined,
    pending: options["pending"] === true,
  });
  context.output.result(`Forgot ${plural(count, "record")}.`);
  return EXIT.done;
};

const takeLock: Run = async (context, _args, options) => {
  const { output } = context;
  let refusal: number = EXIT.failure;
  const { unlock } = await import("../../app/state/remembered.ts");
  const unlocking = await unlock(context, async (holder, environment) => {
    output.remark(aliveText(holder));
    if (options["autoApprove"] === true) return true;
    const answer = await ask(context, holder, environment);
    if (answer === undefined) refusal = EXIT.interrupted;
    return answer === true;
  });
  switch (unlocking.kind) {
    case "free":
      output.result("Nobody holds the lock.");
      return EXIT.done;
    case "kept":
      return refusal;
    case "broken":
      output.result(`The lock of ${holderText(unlocking.holder)} is gone.`);
      return EXIT.done;
    case "ended":
      output.result("That run has given its lock back itself.");
      return EXIT.done;
    default:
      return unlocking satisfies never;
  }
};

/** A holder that is known to be gone counts as none: this one may be writing right now. */
function aliveText({ host }: LeaseHolder): string {
  return host === hostname()
    ? "That process is running on this machine: end it first, unless it hangs. What it has sent is remembered either way."
    : `Whether it is still running, only ${host} knows.`;
}

async function ask(
  context: CommandContext,
  holder: LeaseHolder,
  environment: string | undefined,
): Promise<boolean | undefined> {
  const who = holderText(holder);
  if (context.io.stdin.isTTY !== true) {
    throw new Stop("no-terminal", `The lock is held by ${who}, and there is no terminal to ask on.`, {
      fix: "If that run is gone for good: planhat-sync state unlock --auto-approve",
    });
  }
  const { confirm } = await import("../confirm.ts");
  const where = environment === undefined ? "" : ` in ${environment}`;
  return confirm(context, `Take the lock${where} away from ${who}? Type "yes" to continue: `);
}
