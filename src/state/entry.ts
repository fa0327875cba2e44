import type { Outcome } from "../model/outcome.ts";
import type { Fingerprint, RecordKey } from "../model/record.ts";
import type { RecordJson } from "../model/record-json.ts";
import type { Accepted, Recalled, Remembered } from "../model/state-store.ts";

/**
 * - settled: `accepted` is what Planhat took last, as far as we know.
 * - intended: it was settled (or unheard of) when it was about to be sent.
 * - doubtful: what became of an earlier send is unknown, so taking the last one back does not tell what Planhat holds.
 */
export type Standing = "settled" | "intended" | "doubtful";

/** What Planhat accepted last for one key, as a store writes it down. */
export interface AcceptedRecord {
  readonly fingerprint: Fingerprint;
  readonly record: RecordJson;
  readonly id?: string;
}

/** What a store keeps of one key. Settled entries have `accepted`; the others have it where it was there before. */
export interface Entry {
  readonly accepted: AcceptedRecord | undefined;
  readonly standing: Standing;
}

/** The entry once its record is about to be sent. */
export function intend(before: Entry | undefined): Entry {
  if (before === undefined) return { accepted: undefined, standing: "intended" };
  return { accepted: before.accepted, standing: before.standing === "settled" ? "intended" : "doubtful" };
}

/** The entry once it is known what became of the send; undefined: nothing is left to remember. */
export function settle(before: Entry | undefined, outcome: Outcome): Entry | undefined {
  switch (outcome.kind) {
    case "applied":
      return { accepted: acceptedBy(outcome, before?.accepted), standing: "settled" };
    case "failed":
      return { accepted: before?.accepted, standing: "doubtful" };
    case "refused":
    case "notAttempted":
      return withdraw(before);
    default:
      return outcome satisfies never;
  }
}

export function remember(key: RecordKey, entry: Entry): Remembered {
  if (entry.standing !== "settled" || entry.accepted === undefined) return { kind: "pending", key };
  const { fingerprint, record, id } = entry.accepted;
  const accepted = { key, fingerprint, fields: record.fields, ...(id !== undefined && { id }) };
  return { kind: "accepted", accepted };
}

/** What is remembered beside a record. */
export function compared(
  { key, fingerprint }: Pick<Accepted, "key" | "fingerprint">,
  entry: Entry,
): Recalled {
  const isSame = entry.standing === "settled" && entry.accepted?.fingerprint === fingerprint;
  return isSame ? { kind: "same", key } : remember(key, entry);
}

function withdraw(before: Entry | undefined): Entry | undefined {
  if (before === undefined || before.standing === "doubtful") return before;
  return before.accepted === undefined ? undefined : { accepted: before.accepted, standing: "settled" };
}

function acceptedBy(
  outcome: Outcome & { kind: "applied" },
  before: AcceptedRecord | undefined,
): AcceptedRecord {
  const { fingerprint, record } = outcome.change;
  // A record that was created anew has a new id, even where the answer does not tell it.
  const id = outcome.id ?? (outcome.as === "created" ? undefined : (outcome.change.id ?? before?.id));
  return { fingerprint, record, ...(id === undefined ? {} : { id }) };
}
