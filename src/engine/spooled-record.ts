import type { JsonObject } from "../model/json.ts";
import type { Fingerprint, RecordKey, TargetRecord } from "../model/record.ts";
import type { RecordJson } from "../model/record-json.ts";
import type { FoundReferences } from "../model/reference-lookup.ts";
import type { RowPosition } from "../model/row.ts";

/** A record that comes back from the disk: most are passed on as they are, and their fields are never read. */
export class SpooledRecord implements TargetRecord {
  readonly key: RecordKey;
  readonly whole: RecordJson;
  readonly fingerprint: Fingerprint;
  readonly position: RowPosition;
  readonly references?: FoundReferences;

  constructor(
    key: RecordKey,
    whole: RecordJson,
    fingerprint: Fingerprint,
    position: RowPosition,
    references?: FoundReferences,
  ) {
    this.key = key;
    this.whole = whole;
    this.fingerprint = fingerprint;
    this.position = position;
    if (references !== undefined) this.references = references;
  }

  get fields(): JsonObject {
    return this.whole.fields;
  }
}
