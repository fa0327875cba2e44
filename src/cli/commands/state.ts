import { hostname } from "node:os";
import { Command, Option } from "commander";
import { load } from "../../app/context.ts";
import { confirm } from "../../app/run/confirm.ts";
import { positiveInteger } from "../../app/run/plan-options.ts";
import { requireKnown } from "../../app/selection.ts";
import type { RecordKey } from "../../model/record.ts";
import type { Remembered, StateStore } from "../../model/state-store.ts";
import { Stop } from "../../model/stop.ts";
import { stateJson } from "../../report/state/state-json.ts";
import { stateText } from "../../report/state/state-text.ts";
import type { StateView } from "../../report/state/state-view.ts";
import { plural } from "../../report/text/amounts.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { EXIT } from "../exit-code.ts";

export const stateCommand: RegisterCommand = (wire) => {
  const command = new Command("state").description("look into the state, and mend it");
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
    .action(wire(forget));
  command
    .command("unlock")
    .description("take the lock away from an apply that is gone for good")
    .option("--auto-approve", "do not ask; needed without a terminal")
    .addHelpText("after", "\nExamples:\n  $ planhat-sync state unlock --auto-approve")
    .action(wire(unlock));
  return command;
};

const show: Run = async (context, [sync], options) => {
  const { output } = context;
  const project = await load(context);
  const { openState, statePlace } = await import("../../app/runtime.ts");
  const state = await openState(context, project, true);
  try {
    const syncs: StateView["syncs"][number][] = [];
    for (const one of await state.syncs()) {
      const watermark = await state.watermark(one.sync);
      syncs.push(watermark === undefined ? one : { ...one, watermark: watermark.value });
    }
    const holder = await state.holder();
    const entries =
      sync === undefined ? undefined : await first(state.entries(sync as string), options["limit"] as number);
    if (sync !== undefined && entries?.total === 0) requireKnown(project, [sync as string]);
    const view = {
      location: statePlace(context, project),
      syncs,
      ...(holder === undefined ? {} : { holder }),
      ...(entries === undefined ? {} : { entries: { sync: sync as string, ...entries } }),
    };
    const text = { colour: output.colour, width: output.width };
    const json = context.options.format === "json";
    output.show(view, (clean) => (json ? stateJson(clean) : stateText(clean, text)));
    return EXIT.done;
  } finally {
    await state.close();
  }
};

async function first(
  entries: AsyncIterable<Remembered>,
  limit: number,
): Promise<{ readonly total: number; readonly shown: readonly Remembered[] }> {
  const shown: Remembered[] = [];
  let total = 0;
  for await (const entry of entries) {
    if (shown.length < limit) shown.push(entry);
    total += 1;
  }
  return { total, shown };
}

const forget: Run = async (context, [sync, key], options) => {
  const { output, clock } = context;
  const project = await load(context);
  const { holdLease, newRunId, openState } = await import("../../app/runtime.ts");
  const state = await openState(context, project, false);
  try {
    const lease = await holdLease(context, state, newRunId(clock.now()), {
      timeout: 0,
      signal: new AbortController().signal,
      onLost: () => undefined,
    });
    const count =
      options["pending"] === true && key === undefined
        ? await forgetPending(state, sync as string)
        : await state.forget(sync as string, key as RecordKey | undefined);
    await lease.release();
    // A sync that is defined no more may be remembered still.
    if (count === 0) requireKnown(project, [sync as string]);
    output.result(`Forgot ${plural(count, "record")}.`);
    return EXIT.done;
  } finally {
    await state.close();
  }
};

async function forgetPending(state: StateStore, sync: string): Promise<number> {
  const pending: RecordKey[] = [];
  for await (const entry of state.entries(sync)) if (entry.kind === "pending") pending.push(entry.key);
  for (const key of pending) await state.forget(sync, key);
  return pending.length;
}

const unlock: Run = async (context, _args, options) => {
  const { output, io } = context;
  const project = await load(context);
  const { holderText, openState } = await import("../../app/runtime.ts");
  const state = await openState(context, project, false);
  try {
    const holder = await state.holder();
    if (holder === undefined) {
      output.result("Nobody holds the lock.");
      return EXIT.done;
    }
    const who = holderText(holder);
    // A holder that is known to be gone counts as none: this one may be writing right now.
    const isHere = holder.host === hostname();
    const alive = isHere
      ? "That process is running on this machine: end it first, unless it hangs. What it has sent is remembered either way."
      : `Whether it is still running, only ${holder.host} knows.`;
    output.remark(alive);
    if (options["autoApprove"] !== true) {
      if (io.stdin.isTTY !== true) {
        throw new Stop("no-terminal", `The lock is held by ${who}, and there is no terminal to ask on.`, {
          fix: "If that run is gone for good: planhat-sync state unlock --auto-approve",
        });
      }
      const answer = await confirm(context, `Take the lock away from ${who}? Only yes does: `);
      if (answer !== true) return answer === undefined ? EXIT.interrupted : EXIT.failure;
    }
    // Who was asked about, and nobody who came meanwhile.
    const broken = await state.breakLease(holder.run);
    output.result(broken ? `The lock of ${who} is gone.` : "That run has given its lock back itself.");
    return EXIT.done;
  } finally {
    await state.close();
  }
};
