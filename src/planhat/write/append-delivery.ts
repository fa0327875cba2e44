import { byAction } from "../../model/action.ts";
import type { Change } from "../../model/change.ts";
import type { ObjectType, Stream } from "../../model/object-type.ts";
import type { Outcome } from "../../model/outcome.ts";
import type { Reason } from "../../model/reason.ts";
import type { Redact } from "../../model/redact.ts";
import { Stop } from "../../model/stop.ts";
import { excerpt, REFUSED, refusalOf, unreachableStop } from "../api/api-failure.ts";
import { attempts, final, outlookOf, type RetryOptions, TransientAnswer } from "../api/retrying.ts";
import { type ApiAnswer, NetworkError, type Send } from "../api/send.ts";
import { type AppendAnswer, readAppendAnswer } from "./append-answer.ts";
import { appendItem, SentItems } from "./append-item.ts";
import { BatchVerdicts } from "./batch-verdicts.ts";
import { halves } from "./settlement.ts";

export interface AppendWriterOptions extends Omit<RetryOptions, "limit"> {
  /** One attempt a call, to the analytics host; counted. */
  readonly send: Send;
  /** The tenant's UUID: a secret, and the last part of every path. */
  readonly tenant: string;
  readonly objectTypes: ReadonlyMap<string, ObjectType>;
  readonly origin: string;
  readonly redact: Redact;
}

export interface AppendDeliveryOptions extends AppendWriterOptions, RetryOptions {
  readonly changes: readonly Change[];
  readonly objectType: ObjectType;
  readonly signal: AbortSignal;
}

const LOST: Reason = {
  code: "sent-unanswered",
  what: "Planhat did not confirm whether it accepted this, and sending it again could count it twice.",
  fix: "Look in Planhat. If it is not there, run `planhat-sync state forget SYNC --pending`: the next apply then sends it.",
};

/**
 * One batch of points or events. It is repeated only where it certainly did not arrive: no connection, 429, 413. Where
 * nobody can tell, the run ends: what has not left yet is safe.
 */
export class AppendDelivery {
  readonly #options: AppendDeliveryOptions;
  readonly #stream: Stream;
  readonly #verdicts: BatchVerdicts;

  constructor(options: AppendDeliveryOptions) {
    const { stream, name } = options.objectType;
    if (stream === undefined) throw new Error(`${name} is no stream`);
    this.#options = options;
    this.#stream = stream;
    this.#verdicts = new BatchVerdicts(options.changes);
  }

  /** Throws a Stop when the run cannot go on; outcomes() then tells how far it came. */
  run(): Promise<void> {
    return this.#deliver(this.#options.changes);
  }

  outcomes(): readonly Outcome[] {
    return this.#verdicts.outcomes(LOST);
  }

  async #deliver(changes: readonly Change[]): Promise<void> {
    const { redact } = this.#options;
    const answer = await this.#post(changes);
    if (answer.status === 413) return this.#divide(changes, answer);
    const read = readAppendAnswer(answer.text, this.#stream.answer);
    if (answer.status >= 300) {
      // An answer that names items is as good with any status.
      if (read !== undefined && read.errors.length > 0) return this.#settle(changes, read, answer);
      const refusal = refusalOf(answer, Buffer.byteLength(this.#bodyOf(changes)), redact);
      for (const change of changes) this.#verdicts.decide({ kind: "refused", change, ...refusal });
      return;
    }
    if (read !== undefined) return this.#settle(changes, read, answer);
    this.#verdicts.doubt(changes);
    throw new Stop("planhat-answer", `Planhat's answer to a request to ${this.#what} says nothing.`, {
      detail: `It was: ${said(answer, redact)}`,
      fix: "Is PLANHAT_ANALYTICS_URL the analytics host, and no proxy or login page in between?",
    });
  }

  /** The first final answer. A status that tells of neither success nor refusal leaves the changes in doubt. */
  async #post(changes: readonly Change[]): Promise<ApiAnswer> {
    const { objectType, tenant, send, signal, origin, redact } = this.#options;
    const path = `${objectType.path}/${encodeURIComponent(tenant)}`;
    const body = this.#bodyOf(changes);
    try {
      return await attempts(
        async () => {
          if (signal.aborted) throw new Stop("interrupted", "Interrupted before the call was made.");
          return this.#orFatal(final(await send({ method: "POST", path, body }, signal)));
        },
        this.#options,
        signal,
        "undone",
      );
    } catch (error) {
      if (outlookOf(error) === "unclear") this.#verdicts.doubt(changes);
      if (error instanceof TransientAnswer) throw this.#unwilling(error.answer);
      if (error instanceof NetworkError) throw unreachableStop(error, this.#what, origin, redact);
      throw error;
    }
  }

  #orFatal(answer: ApiAnswer): ApiAnswer {
    const { origin, redact } = this.#options;
    if (![401, 403, 404, 405, 407].includes(answer.status)) return answer;
    throw new Stop("planhat-token", `${origin} refused to ${this.#what} (${answer.status}).`, {
      detail: `It says: ${excerpt(answer.text, redact)}`,
      fix: "Check PLANHAT_TENANT_UUID: Planhat shows it in the Developer section of its settings. Check PLANHAT_ANALYTICS_URL too, if it is set.",
    });
  }

  #unwilling(answer: ApiAnswer): Stop {
    const { redact } = this.#options;
    if (answer.status === 429) {
      return new Stop("planhat-busy", `Planhat keeps answering 429 (too many requests) to: ${this.#what}.`, {
        fix: "Start again in a few minutes; what was accepted so far is remembered.",
      });
    }
    const says = excerpt(answer.text, redact);
    return new Stop("planhat-trouble", `Planhat answered ${answer.status} to a request to ${this.#what}.`, {
      detail: says === "" ? undefined : `Planhat says: ${says}`,
      fix: "See status.planhat.com. It may have taken them all the same: `planhat-sync explain sent-unanswered` says how to go on.",
    });
  }

  #bodyOf(changes: readonly Change[]): string {
    const { objectType } = this.#options;
    return `[${changes.map((change) => JSON.stringify(appendItem(change, objectType))).join(",")}]`;
  }

  #divide(changes: readonly Change[], answer: ApiAnswer): Promise<void> {
    const [only] = changes;
    if (changes.length === 1 && only !== undefined) {
      this.#verdicts.decide({
        kind: "refused",
        change: only,
        ...refusalOf(answer, Buffer.byteLength(this.#bodyOf(changes)), this.#options.redact),
      });
      return Promise.resolve();
    }
    const [left, right] = halves(changes);
    return this.#deliver(left).then(() => this.#deliver(right));
  }

  /**
   * Sent = accepted + errors, by item. Where an error names no item, or the counts do not add up, only those that an
   * error names are decided.
   */
  #settle(changes: readonly Change[], { processed, errors }: AppendAnswer, answer: ApiAnswer): void {
    const { objectType, redact } = this.#options;
    const sent = new SentItems(changes, objectType);
    const refused = new Map<Change, string>();
    let unnamed = 0;
    for (const { item, message } of errors) {
      const change = item === undefined ? undefined : sent.find(item);
      if (change === undefined) unnamed += 1;
      else refused.set(change, message);
    }
    for (const [change, text] of refused) {
      const reason = { ...REFUSED, detail: `Planhat says: ${excerpt(text, redact)}` };
      this.#verdicts.decide({ kind: "refused", change, rule: "refused", reason });
    }
    const rest = changes.filter((change) => !refused.has(change));
    // `processed` may count all items or those without an error: both leave no doubt about the rest.
    const addsUp = processed === undefined || processed === rest.length || processed === changes.length;
    if (rest.length === 0 || (unnamed === 0 && addsUp)) {
      for (const change of rest) this.#verdicts.decide({ kind: "applied", change, as: takenAs(change) });
      return;
    }
    this.#verdicts.doubt(rest);
    throw new Stop("planhat-answer", `Planhat's answer to a request to ${this.#what} does not add up.`, {
      detail: `${changes.length} were sent. It was: ${said(answer, redact)}`,
      fix: "Look in Planhat which of them it has, before they are sent again.",
    });
  }

  get #what(): string {
    return `send ${this.#options.objectType.plural}`;
  }
}

function takenAs({ action }: Change): "created" | "updated" {
  return byAction(action, { create: "created", update: "updated" });
}

function said(answer: ApiAnswer, redact: AppendWriterOptions["redact"]): string {
  const type = answer.headers["content-type"] ?? "no content type";
  return `${answer.status}, ${type}, ${answer.text === "" ? "nothing" : excerpt(answer.text, redact)}`;
}
