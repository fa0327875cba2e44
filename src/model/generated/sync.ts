// Generated from schemas/sync.schema.json by scripts/generate.mjs: do not edit, run `npm run generate`.

/**
 * One sync: rows of a source become records of one kind of object in Planhat. One file each under syncs/.
 */
export interface SyncDefinition {
  /**
   * Version of this file format. This planhat-sync reads version 1.
   */
  version: 1;
  /**
   * Name of the sync, unique in the project. Default: the file's name without its extension. What Planhat accepted is remembered under it, so a new name starts anew.
   */
  name?: string;
  /**
   * What the sync is for, in your own words.
   */
  description?: string;
  /**
   * Where rows are read: exactly one kind of source. `${NAME}` and `${NAME:-default}` stand for environment variables in any text below this key, and only here: below `fields` and `tests` a `${` is left as it is, because JSONata uses it. `$${` is a literal `${`.
   */
  source: {
    csv?: CsvSource;
  };
  /**
   * What the rows become in Planhat.
   */
  target: {
    /**
     * Kind of object in Planhat, as its API names it.
     */
    object: string;
  };
  /**
   * `insert` creates what Planhat does not hold and skips the rest; `update` changes what Planhat holds and skips the rest; `upsert` does both.
   */
  mode: "insert" | "update" | "upsert";
  /**
   * The field that identifies a record in Planhat: one of the object's keyables, and mapped under `fields`. Default: the first mapped one in Planhat's order.
   */
  key?: string;
  /**
   * Planhat field: how its value comes from a row. A field of your own in Planhat is written `custom.Name`. "No value" leaves the field alone, null clears it.
   */
  fields: {
    /**
     * A JSONata expression over one source row; or `value`, a constant; or `expr`, the long form of an expression.
     */
    [k: string]:
      | string
      | {
          /**
           * The constant: text, number, true, false, a list or an object; null clears the field.
           */
          value: {
            [k: string]: unknown;
          };
        }
      | {
          /**
           * JSONata over one source row.
           */
          expr: string;
          /**
           * `true` rejects a record that has no value here.
           */
          required?: boolean;
        };
  };
  /**
   * How many records go to Planhat in one request.
   */
  batch?: {
    /**
     * `auto`, or a whole number from 1 to 5000 (Planhat's limit).
     */
    size?: "auto" | number;
  };
  /**
   * Limits on a plan: one that breaks a guard is refused before anything is written.
   */
  guards?: {
    /**
     * The source must yield at least this many rows.
     */
    minRows?: number;
    /**
     * At most so many rows may be rejected: a share of the rows read, or a whole number of rows.
     */
    maxRejected?: string | number;
    /**
     * At most so many records may change: a share of the records already known, or a whole number. A share is not applied on a first run.
     */
    maxChanges?: string | number;
  };
  /**
   * Rows with the record, or the rejection, that they must give. `planhat-sync test` runs them without network.
   *
   * Items: One row and what must become of it: exactly one of `expect` and `expectError`.
   */
  tests?: ({
    [k: string]: unknown;
  } & {
    /**
     * What the test shows.
     */
    name: string;
    /**
     * One source row: column, value. CSV gives text for every column.
     */
    row: {};
    /**
     * The whole record, in Planhat's shape: custom fields stand under `custom`.
     */
    expect?: {};
    /**
     * Id of the rule that rejects the row.
     */
    expectError?: string;
  })[];
}
/**
 * Rows of CSV files. Every value is text: a mapping turns it into a number or a date, nothing is guessed.
 */
export interface CsvSource {
  /**
   * CSV file, or a glob of several, relative to the project folder and inside it. A name that ends in .gz is unpacked. `-` reads standard input.
   */
  path: string;
  /**
   * The one character between two values.
   */
  delimiter?: string;
  /**
   * How the file's bytes spell text. A byte that does not fit is an error, never a replacement character.
   */
  encoding?:
    | "utf-8"
    | "utf-16le"
    | "utf-16be"
    | "latin1"
    | "iso-8859-2"
    | "iso-8859-15"
    | "windows-1250"
    | "windows-1251"
    | "windows-1252";
  /**
   * `true`: the first line names the columns. A list: these are the names, and the first line is data already.
   */
  header?: true | [string, ...string[]];
  /**
   * Texts that mean null, which clears a field in Planhat. None by default: an empty value is an empty text.
   *
   * Items: A whole value, compared exactly.
   */
  nulls?: string[];
}

export const syncSchema: object = {
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "SyncDefinition",
  "description": "One sync: rows of a source become records of one kind of object in Planhat. One file each under syncs/.",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "version",
    "source",
    "target",
    "mode",
    "fields"
  ],
  "properties": {
    "version": {
      "description": "Version of this file format. This planhat-sync reads version 1.",
      "type": "integer",
      "const": 1
    },
    "name": {
      "description": "Name of the sync, unique in the project. Default: the file's name without its extension. What Planhat accepted is remembered under it, so a new name starts anew.",
      "type": "string",
      "minLength": 1,
      "maxLength": 100,
      "pattern": "\\S",
      "examples": [
        "crm-companies"
      ]
    },
    "description": {
      "description": "What the sync is for, in your own words.",
      "type": "string",
      "examples": [
        "Accounts from the CRM"
      ]
    },
    "source": {
      "description": "Where rows are read: exactly one kind of source. `${NAME}` and `${NAME:-default}` stand for environment variables in any text below this key, and only here: below `fields` and `tests` a `${` is left as it is, because JSONata uses it. `$${` is a literal `${`.",
      "type": "object",
      "additionalProperties": false,
      "minProperties": 1,
      "maxProperties": 1,
      "properties": {
        "csv": {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "title": "CsvSource",
          "description": "Rows of CSV files. Every value is text: a mapping turns it into a number or a date, nothing is guessed.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "path"
          ],
          "properties": {
            "path": {
              "description": "CSV file, or a glob of several, relative to the project folder and inside it. A name that ends in .gz is unpacked. `-` reads standard input.",
              "type": "string",
              "minLength": 1,
              "examples": [
                "data/accounts.csv",
                "exports/*.csv.gz",
                "-"
              ]
            },
            "delimiter": {
              "description": "The one character between two values.",
              "type": "string",
              "minLength": 1,
              "maxLength": 1,
              "default": ",",
              "examples": [
                ";",
                "\t"
              ]
            },
            "encoding": {
              "description": "How the file's bytes spell text. A byte that does not fit is an error, never a replacement character.",
              "type": "string",
              "enum": [
                "utf-8",
                "utf-16le",
                "utf-16be",
                "latin1",
                "iso-8859-2",
                "iso-8859-15",
                "windows-1250",
                "windows-1251",
                "windows-1252"
              ],
              "default": "utf-8"
            },
            "header": {
              "description": "`true`: the first line names the columns. A list: these are the names, and the first line is data already.",
              "default": true,
              "examples": [
                [
                  "account_id",
                  "name",
                  "mrr"
                ]
              ],
              "anyOf": [
                {
                  "description": "true",
                  "type": "boolean",
                  "const": true
                },
                {
                  "description": "a list of column names",
                  "type": "array",
                  "minItems": 1,
                  "uniqueItems": true,
                  "items": {
                    "description": "Name of one column.",
                    "type": "string",
                    "minLength": 1
                  }
                }
              ]
            },
            "nulls": {
              "description": "Texts that mean null, which clears a field in Planhat. None by default: an empty value is an empty text.",
              "type": "array",
              "uniqueItems": true,
              "items": {
                "description": "A whole value, compared exactly.",
                "type": "string"
              },
              "default": [],
              "examples": [
                [
                  "",
                  "NULL",
                  "\\N"
                ]
              ]
            }
          }
        }
      }
    },
    "target": {
      "description": "What the rows become in Planhat.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "object"
      ],
      "properties": {
        "object": {
          "description": "Kind of object in Planhat, as its API names it.",
          "type": "string",
          "minLength": 1,
          "examples": [
            "Company",
            "Enduser"
          ]
        }
      }
    },
    "mode": {
      "description": "`insert` creates what Planhat does not hold and skips the rest; `update` changes what Planhat holds and skips the rest; `upsert` does both.",
      "type": "string",
      "enum": [
        "insert",
        "update",
        "upsert"
      ]
    },
    "key": {
      "description": "The field that identifies a record in Planhat: one of the object's keyables, and mapped under `fields`. Default: the first mapped one in Planhat's order.",
      "type": "string",
      "minLength": 1,
      "examples": [
        "externalId",
        "email"
      ]
    },
    "fields": {
      "description": "Planhat field: how its value comes from a row. A field of your own in Planhat is written `custom.Name`. \"No value\" leaves the field alone, null clears it.",
      "type": "object",
      "minProperties": 1,
      "additionalProperties": {
        "description": "A JSONata expression over one source row; or `value`, a constant; or `expr`, the long form of an expression.",
        "examples": [
          "$trim(name)",
          {
            "value": "Onboarding"
          },
          {
            "expr": "owner_id",
            "required": true
          }
        ],
        "oneOf": [
          {
            "description": "a JSONata expression",
            "type": "string",
            "minLength": 1
          },
          {
            "description": "{ value: … } for a constant",
            "type": "object",
            "additionalProperties": false,
            "required": [
              "value"
            ],
            "properties": {
              "value": {
                "description": "The constant: text, number, true, false, a list or an object; null clears the field.",
                "examples": [
                  "Onboarding",
                  12,
                  true
                ]
              }
            }
          },
          {
            "description": "{ expr: …, required: true } for an expression that must give a value",
            "type": "object",
            "additionalProperties": false,
            "required": [
              "expr"
            ],
            "properties": {
              "expr": {
                "description": "JSONata over one source row.",
                "type": "string",
                "minLength": 1,
                "examples": [
                  "owner_id"
                ]
              },
              "required": {
                "description": "`true` rejects a record that has no value here.",
                "type": "boolean",
                "default": false
              }
            }
          }
        ]
      }
    },
    "batch": {
      "description": "How many records go to Planhat in one request.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "size": {
          "description": "`auto`, or a whole number from 1 to 5000 (Planhat's limit).",
          "default": "auto",
          "anyOf": [
            {
              "description": "auto",
              "type": "string",
              "const": "auto"
            },
            {
              "description": "a whole number from 1 to 5000",
              "type": "integer",
              "minimum": 1,
              "maximum": 5000
            }
          ]
        }
      }
    },
    "guards": {
      "description": "Limits on a plan: one that breaks a guard is refused before anything is written.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "minRows": {
          "description": "The source must yield at least this many rows.",
          "type": "integer",
          "minimum": 0,
          "examples": [
            1
          ]
        },
        "maxRejected": {
          "description": "At most so many rows may be rejected: a share of the rows read, or a whole number of rows.",
          "examples": [
            "5%",
            10
          ],
          "anyOf": [
            {
              "description": "a share such as 5%",
              "type": "string",
              "pattern": "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$"
            },
            {
              "description": "a whole number of rows",
              "type": "integer",
              "minimum": 0
            }
          ]
        },
        "maxChanges": {
          "description": "At most so many records may change: a share of the records already known, or a whole number. A share is not applied on a first run.",
          "examples": [
            "50%",
            500
          ],
          "anyOf": [
            {
              "description": "a share such as 50%",
              "type": "string",
              "pattern": "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$"
            },
            {
              "description": "a whole number of records",
              "type": "integer",
              "minimum": 0
            }
          ]
        }
      }
    },
    "tests": {
      "description": "Rows with the record, or the rejection, that they must give. `planhat-sync test` runs them without network.",
      "type": "array",
      "items": {
        "description": "One row and what must become of it: exactly one of `expect` and `expectError`.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "name",
          "row"
        ],
        "oneOf": [
          {
            "required": [
              "expect"
            ]
          },
          {
            "required": [
              "expectError"
            ]
          }
        ],
        "properties": {
          "name": {
            "description": "What the test shows.",
            "type": "string",
            "minLength": 1,
            "examples": [
              "trims the name"
            ]
          },
          "row": {
            "description": "One source row: column, value. CSV gives text for every column.",
            "type": "object",
            "examples": [
              {
                "account_id": "a1",
                "name": " Acme "
              }
            ]
          },
          "expect": {
            "description": "The whole record, in Planhat's shape: custom fields stand under `custom`.",
            "type": "object",
            "examples": [
              {
                "externalId": "a1",
                "name": "Acme",
                "custom": {
                  "Tier": "Growth"
                }
              }
            ]
          },
          "expectError": {
            "description": "Id of the rule that rejects the row.",
            "type": "string",
            "minLength": 1,
            "examples": [
              "required-field",
              "type-mismatch"
            ]
          }
        }
      }
    }
  }
};
