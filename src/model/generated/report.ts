// Generated from schemas/report.schema.json by scripts/generate.mjs: do not edit, run `npm run generate`.

/**
 * What planhat-sync prints with --format json: apply, rejects, runs, state show, test and preview. Properties may be added; a reader ignores those it does not know.
 */
export type ReportOutput = Apply | Rejects | Runs | State | Test | Preview;

/**
 * apply: what one run did.
 */
export interface Apply {
  /**
   * Version of this format; a change that breaks a reader gets a new one.
   */
  formatVersion: 1;
  /**
   * The Planhat that was written to, as in a plan; left out in a project without environments.
   */
  target?: string;
  /**
   * The environment of the project; left out in a project without environments.
   */
  environment?: string;
  /**
   * Id of the run.
   */
  run: string;
  /**
   * How it ended: partial when some records were rejected or failed.
   */
  status: "succeeded" | "partial" | "failed" | "interrupted";
  /**
   * The syncs in the order in which they were written.
   */
  syncs: SyncRun[];
  /**
   * Records that a sync in mode insert was to create, and that Planhat already had and updated; left out where there are none. They count as updated, and the run as partial.
   *
   * Items: Of one sync.
   */
  overwritten?: {
    /**
     * Name of the sync.
     */
    sync: string;
    /**
     * How many there are.
     */
    count: number;
    /**
     * The first 100 of them. Where Planhat's answer names none, only the count is certain.
     *
     * Items: One record.
     */
    records: {
      /**
       * Number of the row in its source, from 1.
       */
      row: number;
      /**
       * Value of the key field.
       */
      key: string;
    }[];
  }[];
  /**
   * Of a saved plan, the first records that changed in Planhat since and were left alone; left out where there are none. They count as skipped, and the run as partial.
   *
   * Items: One record.
   */
  changedMeanwhile?: {
    /**
     * Name of the sync.
     */
    sync: string;
    /**
     * Number of the row in its source, from 1.
     */
    row: number;
    /**
     * Value of the key field.
     */
    key: string;
    /**
     * The fields that hold something else now; empty where the record was created or deleted meanwhile.
     *
     * Items: Name of a field.
     */
    fields: string[];
  }[];
  /**
   * What ended the run before its time; left out where nothing did.
   */
  stop?: {
    /**
     * What ended it, for programs to go by.
     */
    code?: string;
    /**
     * What is wrong, and why.
     */
    message: string;
    /**
     * What to do.
     */
    hint?: string;
  };
}
/**
 * What one run did for one sync.
 */
export interface SyncRun {
  /**
   * Name of the sync.
   */
  name: string;
  /**
   * Counts of rows: read is the sum of the others.
   */
  summary: {
    /**
     * Rows that the source gave.
     */
    read: number;
    /**
     * Records that Planhat created.
     */
    created: number;
    /**
     * Records that Planhat updated.
     */
    updated: number;
    /**
     * Records that Planhat already held as they are.
     */
    unchanged: number;
    /**
     * Rows that the mode leaves out, and repeats of a row.
     */
    skipped: number;
    /**
     * Rows that became no change, and records that Planhat refused.
     */
    rejected: number;
    /**
     * Records of which it is not known whether Planhat took them; the next apply settles them.
     */
    failed: number;
    /**
     * Changes that were not sent; the next apply goes on from there.
     */
    notAttempted: number;
  };
  /**
   * Calls to Planhat that were made.
   */
  calls: {
    /**
     * Calls that read.
     */
    read: number;
    /**
     * Calls that wrote.
     */
    write: number;
    /**
     * How many of the calls repeated an earlier one.
     */
    retried: number;
  };
  /**
   * Time that the sync took, in seconds.
   */
  seconds: number;
}
/**
 * rejects: the records that did not get in, and why.
 */
export interface Rejects {
  /**
   * Version of this format; a change that breaks a reader gets a new one.
   */
  formatVersion: 1;
  /**
   * The environment of the project; left out in a project without environments.
   */
  environment?: string;
  /**
   * By sync, in the order of their rows.
   *
   * Items: One record that did not get in.
   */
  rejects: {
    /**
     * Name of the sync.
     */
    sync: string;
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
    /**
     * The record as far as it could be built, in Planhat's shape.
     */
    record: {
      [k: string]: unknown;
    };
    /**
     * Id of the run that met it last.
     */
    run: string;
    /**
     * How many applies have met it.
     */
    attempts: number;
  }[];
}
/**
 * runs: past runs, the newest first.
 */
export interface Runs {
  /**
   * Version of this format; a change that breaks a reader gets a new one.
   */
  formatVersion: 1;
  /**
   * The environment of the project; left out in a project without environments.
   */
  environment?: string;
  /**
   * The runs.
   *
   * Items: One run.
   */
  runs: {
    /**
     * Id of the run.
     */
    run: string;
    /**
     * How it ended: partial when some records were rejected or failed.
     */
    status: "running" | "succeeded" | "partial" | "failed" | "interrupted";
    /**
     * When it began, in UTC.
     */
    startedAt: string;
    /**
     * When it ended, in UTC; left out while it runs, or where it was killed.
     */
    finishedAt?: string;
    /**
     * What it did, sync by sync.
     */
    syncs: SyncRun[];
  }[];
}
/**
 * state show: what the state remembers.
 */
export interface State {
  /**
   * Version of this format; a change that breaks a reader gets a new one.
   */
  formatVersion: 1;
  /**
   * The environment of the project; left out in a project without environments.
   */
  environment?: string;
  /**
   * Path of the state file, or the address of its database without user and password.
   */
  location: string;
  /**
   * The syncs that the state knows.
   *
   * Items: What is remembered of one sync.
   */
  syncs: {
    /**
     * Name of the sync.
     */
    name: string;
    /**
     * Records that Planhat has accepted.
     */
    records: number;
    /**
     * Records that were sent and not answered; the next apply settles them.
     */
    pending: number;
    /**
     * How far an incremental sync has read: the greatest cursor value up to which everything was accepted, in the source's own text.
     */
    watermark?: string;
  }[];
  /**
   * Who is applying; null where nobody is.
   */
  lock: null | {
    /**
     * Id of its run.
     */
    run: string;
    /**
     * Its process id.
     */
    pid: number;
    /**
     * Its machine.
     */
    host: string;
    /**
     * Its user.
     */
    user: string;
    /**
     * Address of its CI job, where its system tells.
     */
    job?: string;
    /**
     * When it took the lock, in UTC.
     */
    since: string;
    /**
     * Its last sign of life, in UTC.
     */
    heartbeat: string;
  };
  /**
   * The records of one sync, where one was named.
   */
  entries?: {
    /**
     * Name of the sync.
     */
    sync: string;
    /**
     * How many records there are.
     */
    total: number;
    /**
     * The first of them.
     *
     * Items: One record.
     */
    shown: {
      /**
       * Value of the key field.
       */
      key: string;
      /**
       * Whether it was sent and not answered; then nothing else is known of it.
       */
      pending: boolean;
      /**
       * Planhat's _id, where it is known.
       */
      id?: string;
      /**
       * Fingerprint of the record as it was accepted.
       */
      fingerprint?: string;
      /**
       * The record as it was accepted, in Planhat's shape.
       */
      record?: {
        [k: string]: unknown;
      };
    }[];
  };
}
/**
 * test: the results of the definitions' tests.
 */
export interface Test {
  /**
   * Version of this format; a change that breaks a reader gets a new one.
   */
  formatVersion: 1;
  /**
   * Whether every test passed.
   */
  passed: boolean;
  /**
   * The tests, by definition.
   *
   * Items: One test.
   */
  tests: {
    /**
     * Name of the sync.
     */
    sync: string;
    /**
     * Name of the test.
     */
    test: string;
    /**
     * Path of the definition, relative to the project folder.
     */
    file: string;
    /**
     * Line of the test, from 1.
     */
    line: number;
    /**
     * Whether it passed.
     */
    ok: boolean;
    /**
     * How it failed: another record; a rejection in place of a record; a record in place of a rejection; a rejection for another reason.
     */
    problem?: "differs" | "rejected" | "accepted" | "otherRule";
    /**
     * What differs, where the problem is differs.
     *
     * Items: A field that is not as expected. A side that is left out means that the field is not there.
     */
    diff?: {
      /**
       * The field; a custom field as custom.Name.
       */
      field: string;
      /**
       * The expected value.
       */
      expected?: {
        [k: string]: unknown;
      };
      /**
       * The value that came out.
       */
      actual?: {
        [k: string]: unknown;
      };
    }[];
    /**
     * Why a row was rejected.
     */
    rejection?: {
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
    };
    /**
     * Id of the rule that should have rejected the row.
     */
    expectedRule?: string;
    /**
     * The record that came out in place of a rejection.
     */
    record?: {
      [k: string]: unknown;
    };
  }[];
  /**
   * What the tests reach; left out where it was not asked for.
   */
  coverage?: {
    /**
     * Share of all fields and branches that is reached, rounded down.
     */
    percent: number;
    /**
     * By definition.
     */
    syncs: SyncCoverage[];
  };
}
/**
 * What the tests of one definition reach.
 */
export interface SyncCoverage {
  /**
   * Name of the sync.
   */
  sync: string;
  /**
   * Path of the definition, relative to the project folder.
   */
  file: string;
  fields: Reached;
  branches: Reached1;
  /**
   * What is not reached, field by field.
   *
   * Items: A field or a branch that no test reaches.
   */
  gaps: {
    /**
     * What is not reached.
     */
    kind: "field" | "branch";
    /**
     * The field; a custom field as custom.Name.
     */
    field: string;
    /**
     * Line in the definition, from 1.
     */
    line: number;
    /**
     * Column in that line, from 1.
     */
    column: number;
    /**
     * What no test does.
     */
    message: string;
  }[];
  /**
   * Fields whose branches cannot be counted. None at present.
   *
   * Items: Name of a field.
   */
  unseen: string[];
}
/**
 * Fields of which a test expects a value.
 */
export interface Reached {
  /**
   * How many there are.
   */
  total: number;
  /**
   * How many of them a test reaches.
   */
  reached: number;
}
/**
 * The two ways of each conditional and short circuit in the expressions.
 */
export interface Reached1 {
  /**
   * How many there are.
   */
  total: number;
  /**
   * How many of them a test reaches.
   */
  reached: number;
}
/**
 * preview: rows and the records they become.
 */
export interface Preview {
  /**
   * Version of this format; a change that breaks a reader gets a new one.
   */
  formatVersion: 1;
  /**
   * Name of the sync.
   */
  sync: string;
  /**
   * Object type in Planhat.
   */
  object: string;
  /**
   * The rows, in the order of the source.
   *
   * Items: One row, with either a record or a reject.
   */
  rows: {
    /**
     * Number of the row in its source, from 1.
     */
    row: number;
    /**
     * File that the row stands in.
     */
    file?: string;
    /**
     * Line on which the row starts, from 1.
     */
    line?: number;
    /**
     * The row as the source gave it.
     */
    data: {
      [k: string]: unknown;
    };
    /**
     * Value of the key field; null where the row yields none.
     */
    key: string | null;
    /**
     * The record, in Planhat's shape.
     */
    record?: {
      [k: string]: unknown;
    };
    /**
     * How each field came about; left out without --trace.
     */
    trace?: FieldTrace[];
    /**
     * Why a row was rejected.
     */
    reject?: {
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
    };
  }[];
}
/**
 * How one field of one record came about.
 */
export interface FieldTrace {
  /**
   * The field; a custom field as custom.Name.
   */
  field: string;
  /**
   * Line of the expression in the definition, from 1.
   */
  line: number;
  /**
   * Column in that line, from 1.
   */
  column: number;
  /**
   * The JSONata; left out for a constant.
   */
  expression?: string;
  /**
   * The columns that the expression reads, with the row's values.
   */
  inputs: {
    [k: string]: unknown;
  };
  /**
   * Columns that the expression reads and the row does not have.
   *
   * Items: Name of a column.
   */
  missing: string[];
  /**
   * What the expression gives; left out for no value and where it failed.
   */
  result?: {
    [k: string]: unknown;
  };
  /**
   * Why it failed, or why its result does not fit the field.
   */
  error?: {
    /**
     * Id of the rule; planhat-sync explain RULE tells more.
     */
    rule: string;
    /**
     * What went wrong, finer than the rule where that is known: how a value does not fit, or JSONata's code.
     */
    code?: string;
    /**
     * What is wrong, why, and what to do.
     */
    message: string;
    /**
     * Line in the definition, where that is known.
     */
    line?: number;
    /**
     * Column in that line.
     */
    column?: number;
  };
}

export const reportSchema: object = {
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "ReportOutput",
  "description": "What planhat-sync prints with --format json: apply, rejects, runs, state show, test and preview. Properties may be added; a reader ignores those it does not know.",
  "anyOf": [
    {
      "$ref": "#/definitions/apply"
    },
    {
      "$ref": "#/definitions/rejects"
    },
    {
      "$ref": "#/definitions/runs"
    },
    {
      "$ref": "#/definitions/state"
    },
    {
      "$ref": "#/definitions/test"
    },
    {
      "$ref": "#/definitions/preview"
    }
  ],
  "definitions": {
    "apply": {
      "type": "object",
      "description": "apply: what one run did.",
      "required": [
        "formatVersion",
        "run",
        "status",
        "syncs"
      ],
      "properties": {
        "formatVersion": {
          "const": 1,
          "description": "Version of this format; a change that breaks a reader gets a new one."
        },
        "target": {
          "type": "string",
          "description": "The Planhat that was written to, as in a plan; left out in a project without environments."
        },
        "environment": {
          "type": "string",
          "description": "The environment of the project; left out in a project without environments."
        },
        "run": {
          "type": "string",
          "description": "Id of the run."
        },
        "status": {
          "enum": [
            "succeeded",
            "partial",
            "failed",
            "interrupted"
          ],
          "description": "How it ended: partial when some records were rejected or failed."
        },
        "syncs": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/syncRun"
          },
          "description": "The syncs in the order in which they were written."
        },
        "overwritten": {
          "type": "array",
          "description": "Records that a sync in mode insert was to create, and that Planhat already had and updated; left out where there are none. They count as updated, and the run as partial.",
          "items": {
            "type": "object",
            "description": "Of one sync.",
            "required": [
              "sync",
              "count",
              "records"
            ],
            "properties": {
              "sync": {
                "type": "string",
                "description": "Name of the sync."
              },
              "count": {
                "type": "integer",
                "minimum": 1,
                "description": "How many there are."
              },
              "records": {
                "type": "array",
                "description": "The first 100 of them. Where Planhat's answer names none, only the count is certain.",
                "items": {
                  "type": "object",
                  "description": "One record.",
                  "required": [
                    "row",
                    "key"
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
                    }
                  }
                }
              }
            }
          }
        },
        "changedMeanwhile": {
          "type": "array",
          "description": "Of a saved plan, the first records that changed in Planhat since and were left alone; left out where there are none. They count as skipped, and the run as partial.",
          "items": {
            "type": "object",
            "description": "One record.",
            "required": [
              "sync",
              "row",
              "key",
              "fields"
            ],
            "properties": {
              "sync": {
                "type": "string",
                "description": "Name of the sync."
              },
              "row": {
                "type": "integer",
                "minimum": 1,
                "description": "Number of the row in its source, from 1."
              },
              "key": {
                "type": "string",
                "description": "Value of the key field."
              },
              "fields": {
                "type": "array",
                "description": "The fields that hold something else now; empty where the record was created or deleted meanwhile.",
                "items": {
                  "type": "string",
                  "description": "Name of a field."
                }
              }
            }
          }
        },
        "stop": {
          "type": "object",
          "description": "What ended the run before its time; left out where nothing did.",
          "required": [
            "message"
          ],
          "properties": {
            "code": {
              "type": "string",
              "description": "What ended it, for programs to go by."
            },
            "message": {
              "type": "string",
              "description": "What is wrong, and why."
            },
            "hint": {
              "type": "string",
              "description": "What to do."
            }
          }
        }
      }
    },
    "syncRun": {
      "type": "object",
      "description": "What one run did for one sync.",
      "required": [
        "name",
        "summary",
        "calls",
        "seconds"
      ],
      "properties": {
        "name": {
          "type": "string",
          "description": "Name of the sync."
        },
        "summary": {
          "type": "object",
          "description": "Counts of rows: read is the sum of the others.",
          "required": [
            "read",
            "created",
            "updated",
            "unchanged",
            "skipped",
            "rejected",
            "failed",
            "notAttempted"
          ],
          "properties": {
            "read": {
              "type": "integer",
              "minimum": 0,
              "description": "Rows that the source gave."
            },
            "created": {
              "type": "integer",
              "minimum": 0,
              "description": "Records that Planhat created."
            },
            "updated": {
              "type": "integer",
              "minimum": 0,
              "description": "Records that Planhat updated."
            },
            "unchanged": {
              "type": "integer",
              "minimum": 0,
              "description": "Records that Planhat already held as they are."
            },
            "skipped": {
              "type": "integer",
              "minimum": 0,
              "description": "Rows that the mode leaves out, and repeats of a row."
            },
            "rejected": {
              "type": "integer",
              "minimum": 0,
              "description": "Rows that became no change, and records that Planhat refused."
            },
            "failed": {
              "type": "integer",
              "minimum": 0,
              "description": "Records of which it is not known whether Planhat took them; the next apply settles them."
            },
            "notAttempted": {
              "type": "integer",
              "minimum": 0,
              "description": "Changes that were not sent; the next apply goes on from there."
            }
          }
        },
        "calls": {
          "type": "object",
          "description": "Calls to Planhat that were made.",
          "required": [
            "read",
            "write",
            "retried"
          ],
          "properties": {
            "read": {
              "type": "integer",
              "minimum": 0,
              "description": "Calls that read."
            },
            "write": {
              "type": "integer",
              "minimum": 0,
              "description": "Calls that wrote."
            },
            "retried": {
              "type": "integer",
              "minimum": 0,
              "description": "How many of the calls repeated an earlier one."
            }
          }
        },
        "seconds": {
          "type": "number",
          "minimum": 0,
          "description": "Time that the sync took, in seconds."
        }
      }
    },
    "rejects": {
      "type": "object",
      "description": "rejects: the records that did not get in, and why.",
      "required": [
        "formatVersion",
        "rejects"
      ],
      "properties": {
        "formatVersion": {
          "const": 1,
          "description": "Version of this format; a change that breaks a reader gets a new one."
        },
        "environment": {
          "type": "string",
          "description": "The environment of the project; left out in a project without environments."
        },
        "rejects": {
          "type": "array",
          "items": {
            "type": "object",
            "description": "One record that did not get in.",
            "required": [
              "sync",
              "row",
              "key",
              "rule",
              "message",
              "record",
              "run",
              "attempts"
            ],
            "properties": {
              "sync": {
                "type": "string",
                "description": "Name of the sync."
              },
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
              },
              "record": {
                "type": "object",
                "description": "The record as far as it could be built, in Planhat's shape.",
                "additionalProperties": true
              },
              "run": {
                "type": "string",
                "description": "Id of the run that met it last."
              },
              "attempts": {
                "type": "integer",
                "minimum": 1,
                "description": "How many applies have met it."
              }
            }
          },
          "description": "By sync, in the order of their rows."
        }
      }
    },
    "runs": {
      "type": "object",
      "description": "runs: past runs, the newest first.",
      "required": [
        "formatVersion",
        "runs"
      ],
      "properties": {
        "formatVersion": {
          "const": 1,
          "description": "Version of this format; a change that breaks a reader gets a new one."
        },
        "environment": {
          "type": "string",
          "description": "The environment of the project; left out in a project without environments."
        },
        "runs": {
          "type": "array",
          "items": {
            "type": "object",
            "description": "One run.",
            "required": [
              "run",
              "status",
              "startedAt",
              "syncs"
            ],
            "properties": {
              "run": {
                "type": "string",
                "description": "Id of the run."
              },
              "status": {
                "enum": [
                  "running",
                  "succeeded",
                  "partial",
                  "failed",
                  "interrupted"
                ],
                "description": "How it ended: partial when some records were rejected or failed."
              },
              "startedAt": {
                "type": "string",
                "description": "When it began, in UTC.",
                "format": "date-time"
              },
              "finishedAt": {
                "type": "string",
                "description": "When it ended, in UTC; left out while it runs, or where it was killed.",
                "format": "date-time"
              },
              "syncs": {
                "type": "array",
                "items": {
                  "$ref": "#/definitions/syncRun"
                },
                "description": "What it did, sync by sync."
              }
            }
          },
          "description": "The runs."
        }
      }
    },
    "state": {
      "type": "object",
      "description": "state show: what the state remembers.",
      "required": [
        "formatVersion",
        "location",
        "syncs",
        "lock"
      ],
      "properties": {
        "formatVersion": {
          "const": 1,
          "description": "Version of this format; a change that breaks a reader gets a new one."
        },
        "environment": {
          "type": "string",
          "description": "The environment of the project; left out in a project without environments."
        },
        "location": {
          "type": "string",
          "description": "Path of the state file, or the address of its database without user and password."
        },
        "syncs": {
          "type": "array",
          "items": {
            "type": "object",
            "description": "What is remembered of one sync.",
            "required": [
              "name",
              "records",
              "pending"
            ],
            "properties": {
              "name": {
                "type": "string",
                "description": "Name of the sync."
              },
              "records": {
                "type": "integer",
                "minimum": 0,
                "description": "Records that Planhat has accepted."
              },
              "pending": {
                "type": "integer",
                "minimum": 0,
                "description": "Records that were sent and not answered; the next apply settles them."
              },
              "watermark": {
                "type": "string",
                "description": "How far an incremental sync has read: the greatest cursor value up to which everything was accepted, in the source's own text."
              }
            }
          },
          "description": "The syncs that the state knows."
        },
        "lock": {
          "description": "Who is applying; null where nobody is.",
          "anyOf": [
            {
              "type": "null",
              "description": "Nobody."
            },
            {
              "type": "object",
              "description": "The holder of the lock.",
              "required": [
                "run",
                "pid",
                "host",
                "user",
                "since",
                "heartbeat"
              ],
              "properties": {
                "run": {
                  "type": "string",
                  "description": "Id of its run."
                },
                "pid": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Its process id."
                },
                "host": {
                  "type": "string",
                  "description": "Its machine."
                },
                "user": {
                  "type": "string",
                  "description": "Its user."
                },
                "job": {
                  "type": "string",
                  "description": "Address of its CI job, where its system tells."
                },
                "since": {
                  "type": "string",
                  "description": "When it took the lock, in UTC.",
                  "format": "date-time"
                },
                "heartbeat": {
                  "type": "string",
                  "description": "Its last sign of life, in UTC.",
                  "format": "date-time"
                }
              }
            }
          ]
        },
        "entries": {
          "type": "object",
          "description": "The records of one sync, where one was named.",
          "required": [
            "sync",
            "total",
            "shown"
          ],
          "properties": {
            "sync": {
              "type": "string",
              "description": "Name of the sync."
            },
            "total": {
              "type": "integer",
              "minimum": 0,
              "description": "How many records there are."
            },
            "shown": {
              "type": "array",
              "items": {
                "type": "object",
                "description": "One record.",
                "required": [
                  "key",
                  "pending"
                ],
                "properties": {
                  "key": {
                    "type": "string",
                    "description": "Value of the key field."
                  },
                  "pending": {
                    "type": "boolean",
                    "description": "Whether it was sent and not answered; then nothing else is known of it."
                  },
                  "id": {
                    "type": "string",
                    "description": "Planhat's _id, where it is known."
                  },
                  "fingerprint": {
                    "type": "string",
                    "description": "Fingerprint of the record as it was accepted."
                  },
                  "record": {
                    "type": "object",
                    "description": "The record as it was accepted, in Planhat's shape.",
                    "additionalProperties": true
                  }
                }
              },
              "description": "The first of them."
            }
          }
        }
      }
    },
    "test": {
      "type": "object",
      "description": "test: the results of the definitions' tests.",
      "required": [
        "formatVersion",
        "passed",
        "tests"
      ],
      "properties": {
        "formatVersion": {
          "const": 1,
          "description": "Version of this format; a change that breaks a reader gets a new one."
        },
        "passed": {
          "type": "boolean",
          "description": "Whether every test passed."
        },
        "tests": {
          "type": "array",
          "items": {
            "type": "object",
            "description": "One test.",
            "required": [
              "sync",
              "test",
              "file",
              "line",
              "ok"
            ],
            "properties": {
              "sync": {
                "type": "string",
                "description": "Name of the sync."
              },
              "test": {
                "type": "string",
                "description": "Name of the test."
              },
              "file": {
                "type": "string",
                "description": "Path of the definition, relative to the project folder."
              },
              "line": {
                "type": "integer",
                "minimum": 1,
                "description": "Line of the test, from 1."
              },
              "ok": {
                "type": "boolean",
                "description": "Whether it passed."
              },
              "problem": {
                "enum": [
                  "differs",
                  "rejected",
                  "accepted",
                  "otherRule"
                ],
                "description": "How it failed: another record; a rejection in place of a record; a record in place of a rejection; a rejection for another reason."
              },
              "diff": {
                "type": "array",
                "items": {
                  "type": "object",
                  "description": "A field that is not as expected. A side that is left out means that the field is not there.",
                  "required": [
                    "field"
                  ],
                  "properties": {
                    "field": {
                      "type": "string",
                      "description": "The field; a custom field as custom.Name."
                    },
                    "expected": {
                      "description": "The expected value."
                    },
                    "actual": {
                      "description": "The value that came out."
                    }
                  }
                },
                "description": "What differs, where the problem is differs."
              },
              "rejection": {
                "type": "object",
                "description": "Why a row was rejected.",
                "required": [
                  "rule",
                  "message"
                ],
                "properties": {
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
              "expectedRule": {
                "type": "string",
                "description": "Id of the rule that should have rejected the row."
              },
              "record": {
                "type": "object",
                "description": "The record that came out in place of a rejection.",
                "additionalProperties": true
              }
            }
          },
          "description": "The tests, by definition."
        },
        "coverage": {
          "type": "object",
          "description": "What the tests reach; left out where it was not asked for.",
          "required": [
            "percent",
            "syncs"
          ],
          "properties": {
            "percent": {
              "type": "integer",
              "minimum": 0,
              "maximum": 100,
              "description": "Share of all fields and branches that is reached, rounded down."
            },
            "syncs": {
              "type": "array",
              "items": {
                "$ref": "#/definitions/syncCoverage"
              },
              "description": "By definition."
            }
          }
        }
      }
    },
    "fieldTrace": {
      "type": "object",
      "description": "How one field of one record came about.",
      "required": [
        "field",
        "line",
        "column",
        "inputs",
        "missing"
      ],
      "properties": {
        "field": {
          "type": "string",
          "description": "The field; a custom field as custom.Name."
        },
        "line": {
          "type": "integer",
          "minimum": 1,
          "description": "Line of the expression in the definition, from 1."
        },
        "column": {
          "type": "integer",
          "minimum": 1,
          "description": "Column in that line, from 1."
        },
        "expression": {
          "type": "string",
          "description": "The JSONata; left out for a constant."
        },
        "inputs": {
          "type": "object",
          "description": "The columns that the expression reads, with the row's values.",
          "additionalProperties": true
        },
        "missing": {
          "type": "array",
          "items": {
            "type": "string",
            "description": "Name of a column."
          },
          "description": "Columns that the expression reads and the row does not have."
        },
        "result": {
          "description": "What the expression gives; left out for no value and where it failed."
        },
        "error": {
          "type": "object",
          "description": "Why it failed, or why its result does not fit the field.",
          "required": [
            "rule",
            "message"
          ],
          "properties": {
            "rule": {
              "type": "string",
              "description": "Id of the rule; planhat-sync explain RULE tells more."
            },
            "code": {
              "type": "string",
              "description": "What went wrong, finer than the rule where that is known: how a value does not fit, or JSONata's code."
            },
            "message": {
              "type": "string",
              "description": "What is wrong, why, and what to do."
            },
            "line": {
              "type": "integer",
              "minimum": 1,
              "description": "Line in the definition, where that is known."
            },
            "column": {
              "type": "integer",
              "minimum": 1,
              "description": "Column in that line."
            }
          }
        }
      }
    },
    "syncCoverage": {
      "type": "object",
      "description": "What the tests of one definition reach.",
      "required": [
        "sync",
        "file",
        "fields",
        "branches",
        "gaps",
        "unseen"
      ],
      "properties": {
        "sync": {
          "type": "string",
          "description": "Name of the sync."
        },
        "file": {
          "type": "string",
          "description": "Path of the definition, relative to the project folder."
        },
        "fields": {
          "$ref": "#/definitions/reached",
          "description": "Fields of which a test expects a value."
        },
        "branches": {
          "$ref": "#/definitions/reached",
          "description": "The two ways of each conditional and short circuit in the expressions."
        },
        "gaps": {
          "type": "array",
          "items": {
            "type": "object",
            "description": "A field or a branch that no test reaches.",
            "required": [
              "kind",
              "field",
              "line",
              "column",
              "message"
            ],
            "properties": {
              "kind": {
                "enum": [
                  "field",
                  "branch"
                ],
                "description": "What is not reached."
              },
              "field": {
                "type": "string",
                "description": "The field; a custom field as custom.Name."
              },
              "line": {
                "type": "integer",
                "minimum": 1,
                "description": "Line in the definition, from 1."
              },
              "column": {
                "type": "integer",
                "minimum": 1,
                "description": "Column in that line, from 1."
              },
              "message": {
                "type": "string",
                "description": "What no test does."
              }
            }
          },
          "description": "What is not reached, field by field."
        },
        "unseen": {
          "type": "array",
          "items": {
            "type": "string",
            "description": "Name of a field."
          },
          "description": "Fields whose branches cannot be counted. None at present."
        }
      }
    },
    "reached": {
      "type": "object",
      "description": "How many there are, and how many of them the tests reach.",
      "required": [
        "total",
        "reached"
      ],
      "properties": {
        "total": {
          "type": "integer",
          "minimum": 0,
          "description": "How many there are."
        },
        "reached": {
          "type": "integer",
          "minimum": 0,
          "description": "How many of them a test reaches."
        }
      }
    },
    "preview": {
      "type": "object",
      "description": "preview: rows and the records they become.",
      "required": [
        "formatVersion",
        "sync",
        "object",
        "rows"
      ],
      "properties": {
        "formatVersion": {
          "const": 1,
          "description": "Version of this format; a change that breaks a reader gets a new one."
        },
        "sync": {
          "type": "string",
          "description": "Name of the sync."
        },
        "object": {
          "type": "string",
          "description": "Object type in Planhat."
        },
        "rows": {
          "type": "array",
          "items": {
            "type": "object",
            "description": "One row, with either a record or a reject.",
            "required": [
              "row",
              "data",
              "key"
            ],
            "properties": {
              "row": {
                "type": "integer",
                "minimum": 1,
                "description": "Number of the row in its source, from 1."
              },
              "file": {
                "type": "string",
                "description": "File that the row stands in."
              },
              "line": {
                "type": "integer",
                "minimum": 1,
                "description": "Line on which the row starts, from 1."
              },
              "data": {
                "type": "object",
                "description": "The row as the source gave it.",
                "additionalProperties": true
              },
              "key": {
                "type": [
                  "string",
                  "null"
                ],
                "description": "Value of the key field; null where the row yields none."
              },
              "record": {
                "type": "object",
                "description": "The record, in Planhat's shape.",
                "additionalProperties": true
              },
              "trace": {
                "type": "array",
                "items": {
                  "$ref": "#/definitions/fieldTrace"
                },
                "description": "How each field came about; left out without --trace."
              },
              "reject": {
                "type": "object",
                "description": "Why a row was rejected.",
                "required": [
                  "rule",
                  "message"
                ],
                "properties": {
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
              }
            }
          },
          "description": "The rows, in the order of the source."
        }
      }
    }
  }
};
