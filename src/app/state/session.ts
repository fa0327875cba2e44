import { randomBytes } from "node:crypto";
import { hostname, userInfo } from "node:os";
import { given } from "../../model/given.ts";
import type { SavedPlan } from "../../model/plan-file.ts";
import type { Project } from "../../model/project.ts";
import type { RunId } from "../../model/record.ts";
import type { Lease, LeaseHolder, StateStore } from "../../model/state-store.ts";
import { Stop } from "../../model/stop.ts";
import type { Context } from "../context.ts";
import { targetIdentity } from "../planhat/target.ts";
import { ciJob } from "./ci-job.ts";
import { holderText } from "./holder-text.ts";
import { warnOfNetworkFolder } from "./state-folder.ts";
import { stateLocation } from "./state-location.ts";

const HEARTBEAT_MS = 5000;
const LOCK_POLL_MS = 500;

/** Loads what this kind of store needs, and no other. */
export async function openState(
  context: Context,
  project: Project,
  { readOnly }: { readonly readOnly: boolean },
): Promise<StateStore> {
  const { clock, env, machine, random, redaction } = context;
  const job = ciJob(env);
  const target = targetIdentity(project);
  if (context.ports.openState !== undefined) return context.ports.openState({ target, readOnly });
  const common = {
    target,
    clock,
    process: { pid: machine.pid, host: hostname(), user: userName(), ...given({ job }) },
    readOnly,
    redact: redaction.redact,
  };
  const location = stateLocation(context, project);
  switch (location.kind) {
    case "file": {
      if (!readOnly) await warnOfNetworkFolder(context, location.path);
      const { openSqliteState } = await import("../../state/sqlite.ts");
      return openSqliteState({ ...common, path: location.path });
    }
    case "postgres": {
      const { openPostgresState } = await import("../../state/postgres/postgres.ts");
      return openPostgresState({ ...common, url: location.url, random });
    }
    default:
      return location satisfies never;
  }
}

/** Sorts by time, and two runs of one second do not share it. */
export function newRunId(now: number): RunId {
  const time = new Date(now).toISOString().replace(/[-:]/g, "").slice(0, 15);
  return `${time}-${randomBytes(3).toString("hex")}` as RunId;
}

/**
 * The run that applies a saved plan is named after it, so that its state knows whether it was applied. Throws a Stop
 * when it was; a run of it that broke off is gone on with under the next number.
 */
export async function savedPlanRunId(state: StateStore, { id }: SavedPlan): Promise<RunId> {
  const name = `plan-${id.slice(0, 16)}`;
  for (let number = 1; ; number += 1) {
    const runId = (number === 1 ? name : `${name}-${number}`) as RunId;
    const run = await state.run(runId);
    if (run === undefined) return runId;
    if (run.status === "succeeded" || run.status === "partial") {
      throw new Stop("plan-applied", `The plan was applied already, by run ${run.id}. Nothing was written.`, {
        fix: "`planhat-sync rejects` lists the records that were rejected. For later changes, make a new plan.",
      });
    }
  }
}

export interface HoldOptions {
  /** Milliseconds to wait for another run to end. */
  readonly timeout: number;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** Somebody took the lease over: nothing may be sent from then on. */
  readonly onLost: (reason: Stop) => void;
}

/**
 * The lease, kept alive until `release`. Throws a Stop that says who holds it when the wait is over.
 */
export async function holdLease(
  { clock, tell }: Context,
  state: StateStore,
  run: RunId,
  { timeout, signal, onLost }: HoldOptions,
): Promise<Lease> {
  const until = clock.monotonic() + timeout;
  let waitsFor: string | undefined;
  for (;;) {
    const answer = await state.acquire(run);
    if ("lease" in answer) return keepAlive(answer.lease, onLost);
    if (clock.monotonic() >= until) throw held(answer.heldBy, clock.now());
    // Once a holder: a job that says nothing for ten minutes is taken for dead.
    if (answer.heldBy.run !== waitsFor) tell({ kind: "waiting", holder: answer.heldBy });
    waitsFor = answer.heldBy.run;
    await clock.sleep(LOCK_POLL_MS, signal);
    if (signal.aborted) throw new Stop("interrupted", "Interrupted while waiting for another apply.");
  }
}

function keepAlive(lease: Lease, onLost: (reason: Stop) => void): Lease {
  let beating = false;
  const timer = setInterval(() => {
    if (beating) return;
    beating = true;
    lease
      .heartbeat()
      .catch((error: unknown) => {
        const message = "The lock of the state could not be kept, so nothing more is sent.";
        onLost(error instanceof Stop ? error : new Stop("state-lock-lost", message, { cause: error }));
      })
      .finally(() => {
        beating = false;
      });
  }, HEARTBEAT_MS);
  timer.unref();
  return {
    fence: lease.fence,
    heartbeat: () => lease.heartbeat(),
    verify: () => lease.verify(),
    release: async () => {
      clearInterval(timer);
      await lease.release();
    },
  };
}

function held(holder: LeaseHolder, now: number): Stop {
  const seconds = Math.max(0, Math.round((now - holder.since) / 1000));
  return new Stop(
    "state-locked",
    `Another apply is writing with this state: ${holderText(holder)}, for ${seconds} s.`,
    {
      fix: "Wait for it with --lock-timeout 10m, or see `planhat-sync state unlock` if it is gone for good.",
    },
  );
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run as a user without an entry in the password file.
    return "unknown";
  }
}
