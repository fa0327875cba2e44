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
   * Path of the collection under the API host; of a stream under the analytics host, with the tenant's UUID behind it.
   */
  path: string;
  /**
   * A cheap list of keys only, without a page limit.
   */
  leanPath?: string;
  /**
   * Fields that Planhat matches records by, in its order of priority; `_id` comes first. Empty for a stream.
   */
  keyables: string[];
  /**
   * Keyables by which Planhat may not match after all: a sync that uses one is warned.
   *
   * @minItems 1
   */
  uncertainKeys?: [string, ...string[]];
  /**
   * What a create needs: every group, by at least one of its fields.
   */
  required: [string, ...string[]][];
  /**
   * What other products ask of a new record and Planhat does not: of each group one, or a sync that creates is warned.
   *
   * @minItems 1
   */
  advised?: [[string, ...string[]], ...[string, ...string[]][]];
  /**
   * What a create needs besides, where a field has a certain value.
   *
   * @minItems 1
   */
  requiredWhen?: [
    {
      /**
       * The field that decides.
       */
      field: string;
      /**
       * Its value; where it is the field's default, no value counts too.
       */
      is: {
        [k: string]: unknown;
      };
      /**
       * Fields of which one is needed then.
       *
       * @minItems 1
       */
      needs: [string, ...string[]];
    },
    ...{
      /**
       * The field that decides.
       */
      field: string;
      /**
       * Its value; where it is the field's default, no value counts too.
       */
      is: {
        [k: string]: unknown;
      };
      /**
       * Fields of which one is needed then.
       *
       * @minItems 1
       */
      needs: [string, ...string[]];
    }[]
  ];
  /**
   * Fields that every item carries, updates too: Planhat drops one without them and tells nobody.
   *
   * @minItems 1
   */
  always?: [string, ...string[]];
  /**
   * Values that make a record one of this type: they go along by themselves.
   */
  fixed?: {};
  /**
   * Calls for a single record that Planhat does not document.
   *
   * @minItems 1
   */
  lacks?: ["create" | "read" | "update", ...("create" | "read" | "update")[]];
  /**
   * Path of another collection whose lists show these records too.
   */
  livesIn?: string;
  /**
   * Append only: points and events, which are sent once and never matched, read back or changed.
   */
  stream?: {
    /**
     * The field that says when; a sync has to map it.
     */
    date: string;
    /**
     * Items of one day (UTC) are one.
     */
    perDay?: true;
    /**
     * What tells items apart besides the date: of each group the first field with a value.
     *
     * @minItems 1
     */
    identity: [[string, ...string[]], ...[string, ...string[]][]];
    /**
     * Items of one request.
     */
    maxItems: number;
    /**
     * `counts`: how many were processed, and the items that were not; `sink`: success, whatever was sent.
     */
    answer: "counts" | "sink";
  };
  /**
   * The fields that name a single record in a path, each with its prefix; `_id` has none. Empty where single records cannot be read.
   */
  pathIds: {
    /**
     * A keyable, or a field that only single calls know.
     */
    field: string;
    /**
     * What stands before the value: `extid-`; empty for `_id`.
     */
    prefix: string;
  }[];
  /**
   * Page size of a list, in records; 0 where there is no list.
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
    /**
     * Parameters that pick records by the field of the same name; `companyId` by whichever field names the company.
     *
     * @minItems 1
     */
    filters?: [string, ...string[]];
    /**
     * Other names of parameters, older and shorter ones, with the parameter or the field that each means.
     */
    aliases?: {
      [k: string]: string;
    };
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
   * What a new record shows besides what was sent, as in Planhat's examples. For the sandbox; nothing is sent or compared because of it.
   */
  shows?: {};
  /**
   * What is different from other objects, in whole sentences, for the documentation.
   *
   * @minItems 1
   */
  particulars?: [string, ...string[]];
  /**
   * What stands on no page of Planhat, and where it is from instead, in whole sentences.
   *
   * @minItems 1
   */
  unverified?: [string, ...string[]];
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
   * The smallest number that Planhat takes.
   */
  minimum?: number;
  /**
   * The largest number that Planhat takes.
   */
  maximum?: number;
  /**
   * Of a date: Planhat keeps the day (UTC) and drops the time, so two times of one day are equal.
   */
  day?: true;
  /**
   * Of a text, or of each text of an array: an e-mail address.
   */
  format?: "email";
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
   * Marked as computed, and yet written in Planhat's examples: accepted, with a warning.
   */
  written?: true;
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
   * What Planhat takes where a new record has no value.
   */
  default?: {
    [k: string]: unknown;
  };
  /**
   * Name under which Planhat gives the value back.
   */
  readAs?: string;
  /**
   * Name under which the value is sent.
   */
  sentAs?: string;
  /**
   * Name of the object type that the value refers to.
   */
  ref?: string;
  /**
   * Name of the object type among whose records Planhat looks for the value, which is no reference: a company by a domain. A run writes those records first.
   */
  finds?: string;
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
      "pattern": "^(/[a-z]+)+$",
      "description": "Path of the collection under the API host; of a stream under the analytics host, with the tenant's UUID behind it."
    },
    "leanPath": {
      "type": "string",
      "pattern": "^/[a-z]+$",
      "description": "A cheap list of keys only, without a page limit."
    },
    "keyables": {
      "type": "array",
      "uniqueItems": true,
      "items": {
        "type": "string"
      },
      "description": "Fields that Planhat matches records by, in its order of priority; `_id` comes first. Empty for a stream."
    },
    "uncertainKeys": {
      "type": "array",
      "minItems": 1,
      "items": {
        "type": "string"
      },
      "description": "Keyables by which Planhat may not match after all: a sync that uses one is warned."
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
    "advised": {
      "type": "array",
      "minItems": 1,
      "items": {
        "type": "array",
        "minItems": 1,
        "uniqueItems": true,
        "items": {
          "type": "string"
        }
      },
      "description": "What other products ask of a new record and Planhat does not: of each group one, or a sync that creates is warned."
    },
    "requiredWhen": {
      "type": "array",
      "minItems": 1,
      "description": "What a create needs besides, where a field has a certain value.",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "field",
          "is",
          "needs"
        ],
        "properties": {
          "field": {
            "type": "string",
            "description": "The field that decides."
          },
          "is": {
            "description": "Its value; where it is the field's default, no value counts too."
          },
          "needs": {
            "type": "array",
            "minItems": 1,
            "items": {
              "type": "string"
            },
            "description": "Fields of which one is needed then."
          }
        }
      }
    },
    "always": {
      "type": "array",
      "minItems": 1,
      "items": {
        "type": "string"
      },
      "description": "Fields that every item carries, updates too: Planhat drops one without them and tells nobody."
    },
    "fixed": {
      "type": "object",
      "minProperties": 1,
      "description": "Values that make a record one of this type: they go along by themselves."
    },
    "lacks": {
      "type": "array",
      "minItems": 1,
      "items": {
        "enum": [
          "create",
          "read",
          "update"
        ]
      },
      "description": "Calls for a single record that Planhat does not document."
    },
    "livesIn": {
      "type": "string",
      "pattern": "^/[a-z]+$",
      "description": "Path of another collection whose lists show these records too."
    },
    "stream": {
      "type": "object",
      "additionalProperties": false,
      "required": [
        "date",
        "identity",
        "maxItems",
        "answer"
      ],
      "description": "Append only: points and events, which are sent once and never matched, read back or changed.",
      "properties": {
        "date": {
          "type": "string",
          "description": "The field that says when; a sync has to map it."
        },
        "perDay": {
          "const": true,
          "description": "Items of one day (UTC) are one."
        },
        "identity": {
          "type": "array",
          "minItems": 1,
          "items": {
            "type": "array",
            "minItems": 1,
            "items": {
              "type": "string"
            }
          },
          "description": "What tells items apart besides the date: of each group the first field with a value."
        },
        "maxItems": {
          "type": "integer",
          "minimum": 1,
          "description": "Items of one request."
        },
        "answer": {
          "enum": [
            "counts",
            "sink"
          ],
          "description": "`counts`: how many were processed, and the items that were not; `sink`: success, whatever was sent."
        }
      }
    },
    "pathIds": {
      "type": "array",
      "description": "The fields that name a single record in a path, each with its prefix; `_id` has none. Empty where single records cannot be read.",
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
            "description": "A keyable, or a field that only single calls know."
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
      "description": "Page size of a list, in records; 0 where there is no list.",
      "properties": {
        "defaultLimit": {
          "type": "integer",
          "minimum": 0,
          "description": "Without a `limit` in the request."
        },
        "maxLimit": {
          "type": "integer",
          "minimum": 0,
          "description": "The most that one page may hold."
        },
        "filters": {
          "type": "array",
          "minItems": 1,
          "items": {
            "type": "string"
          },
          "description": "Parameters that pick records by the field of the same name; `companyId` by whichever field names the company."
        },
        "aliases": {
          "type": "object",
          "minProperties": 1,
          "additionalProperties": {
            "type": "string"
          },
          "description": "Other names of parameters, older and shorter ones, with the parameter or the field that each means."
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
    "shows": {
      "type": "object",
      "minProperties": 1,
      "description": "What a new record shows besides what was sent, as in Planhat's examples. For the sandbox; nothing is sent or compared because of it."
    },
    "particulars": {
      "type": "array",
      "minItems": 1,
      "items": {
        "type": "string",
        "minLength": 10,
        "pattern": "\\.$"
      },
      "description": "What is different from other objects, in whole sentences, for the documentation."
    },
    "unverified": {
      "type": "array",
      "minItems": 1,
      "items": {
        "type": "string",
        "minLength": 10,
        "pattern": "\\.$"
      },
      "description": "What stands on no page of Planhat, and where it is from instead, in whole sentences."
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
        "written": [
          "computed"
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
        "minimum": {
          "type": "number",
          "description": "The smallest number that Planhat takes."
        },
        "maximum": {
          "type": "number",
          "description": "The largest number that Planhat takes."
        },
        "day": {
          "const": true,
          "description": "Of a date: Planhat keeps the day (UTC) and drops the time, so two times of one day are equal."
        },
        "format": {
          "enum": [
            "email"
          ],
          "description": "Of a text, or of each text of an array: an e-mail address."
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
        "written": {
          "const": true,
          "description": "Marked as computed, and yet written in Planhat's examples: accepted, with a warning."
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
        "default": {
          "description": "What Planhat takes where a new record has no value."
        },
        "readAs": {
          "type": "string",
          "description": "Name under which Planhat gives the value back."
        },
        "sentAs": {
          "type": "string",
          "description": "Name under which the value is sent."
        },
        "ref": {
          "type": "string",
          "description": "Name of the object type that the value refers to."
        },
        "finds": {
          "type": "string",
          "description": "Name of the object type among whose records Planhat looks for the value, which is no reference: a company by a domain. A run writes those records first."
        },
        "prefixes": {
          "const": true,
          "description": "A reference that also takes `extid-<externalId>` and `srcid-<sourceId>`."
        }
      }
    }
  }
};
