import type { Change, PlanItem } from "../model/change.ts";
import type { CompiledSync } from "../model/compiled-sync.ts";
import type { CurrentRecord } from "../model/current-record.ts";
import { companyField } from "../model/object-type.ts";
import type { TargetRecord } from "../model/record.ts";
import type { RowStore } from "../model/row-store.ts";
import type { RecordsQuery, TargetReader } from "../model/target-reader.ts";
import type { Candidate } from "./candidate.ts";
import { CompaniesOfKeys } from "./companies-of-keys.ts";
import type { Claims } from "./keys/claims.ts";
import { neighboursOf } from "./keys/neighbours.ts";
import { LiveMatch } from "./live-match.ts";
import { LostFields } from "./lost-fields.ts";
import { References } from "./references.ts";
import { resolve } from "./resolve.ts";
import { checkReferences, type LiveView, resolveLive } from "./resolve-live.ts";
import type { SeenKeys } from "./seen-keys.ts";

export interface LivePorts {
  readonly target: TargetReader;
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
  readonly #match: LiveMatch;
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
    this.#match = new LiveMatch({
      objectType: sync.objectType,
      keyField: this.#keyField,
      references: this.#references,
      lost: this.#lost,
    });
  }

  /** Once for each candidate of the source; `number`: that of an open one's key. */
  note(candidate: Candidate, number: number): void {
    if (candidate.kind === "open") {
      this.#noteRecord(candidate.record);
      // Before anything was accepted Planhat is expected to hold nothing, and a digest would be made for nothing.
      if (this.comparesRecords && this.#ports.atLeast > 0) this.#match.note(number, candidate);
    }
    if (candidate.kind === "change") this.noteChange(candidate.change);
  }

  noteChange({ key, record }: Change): void {
    this.#noteRecord({ key, fields: record.fields });
  }

  #noteRecord(record: Pick<TargetRecord, "key" | "fields">): void {
    this.#references.note(record.fields);
    this.#companies.note(record);
  }

  readReferences(signal: AbortSignal): Promise<void> {
    return this.#references.ask(this.#ports.target, signal);
  }

  /** An insert asks only whether a record exists, which costs fewer calls than what it holds. */
  get comparesRecords(): boolean {
    return this.#sync.key !== undefined && this.#sync.mode !== "insert";
  }

  /** May be called again and again while the source is read: Planhat is asked once it is certain what for. */
  begin(seen: SeenKeys, signal: AbortSignal): void {
    if (this.#hasBegun || !this.comparesRecords || seen.size === 0) return;
    const either = AbortSignal.any([signal, this.#abandoning.signal]);
    this.#hasBegun = this.#ports.target.prefetch(this.#query(seen), either);
  }

  /** Nobody will ask for what was begun. */
  abandon(reason: unknown): void {
    this.#abandoning.abort(reason);
  }

  /** Puts into the row store what Planhat holds under the keys of the seen; what is near them comes by `neighbours`. */
  async readRecords(seen: SeenKeys, signal: AbortSignal): Promise<void> {
    const { target, rowStore } = this.#ports;
    if (seen.size === 0) return;
    for await (const records of target.records(this.#query(seen), signal)) {
      const kept = records.flatMap((value) => {
        const number = seen.numberOf(value.key);
        if (number === undefined || this.#match.take(number, value)) return [];
        return [{ row: seen.rowAt(number), value }];
      });
      if (kept.length > 0) await rowStore.put(kept);
    }
  }

  /** Whether Planhat was seen to hold an open candidate's record as it is wanted, and no other one under its key. */
  isMatch(number: number): boolean {
    return this.#match.isMatch(number);
  }

  get matches(): number {
    return this.#match.matches;
  }

  async resolveAll(candidates: readonly Candidate[], seen: SeenKeys): Promise<readonly PlanItem[]> {
    const rows = candidates.flatMap((one) => (one.kind === "open" ? [one.record.position.row] : []));
    const held = await this.held(rows);
    const view = this.#view;
    return candidates.map((candidate) =>
      resolve(this.#sync, candidate, seen, (open) => {
        const { key, position } = open.record;
        const number = seen.numberOf(key) ?? 0;
        if (this.#match.isMatch(number)) return { kind: "unchanged", key, position };
        const kept = held.get(position.row) ?? [];
        const rivalled = this.#match.rivalled(number, open.record);
        return resolveLive(this.#sync, open, rivalled.length === 0 ? kept : [...rivalled, ...kept], view);
      }),
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

  #query(keys: SeenKeys): RecordsQuery {
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
