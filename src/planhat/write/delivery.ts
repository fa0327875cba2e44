import { byAction } from "../../model/action.ts";
import type { Change } from "../../model/change.ts";
import type { ObjectType } from "../../model/object-type.ts";
import type { Batch, Load, Outcome } from "../../model/outcome.ts";
import type { Reason } from "../../model/reason.ts";
import type { Redact } from "../../model/redact.ts";
import { stopOf } from "../../model/stop.ts";
import type { TargetReader } from "../../model/target-reader.ts";
import { exhaustedStop, fatalStop, type Refusal, refusalOf, unreachableStop } from "../api/api-failure.ts";
import { attempts, final, outlookOf, type RetryOptions, TransientAnswer } from "../api/retrying.ts";
import { type ApiAnswer, NetworkError, type Send } from "../api/send.ts";
import { UnexpectedAnswer, unexpectedStop } from "../api/unexpected-answer.ts";
import { attribute } from "./attribution.ts";
import { type BulkAnswer, type BulkError, readBulkAnswer } from "./bulk-answer.ts";
import { LoadMeter } from "./load-meter.ts";
import { REREADS } from "./rereads.ts";
import { halves, settle } from "./settlement.ts";
import { Verdicts } from "./verdicts.ts";

export interface BulkWriterOptions extends RetryOptions {
  /** Rate-limited, one attempt a call: an answer that never came is looked after before a repeat. */
  readonly send: Send;
  readonly target: Pick<TargetReader, "idsOfKeys">;
  readonly objectTypes: ReadonlyMap<string, ObjectType>;
  readonly origin: string;
  readonly redact: Redact;
}

export interface DeliveryOptions extends BulkWriterOptions {
  readonly batch: Batch;
  readonly objectType: ObjectType;
  readonly signal: AbortSignal;
  /** JSON text of one element of the body. */
  readonly itemOf: (change: Change) => string;
}

/** So many refused records are sent once more, each alone, to learn what Planhat says of each. */
const MOST_ASKED_ALONE = 20;
/** After so many answers that do not add up, the rest of a batch is left open: dividing on would eat the minute's calls. */
const MOST_UNEXPLAINED = 100;
/** A body of this size (bytes) that got no answer may have been too large for something on the way: half goes next. */
const LARGE_BODY = 1024 * 1024;

/** A final answer; `bulk` where it is one to a bulk write. */
interface Got {
  readonly answer: ApiAnswer;
  readonly bulk: BulkAnswer | undefined;
}

/** One batch on its way: sent, repeated, divided and looked after until every change is decided. */
export class Delivery {
  readonly #options: DeliveryOptions;
  readonly #verdicts: Verdicts;
  readonly #meter = new LoadMeter();
  #unexplained = 0;

  constructor(options: DeliveryOptions) {
    this.#options = options;
    this.#verdicts = new Verdicts(options.batch.changes, options.redact);
  }

  /** Throws a Stop when the run cannot go on; outcomes() then tells how far it came. */
  run(): Promise<void> {
    return this.#deliver(this.#options.batch.changes);
  }

  /** `why`: what is said of those that are in doubt. */
  outcomes(why?: Reason): readonly Outcome[] {
    return this.#verdicts.outcomes(why);
  }

  get load(): Load {
    return this.#meter.load;
  }

  async #deliver(changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return;
    const { sent, later, got } = await this.#put(changes);
    if (got !== undefined) await this.#heed(sent, got);
    await this.#deliver(later);
  }

  async #heed(sent: readonly Change[], { answer, bulk }: Got): Promise<void> {
    const { objectType, origin, redact, batch } = this.#options;
    const somethingTaken = bulk !== undefined && bulk.created + bulk.updated + bulk.nonupdates > 0;
    // Others of the batch were allowed: the token may update but not create, for example.
    const someForbidden = answer.status === 403 && bulk !== undefined && sent.length < batch.changes.length;
    if (answer.status >= 400 && !somethingTaken && !someForbidden) {
      const [said] = bulk?.errors ?? [];
      const told = said === undefined ? answer : { ...answer, text: said.text };
      const stop = fatalStop(told, `write ${objectType.plural}`, origin, redact);
      if (stop !== undefined) {
        if (answer.status === 403) this.#verdicts.forbid(sent, stop);
        throw stop;
      }
    }
    if (bulk !== undefined && answer.status !== 413) await this.#settle(sent, bulk);
    else await this.#divide(sent, refusalOf(answer, this.#bytesOf(sent), redact));
  }

  /**
   * Sends until a final answer comes; it speaks of `sent`. `later` is what a body that may have been too large was
   * relieved of. Without `got`, looking back showed that nothing was left to send.
   */
  async #put(changes: readonly Change[]): Promise<{
    readonly sent: readonly Change[];
    readonly later: readonly Change[];
    readonly got: Got | undefined;
  }> {
    const { signal, send, objectType, origin, redact } = this.#options;
    const what = `write ${objectType.plural}`;
    let open = changes;
    let later: readonly Change[] = [];
    let lost: { readonly bytes: number } | undefined;
    try {
      return await attempts(
        async () => {
          if (lost !== undefined) {
            open = await this.#lookAfter(open, this.#rereads);
            if (lost.bytes > LARGE_BODY && open.length > 1) {
              const [left, right] = halves(open);
              open = left;
              later = [...right, ...later];
            }
          }
          if (open.length === 0) return { sent: open, later, got: undefined };
          const body = `[${open.map(this.#options.itemOf).join(",")}]`;
          try {
            const answer = final(await send({ method: "PUT", path: objectType.path, body }, signal));
            this.#meter.answered(answer);
            const bulk = readBulkAnswer(answer.text, answer.status);
            if (answer.status < 300 && bulk === undefined) throw new UnexpectedAnswer(answer);
            return { sent: open, later, got: { answer, bulk } };
          } catch (error) {
            this.#meter.failed(error);
            if (outlookOf(error) === "unclear") {
              lost = { bytes: error instanceof NetworkError ? body.length : 0 };
              this.#verdicts.again(open);
            }
            throw error;
          }
        },
        this.#options,
        signal,
      );
    } catch (error) {
      if (error instanceof UnexpectedAnswer) throw unexpectedStop(error.answer, what, redact);
      if (error instanceof TransientAnswer) throw exhaustedStop(error.answer, what, redact);
      if (error instanceof NetworkError) throw unreachableStop(error, what, origin, redact);
      throw error;
    }
  }

  async #settle(sent: readonly Change[], bulk: BulkAnswer): Promise<void> {
    const attribution = attribute(bulk, sent, this.#options.objectType.keyables);
    this.#verdicts.named(attribution);
    const settlement = settle(attribution);
    if (settlement.kind === "divide" || settlement.kind === "unexplained")
      this.#verdicts.counted(attribution);
    switch (settlement.kind) {
      case "taken":
        return this.#verdicts.taken(attribution);
      case "refused":
        return this.#decideRefused(attribution.rest, settlement.errors);
      case "divide":
        return this.#divide(attribution.rest, undefined);
      case "unexplained":
        return this.#explain(attribution.rest);
      default:
        return settlement satisfies never;
    }
  }

  async #decideRefused(rest: readonly Change[], errors: readonly BulkError[]): Promise<void> {
    // Each alone, so that every record gets its own reason; without a key a repeat could create, so not then.
    if (errors.length > 1 && rest.length <= MOST_ASKED_ALONE && this.#repeatable) {
      this.#verdicts.doubt(rest);
      for (const change of rest) await this.#deliver([change]);
      return;
    }
    for (const change of rest) this.#verdicts.refuse(change, errors);
  }

  /** A batch that was refused as a whole, or in which nobody can tell good from bad. */
  async #divide(changes: readonly Change[], refusal: Refusal | undefined): Promise<void> {
    const [only] = changes;
    if (changes.length === 1 && only !== undefined) {
      this.#verdicts.refuseAlone(only, refusal);
      return;
    }
    if (refusal === undefined && !this.#repeatable) return this.#findByContent(changes);
    if (refusal === undefined) this.#verdicts.again(changes);
    const [left, right] = halves(changes);
    await this.#deliver(left);
    await this.#deliver(right);
  }

  /** The answer does not add up: what exists now was taken; the rest is asked again in halves, or was dropped. */
  async #explain(rest: readonly Change[]): Promise<void> {
    this.#unexplained += 1;
    // Later on, whatever was taken the first time has had time to show.
    const open = await this.#lookAfter(rest, this.#unexplained === 1 ? this.#rereads : []);
    if (open.length === 0) return;
    if (open.length > 1 && this.#repeatable && this.#unexplained <= MOST_UNEXPLAINED) {
      this.#verdicts.again(open);
      const [left, right] = halves(open);
      await this.#deliver(left);
      await this.#deliver(right);
      return;
    }
    for (const change of open) this.#verdicts.giveUp(change, open.length === 1 || !this.#repeatable);
  }

  /**
   * Asks Planhat which of the records to be created exist by now, and decides those; answers what is still open.
   * `waits`: milliseconds before each further look at what was not found.
   */
  async #lookAfter(changes: readonly Change[], waits: readonly number[]): Promise<readonly Change[]> {
    const { target, objectType, batch, signal, clock } = this.#options;
    const creates = changes.filter(showsWhenTaken);
    if (creates.length === 0) return changes;
    const found = await target.idsOfKeys(
      {
        objectType,
        keyField: batch.keyField,
        records: creates.map(({ key, record }) => ({ key, fields: record.fields })),
      },
      signal,
    );
    for (const change of creates) {
      const [id] = found.get(change.key) ?? [];
      if (id !== undefined) this.#verdicts.found(change, id);
    }
    const open = this.#verdicts.undecided(changes);
    const [wait, ...more] = waits;
    if (wait === undefined || !open.some(showsWhenTaken)) return open;
    await clock.sleep(wait, signal);
    if (signal.aborted) throw stopOf(signal);
    return this.#lookAfter(open, more);
  }

  async #findByContent(changes: readonly Change[]): Promise<void> {
    this.#verdicts.doubt(changes);
    for (const change of await this.#lookAfter(changes, this.#rereads)) {
      this.#verdicts.refuseUnheard(change);
    }
  }

  /** Of the body's items. */
  #bytesOf(changes: readonly Change[]): number {
    return changes.reduce((sum, change) => sum + Buffer.byteLength(this.#options.itemOf(change)), 0);
  }

  /** Only what Planhat can match to a record may be sent twice. */
  get #repeatable(): boolean {
    return this.#options.batch.keyField !== undefined;
  }

  get #rereads(): readonly number[] {
    return this.#repeatable ? REREADS.keyed : REREADS.keyless;
  }
}

/** Whether Planhat holds a record that it did not hold before, once it has taken the change. */
function showsWhenTaken({ action }: Change): boolean {
  return byAction(action, { create: true, update: false });
}
