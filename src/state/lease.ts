import type { Clock } from "../model/clock.ts";
import type { RunId } from "../model/record.ts";
import type { Lease, LeaseHolder } from "../model/state-store.ts";
import { Stop } from "../model/stop.ts";
import type { ProcessIdentity } from "./process-identity.ts";

/** Milliseconds after its last heartbeat at which a lease may be taken over. */
const LEASE_TIME = 15_000;

/** What is kept of a lease. `fence` rises whenever it changes hands and never falls: an older one has lost. */
export interface LeaseState {
  readonly fence: number;
  readonly holder: StoredHolder | undefined;
}

export interface StoredHolder extends LeaseHolder {
  readonly identity: ProcessIdentity;
}

/** Who opens a store, and what it may ask about others. */
export interface LeaseContext {
  readonly clock: Clock;
  readonly process: { readonly pid: number; readonly host: string; readonly user: string };
  /** Whether a process of this host exists. */
  isAlive(pid: number): boolean;
  /** What tells a process of this host from another one that had or gets its id. */
  identify(pid: number): ProcessIdentity;
}

/** Where a store keeps the lease; `change` is one transaction. */
export interface LeaseCell {
  read(): LeaseState;
  change(next: (lease: LeaseState) => LeaseState): void;
}

/** The lease passes to `run`, unless somebody holds it. */
export function takeLease(
  cell: LeaseCell,
  context: LeaseContext,
  run: RunId,
): { readonly lease: Lease } | { readonly heldBy: LeaseHolder } {
  // Looking first keeps those who wait out of the holder's way: a change is a write, whatever comes of it.
  let heldBy = currentHolder(cell.read(), context);
  if (heldBy !== undefined) return { heldBy };
  let taken: LeaseState | undefined;
  cell.change((lease) => {
    heldBy = currentHolder(lease, context);
    if (heldBy !== undefined) return lease;
    taken = { fence: lease.fence + 1, holder: newHolder(context, run) };
    return taken;
  });
  if (taken !== undefined) return { lease: leaseOf(cell, context, run, taken.fence) };
  if (heldBy !== undefined) return { heldBy };
  throw new Error("a lease was neither taken nor held");
}

/** Whoever holds the lease and neither ran out of time nor is known to be gone. */
export function currentHolder(lease: LeaseState, context: LeaseContext): LeaseHolder | undefined {
  if (lease.holder === undefined) return undefined;
  const { identity, ...holder } = lease.holder;
  return isExpired(holder, context.clock) || isGone(holder, identity, context) ? undefined : holder;
}

/** The lease with a fresh heartbeat. Throws a Stop when it is not this run's any more. */
export function renewLease(lease: LeaseState, context: LeaseContext, run: RunId, fence: number): LeaseState {
  if (lease.fence !== fence || lease.holder?.run !== run) {
    throw new Stop(
      "environment",
      "The lock on the state was lost: another apply took it over, or it was unlocked.",
      {
        hint: "This run writes nothing more. Apply again when the other one has ended; it goes on from what was saved.",
      },
    );
  }
  return { fence, holder: { ...lease.holder, heartbeat: Math.trunc(context.clock.now()) } };
}

export function breakLease(lease: LeaseState): LeaseState {
  return { fence: lease.fence + 1, holder: undefined };
}

/** Throws a Stop while another process holds the lease. */
export function refuseWhileHeld(lease: LeaseState, context: LeaseContext): void {
  const holder = currentHolder(lease, context);
  if (holder === undefined) return;
  if (holder.pid === context.process.pid && holder.host === context.process.host) return;
  throw new Stop(
    "environment",
    `The state is locked by an apply: ${holder.user} on ${holder.host}, process ${holder.pid}, ` +
      `since ${new Date(holder.since).toISOString()}.`,
    { hint: "Wait until it has ended, or run `planhat-sync state unlock` if it is not running any more." },
  );
}

function leaseOf(cell: LeaseCell, context: LeaseContext, run: RunId, fence: number): Lease {
  return {
    fence,
    heartbeat: async () => cell.change((lease) => renewLease(lease, context, run, fence)),
    release: async () =>
      cell.change((lease) => (lease.fence === fence ? { fence, holder: undefined } : lease)),
  };
}

function newHolder({ clock, process, identify }: LeaseContext, run: RunId): StoredHolder {
  const now = Math.trunc(clock.now());
  return { run, ...process, since: now, heartbeat: now, identity: identify(process.pid) };
}

/**
 * A heartbeat that far in the future counts as none too: a living holder would have renewed it since the clock was
 * set back.
 */
function isExpired(holder: LeaseHolder, clock: Clock): boolean {
  return Math.abs(clock.now() - holder.heartbeat) > LEASE_TIME;
}

/** Only a process of this host can be known to be gone, and only where its id means the same process to us. */
function isGone(holder: LeaseHolder, identity: ProcessIdentity, context: LeaseContext): boolean {
  if (holder.host !== context.process.host) return false;
  const now = context.identify(holder.pid);
  if (now.space !== identity.space) return false;
  if (!context.isAlive(holder.pid)) return true;
  return identity.started !== "" && now.started !== "" && identity.started !== now.started;
}
