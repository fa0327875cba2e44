import { byAction } from "../model/action.ts";
import type { Change, PlanItem, Update } from "../model/change.ts";
import type { CompiledSync } from "../model/compiled-sync.ts";
import type { RecordKey, Rejection } from "../model/record.ts";
import { RecordJson } from "../model/record-json.ts";
import type { RowPosition } from "../model/row.ts";
import type { Candidate } from "./candidate.ts";
import { SpooledRecord } from "./spooled-record.ts";

/**
 * What a plan puts on the disk: a line of JSON texts with tabs between them, of which JSON has none. A record stands there
 * as its canonical JSON, and is not read again by whoever only passes it on.
 */
const KINDS = {
  create: "C",
  update: "U",
  skip: "S",
  reject: "R",
  open: "O",
  unchanged: "=",
} as const;

/** Every change, rejection and skipped row; an unchanged one has a line only until its plan is decided. */
export function lineOf(item: PlanItem): string {
  switch (item.kind) {
    case "change":
      return changeLine(item.change);
    case "skip":
      return `${KINDS.skip}\t${JSON.stringify(item)}`;
    case "reject":
      return `${KINDS.reject}\t${JSON.stringify(item.rejection)}`;
    case "unchanged":
      return `${KINDS.unchanged}\t${JSON.stringify([item.key, item.position])}`;
    default:
      return item satisfies never;
  }
}

/** `number`: that of the candidate's key, by which it can be passed over without being read. */
export function candidateLine(candidate: Candidate, number: number): string {
  if (candidate.kind !== "open") return lineOf(candidate);
  const { record, before, acceptedAsIs } = candidate;
  const { key, whole, fingerprint, position, references } = record;
  const rest: unknown[] = [key, fingerprint, position, acceptedAsIs === true];
  if (before !== undefined || references !== undefined) rest.push(before ?? null);
  if (references !== undefined) rest.push(references);
  return `${KINDS.open}\t${number}\t${whole.json}\t${JSON.stringify(rest)}`;
}

/** The number of an open candidate's key; undefined for any other line. */
export function openNumber(line: string): number | undefined {
  if (!line.startsWith(KINDS.open)) return undefined;
  return Number(line.slice(2, line.indexOf("\t", 2)));
}

export function isUnchangedLine(line: string): boolean {
  return line.startsWith(KINDS.unchanged);
}

/** Reads the lines of one sync. */
export class PlanLines {
  readonly #sync: string;
  /** The fields as the definition has them: so they are shown. */
  readonly #order: readonly string[];

  constructor({ name, fields }: Pick<CompiledSync, "name" | "fields">) {
    this.#sync = name;
    this.#order = fields.map((field) => field.name);
  }

  candidate(line: string): Candidate {
    if (!line.startsWith(KINDS.open)) return this.item(line);
    const [, , json = "", rest = ""] = line.split("\t");
    const [key, fingerprint, position, acceptedAsIs, before = null, references] = JSON.parse(rest);
    const whole = new RecordJson(json, this.#order);
    const record = new SpooledRecord(key, whole, fingerprint, position, references);
    if (acceptedAsIs === true) return { kind: "open", record, acceptedAsIs };
    return before === null ? { kind: "open", record } : { kind: "open", record, before };
  }

  item(line: string): PlanItem {
    const [kind, first = "", second = ""] = line.split("\t");
    switch (kind) {
      case KINDS.create:
      case KINDS.update: {
        const record = new RecordJson(first, this.#order);
        return { kind: "change", change: { sync: this.#sync, ...JSON.parse(second), record } };
      }
      case KINDS.skip:
        return JSON.parse(first);
      case KINDS.reject:
        return { kind: "reject", rejection: JSON.parse(first) satisfies Rejection };
      case KINDS.unchanged: {
        const [key, position]: [RecordKey, RowPosition] = JSON.parse(first);
        return { kind: "unchanged", key, position };
      }
      default:
        throw new Error(`a plan has a line of the kind ${JSON.stringify(kind)}`);
    }
  }
}

function changeLine(change: Change): string {
  const { sync: _sync, record, ...rest } = change;
  return `${byAction(change.action, KINDS)}\t${record.json}\t${JSON.stringify(rest satisfies Omit<Change | Update, "sync" | "record">)}`;
}
