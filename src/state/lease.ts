import type { RunId } from "../model/record.ts";
import type { Lease, LeaseHolder } from "../model/state-store.ts";
import { Stop } from "../model/stop.ts";
import type { ProcessIdentity } from "./process-identity.ts";

/** Milliseconds after its last heartbeat at which a lease may be taken over. */
export const LEASE_TIME = 15_000;

/** What is kept of a lease. `fence` rises whenever it changes hands and never falls: an older one has lost. */
export interface LeaseState {
  readonly fence: number;
  readonly holder: StoredHolder | undefined;
}

export interface StoredHolder extends LeaseHolder {
  readonly identity: ProcessIdentity;
}

/** Who opens a store: what the others are told of whoever holds its lease. */
export interface StoreProcess {
  readonly pid: number;
  readonly host: string;
  readonly user: string;
  /** Address of the CI job that it is. */
  readonly job?: string;
}

/** Who opens a store, and what it may ask about others. */
export interface LeaseContext {
  readonly process: StoreProcess;
  /** Whether a process of this host exists. */
  isAlive(pid: number): boolean;
  /** What tells a process of this host from another one that had or gets its id. */
  identify(pid: number): ProcessIdentity;
}

/** The lease, and milliseconds since the epoch on the clock that all who want it go by. */
export interface LeaseView {
  readonly lease: LeaseState;
  readonly now: number;
}

/** Where a store keeps the lease; `change` is one transaction, and may ask twice. */
export interface LeaseCell {
  read(): LeaseView | Promise<LeaseView>;
  change(next: (view: LeaseView) => LeaseState): void | Promise<void>;
}

/** The lease passes to `run`, unless somebody holds it. */
export async function takeLease(
  cell: LeaseCell,
  context: LeaseContext,
  run: RunId,
): Promise<{ readonly lease: Lease } | { readonly heldBy: LeaseHolder }> {
  // Looking first keeps those who wait out of the holder's way: a change is a write, whatever comes of it.
  let heldBy = currentHolder(await cell.read(), context);
  if (heldBy !== undefined) return { heldBy };
  let taken: LeaseState | undefined;
  await cell.change((view) => {
    heldBy = currentHolder(view, context);
    if (heldBy !== undefined) return view.lease;
    taken = { fence: view.lease.fence + 1, holder: newHolder(context, run, view.now) };
    return taken;
  });
  if (taken !== undefined) return { lease: leaseOf(cell, run, taken.fence) };
  if (heldBy !== undefined) return { heldBy };
  throw new Error("a lease was neither taken nor held");
}

/** Whoever holds the lease and neither ran out of time nor is known to be gone. */
export function currentHolder({ lease, now }: LeaseView, context: LeaseContext): LeaseHolder | undefined {
  if (lease.holder === undefined) return undefined;
  const { identity, ...holder } = lease.holder;
  return isExpired(holder, now) || isGone(holder, identity, context) ? undefined : holder;
}

/** The lease with a fresh heartbeat. Throws a Stop when it is not this run's any more. */
export function renewLease({ lease, now }: LeaseView, run: RunId, fence: number): LeaseState {
  if (lease.fence !== fence || lease.holder?.run !== run) {
    throw new Stop(
      "state-lock-lost",
      "The lock on the state was lost: another apply took it over, or it was unlocked.",
      {
        fix: "This run writes nothing more. Apply again when the other one has ended; it goes on from what was saved.",
      },
    );
  }
  return { fence, holder: { ...lease.holder, heartbeat: now } };
}

/** The lease once nobody holds it, or as it is where `run` names another holder than it has. */
export function breakLease(lease: LeaseState, run: RunId | undefined): LeaseState {
  if (run !== undefined && lease.holder?.run !== run) return lease;
  return { fence: lease.fence + 1, holder: undefined };
}

/** Throws a Stop while another process holds the lease. */
export function refuseWhileHeld(view: LeaseView, context: LeaseContext): void {
  const holder = currentHolder(view, context);
  if (holder === undefined) return;
  if (holder.pid === context.process.pid && holder.host === context.process.host) return;
  throw new Stop(
    "state-locked",
    `The state is locked by an apply: ${holder.user} on ${holder.host}, process ${holder.pid}, ` +
      `since ${new Date(holder.since).toISOString()}.`,
    { fix: "Wait until it has ended, or run `planhat-sync state unlock` if it is not running any more." },
  );
}

function leaseOf(cell: LeaseCell, run: RunId, fence: number): Lease {
  const heartbeat = async () => cell.change((view) => renewLease(view, run, fence));
  return {
    fence,
    heartbeat,
    verify: async () => {
      const view = await cell.read();
      renewLease(view, run, fence);
      if (view.now - (view.lease.holder?.heartbeat ?? 0) > LEASE_TIME / 3) await heartbeat();
    },
    release: async () =>
      cell.change(({ lease }) => (lease.fence === fence ? { fence, holder: undefined } : lease)),
  };
}

function newHolder({ process, identify }: LeaseContext, run: RunId, now: number): StoredHolder {
  return { run, ...process, since: now, heartbeat: now, identity: identify(process.pid) };
}

/**
 * A heartbeat that far in the future counts as none too: a living holder would have renewed it since the clock was
 * set back.
 */
function isExpired(holder: LeaseHolder, now: number): boolean {
  return Math.abs(now - holder.heartbeat) > LEASE_TIME;
}

/** Only a process of this host can be known to be gone, and only where its id means the same process to us. */
function isGone(holder: LeaseHolder, identity: ProcessIdentity, context: LeaseContext): boolean {
  if (holder.host !== context.process.host) return false;
  const now = context.identify(holder.pid);
  if (now.space !== identity.space) return false;
  if (!context.isAlive(holder.pid)) return true;
  return identity.started !== "" && now.started !== "" && identity.started !== now.started;
}
