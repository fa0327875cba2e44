import type { PlanItem } from "../model/change.ts";
import type { CompiledSync } from "../model/compiled-sync.ts";
import type { CurrentRecord } from "../model/current-record.ts";
import type { CurrentQuery, LiveBaseline } from "../model/live-baseline.ts";
import { companyField } from "../model/object-type.ts";
import type { TargetRecord } from "../model/record.ts";
import type { RowStore } from "../model/row-store.ts";
import type { Candidate } from "./candidate.ts";
import { CompaniesOfKeys } from "./companies-of-keys.ts";
import type { Claims } from "./keys/claims.ts";
import { neighboursOf } from "./keys/neighbours.ts";
import { LostFields } from "./lost-fields.ts";
import { References } from "./references.ts";
import { resolve } from "./resolve.ts";
import { checkReferences, type LiveView, resolveLive } from "./resolve-live.ts";
import type { SeenKeys } from "./seen-keys.ts";

export interface LivePorts {
  readonly baseline: LiveBaseline;
  /** Empty; holds what Planhat holds under the keys of the source. */
  readonly rowStore: RowStore<CurrentRecord>;
  /** How many records Planhat holds at least. */
  readonly atLeast: number;
  /** Whether an earlier sync of the same run creates the record that a reference means. */
  readonly willBeCreated: (objectType: string, reference: string) => boolean;
}

/** What Planhat holds of one sync's records, and what their references mean. */
export class LiveReading {
  readonly #sync: CompiledSync;
  readonly #ports: LivePorts;
  readonly #claims: Claims;
  readonly #references: References;
  readonly #lost: LostFields;
  readonly #companies: CompaniesOfKeys;
  readonly #abandoning = new AbortController();
  #hasBegun = false;

  constructor(sync: CompiledSync, ports: LivePorts, claims: Claims) {
    this.#sync = sync;
    this.#claims = claims;
    this.#ports = ports;
    this.#references = new References(sync.objectType);
    this.#companies = new CompaniesOfKeys(sync.objectType, this.#keyField);
    this.#lost = new LostFields(
      sync.objectType,
      sync.fields.map(({ name }) => name),
    );
  }

  /** Once for each candidate of the source. */
  note(candidate: Candidate): void {
    if (candidate.kind === "open") this.#noteRecord(candidate.record);
    if (candidate.kind === "change") {
      const { key, record } = candidate.change;
      this.#noteRecord({ key, fields: record });
    }
  }

  #noteRecord(record: Pick<TargetRecord, "key" | "fields">): void {
    this.#references.note(record.fields);
    this.#companies.note(record);
  }

  readReferences(signal: AbortSignal): Promise<void> {
    return this.#references.ask(this.#ports.baseline, signal);
  }

  /** An insert asks only whether a record exists, which costs fewer calls than what it holds. */
  get comparesRecords(): boolean {
    return this.#sync.key !== undefined && this.#sync.mode !== "insert";
  }

  /** May be called again and again while the source is read: Planhat is asked once it is certain what for. */
  begin(seen: SeenKeys, signal: AbortSignal): void {
    if (this.#hasBegun || !this.comparesRecords || seen.size === 0) return;
    const either = AbortSignal.any([signal, this.#abandoning.signal]);
    this.#hasBegun = this.#ports.baseline.begin(this.#query(seen), either);
  }

  /** Nobody will ask for what was begun. */
  abandon(reason: unknown): void {
    this.#abandoning.abort(reason);
  }

  /** Puts into the row store what Planhat holds under the keys of the seen; what is near them comes by `neighbours`. */
  async readRecords(seen: SeenKeys, signal: AbortSignal): Promise<void> {
    const { baseline, rowStore } = this.#ports;
    if (seen.size === 0) return;
    for await (const records of baseline.current(this.#query(seen), signal)) {
      await rowStore.put(records.flatMap((value) => ({ row: seen.rowOf(value.key) ?? 0, value })));
    }
  }

  async resolveAll(candidates: readonly Candidate[], seen: SeenKeys): Promise<readonly PlanItem[]> {
    const rows = candidates.flatMap((one) => (one.kind === "open" ? [one.record.position.row] : []));
    const held = await this.held(rows);
    return candidates.map((candidate) =>
      resolve(this.#sync, candidate, seen, (open) =>
        resolveLive(this.#sync, open, held.get(open.record.position.row) ?? [], this.#view),
      ),
    );
  }

  /** What `readRecords` found for these rows. */
  held(rows: readonly number[]): Promise<ReadonlyMap<number, readonly CurrentRecord[]>> {
    return this.#ports.rowStore.take(rows);
  }

  get references(): References {
    return this.#references;
  }

  /** The item, or the rejection of a change whose references mean nothing. */
  checked(item: PlanItem): PlanItem {
    return item.kind === "change" ? checkReferences(this.#sync, item, this.#view) : item;
  }

  /** Whole once the items have been read. */
  get warnings(): readonly string[] {
    const unreadable = this.#references.unreadable.map(
      (objectType) =>
        `The token may not read ${objectType} records, so references to them were not checked. Give the Private App that permission in Settings > Private Apps.`,
    );
    return [...unreadable, ...this.#lost.warnings];
  }

  #query(keys: SeenKeys): CurrentQuery {
    const { objectType, fields } = this.#sync;
    const names = fields.map(({ name }) => name);
    // Two records with one externalId are told apart by their company.
    const company = companyField(objectType);
    if (objectType.externalIdWithinCompany && company !== undefined) names.push(company);
    const neighbours = neighboursOf(this.#sync, this.#claims, this.#ports.rowStore);
    return {
      objectType,
      keyField: this.#keyField,
      keys,
      fields: [...new Set(names)],
      atLeast: this.#ports.atLeast,
      companyOf: (key) => this.#companies.of(key, this.#references),
      ...(neighbours && { neighbours }),
    };
  }

  get #view(): LiveView {
    const { willBeCreated } = this.#ports;
    const [references, lost, claims] = [this.#references, this.#lost, this.#claims];
    return { keyField: this.#keyField, references, lost, claims, willBeCreated };
  }

  /** Read only where records are compared, which takes a key. */
  get #keyField(): string {
    return this.#sync.key ?? "_id";
  }
}
