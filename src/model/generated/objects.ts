// Generated from schemas/objects/ by scripts/generate.mjs: do not edit, run `npm run generate`.

import type { ObjectType } from "../object-type.ts";

/** Every object type a sync can target, one file each in schemas/objects/. */
export const OBJECT_TYPES: readonly ObjectType[] = [
  {
    "name": "Company",
    "plural": "companies",
    "path": "/companies",
    "leanPath": "/leancompanies",
    "keyables": [
      "_id",
      "sourceId",
      "externalId"
    ],
    "required": [
      [
        "name"
      ]
    ],
    "pathIds": [
      {
        "field": "_id",
        "prefix": ""
      },
      {
        "field": "externalId",
        "prefix": "extid-"
      },
      {
        "field": "sourceId",
        "prefix": "srcid-"
      }
    ],
    "list": {
      "defaultLimit": 100,
      "maxLimit": 5000
    },
    "externalIdWithinCompany": false,
    "docs": "https://www.planhat.com/developers/api/company",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits; the first keyable."
      },
      "name": {
        "type": "string",
        "description": "Company name."
      },
      "externalId": {
        "type": "string",
        "description": "Id in your own system; a keyable."
      },
      "mr": {
        "type": "number",
        "computed": true,
        "offered": true,
        "description": "Monthly revenue."
      }
    }
  }
];
