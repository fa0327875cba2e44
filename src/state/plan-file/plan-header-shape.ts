import type { Guards, Threshold } from "../../model/compiled-sync.ts";
import { isJsonObject } from "../../model/json.ts";
import type { PlanFileHeader, PlannedSyncHeader } from "../../model/plan-file.ts";
import {
  amount,
  count,
  filledText,
  json,
  listOf,
  matching,
  object,
  oneOf,
  type Reader,
  ShapeError,
  text,
  truth,
  whole,
} from "../../model/shape.ts";
import type { UniformField } from "../../model/uniform-field.ts";

const summary = object({
  read: count,
  create: count,
  update: count,
  unchanged: count,
  skip: count,
  reject: count,
});

const skips = object({ exists: count, missing: count, repeat: count, changed: count });

const threshold: Reader<Threshold> = (value, where) =>
  isJsonObject(value) && "share" in value
    ? object({ share: amount })(value, where)
    : object({ count })(value, where);

const guards = object<object, Guards>({}, { minRows: count, maxRejected: threshold, maxChanges: threshold });

const sync: Reader<PlannedSyncHeader> = (value, where) => {
  const { key, watermark, ...rest } = readSync(value, where);
  const { read, create, update, unchanged, skip, reject } = rest.summary;
  if (read !== create + update + unchanged + skip + reject) {
    throw new ShapeError(`${where}.summary does not add up`);
  }
  if (Object.values(rest.skips).reduce((sum, one) => sum + one, 0) !== skip) {
    throw new ShapeError(`${where}.skips do not add up`);
  }
  if (rest.drifted > create + update) throw new ShapeError(`${where}.drifted is more than there are changes`);
  return { ...rest, key, watermark };
};

const uniform: Reader<UniformField> = object(
  { field: filledText, kind: oneOf("none", "same"), records: whole(2), columns: listOf(text) },
  { value: json },
);

const readSync = object(
  {
    name: filledText,
    file: filledText,
    object: filledText,
    mode: oneOf("insert", "update", "upsert"),
    definition: matching(/^[0-9a-f]{64}$/, "a fingerprint"),
    safety: object({ guards, resend: truth }),
    summary,
    skips,
    drifted: count,
    alike: count,
    calls: object({ read: count, write: count }),
    warnings: listOf(text),
    violations: listOf(text),
  },
  {
    key: filledText,
    uniform: listOf(uniform),
    watermark: object({ value: text, definition: matching(/^[0-9a-f]{64}$/, "a fingerprint") }),
  },
);

const readHeader = object(
  {
    version: filledText,
    target: filledText,
    region: text,
    baseline: oneOf("live", "state", "none"),
    callsPerMinute: whole(1),
    syncs: listOf(sync),
  },
  { after: filledText, environment: filledText },
);

/** The first line of a plan file. Throws a ShapeError. */
export const planHeader: Reader<PlanFileHeader> = (value, where) => {
  const header = readHeader(value, where);
  const names = header.syncs.map(({ name }) => name);
  if (new Set(names).size < names.length) throw new ShapeError(`${where}.syncs names a sync twice`);
  return { ...header, after: header.after };
};
