import type { CompiledSync } from "../model/compiled-sync.ts";
import type { Rejection, TargetRecord } from "../model/record.ts";
import type { Recalled } from "../model/state-store.ts";
import type { Candidate } from "./candidate.ts";
import { changedFields, isSame } from "./diff.ts";
import { createOf, updateOf } from "./make-change.ts";

/**
 * A point or an event: Planhat can neither be asked for it nor match it, so the state alone decides. What was sent is
 * not sent again, also where no answer told whether it arrived: it could count twice. Only a sync that says `resend`
 * sends what has changed or was not answered.
 */
export function classifyAppend(
  sync: CompiledSync,
  record: TargetRecord,
  known: Recalled | undefined,
): Candidate {
  const { key, position } = record;
  if (known === undefined) return createOf(sync, record);
  if (known.kind === "pending") {
    return sync.resend ? createOf(sync, record) : { kind: "reject", rejection: unanswered(sync, record) };
  }
  if (known.kind === "same") return { kind: "unchanged", key, position };
  const before = known.accepted.fields;
  if (isSame(before, record.fields)) return { kind: "unchanged", key, position };
  if (sync.resend) {
    return updateOf(sync, record, { fields: changedFields(before, record.fields) });
  }
  // An event is done with once it is sent; a point of another value than Planhat has is a difference in the data.
  return sync.objectType.stream?.perDay === true
    ? { kind: "reject", rejection: alreadySent(sync, record) }
    : { kind: "skip", key, reason: "exists", position };
}

function unanswered({ name }: CompiledSync, { key, position, fields }: TargetRecord): Rejection {
  return {
    sync: name,
    position,
    key,
    rule: "sent-unanswered",
    reason: {
      code: "sent-unanswered",
      what: "This was sent before, and Planhat did not confirm whether it accepted it. Sending it again could count it twice.",
      fix: `Look in Planhat. If it is not there, run \`planhat-sync state forget ${name} --pending\`: the next apply then sends it.`,
    },
    record: fields,
  };
}

function alreadySent({ name }: CompiledSync, { key, position, fields }: TargetRecord): Rejection {
  return {
    sync: name,
    position,
    key,
    rule: "already-sent",
    reason: {
      code: "already-sent",
      what: "The point of this day was sent with another value, and a metric that adds up would count both.",
      fix: "If the metric keeps the last, least or greatest value of a day, write `resend: true` under `target`. Otherwise fix the value in Planhat.",
    },
    record: fields,
  };
}
