import type { Aggregation } from "./analytics.ts";

/**
 * What Planhat's documentation leaves open, each as a switch. A client that is right must be right in every position;
 * the defaults are the likeliest behaviour.
 */
export interface Unknowns {
  /** Elements of `createdErrors` and its kin: a text, or `{ index, message, keys }`. */
  readonly errorElements: "string" | "object";
  /** Error bodies outside bulk writes: `{ "error": text }`, or plain text. */
  readonly errorBodies: "json" | "text";
  /** Status of a bulk write in which every item failed. */
  readonly allFailedStatus: 400 | 206;
  /** Status of a bulk write with more items than the limit. */
  readonly tooManyItemsStatus: 400 | 413;
  /** Whether a 429 tells in `Retry-After` how many seconds to wait. */
  readonly retryAfter: boolean;
  /** Two items of one bulk write with the same key: which is stored; the others get an error. `each`: one after the other. */
  readonly payloadDuplicates: "none" | "first" | "last" | "each";
  /** A key that several records bear: an error, the oldest record, or a new one. */
  readonly ambiguousMatch: "error" | "first" | "insert";
  /** An externalId known only in another company than the item's: a new record, or a record that changes company. */
  readonly otherCompany: "insert" | "move";
  /**
   * A key that the record already has, changed by an item that was matched by a key of lower priority: one client
   * reports that this is not possible, and not what becomes of it. A key that the record lacks is always set.
   */
  readonly higherKeyChange: "refuse" | "ignore" | "store";
  /** An item with an `_id` that Planhat does not hold: created under that id, or an error. */
  readonly unknownId: "insert" | "refuse";
  /** Bulk writes of one collection at the same time, with the same keys: one after the other, or errors (`… duplicated`). */
  readonly overlappingWrites: "each" | "refuse";
  /** `null`: the field is removed, kept as null, or nothing happens. */
  readonly nullValue: "clear" | "store" | "ignore";
  /** `""`: stored as it is, or like `clear`. */
  readonly emptyString: "store" | "clear";
  /** A field that the object type does not have, `external_id` for example. */
  readonly unknownField: "ignore" | "store" | "refuse";
  /** A field that Planhat computes. `ignoreUnlessOffered` stores those that other products map by default (`mr`), or that Planhat's examples write. */
  readonly computedField: "ignoreUnlessOffered" | "ignore" | "store" | "refuse";
  /** A custom field that the tenant has not defined. */
  readonly unknownCustomField: "store" | "ignore" | "refuse";
  /** A value of another type than the field's, custom fields included. */
  readonly wrongType: "refuse" | "store";
  /** Whether `A1` and `a1` are one sourceId or externalId. */
  readonly idCase: "sensitive" | "insensitive";
  /** Whether `Ann@acme.com` and `ann@acme.com` are one e-mail address. */
  readonly emailCase: "sensitive" | "insensitive";
  /** Whether lastUpdated or updatedAt moves on a write that changes nothing. */
  readonly touchUnchanged: boolean;
  /** Whether `updatesKeys` echoes the keyables that were sent, or only `_id`. */
  readonly updatesKeys: "id" | "keys";
  /** Whether `upsertedIds` also holds the ids of updated records. */
  readonly upsertedIds: "created" | "all";
  /** `PUT` of one record with another `_id` in its body than in its path; the same one is no error. */
  readonly idInBody: "refuse" | "ignore";
  /** Reply to a delete: `{ n, ok, deletedCount }`, or the deleted record. */
  readonly deleteReply: "counts" | "record";
  /** A `limit` above the object type's maximum. */
  readonly limitAboveMax: "clamp" | "refuse";
  /**
   * A comma in a filter that no page of Planhat shows with several values (`externalId`, `sourceId`, `email` …; shown are
   * `companyId`, and `status` of the lean list): part of the one value, or it parts two.
   */
  readonly filterComma: "literal" | "split";
  /** Most records of a page, where a tenant has fewer than the documented maximum; 0: the documented one. */
  readonly pageCap: number;
  /** Whether `GET` of a single record shows one that lists hide: an archived contact. */
  readonly hiddenRecord: "show" | "hide";
  /** Order of a list without `sort`. */
  readonly defaultSort: "_id" | "-_id";
  /** What a list holds without `select`: every field, or `_id`, name and keyables. */
  readonly listFields: "all" | "keys";
  /** A list with the parameter of its hidden field (`archived`): all records, or the hidden ones alone. */
  readonly hiddenParameter: "all" | "only";
  /** A key by which Planhat may not match after all: conversations by externalId. */
  readonly uncertainKeys: "match" | "ignore";
  /** Which items Planhat drops without a word where a field that it wants in every item is missing: tickets without e-mail. */
  readonly dropsIncomplete: "always" | "creates";
  /** Whether the lists of conversations show tickets, which live among them. */
  readonly livesIn: "listed" | "apart";
  /** How a metric that the sandbox was told nothing of combines the points of a day. */
  readonly metricAggregation: Aggregation;
  /** `processed` of an answer to metric points: those without an error, or all of them. */
  readonly processedCounts: "accepted" | "all";
  /** Status of an answer in which metric points fail. */
  readonly pointErrorsStatus: 200 | 206 | 400;
  /** A metric point of a record that does not exist: taken, and listed as failed later, or an error. */
  readonly unknownRecord: "later" | "refuse";
  /** A tenant that does not exist: 404, or taken and lost. */
  readonly unknownTenant: "refuse" | "accept";
  /** What is wrong with a user activity: dropped without a word, or listed as an error; with status 200 either way. */
  readonly activityErrors: "silent" | "listed";
  /** Body of the answer to user activities: `{}`, or nothing. */
  readonly sinkBody: "object" | "empty";
  /** What a new record shows besides what was sent: what Planhat's examples show (empty lists, zeros, names it works out), or nothing. */
  readonly newRecords: "shown" | "sent";
  /** References other than to companies: `_id`s alone are documented. `resolve` takes `extid-` and `srcid-` too. */
  readonly otherReferences: "id" | "resolve";
  /** An `_id` in such a reference that leads to no record: stored, or refused. */
  readonly danglingReference: "store" | "refuse";
  /** `mrr` and `total` of a deal that has line items: left out, stored, or refused. */
  readonly dealAmounts: "ignore" | "store" | "refuse";
  /** A line item without what its kind needs (dates, a length, a price): an error, or taken as it is. */
  readonly lineItemRules: "refuse" | "store";
  /** Dates of a read: as they were sent, or as instants in UTC with milliseconds, as an example of tasks shows. */
  readonly dateForm: "sent" | "instant";
  /** Calls for a single record that no page documents (`GET /tickets/<id>`): 404, or served like those of other objects. */
  readonly undocumentedCalls: "refuse" | "serve";
  /** Milliseconds until lists and look-ups show a new record; matching sees it at once. */
  readonly readDelay: number;
}

export const DEFAULT_UNKNOWNS: Unknowns = {
  errorElements: "string",
  errorBodies: "json",
  allFailedStatus: 400,
  tooManyItemsStatus: 400,
  retryAfter: false,
  payloadDuplicates: "none",
  ambiguousMatch: "error",
  otherCompany: "insert",
  higherKeyChange: "refuse",
  unknownId: "insert",
  overlappingWrites: "each",
  nullValue: "clear",
  emptyString: "store",
  unknownField: "ignore",
  computedField: "ignoreUnlessOffered",
  unknownCustomField: "store",
  wrongType: "refuse",
  idCase: "sensitive",
  emailCase: "sensitive",
  touchUnchanged: true,
  updatesKeys: "id",
  upsertedIds: "created",
  idInBody: "refuse",
  deleteReply: "counts",
  limitAboveMax: "clamp",
  filterComma: "literal",
  pageCap: 0,
  hiddenRecord: "show",
  defaultSort: "_id",
  listFields: "all",
  hiddenParameter: "all",
  uncertainKeys: "match",
  dropsIncomplete: "always",
  livesIn: "listed",
  metricAggregation: "SUM",
  processedCounts: "accepted",
  pointErrorsStatus: 200,
  unknownRecord: "later",
  unknownTenant: "refuse",
  activityErrors: "silent",
  sinkBody: "object",
  newRecords: "shown",
  otherReferences: "id",
  danglingReference: "store",
  dealAmounts: "ignore",
  lineItemRules: "refuse",
  dateForm: "sent",
  undocumentedCalls: "refuse",
  readDelay: 0,
};
