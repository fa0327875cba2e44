// Generated from schemas/object-type.schema.json by scripts/generate.mjs: do not edit, run `npm run generate`.

/**
 * How a value looks: `date` is an ISO 8601 string, `epochDays` whole days since 1970-01-01, `objectId` 24 hex digits.
 */
export type FieldType =
  "string" | "number" | "integer" | "boolean" | "date" | "epochDays" | "objectId" | "array" | "object";

/**
 * One kind of thing Planhat holds: a file of schemas/objects/. Adding a file adds an object type that syncs can target.
 */
export interface ObjectTypeFile {
  /**
   * Path of this schema, for editors.
   */
  $schema?: string;
  /**
   * Name in definitions and messages: `Company`.
   */
  name: string;
  /**
   * Plural for messages: `companies`.
   */
  plural: string;
  /**
   * Path of the collection under the API host.
   */
  path: string;
  /**
   * A cheap list of keys only, without a page limit.
   */
  leanPath?: string;
  /**
   * Fields that Planhat matches records by, in its order of priority; `_id` comes first.
   *
   * @minItems 1
   */
  keyables: [string, ...string[]];
  /**
   * What a create needs: every group, by at least one of its fields.
   */
  required: [string, ...string[]][];
  /**
   * The keyables that name a single record in a path, each with its prefix; `_id` has none.
   *
   * @minItems 1
   */
  pathIds: [
    {
      /**
       * A keyable.
       */
      field: string;
      /**
       * What stands before the value: `extid-`; empty for `_id`.
       */
      prefix: string;
    },
    ...{
      /**
       * A keyable.
       */
      field: string;
      /**
       * What stands before the value: `extid-`; empty for `_id`.
       */
      prefix: string;
    }[]
  ];
  /**
   * Page size of a list, in records.
   */
  list: {
    /**
     * Without a `limit` in the request.
     */
    defaultLimit: number;
    /**
     * The most that one page may hold.
     */
    maxLimit: number;
  };
  /**
   * Whether externalId is unique only within one company, so that companyId has to go along.
   */
  externalIdWithinCompany: boolean;
  /**
   * A boolean field: lists leave out records that have it set, unless a parameter of the same name is given.
   */
  hidden?: string;
  /**
   * Page of Planhat's documentation that the facts stand on.
   */
  docs: string;
  /**
   * Every field of the object, by its name, which is case-sensitive.
   */
  fields: {
    [k: string]: Field;
  };
}
export interface Field {
  type: FieldType;
  /**
   * How a value looks: `date` is an ISO 8601 string, `epochDays` whole days since 1970-01-01, `objectId` 24 hex digits.
   */
  items?:
    "string" | "number" | "integer" | "boolean" | "date" | "epochDays" | "objectId" | "array" | "object";
  /**
   * What the field holds, in whole sentences.
   */
  description: string;
  /**
   * Planhat computes it: what is written is refused or overwritten.
   */
  computed?: true;
  /**
   * Mapped by default by the products people use today: accepted, with a warning where computed or unlisted.
   */
  offered?: true;
  /**
   * Planhat's own pages do not list it.
   */
  unlisted?: true;
  /**
   * The values it may take.
   *
   * @minItems 1
   */
  enum?: [unknown, ...unknown[]];
  /**
   * Name of the object type that the value refers to.
   */
  ref?: string;
  /**
   * A reference that also takes `extid-<externalId>` and `srcid-<sourceId>`.
   */
  prefixes?: true;
}

export const objectTypeSchema: object = {
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "ObjectTypeFile",
  "description": "One kind of thing Planhat holds: a file of schemas/objects/. Adding a file adds an object type that syncs can target.",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "name",
    "plural",
    "path",
    "keyables",
    "required",
    "pathIds",
    "list",
    "externalIdWithinCompany",
    "docs",
    "fields"
  ],
  "properties": {
    "$schema": {
      "type": "string",
      "description": "Path of this schema, for editors."
    },
    "name": {
      "type": "string",
      "pattern": "^[A-Z][A-Za-z]+$",
      "description": "Name in definitions and messages: `Company`."
    },
    "plural": {
      "type": "string",
      "pattern": "^[a-z][a-z ]+$",
      "description": "Plural for messages: `companies`."
    },
    "path": {
      "type": "string",
      "pattern": "^/[a-z]+$",
      "description": "Path of the collection under the API host."
    },
    "leanPath": {
      "type": "string",
      "pattern": "^/[a-z]+$",
      "description": "A cheap list of keys only, without a page limit."
    },
    "keyables": {
      "type": "array",
      "minItems": 1,
      "uniqueItems": true,
      "items": {
        "type": "string"
      },
      "description": "Fields that Planhat matches records by, in its order of priority; `_id` comes first."
    },
    "required": {
      "type": "array",
      "items": {
        "type": "array",
        "minItems": 1,
        "uniqueItems": true,
        "items": {
          "type": "string"
        }
      },
      "description": "What a create needs: every group, by at least one of its fields."
    },
    "pathIds": {
      "type": "array",
      "minItems": 1,
      "description": "The keyables that name a single record in a path, each with its prefix; `_id` has none.",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "field",
          "prefix"
        ],
        "properties": {
          "field": {
            "type": "string",
            "description": "A keyable."
          },
          "prefix": {
            "type": "string",
            "pattern": "^([a-z]+-)?$",
            "description": "What stands before the value: `extid-`; empty for `_id`."
          }
        }
      }
    },
    "list": {
      "type": "object",
      "additionalProperties": false,
      "required": [
        "defaultLimit",
        "maxLimit"
      ],
      "description": "Page size of a list, in records.",
      "properties": {
        "defaultLimit": {
          "type": "integer",
          "minimum": 1,
          "description": "Without a `limit` in the request."
        },
        "maxLimit": {
          "type": "integer",
          "minimum": 1,
          "description": "The most that one page may hold."
        }
      }
    },
    "externalIdWithinCompany": {
      "type": "boolean",
      "description": "Whether externalId is unique only within one company, so that companyId has to go along."
    },
    "hidden": {
      "type": "string",
      "description": "A boolean field: lists leave out records that have it set, unless a parameter of the same name is given."
    },
    "docs": {
      "type": "string",
      "pattern": "^https://",
      "description": "Page of Planhat's documentation that the facts stand on."
    },
    "fields": {
      "type": "object",
      "minProperties": 1,
      "description": "Every field of the object, by its name, which is case-sensitive.",
      "additionalProperties": {
        "$ref": "#/definitions/field"
      }
    }
  },
  "definitions": {
    "fieldType": {
      "description": "How a value looks: `date` is an ISO 8601 string, `epochDays` whole days since 1970-01-01, `objectId` 24 hex digits.",
      "enum": [
        "string",
        "number",
        "integer",
        "boolean",
        "date",
        "epochDays",
        "objectId",
        "array",
        "object"
      ]
    },
    "field": {
      "type": "object",
      "additionalProperties": false,
      "required": [
        "type",
        "description"
      ],
      "dependencies": {
        "prefixes": [
          "ref"
        ],
        "items": {
          "properties": {
            "type": {
              "const": "array"
            }
          }
        }
      },
      "properties": {
        "type": {
          "$ref": "#/definitions/fieldType"
        },
        "items": {
          "$ref": "#/definitions/fieldType",
          "description": "Type of the elements of an array."
        },
        "description": {
          "type": "string",
          "minLength": 10,
          "pattern": "\\.$",
          "description": "What the field holds, in whole sentences."
        },
        "computed": {
          "const": true,
          "description": "Planhat computes it: what is written is refused or overwritten."
        },
        "offered": {
          "const": true,
          "description": "Mapped by default by the products people use today: accepted, with a warning where computed or unlisted."
        },
        "unlisted": {
          "const": true,
          "description": "Planhat's own pages do not list it."
        },
        "enum": {
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "description": "The values it may take."
        },
        "ref": {
          "type": "string",
          "description": "Name of the object type that the value refers to."
        },
        "prefixes": {
          "const": true,
          "description": "A reference that also takes `extid-<externalId>` and `srcid-<sourceId>`."
        }
      }
    }
  }
};
