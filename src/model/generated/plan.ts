// Generated from schemas/plan.schema.json by scripts/generate.mjs: do not edit, run `npm run generate`.

/**
 * One field of a change.
 */
export type FieldChange = ShownField | HiddenField;

/**
 * What planhat-sync plan --format json prints: what an apply would change. Properties may be added; a reader ignores those it does not know.
 */
export interface PlanOutput {
  /**
   * Version of this format; a change that breaks a reader gets a new one.
   */
  formatVersion: 1;
  /**
   * The Planhat that the plan is for: an origin such as https://api-us1.planhat.com, or sandbox for the project's own.
   */
  target?: string;
  /**
   * The environment of the project; left out in a project without environments.
   */
  environment?: string;
  /**
   * What was compared with: Planhat itself, what it accepted last, or nothing.
   */
  baseline?: "live" | "state" | "none";
  /**
   * What is kept out of this output; left out where nothing is.
   */
  hidden?: {
    /**
     * Fields tell their effect in place of before and after.
     */
    values: boolean;
    /**
     * Each key is sha256: and the first 12 hexadecimal digits of its SHA-256.
     */
    keys: boolean;
  };
  /**
   * The syncs in the order in which an apply would write them.
   */
  syncs: Sync[];
  /**
   * Remarks on the definitions, by file and line.
   */
  diagnostics: Diagnostic[];
}
/**
 * The plan of one sync.
 */
export interface Sync {
  /**
   * Name of the sync.
   */
  name: string;
  /**
   * Object type in Planhat: Company, Enduser …
   */
  object: string;
  /**
   * What may be written: new records, existing ones, or both.
   */
  mode: "insert" | "update" | "upsert";
  /**
   * The field that identifies a record; null for an insert without one.
   */
  key: string | null;
  /**
   * Counts of rows, always whole: read is the sum of the others.
   */
  summary: {
    /**
     * Rows that the source gave.
     */
    read: number;
    /**
     * Records that Planhat does not hold yet.
     */
    create: number;
    /**
     * Records that differ from what Planhat holds.
     */
    update: number;
    /**
     * Records that Planhat already holds as they are.
     */
    unchanged: number;
    /**
     * Rows that the mode leaves out, and repeats of a row.
     */
    skip: number;
    /**
     * Rows that became no change; rejects says why.
     */
    reject: number;
  };
  /**
   * Why rows were skipped; the sum is summary.skip.
   */
  skips?: {
    /**
     * Rows of an insert whose record is already in Planhat.
     */
    exists: number;
    /**
     * Rows of an update whose record is not in Planhat.
     */
    missing: number;
    /**
     * Rows that repeat another one, with equal content.
     */
    repeat: number;
    /**
     * Rows whose record somebody changed in Planhat after the plan was saved that is applied.
     */
    changed: number;
  };
  /**
   * How many of the changes undo what was done in Planhat since the last apply.
   */
  drifted?: number;
  /**
   * How many changes put what at stake, the worst first; a change counts for each.
   */
  risks?: {
    /**
     * Undo what was done in Planhat since the last apply.
     */
    drift: number;
    /**
     * Give a record another key or another company.
     */
    identity: number;
    /**
     * Empty a field.
     */
    clears: number;
    /**
     * Replace a value, or one that is not known.
     */
    overwrites: number;
    /**
     * Set what was empty.
     */
    fills: number;
    /**
     * Create a record.
     */
    creates: number;
  };
  /**
   * Calls to Planhat.
   */
  calls: {
    /**
     * Calls that the plan made to read.
     */
    read: number;
    /**
     * Calls that an apply would make to write.
     */
    write: number;
  };
  /**
   * Time that these calls take at the rate limit, in seconds.
   */
  seconds?: number;
  /**
   * The first changes, at most --limit of them (100 by default).
   */
  changes: Change[];
  /**
   * The first rejected rows, at most --limit of them (100 by default).
   */
  rejects: Reject[];
  /**
   * The first skipped rows, at most --limit of them (100 by default).
   */
  skipped?: Skipped[];
  /**
   * How many rows have almost the same key as another record: rows that create one, and rows of an update that find none.
   */
  alikeCount?: number;
  /**
   * The first of these rows with the record that each is almost, at most --limit of them (100 by default).
   */
  alike?: Alike[];
  /**
   * Mapped fields that have no value, or the same value, in every record, although columns that they read differ from row to row. It looks like an accident; the records are planned all the same.
   */
  uniform?: Uniform[];
  /**
   * Why the guards of the definition forbid to apply this; left out where they do not.
   *
   * Items: One guard, in a whole sentence.
   */
  violations?: string[];
  /**
   * Remarks on this plan that have no place in a definition; left out where there are none.
   *
   * Items: One remark, in whole sentences.
   */
  warnings?: string[];
}
/**
 * Create or update of one record.
 */
export interface Change {
  /**
   * What would be done.
   */
  action: "create" | "update";
  /**
   * Value of the key field; ~ and a fingerprint for a record without one.
   */
  key: string;
  /**
   * What was done to the record in Planhat since the last apply, and would be undone; left out where nothing was, or it is not known.
   */
  drift?: {
    /**
     * Fields were changed, or the record was deleted and would be created again.
     */
    kind: "edited" | "deleted";
    /**
     * With edited: the mapped fields that no longer hold what was accepted.
     *
     * Items: Name of a field.
     */
    fields?: string[];
  };
  /**
   * What differs, by field; a custom field as custom.Name.
   */
  fields: {
    [k: string]: FieldChange;
  };
}
/**
 * A field with its values.
 */
export interface ShownField {
  /**
   * Value in Planhat; left out where it is not known or there is none.
   */
  before?: {
    [k: string]: unknown;
  };
  /**
   * Value to be written; null clears the field.
   */
  after: {
    [k: string]: unknown;
  };
  /**
   * Of a reference that was looked up: by _id, the names of the records before and after. Left out where there are none.
   */
  names?: {
    [k: string]: string;
  };
}
/**
 * A field whose values are hidden. It has no after, so that nothing here can be taken for a value.
 */
export interface HiddenField {
  /**
   * Always true.
   */
  hidden: true;
  /**
   * What happens to it: an empty field gets a value, a value (or one that is not known) is replaced, or the field is emptied.
   */
  effect: "fills" | "overwrites" | "clears";
  /**
   * Whether the plan knows what stands there now.
   */
  known: boolean;
}
/**
 * A row that became no change.
 */
export interface Reject {
  /**
   * Number of the row in its source, from 1.
   */
  row: number;
  /**
   * Value of the key field; null where the row yields none.
   */
  key: string | null;
  /**
   * Id of the rule; planhat-sync explain RULE tells more.
   */
  rule: string;
  /**
   * The field it is about, where there is one; a custom field as custom.Name.
   */
  field?: string;
  /**
   * What went wrong, finer than the rule where that is known: how a value does not fit, or JSONata's code.
   */
  code?: string;
  /**
   * What is wrong, why, and what to do; its first sentence holds no data of the row.
   */
  message: string;
  /**
   * What to do, once more by itself; left out where nothing is known to help.
   */
  hint?: string;
}
/**
 * A row that the mode leaves out, or that repeats another one.
 */
export interface Skipped {
  /**
   * Number of the row in its source, from 1.
   */
  row: number;
  /**
   * Value of the key field.
   */
  key: string;
  /**
   * exists: insert of a known record; missing: update of an unknown one; repeat: a second row with the same content; changed: changed in Planhat since the plan was saved.
   */
  reason: "exists" | "missing" | "repeat" | "changed";
  /**
   * With changed: the fields that hold something else now; empty where the record was created or deleted meanwhile.
   *
   * Items: Name of a field.
   */
  fields?: string[];
}
/**
 * A row whose key, or another field that identifies a record, is almost that of another record. Planhat does not say whether it takes the two for one.
 */
export interface Alike {
  /**
   * Number of the row in its source, from 1.
   */
  row: number;
  /**
   * Value of the key field.
   */
  key: string;
  /**
   * The field in which the two are almost the same.
   */
  field: string;
  /**
   * What the row gives there; left out where it is hidden.
   */
  value?: string;
  /**
   * In what they differ; empty where the other value is not at hand.
   *
   * Items: case: upper and lower case; blanks: blanks at an end, or their kind and number; invisible: characters without width; form: Unicode's ways to write a character; alphabet: letters of two alphabets that look the same; number: ways to write a number, or its rounding by a spreadsheet.
   */
  differs: ("invisible" | "blanks" | "form" | "case" | "alphabet" | "number")[];
  /**
   * The other record.
   */
  other: AlikeRow | AlikeRecord;
}
/**
 * Another row of the source.
 */
export interface AlikeRow {
  /**
   * Number of that row.
   */
  row: number;
  /**
   * Its key.
   */
  key: string;
}
/**
 * A record in Planhat.
 */
export interface AlikeRecord {
  /**
   * Its _id.
   */
  id: string;
  /**
   * What it has in the field; left out where it is hidden.
   */
  value?: string;
}
/**
 * A mapped field that is the same in every record of the plan.
 */
export interface Uniform {
  /**
   * The field of Planhat: name, or custom.Name.
   */
  field: string;
  /**
   * none: it has no value in any record, so that Planhat keeps what it holds; same: it has the same value in every record, which may be null.
   */
  kind: "none" | "same";
  /**
   * With same, the value; left out where values are hidden.
   */
  value?: {
    [k: string]: unknown;
  };
  /**
   * How many records the plan has; rejected rows are not counted.
   */
  records: number;
  /**
   * Columns that its expression reads and that differ from row to row.
   *
   * Items: Name of a column.
   */
  columns: string[];
}
/**
 * A placed remark on a definition.
 */
export interface Diagnostic {
  /**
   * Id of the rule; planhat-sync explain RULE tells more.
   */
  rule: string;
  /**
   * An error keeps the definition from being used.
   */
  severity: "error" | "warning";
  /**
   * Name of the sync, where the file got far enough to have one.
   */
  sync?: string;
  /**
   * Path relative to the project folder, with forward slashes.
   */
  file: string;
  /**
   * Line, from 1.
   */
  line: number;
  /**
   * Column in UTF-16 units, from 1.
   */
  column: number;
  /**
   * What is wrong and why.
   */
  message: string;
  /**
   * What to do.
   */
  hint?: string;
}

export const planSchema: object = {
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "PlanOutput",
  "description": "What planhat-sync plan --format json prints: what an apply would change. Properties may be added; a reader ignores those it does not know.",
  "type": "object",
  "required": [
    "formatVersion",
    "syncs",
    "diagnostics"
  ],
  "properties": {
    "formatVersion": {
      "const": 1,
      "description": "Version of this format; a change that breaks a reader gets a new one."
    },
    "target": {
      "type": "string",
      "description": "The Planhat that the plan is for: an origin such as https://api-us1.planhat.com, or sandbox for the project's own."
    },
    "environment": {
      "type": "string",
      "description": "The environment of the project; left out in a project without environments."
    },
    "baseline": {
      "enum": [
        "live",
        "state",
        "none"
      ],
      "description": "What was compared with: Planhat itself, what it accepted last, or nothing."
    },
    "hidden": {
      "type": "object",
      "description": "What is kept out of this output; left out where nothing is.",
      "required": [
        "values",
        "keys"
      ],
      "properties": {
        "values": {
          "type": "boolean",
          "description": "Fields tell their effect in place of before and after."
        },
        "keys": {
          "type": "boolean",
          "description": "Each key is sha256: and the first 12 hexadecimal digits of its SHA-256."
        }
      }
    },
    "syncs": {
      "type": "array",
      "items": {
        "$ref": "#/definitions/sync"
      },
      "description": "The syncs in the order in which an apply would write them."
    },
    "diagnostics": {
      "type": "array",
      "items": {
        "$ref": "#/definitions/diagnostic"
      },
      "description": "Remarks on the definitions, by file and line."
    }
  },
  "definitions": {
    "sync": {
      "type": "object",
      "description": "The plan of one sync.",
      "required": [
        "name",
        "object",
        "mode",
        "key",
        "summary",
        "calls",
        "changes",
        "rejects"
      ],
      "properties": {
        "name": {
          "type": "string",
          "description": "Name of the sync."
        },
        "object": {
          "type": "string",
          "description": "Object type in Planhat: Company, Enduser …"
        },
        "mode": {
          "enum": [
            "insert",
            "update",
            "upsert"
          ],
          "description": "What may be written: new records, existing ones, or both."
        },
        "key": {
          "type": [
            "string",
            "null"
          ],
          "description": "The field that identifies a record; null for an insert without one."
        },
        "summary": {
          "type": "object",
          "description": "Counts of rows, always whole: read is the sum of the others.",
          "required": [
            "read",
            "create",
            "update",
            "unchanged",
            "skip",
            "reject"
          ],
          "properties": {
            "read": {
              "type": "integer",
              "minimum": 0,
              "description": "Rows that the source gave."
            },
            "create": {
              "type": "integer",
              "minimum": 0,
              "description": "Records that Planhat does not hold yet."
            },
            "update": {
              "type": "integer",
              "minimum": 0,
              "description": "Records that differ from what Planhat holds."
            },
            "unchanged": {
              "type": "integer",
              "minimum": 0,
              "description": "Records that Planhat already holds as they are."
            },
            "skip": {
              "type": "integer",
              "minimum": 0,
              "description": "Rows that the mode leaves out, and repeats of a row."
            },
            "reject": {
              "type": "integer",
              "minimum": 0,
              "description": "Rows that became no change; rejects says why."
            }
          }
        },
        "skips": {
          "type": "object",
          "description": "Why rows were skipped; the sum is summary.skip.",
          "required": [
            "exists",
            "missing",
            "repeat",
            "changed"
          ],
          "properties": {
            "exists": {
              "type": "integer",
              "minimum": 0,
              "description": "Rows of an insert whose record is already in Planhat."
            },
            "missing": {
              "type": "integer",
              "minimum": 0,
              "description": "Rows of an update whose record is not in Planhat."
            },
            "repeat": {
              "type": "integer",
              "minimum": 0,
              "description": "Rows that repeat another one, with equal content."
            },
            "changed": {
              "type": "integer",
              "minimum": 0,
              "description": "Rows whose record somebody changed in Planhat after the plan was saved that is applied."
            }
          }
        },
        "drifted": {
          "type": "integer",
          "minimum": 0,
          "description": "How many of the changes undo what was done in Planhat since the last apply."
        },
        "risks": {
          "type": "object",
          "description": "How many changes put what at stake, the worst first; a change counts for each.",
          "required": [
            "drift",
            "identity",
            "clears",
            "overwrites",
            "fills",
            "creates"
          ],
          "properties": {
            "drift": {
              "type": "integer",
              "minimum": 0,
              "description": "Undo what was done in Planhat since the last apply."
            },
            "identity": {
              "type": "integer",
              "minimum": 0,
              "description": "Give a record another key or another company."
            },
            "clears": {
              "type": "integer",
              "minimum": 0,
              "description": "Empty a field."
            },
            "overwrites": {
              "type": "integer",
              "minimum": 0,
              "description": "Replace a value, or one that is not known."
            },
            "fills": {
              "type": "integer",
              "minimum": 0,
              "description": "Set what was empty."
            },
            "creates": {
              "type": "integer",
              "minimum": 0,
              "description": "Create a record."
            }
          }
        },
        "calls": {
          "type": "object",
          "description": "Calls to Planhat.",
          "required": [
            "read",
            "write"
          ],
          "properties": {
            "read": {
              "type": "integer",
              "minimum": 0,
              "description": "Calls that the plan made to read."
            },
            "write": {
              "type": "integer",
              "minimum": 0,
              "description": "Calls that an apply would make to write."
            }
          }
        },
        "seconds": {
          "type": "number",
          "minimum": 0,
          "description": "Time that these calls take at the rate limit, in seconds."
        },
        "changes": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/change"
          },
          "description": "The first changes, at most --limit of them (100 by default)."
        },
        "rejects": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/reject"
          },
          "description": "The first rejected rows, at most --limit of them (100 by default)."
        },
        "skipped": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/skipped"
          },
          "description": "The first skipped rows, at most --limit of them (100 by default)."
        },
        "alikeCount": {
          "type": "integer",
          "minimum": 0,
          "description": "How many rows have almost the same key as another record: rows that create one, and rows of an update that find none."
        },
        "alike": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/alike"
          },
          "description": "The first of these rows with the record that each is almost, at most --limit of them (100 by default)."
        },
        "uniform": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/uniform"
          },
          "description": "Mapped fields that have no value, or the same value, in every record, although columns that they read differ from row to row. It looks like an accident; the records are planned all the same."
        },
        "violations": {
          "type": "array",
          "items": {
            "type": "string",
            "description": "One guard, in a whole sentence."
          },
          "description": "Why the guards of the definition forbid to apply this; left out where they do not."
        },
        "warnings": {
          "type": "array",
          "items": {
            "type": "string",
            "description": "One remark, in whole sentences."
          },
          "description": "Remarks on this plan that have no place in a definition; left out where there are none."
        }
      }
    },
    "change": {
      "type": "object",
      "description": "Create or update of one record.",
      "required": [
        "action",
        "key",
        "fields"
      ],
      "properties": {
        "action": {
          "enum": [
            "create",
            "update"
          ],
          "description": "What would be done."
        },
        "key": {
          "type": "string",
          "description": "Value of the key field; ~ and a fingerprint for a record without one."
        },
        "drift": {
          "type": "object",
          "description": "What was done to the record in Planhat since the last apply, and would be undone; left out where nothing was, or it is not known.",
          "required": [
            "kind"
          ],
          "properties": {
            "kind": {
              "enum": [
                "edited",
                "deleted"
              ],
              "description": "Fields were changed, or the record was deleted and would be created again."
            },
            "fields": {
              "type": "array",
              "items": {
                "type": "string",
                "description": "Name of a field."
              },
              "description": "With edited: the mapped fields that no longer hold what was accepted."
            }
          }
        },
        "fields": {
          "type": "object",
          "description": "What differs, by field; a custom field as custom.Name.",
          "additionalProperties": {
            "$ref": "#/definitions/fieldChange"
          }
        }
      }
    },
    "fieldChange": {
      "description": "One field of a change.",
      "anyOf": [
        {
          "$ref": "#/definitions/shownField"
        },
        {
          "$ref": "#/definitions/hiddenField"
        }
      ]
    },
    "shownField": {
      "type": "object",
      "description": "A field with its values.",
      "required": [
        "after"
      ],
      "properties": {
        "before": {
          "description": "Value in Planhat; left out where it is not known or there is none."
        },
        "after": {
          "description": "Value to be written; null clears the field."
        },
        "names": {
          "type": "object",
          "description": "Of a reference that was looked up: by _id, the names of the records before and after. Left out where there are none.",
          "additionalProperties": {
            "type": "string"
          }
        }
      }
    },
    "hiddenField": {
      "type": "object",
      "description": "A field whose values are hidden. It has no after, so that nothing here can be taken for a value.",
      "required": [
        "hidden",
        "effect",
        "known"
      ],
      "properties": {
        "hidden": {
          "const": true,
          "description": "Always true."
        },
        "effect": {
          "enum": [
            "fills",
            "overwrites",
            "clears"
          ],
          "description": "What happens to it: an empty field gets a value, a value (or one that is not known) is replaced, or the field is emptied."
        },
        "known": {
          "type": "boolean",
          "description": "Whether the plan knows what stands there now."
        }
      }
    },
    "reject": {
      "type": "object",
      "description": "A row that became no change.",
      "required": [
        "row",
        "key",
        "rule",
        "message"
      ],
      "properties": {
        "row": {
          "type": "integer",
          "minimum": 1,
          "description": "Number of the row in its source, from 1."
        },
        "key": {
          "type": [
            "string",
            "null"
          ],
          "description": "Value of the key field; null where the row yields none."
        },
        "rule": {
          "type": "string",
          "description": "Id of the rule; planhat-sync explain RULE tells more."
        },
        "field": {
          "type": "string",
          "description": "The field it is about, where there is one; a custom field as custom.Name."
        },
        "code": {
          "type": "string",
          "description": "What went wrong, finer than the rule where that is known: how a value does not fit, or JSONata's code."
        },
        "message": {
          "type": "string",
          "description": "What is wrong, why, and what to do; its first sentence holds no data of the row."
        },
        "hint": {
          "type": "string",
          "description": "What to do, once more by itself; left out where nothing is known to help."
        }
      }
    },
    "skipped": {
      "type": "object",
      "description": "A row that the mode leaves out, or that repeats another one.",
      "required": [
        "row",
        "key",
        "reason"
      ],
      "properties": {
        "row": {
          "type": "integer",
          "minimum": 1,
          "description": "Number of the row in its source, from 1."
        },
        "key": {
          "type": "string",
          "description": "Value of the key field."
        },
        "reason": {
          "enum": [
            "exists",
            "missing",
            "repeat",
            "changed"
          ],
          "description": "exists: insert of a known record; missing: update of an unknown one; repeat: a second row with the same content; changed: changed in Planhat since the plan was saved."
        },
        "fields": {
          "type": "array",
          "description": "With changed: the fields that hold something else now; empty where the record was created or deleted meanwhile.",
          "items": {
            "type": "string",
            "description": "Name of a field."
          }
        }
      }
    },
    "alike": {
      "type": "object",
      "description": "A row whose key, or another field that identifies a record, is almost that of another record. Planhat does not say whether it takes the two for one.",
      "required": [
        "row",
        "key",
        "field",
        "differs",
        "other"
      ],
      "properties": {
        "row": {
          "type": "integer",
          "minimum": 1,
          "description": "Number of the row in its source, from 1."
        },
        "key": {
          "type": "string",
          "description": "Value of the key field."
        },
        "field": {
          "type": "string",
          "description": "The field in which the two are almost the same."
        },
        "value": {
          "type": "string",
          "description": "What the row gives there; left out where it is hidden."
        },
        "differs": {
          "type": "array",
          "items": {
            "enum": [
              "invisible",
              "blanks",
              "form",
              "case",
              "alphabet",
              "number"
            ],
            "description": "case: upper and lower case; blanks: blanks at an end, or their kind and number; invisible: characters without width; form: Unicode's ways to write a character; alphabet: letters of two alphabets that look the same; number: ways to write a number, or its rounding by a spreadsheet."
          },
          "description": "In what they differ; empty where the other value is not at hand."
        },
        "other": {
          "description": "The other record.",
          "anyOf": [
            {
              "$ref": "#/definitions/alikeRow"
            },
            {
              "$ref": "#/definitions/alikeRecord"
            }
          ]
        }
      }
    },
    "uniform": {
      "type": "object",
      "description": "A mapped field that is the same in every record of the plan.",
      "required": [
        "field",
        "kind",
        "records",
        "columns"
      ],
      "properties": {
        "field": {
          "type": "string",
          "description": "The field of Planhat: name, or custom.Name."
        },
        "kind": {
          "enum": [
            "none",
            "same"
          ],
          "description": "none: it has no value in any record, so that Planhat keeps what it holds; same: it has the same value in every record, which may be null."
        },
        "value": {
          "description": "With same, the value; left out where values are hidden."
        },
        "records": {
          "type": "integer",
          "minimum": 2,
          "description": "How many records the plan has; rejected rows are not counted."
        },
        "columns": {
          "type": "array",
          "items": {
            "type": "string",
            "description": "Name of a column."
          },
          "description": "Columns that its expression reads and that differ from row to row."
        }
      }
    },
    "alikeRow": {
      "type": "object",
      "description": "Another row of the source.",
      "required": [
        "row",
        "key"
      ],
      "properties": {
        "row": {
          "type": "integer",
          "minimum": 1,
          "description": "Number of that row."
        },
        "key": {
          "type": "string",
          "description": "Its key."
        }
      }
    },
    "alikeRecord": {
      "type": "object",
      "description": "A record in Planhat.",
      "required": [
        "id"
      ],
      "properties": {
        "id": {
          "type": "string",
          "description": "Its _id."
        },
        "value": {
          "type": "string",
          "description": "What it has in the field; left out where it is hidden."
        }
      }
    },
    "diagnostic": {
      "type": "object",
      "description": "A placed remark on a definition.",
      "required": [
        "rule",
        "severity",
        "file",
        "line",
        "column",
        "message"
      ],
      "properties": {
        "rule": {
          "type": "string",
          "description": "Id of the rule; planhat-sync explain RULE tells more."
        },
        "severity": {
          "enum": [
            "error",
            "warning"
          ],
          "description": "An error keeps the definition from being used."
        },
        "sync": {
          "type": "string",
          "description": "Name of the sync, where the file got far enough to have one."
        },
        "file": {
          "type": "string",
          "description": "Path relative to the project folder, with forward slashes."
        },
        "line": {
          "type": "integer",
          "minimum": 1,
          "description": "Line, from 1."
        },
        "column": {
          "type": "integer",
          "minimum": 1,
          "description": "Column in UTF-16 units, from 1."
        },
        "message": {
          "type": "string",
          "description": "What is wrong and why."
        },
        "hint": {
          "type": "string",
          "description": "What to do."
        }
      }
    }
  }
};
