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
    }
  }
};
