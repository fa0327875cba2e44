// Generated from schemas/project.schema.json by scripts/generate.mjs: do not edit, run `npm run generate`.

/**
 * planhat-sync.yaml: settings of the project. `${NAME}` and `${NAME:-default}` stand for environment variables in any text; `$${` is a literal `${`.
 */
export interface ProjectFile {
  /**
   * Version of this file format. This planhat-sync reads version 1.
   */
  version: 1;
  /**
   * Which Planhat tenant is written to.
   */
  planhat?: {
    /**
     * API token of a service account. Never written out here: name the variable that holds it.
     */
    token?: string;
    /**
     * Region of the tenant: empty is api.planhat.com, `us1` is api-us1.planhat.com.
     */
    region?: string;
    /**
     * Tenant id of Planhat's analytics endpoint; only Metric and UserActivity need it.
     */
    tenantUuid?: string;
  };
  /**
   * Folder of the sync definitions, relative to this file and inside the project.
   */
  syncs?: string;
  /**
   * Where planhat-sync remembers what Planhat accepted: a SQLite file, or postgres://… for a state that CI jobs share (docs/state.md). One schema is one state: name another than planhat_sync with ?schema=….
   */
  state?: string;
  /**
   * Databases that sources name: name, URL.
   */
  connections?: {
    /**
     * URL with its credentials. Name the variable that holds it.
     */
    [k: string]: string;
  };
  /**
   * What the linter of `planhat-sync validate` minds.
   */
  lint?: {
    /**
     * Rule id: its severity here, or `off`. Errors that protect data or secrets cannot be lowered; `planhat-sync explain` tells which.
     */
    rules?: {
      /**
       * `off`, `warning` or `error`.
       */
      [k: string]: "off" | "warning" | "error";
    };
  };
  /**
   * How hard planhat-sync may press on Planhat, and how long it waits for a source.
   */
  limits?: {
    /**
     * Calls to Planhat in any 60 seconds, over all runs of the project on this machine, retries included. Planhat's soft limit is 200.
     */
    callsPerMinute?: number;
    /**
     * Bulk writes in flight for one object type. Planhat advises one after another.
     */
    concurrency?: number;
    /**
     * Minutes in which a source has to come to its end: one that stands still would be waited for for ever. The rows are planned meanwhile.
     */
    readMinutes?: number;
    /**
     * Applies on end in which Planhat may refuse one and the same record before it is parked: left out until it changes, or `rejects retry` sends it again. What a permission forbids is never parked.
     */
    refusals?: number;
  };
  /**
   * Planhats that this project writes to, by name: `--env NAME` or PLANHAT_SYNC_ENV chooses one. What an environment does not say is as in the rest of the file.
   */
  environments?: {
    /**
     * One of them: its token, its state, and what else is different there.
     */
    [k: string]: {
      /**
       * Which Planhat tenant is written to.
       */
      planhat?: {
        /**
         * API token of a service account. Never written out here: name the variable that holds it.
         */
        token?: string;
        /**
         * Region of the tenant: empty is api.planhat.com, `us1` is api-us1.planhat.com.
         */
        region?: string;
        /**
         * Tenant id of Planhat's analytics endpoint; only Metric and UserActivity need it.
         */
        tenantUuid?: string;
        /**
         * A proxy or a sandbox in place of Planhat's own host: `sandbox`, an address on this machine, or a variable that holds another. In place of PLANHAT_API_URL; empty is Planhat itself.
         */
        apiUrl?: string;
        /**
         * The same for the host that takes metric points and user activities. In place of PLANHAT_ANALYTICS_URL.
         */
        analyticsUrl?: string;
      };
      /**
       * Where planhat-sync remembers what this Planhat accepted. By default the project's `state`; where that is not given either, .planhat-sync/NAME.db.
       */
      state?: string;
      /**
       * Databases that sources name, in place of those of the project.
       */
      connections?: {
        /**
         * URL with its credentials. Name the variable that holds it.
         */
        [k: string]: string;
      };
      /**
       * In place of the same limit of the project.
       */
      limits?: {
        /**
         * Calls to Planhat in any 60 seconds, over all runs of the project on this machine, retries included. Planhat's soft limit is 200.
         */
        callsPerMinute?: number;
        /**
         * Bulk writes in flight for one object type. Planhat advises one after another.
         */
        concurrency?: number;
        /**
         * Minutes in which a source has to come to its end: one that stands still would be waited for for ever. The rows are planned meanwhile.
         */
        readMinutes?: number;
        /**
         * Applies on end in which Planhat may refuse one and the same record before it is parked: left out until it changes, or `rejects retry` sends it again. What a permission forbids is never parked.
         */
        refusals?: number;
      };
      /**
       * Limits on a plan, in place of the same guard in every definition.
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
       * Variables that definitions and settings name as `${NAME}`. They win over variables of the same name in the environment of the process.
       */
      variables?: {
        /**
         * Its value; other variables may be named in it.
         */
        [k: string]: string;
      };
      /**
       * Takes saved plans only, and only those that were made for it.
       */
      protected?: boolean;
    };
  };
}

export const projectSchema: object = {
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "ProjectFile",
  "description": "planhat-sync.yaml: settings of the project. `${NAME}` and `${NAME:-default}` stand for environment variables in any text; `$${` is a literal `${`.",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "version"
  ],
  "properties": {
    "version": {
      "description": "Version of this file format. This planhat-sync reads version 1.",
      "type": "integer",
      "const": 1
    },
    "planhat": {
      "description": "Which Planhat tenant is written to.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "token": {
          "description": "API token of a service account. Never written out here: name the variable that holds it.",
          "type": "string",
          "minLength": 1,
          "default": "${PLANHAT_API_TOKEN}",
          "examples": [
            "${PLANHAT_API_TOKEN}"
          ]
        },
        "region": {
          "description": "Region of the tenant: empty is api.planhat.com, `us1` is api-us1.planhat.com.",
          "type": "string",
          "default": "${PLANHAT_REGION:-}",
          "examples": [
            "us1"
          ]
        },
        "tenantUuid": {
          "description": "Tenant id of Planhat's analytics endpoint; only Metric and UserActivity need it.",
          "type": "string",
          "default": "${PLANHAT_TENANT_UUID:-}",
          "examples": [
            "${PLANHAT_TENANT_UUID:-}"
          ]
        }
      }
    },
    "syncs": {
      "description": "Folder of the sync definitions, relative to this file and inside the project.",
      "type": "string",
      "minLength": 1,
      "default": "syncs"
    },
    "state": {
      "description": "Where planhat-sync remembers what Planhat accepted: a SQLite file, or postgres://… for a state that CI jobs share (docs/state.md). One schema is one state: name another than planhat_sync with ?schema=….",
      "type": "string",
      "minLength": 1,
      "default": ".planhat-sync/state.db",
      "examples": [
        ".planhat-sync/state.db",
        "${STATE_URL}"
      ]
    },
    "connections": {
      "description": "Databases that sources name: name, URL.",
      "type": "object",
      "propertyNames": {
        "pattern": "^[A-Za-z0-9][A-Za-z0-9_-]*$"
      },
      "additionalProperties": {
        "description": "URL with its credentials. Name the variable that holds it.",
        "type": "string",
        "minLength": 1,
        "examples": [
          "${WAREHOUSE_URL}"
        ]
      },
      "examples": [
        {
          "warehouse": "${WAREHOUSE_URL}"
        }
      ]
    },
    "lint": {
      "description": "What the linter of `planhat-sync validate` minds.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "rules": {
          "description": "Rule id: its severity here, or `off`. Errors that protect data or secrets cannot be lowered; `planhat-sync explain` tells which.",
          "type": "object",
          "additionalProperties": {
            "description": "`off`, `warning` or `error`.",
            "type": "string",
            "enum": [
              "off",
              "warning",
              "error"
            ]
          },
          "examples": [
            {
              "email-key-case": "off",
              "tests-missing": "warning"
            }
          ]
        }
      }
    },
    "limits": {
      "description": "How hard planhat-sync may press on Planhat, and how long it waits for a source.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "callsPerMinute": {
          "description": "Calls to Planhat in any 60 seconds, over all runs of the project on this machine, retries included. Planhat's soft limit is 200.",
          "type": "integer",
          "minimum": 1,
          "default": 200
        },
        "concurrency": {
          "description": "Bulk writes in flight for one object type. Planhat advises one after another.",
          "type": "integer",
          "minimum": 1,
          "maximum": 50,
          "default": 1
        },
        "readMinutes": {
          "description": "Minutes in which a source has to come to its end: one that stands still would be waited for for ever. The rows are planned meanwhile.",
          "type": "integer",
          "minimum": 1,
          "maximum": 20000,
          "default": 1440
        },
        "refusals": {
          "description": "Applies on end in which Planhat may refuse one and the same record before it is parked: left out until it changes, or `rejects retry` sends it again. What a permission forbids is never parked.",
          "type": "integer",
          "minimum": 1,
          "maximum": 1000000,
          "default": 5
        }
      }
    },
    "environments": {
      "description": "Planhats that this project writes to, by name: `--env NAME` or PLANHAT_SYNC_ENV chooses one. What an environment does not say is as in the rest of the file.",
      "type": "object",
      "propertyNames": {
        "pattern": "^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$",
        "patternErrorMessage": "Write a name of letters, digits, - and _, such as staging."
      },
      "additionalProperties": {
        "description": "One of them: its token, its state, and what else is different there.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "planhat": {
            "description": "Which Planhat tenant is written to.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "token": {
                "description": "API token of a service account. Never written out here: name the variable that holds it.",
                "type": "string",
                "minLength": 1,
                "examples": [
                  "${STAGING_TOKEN}"
                ]
              },
              "region": {
                "description": "Region of the tenant: empty is api.planhat.com, `us1` is api-us1.planhat.com.",
                "type": "string",
                "examples": [
                  "us1"
                ]
              },
              "tenantUuid": {
                "description": "Tenant id of Planhat's analytics endpoint; only Metric and UserActivity need it.",
                "type": "string",
                "examples": [
                  "${STAGING_TENANT_UUID:-}"
                ]
              },
              "apiUrl": {
                "description": "A proxy or a sandbox in place of Planhat's own host: `sandbox`, an address on this machine, or a variable that holds another. In place of PLANHAT_API_URL; empty is Planhat itself.",
                "type": "string",
                "examples": [
                  "sandbox",
                  "${STAGING_API_URL:-}"
                ]
              },
              "analyticsUrl": {
                "description": "The same for the host that takes metric points and user activities. In place of PLANHAT_ANALYTICS_URL.",
                "type": "string",
                "examples": [
                  "${STAGING_ANALYTICS_URL:-}"
                ]
              }
            }
          },
          "state": {
            "description": "Where planhat-sync remembers what this Planhat accepted. By default the project's `state`; where that is not given either, .planhat-sync/NAME.db.",
            "type": "string",
            "minLength": 1,
            "examples": [
              ".planhat-sync/staging.db",
              "${STATE_URL}"
            ]
          },
          "connections": {
            "description": "Databases that sources name, in place of those of the project.",
            "type": "object",
            "propertyNames": {
              "pattern": "^[A-Za-z0-9][A-Za-z0-9_-]*$"
            },
            "additionalProperties": {
              "description": "URL with its credentials. Name the variable that holds it.",
              "type": "string",
              "minLength": 1,
              "examples": [
                "${STAGING_WAREHOUSE_URL}"
              ]
            },
            "examples": [
              {
                "warehouse": "${STAGING_WAREHOUSE_URL}"
              }
            ]
          },
          "limits": {
            "description": "In place of the same limit of the project.",
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "callsPerMinute": {
                "description": "Calls to Planhat in any 60 seconds, over all runs of the project on this machine, retries included. Planhat's soft limit is 200.",
                "type": "integer",
                "minimum": 1
              },
              "concurrency": {
                "description": "Bulk writes in flight for one object type. Planhat advises one after another.",
                "type": "integer",
                "minimum": 1,
                "maximum": 50
              },
              "readMinutes": {
                "description": "Minutes in which a source has to come to its end: one that stands still would be waited for for ever. The rows are planned meanwhile.",
                "type": "integer",
                "minimum": 1,
                "maximum": 20000
              },
              "refusals": {
                "description": "Applies on end in which Planhat may refuse one and the same record before it is parked: left out until it changes, or `rejects retry` sends it again. What a permission forbids is never parked.",
                "type": "integer",
                "minimum": 1,
                "maximum": 1000000
              }
            }
          },
          "guards": {
            "description": "Limits on a plan, in place of the same guard in every definition.",
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
                    "pattern": "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$",
                    "patternErrorMessage": "Write a share such as 5%, without a blank, or a whole number."
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
                    "pattern": "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$",
                    "patternErrorMessage": "Write a share such as 5%, without a blank, or a whole number."
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
          "variables": {
            "description": "Variables that definitions and settings name as `${NAME}`. They win over variables of the same name in the environment of the process.",
            "type": "object",
            "propertyNames": {
              "pattern": "^(?!PLANHAT_)[A-Za-z_][A-Za-z0-9_]*$",
              "patternErrorMessage": "Write the name of a variable. Those that begin with PLANHAT_ are settings: write them under planhat."
            },
            "additionalProperties": {
              "description": "Its value; other variables may be named in it.",
              "type": "string",
              "examples": [
                "staging"
              ]
            },
            "examples": [
              {
                "ACCOUNTS_SCHEMA": "staging"
              }
            ]
          },
          "protected": {
            "description": "Takes saved plans only, and only those that were made for it.",
            "type": "boolean",
            "default": false
          }
        }
      },
      "examples": [
        {
          "staging": {
            "planhat": {
              "token": "${STAGING_TOKEN}"
            }
          },
          "production": {
            "planhat": {
              "token": "${PRODUCTION_TOKEN}"
            },
            "state": "${STATE_URL}",
            "protected": true
          }
        }
      ]
    }
  }
};
