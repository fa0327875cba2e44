// Generated from schemas/objects/ by scripts/generate.mjs: do not edit, run `npm run generate`.

import type { ObjectType } from "../object-type.ts";

/** Every object type a sync can target, one file each in schemas/objects/. */
export const OBJECT_TYPES: readonly ObjectType[] = [
  {
    "name": "Asset",
    "plural": "assets",
    "path": "/assets",
    "keyables": [
      "_id",
      "sourceId",
      "externalId"
    ],
    "required": [
      [
        "name"
      ],
      [
        "companyId"
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
      "maxLimit": 2000,
      "filters": [
        "companyId"
      ]
    },
    "externalIdWithinCompany": true,
    "shows": {
      "__v": 0
    },
    "docs": "https://www.planhat.com/developers/api/asset",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "companyId": {
        "type": "objectId",
        "description": "The company that the asset belongs to: its `_id`, or `extid-` and its externalId, or `srcid-` and its sourceId. A new asset needs one.",
        "offered": true,
        "ref": "Company",
        "prefixes": true
      },
      "companyName": {
        "type": "string",
        "description": "Name of the company, copied by Planhat.",
        "computed": true
      },
      "externalId": {
        "type": "string",
        "description": "The asset's id in your own system, unique within its company: map companyId too.",
        "offered": true
      },
      "sourceId": {
        "type": "string",
        "description": "The id in a connected system such as a CRM, unique among assets; matched before externalId."
      },
      "name": {
        "type": "string",
        "description": "Name of the asset. A new asset needs one; it identifies nothing.",
        "offered": true
      },
      "serialNumber": {
        "type": "string",
        "description": "Serial number of the device or installation."
      },
      "value": {
        "type": "number",
        "description": "What the asset is worth, in the currency of `_currency`."
      },
      "_currency": {
        "type": "string",
        "description": "Currency code such as `USD`. Planhat takes any text; use the ids of your list of currencies."
      },
      "installDate": {
        "type": "date",
        "description": "When the asset was installed."
      },
      "status": {
        "type": "string",
        "description": "State of the asset, as free text."
      },
      "ownerId": {
        "type": "objectId",
        "description": "The team member in charge, by the `_id` of a Planhat user.",
        "ref": "User"
      },
      "ownerName": {
        "type": "string",
        "description": "Name of the owner, copied by Planhat.",
        "computed": true
      },
      "custom": {
        "type": "object",
        "description": "The tenant's own fields, by the names that Planhat shows. Map them one by one: `custom.Name`."
      },
      "usage": {
        "type": "object",
        "description": "Latest value of each usage metric, by metric id. Seen in answers.",
        "computed": true,
        "unlisted": true
      }
    }
  },
  {
    "name": "Campaign",
    "plural": "campaigns",
    "path": "/campaigns",
    "keyables": [
      "_id",
      "sourceId",
      "externalId"
    ],
    "required": [
      [
        "name"
      ],
      [
        "companyId"
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
      "maxLimit": 2000,
      "filters": [
        "companyId"
      ]
    },
    "externalIdWithinCompany": true,
    "shows": {
      "__v": 0
    },
    "docs": "https://www.planhat.com/developers/api/campaign",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "name": {
        "type": "string",
        "description": "Name of the campaign. A new campaign needs one; it identifies nothing."
      },
      "campaignPurpose": {
        "type": "string",
        "description": "What the campaign is for."
      },
      "companyId": {
        "type": "objectId",
        "description": "The company that the campaign belongs to: its `_id`, or `extid-` and its externalId, or `srcid-` and its sourceId. A new campaign needs one.",
        "ref": "Company",
        "prefixes": true
      },
      "companyName": {
        "type": "string",
        "description": "Name of the company, copied by Planhat.",
        "computed": true
      },
      "externalId": {
        "type": "string",
        "description": "The campaign's id in your own system, unique within its company: map companyId too."
      },
      "sourceId": {
        "type": "string",
        "description": "The id in a connected system such as a CRM, unique among campaigns; matched before externalId."
      },
      "custom": {
        "type": "object",
        "description": "The tenant's own fields, by the names that Planhat shows. Map them one by one: `custom.Name`."
      }
    }
  },
  {
    "name": "Churn",
    "plural": "churns",
    "path": "/churn",
    "keyables": [
      "_id",
      "sourceId"
    ],
    "required": [
      [
        "companyId"
      ]
    ],
    "pathIds": [
      {
        "field": "_id",
        "prefix": ""
      }
    ],
    "list": {
      "defaultLimit": 100,
      "maxLimit": 1000
    },
    "externalIdWithinCompany": false,
    "particulars": [
      "A churn changes no revenue figures; licences do."
    ],
    "unverified": [
      "Nearly everything: Planhat's page looks like a placeholder, and the fields come from what the API returns to other clients.",
      "That `sourceId` is a keyable: from another product.",
      "The greatest page size: clients ask for 1,000 or 2,000; the smaller one stands here."
    ],
    "docs": "https://www.planhat.com/developers/api/churn",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "companyId": {
        "type": "objectId",
        "description": "The company that the churn belongs to: its `_id`, or `extid-` and its externalId, or `srcid-` and its sourceId. A new churn needs one.",
        "ref": "Company",
        "prefixes": true
      },
      "companyName": {
        "type": "string",
        "description": "Name of the company, copied by Planhat.",
        "computed": true
      },
      "value": {
        "type": "number",
        "description": "Amount that was lost. Known from what the API returns; Planhat's page does not list it.",
        "unlisted": true
      },
      "arr": {
        "type": "number",
        "description": "Annual recurring revenue that was lost. Known from what the API returns; Planhat's page does not list it.",
        "unlisted": true
      },
      "currency": {
        "type": "string",
        "description": "Currency code such as `USD`. Planhat takes any text; use the ids of your list of currencies. Known from what the API returns; Planhat's page does not list it.",
        "unlisted": true
      },
      "churnDate": {
        "type": "date",
        "description": "When the customer left or reduced. Known from what the API returns; Planhat's page does not list it.",
        "unlisted": true
      },
      "reasons": {
        "type": "array",
        "description": "Why. Known from what the API returns; Planhat's page does not list it.",
        "unlisted": true
      },
      "products": {
        "type": "array",
        "description": "Which products. Known from what the API returns; Planhat's page does not list it.",
        "unlisted": true
      },
      "onlyDowngrade": {
        "type": "boolean",
        "description": "Whether the customer stays with less. Known from what the API returns; Planhat's page does not list it.",
        "unlisted": true
      },
      "comment": {
        "type": "string",
        "description": "A remark. Known from what the API returns; Planhat's page does not list it.",
        "unlisted": true
      },
      "description": {
        "type": "string",
        "description": "A longer text. Known from what the API returns; Planhat's page does not list it.",
        "unlisted": true
      },
      "sourceId": {
        "type": "string",
        "description": "The id in the system that the record comes from: the usual key of a sync."
      },
      "snoozed": {
        "type": "boolean",
        "description": "Whether it is put off. Known from what the API returns; Planhat's page does not list it.",
        "unlisted": true
      },
      "custom": {
        "type": "object",
        "description": "The tenant's own fields, by the names that Planhat shows. Map them one by one: `custom.Name`."
      },
      "createdAt": {
        "type": "date",
        "description": "When the record was created in Planhat.",
        "computed": true
      },
      "updatedAt": {
        "type": "date",
        "description": "When the record was last written.",
        "computed": true
      },
      "isChurn": {
        "type": "boolean",
        "description": "Whether it is a churn. Only Planhat's page lists it, which looks like a placeholder; the API does not return it.",
        "unlisted": true
      },
      "churnReason": {
        "type": "string",
        "description": "Why. Only Planhat's page lists it, which looks like a placeholder; the API does not return it.",
        "unlisted": true
      },
      "externalId": {
        "type": "string",
        "description": "The id in your own system. Only Planhat's page lists it, which looks like a placeholder; the API does not return it.",
        "unlisted": true
      },
      "createDate": {
        "type": "date",
        "description": "When the record was created. Only Planhat's page lists it, which looks like a placeholder; the API does not return it.",
        "computed": true,
        "unlisted": true
      }
    }
  },
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
      "maxLimit": 5000,
      "filters": [
        "companyId"
      ]
    },
    "externalIdWithinCompany": false,
    "shows": {
      "shareable": {
        "team": {
          "fields": []
        },
        "enabled": false,
        "euIds": [],
        "sunits": false
      },
      "followers": [],
      "domains": [],
      "collaborators": [],
      "products": [],
      "tags": [],
      "lastPerformedTriggers": [],
      "status": "prospect",
      "sales": [],
      "licenses": [],
      "features": {},
      "usage": {},
      "sunits": {},
      "lastTouchByType": {},
      "csmScoreLog": [],
      "documents": [],
      "links": [],
      "alerts": [],
      "autoRenews": false,
      "mr": 0,
      "mrr": 0,
      "nrr30": 0,
      "mrTotal": 0,
      "mrrTotal": 0,
      "nrrTotal": 0,
      "renewalMrr": 0,
      "orgCount": 0,
      "orgPathCount": 0,
      "custom": {},
      "__v": 0
    },
    "unverified": [
      "`renewalDate`, `collaborators`, `sentimentScore`: not in its table; seen in tenants, and all but the last in its examples."
    ],
    "docs": "https://www.planhat.com/developers/api/company",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "name": {
        "type": "string",
        "description": "Company name. A new company needs one; it identifies nothing, so two companies may share it.",
        "offered": true
      },
      "owner": {
        "type": "objectId",
        "description": "The account or customer success manager, by the `_id` of a Planhat user.",
        "ref": "User"
      },
      "coOwner": {
        "type": "objectId",
        "description": "A second owner, by the `_id` of a Planhat user.",
        "ref": "User"
      },
      "externalId": {
        "type": "string",
        "description": "The company's id in your own system, unique among companies: the usual key of a sync.",
        "offered": true
      },
      "sourceId": {
        "type": "string",
        "description": "The company's id in a connected system such as a CRM, unique among companies; matched before externalId."
      },
      "phase": {
        "type": "string",
        "description": "Name of the lifecycle phase, for example `Onboarding`. A name that Planhat does not know is stored as it stands.",
        "offered": true
      },
      "status": {
        "type": "string",
        "description": "Commercial status. Planhat derives it from licences, so a value written here may be overwritten later.",
        "enum": [
          "prospect",
          "coming",
          "customer",
          "canceled",
          "lost"
        ]
      },
      "domains": {
        "type": "array",
        "items": "string",
        "description": "E-mail domains of the company; a contact without a company is assigned by them. Planhat adds those of known contacts."
      },
      "h": {
        "type": "integer",
        "description": "Health score, computed from the health profile.",
        "computed": true
      },
      "hProfile": {
        "type": "objectId",
        "description": "Id of the health profile that applies to the company.",
        "computed": true
      },
      "csmScore": {
        "type": "integer",
        "description": "Score from 1 to 5 that the customer success manager gives in Planhat.",
        "computed": true
      },
      "sentimentScore": {
        "type": "number",
        "description": "Score of the customer's sentiment."
      },
      "mr": {
        "type": "number",
        "description": "Monthly revenue of the last 30 days, recurring and not. Planhat computes it from licences and sales, so a value written here may be overwritten.",
        "computed": true,
        "offered": true
      },
      "nrr30": {
        "type": "number",
        "description": "Non-recurring revenue of the last 30 days.",
        "computed": true
      },
      "mrrTotal": {
        "type": "number",
        "description": "Monthly recurring revenue accumulated over the whole relationship.",
        "computed": true
      },
      "nrrTotal": {
        "type": "number",
        "description": "Non-recurring revenue accumulated over the whole relationship.",
        "computed": true
      },
      "mrTotal": {
        "type": "number",
        "description": "All revenue so far: mrrTotal plus nrrTotal.",
        "computed": true
      },
      "description": {
        "type": "string",
        "description": "Free text about the company; HTML is shown as such."
      },
      "address": {
        "type": "string",
        "description": "Street and house number."
      },
      "country": {
        "type": "string",
        "description": "Country, as free text."
      },
      "city": {
        "type": "string",
        "description": "City, as free text."
      },
      "zip": {
        "type": "string",
        "description": "Postal code, as text, so that leading zeros stay."
      },
      "phonePrimary": {
        "type": "string",
        "description": "Main phone number, in any format."
      },
      "web": {
        "type": "string",
        "description": "Address of the company's website."
      },
      "customerFrom": {
        "type": "date",
        "description": "Start of the active licence.",
        "computed": true
      },
      "customerTo": {
        "type": "date",
        "description": "End of the active licence, when it is due for renewal.",
        "computed": true
      },
      "alerts": {
        "type": "array",
        "description": "Alerts that Planhat raised for the company.",
        "computed": true
      },
      "tags": {
        "type": "array",
        "items": "string",
        "description": "Labels. What is written replaces the whole list."
      },
      "products": {
        "type": "array",
        "items": "string",
        "description": "Names of the products on the company's licences.",
        "computed": true
      },
      "licenses": {
        "type": "array",
        "items": "object",
        "description": "The company's licences, embedded for reading.",
        "computed": true
      },
      "sales": {
        "type": "array",
        "items": "object",
        "description": "The company's one-off sales, embedded for reading.",
        "computed": true
      },
      "createDate": {
        "type": "date",
        "description": "When the record was created in Planhat.",
        "computed": true
      },
      "lastUpdated": {
        "type": "date",
        "description": "When the record was last written; it may move although nothing changed.",
        "computed": true
      },
      "updatedAt": {
        "type": "date",
        "description": "When the company was last changed, under the name that other objects use too.",
        "computed": true
      },
      "lastRenewal": {
        "type": "date",
        "description": "When a licence was last renewed.",
        "computed": true
      },
      "renewalDaysFromNow": {
        "type": "number",
        "description": "Days until the next renewal; negative when it has passed.",
        "computed": true
      },
      "lastActive": {
        "type": "date",
        "description": "When one of the company's users was last active.",
        "computed": true
      },
      "followers": {
        "type": "array",
        "items": "objectId",
        "description": "Users who follow the company, by `_id`. What is written replaces the whole list.",
        "ref": "User"
      },
      "collaborators": {
        "type": "array",
        "items": "objectId",
        "description": "Users who work on the company besides its owners, by `_id`. What is written replaces the whole list.",
        "ref": "User"
      },
      "usage": {
        "type": "object",
        "description": "Latest value of each usage metric, by metric id.",
        "computed": true
      },
      "lastTouch": {
        "type": "date",
        "description": "When somebody last had contact with the company.",
        "computed": true
      },
      "lastTouchType": {
        "type": "string",
        "description": "Kind of the last contact, for example `email`.",
        "computed": true
      },
      "lastTouchByType": {
        "type": "object",
        "description": "When the last contact took place, for each kind of contact.",
        "computed": true
      },
      "nextTouch": {
        "type": "date",
        "description": "When the next contact is planned.",
        "computed": true
      },
      "phaseSince": {
        "type": "date",
        "description": "Since when the company has been in its current phase.",
        "computed": true
      },
      "csmScoreLog": {
        "type": "array",
        "items": "object",
        "description": "History of csmScore.",
        "computed": true
      },
      "features": {
        "type": "object",
        "description": "Features in use, as Planhat collects them.",
        "computed": true
      },
      "sunits": {
        "type": "object",
        "description": "Values of the success units, by unit.",
        "computed": true
      },
      "shareable": {
        "type": "object",
        "description": "Settings of the portal shared with the customer.",
        "computed": true
      },
      "lastActivities": {
        "type": "array",
        "items": "object",
        "description": "The latest user activities.",
        "computed": true
      },
      "documents": {
        "type": "array",
        "items": "object",
        "description": "Files attached to the company.",
        "computed": true
      },
      "orgRootId": {
        "type": "objectId",
        "description": "Topmost company of the company tree, by `_id`.",
        "computed": true,
        "ref": "Company"
      },
      "orgPath": {
        "type": "string",
        "description": "Ids of the ancestors in the company tree, the root first, joined by commas.",
        "computed": true
      },
      "mrr": {
        "type": "number",
        "description": "Current monthly recurring revenue.",
        "computed": true
      },
      "arr": {
        "type": "number",
        "description": "Current annual recurring revenue.",
        "computed": true
      },
      "orgMrr": {
        "type": "number",
        "description": "Monthly recurring revenue of the company and all below it in the tree.",
        "computed": true
      },
      "orgArr": {
        "type": "number",
        "description": "Annual recurring revenue of the company and all below it in the tree.",
        "computed": true
      },
      "renewalMrr": {
        "type": "number",
        "description": "Monthly recurring revenue that is up for renewal.",
        "computed": true
      },
      "renewalArr": {
        "type": "number",
        "description": "Annual recurring revenue that is up for renewal.",
        "computed": true
      },
      "orgMrrTotal": {
        "type": "number",
        "description": "Accumulated monthly recurring revenue of the whole company tree.",
        "computed": true
      },
      "orgArrTotal": {
        "type": "number",
        "description": "Accumulated annual recurring revenue of the whole company tree.",
        "computed": true
      },
      "orgHealthTotal": {
        "type": "number",
        "description": "Health score over the whole company tree.",
        "computed": true
      },
      "orgLevel": {
        "type": "number",
        "description": "Depth in the company tree; the root stands at 0.",
        "computed": true
      },
      "orgUnits": {
        "type": "number",
        "description": "Number of companies directly below this one in the tree.",
        "computed": true
      },
      "custom": {
        "type": "object",
        "description": "Custom fields of the tenant, by display name. In a sync each is mapped as `custom.Name`; those left out stay as they are."
      },
      "industry": {
        "type": "string",
        "description": "Industry, as free text. Planhat's table does not list it, but it is widely mapped; a custom field is the safer place.",
        "offered": true,
        "unlisted": true
      },
      "renewalDate": {
        "type": "date",
        "description": "When the contract is up for renewal. Planhat sets it from licences where there are any; customerTo holds the end of the current one.",
        "offered": true
      }
    }
  },
  {
    "name": "Conversation",
    "plural": "conversations",
    "path": "/conversations",
    "keyables": [
      "_id",
      "externalId"
    ],
    "uncertainKeys": [
      "externalId"
    ],
    "required": [
      [
        "companyId"
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
      }
    ],
    "list": {
      "defaultLimit": 30,
      "maxLimit": 2000,
      "filters": [
        "companyId",
        "type"
      ]
    },
    "externalIdWithinCompany": true,
    "particulars": [
      "Notes and tickets are conversations too, and stand in its lists.",
      "`type` has to be a type of the tenant, otherwise the conversation becomes a note; email, chat, ticket and call are reserved."
    ],
    "unverified": [
      "Whether a bulk write matches by externalId: the page of notes, which are conversations, names `_id` alone."
    ],
    "shows": {
      "starred": false,
      "pinned": false,
      "autoTags": [],
      "activityTags": [],
      "emailTemplateIds": [],
      "isOpen": false,
      "tags": [],
      "waitsToBeFiltered": true,
      "timeBucket": [],
      "archived": false,
      "sender": [],
      "history": [],
      "endusers": [],
      "userIds": [],
      "isCustomType": false,
      "assigneeName": "",
      "hasAttachments": false,
      "hasMore": false,
      "isSeen": false,
      "__v": 0
    },
    "docs": "https://www.planhat.com/developers/api/conversation",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "subject": {
        "type": "string",
        "description": "Title of the conversation."
      },
      "companyId": {
        "type": "objectId",
        "description": "The company that the conversation belongs to: its `_id`, or `extid-` and its externalId, or `srcid-` and its sourceId. A new conversation needs one.",
        "ref": "Company",
        "prefixes": true
      },
      "companyName": {
        "type": "string",
        "description": "Name of the company, copied by Planhat.",
        "computed": true
      },
      "description": {
        "type": "string",
        "description": "Text of the conversation; HTML is shown as such."
      },
      "snippet": {
        "type": "string",
        "description": "Formatted content of the conversation."
      },
      "date": {
        "type": "date",
        "description": "When the conversation took place."
      },
      "outDate": {
        "type": "date",
        "description": "When the conversation was sent."
      },
      "createDate": {
        "type": "date",
        "description": "When the record was created in Planhat.",
        "computed": true
      },
      "type": {
        "type": "string",
        "description": "Name of a conversation type of the tenant. One that does not exist becomes `note`; email, chat, ticket and call are reserved."
      },
      "users": {
        "type": "array",
        "items": "object",
        "description": "Team members who took part: objects of `id`, `name` and `isOwner`.",
        "ref": "User"
      },
      "endusers": {
        "type": "array",
        "description": "Contacts who took part: objects of `id` and `name`. Marked as computed, though the page of notes writes it.",
        "computed": true,
        "written": true,
        "ref": "Enduser"
      },
      "externalId": {
        "type": "string",
        "description": "The conversation's id in your own system. Whether a bulk write matches by it is not documented."
      },
      "activityTags": {
        "type": "array",
        "items": "string",
        "description": "Tags. What is written replaces the whole list."
      },
      "starred": {
        "type": "boolean",
        "description": "Whether the conversation is marked as important."
      },
      "pinned": {
        "type": "boolean",
        "description": "Whether the conversation stays on top of the company's page."
      },
      "emailTemplateIds": {
        "type": "array",
        "description": "Ids of the e-mail templates used.",
        "computed": true
      },
      "isOpen": {
        "type": "boolean",
        "description": "Whether the conversation is open.",
        "computed": true
      },
      "tags": {
        "type": "array",
        "items": "string",
        "description": "Tags that Planhat sets.",
        "computed": true
      },
      "waitsToBeFiltered": {
        "type": "boolean",
        "description": "A field of Planhat's own.",
        "computed": true
      },
      "timeBucket": {
        "type": "array",
        "items": "string",
        "description": "Year, quarter, month and week of the conversation.",
        "computed": true
      },
      "archived": {
        "type": "boolean",
        "description": "Whether the conversation is put away."
      },
      "numberOfParts": {
        "type": "integer",
        "description": "How many messages the conversation has.",
        "computed": true
      },
      "sender": {
        "type": "array",
        "items": "object",
        "description": "Who sent the messages.",
        "computed": true
      },
      "history": {
        "type": "array",
        "description": "A field of Planhat's own.",
        "computed": true
      },
      "userIds": {
        "type": "array",
        "items": "objectId",
        "description": "Ids of the team members who took part.",
        "computed": true
      },
      "hasMore": {
        "type": "boolean",
        "description": "A field of Planhat's own.",
        "computed": true
      },
      "isCustomType": {
        "type": "boolean",
        "description": "Whether the type is one of the tenant's own.",
        "computed": true
      },
      "assigneeName": {
        "type": "string",
        "description": "A field of Planhat's own.",
        "computed": true
      },
      "numberOfRelevantParts": {
        "type": "integer",
        "description": "A field of Planhat's own.",
        "computed": true
      },
      "hasAttachments": {
        "type": "boolean",
        "description": "Whether the conversation has attachments.",
        "computed": true
      },
      "isSeen": {
        "type": "boolean",
        "description": "Whether the conversation has been seen.",
        "computed": true
      },
      "custom": {
        "type": "object",
        "description": "The tenant's own fields, by the names that Planhat shows. Map them one by one: `custom.Name`."
      }
    }
  },
  {
    "name": "Deal",
    "plural": "deals",
    "path": "/deals",
    "keyables": [
      "_id",
      "sourceId",
      "externalId"
    ],
    "required": [
      [
        "companyId"
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
      "maxLimit": 2000,
      "filters": [
        "companyId"
      ]
    },
    "externalIdWithinCompany": true,
    "particulars": [
      "Deals replace opportunities; with [line items](#lineitem) and [products](#product) they also replace licences and sales. See [moving from the older models](revenue-models.md).",
      "`stage` decides what counts as revenue: only `Closed Won` makes a deal contracted. `Closed Won` and `Closed Lost` always exist, the other stages are the tenant's own.",
      "`mrr` and `total` can be written only while the deal has no line items; after that Planhat computes them. Map them here or map line items, not both."
    ],
    "unverified": [
      "The keyables and their order, the bulk write, single records by `extid-` and `srcid-` and the page sizes: inferred from the rules that hold for all other objects.",
      "What Planhat does with `mrr` or `total` on a deal that has line items: refuse, ignore or overwrite."
    ],
    "docs": "https://www.planhat.com/developers/api/deal",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "name": {
        "type": "string",
        "description": "Name of the deal."
      },
      "companyId": {
        "type": "objectId",
        "description": "The company that the deal belongs to: its `_id`, or `extid-` and its externalId, or `srcid-` and its sourceId. A new deal needs one.",
        "ref": "Company",
        "prefixes": true
      },
      "companyName": {
        "type": "string",
        "description": "Name of the company, copied by Planhat.",
        "computed": true
      },
      "externalId": {
        "type": "string",
        "description": "The deal's id in your own system, unique within its company: map companyId too."
      },
      "sourceId": {
        "type": "string",
        "description": "The id in a connected system such as a CRM, unique among deals; matched before externalId."
      },
      "stage": {
        "type": "string",
        "description": "Stage of the pipeline. `Closed Won` and `Closed Lost` always exist; the others are the tenant's own."
      },
      "ownerId": {
        "type": "objectId",
        "description": "The owner, by the `_id` of a Planhat user.",
        "ref": "User"
      },
      "followers": {
        "type": "array",
        "items": "objectId",
        "description": "Users who follow the deal, by `_id`. What is written replaces the whole list.",
        "ref": "User"
      },
      "mrr": {
        "type": "number",
        "description": "Monthly recurring revenue. It can be written only while the deal has no line items."
      },
      "arr": {
        "type": "number",
        "description": "Annual recurring revenue, from `mrr`.",
        "computed": true
      },
      "total": {
        "type": "number",
        "description": "Total contract value. It can be written only while the deal has no line items."
      },
      "fees": {
        "type": "number",
        "description": "Sum of the fees of the deal."
      },
      "currency": {
        "type": "string",
        "description": "Currency code such as `USD`, without an underscore in the field's name."
      },
      "closeDate": {
        "type": "date",
        "description": "When the deal was closed, or is expected to be."
      },
      "renewalDate": {
        "type": "date",
        "description": "Earliest renewal among the deal's subscriptions.",
        "computed": true
      },
      "startDate": {
        "type": "date",
        "description": "When the first of the deal's subscriptions starts.",
        "computed": true
      },
      "endDate": {
        "type": "date",
        "description": "When the last of the deal's subscriptions ends.",
        "computed": true
      },
      "custom": {
        "type": "object",
        "description": "The tenant's own fields, by the names that Planhat shows. Map them one by one: `custom.Name`."
      }
    }
  },
  {
    "name": "Enduser",
    "plural": "endusers",
    "path": "/endusers",
    "keyables": [
      "_id",
      "sourceId",
      "externalId",
      "email"
    ],
    "required": [
      [
        "email",
        "externalId",
        "sourceId"
      ],
      [
        "companyId"
      ]
    ],
    "advised": [
      [
        "email"
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
      "maxLimit": 2000,
      "filters": [
        "companyId",
        "email"
      ],
      "aliases": {
        "euId": "_id",
        "c": "companyId"
      }
    },
    "externalIdWithinCompany": true,
    "hidden": "archived",
    "shows": {
      "sharedNotificationsPrefs": {
        "enabled": [],
        "disabled": [],
        "disabledEvents": []
      },
      "otherEmails": [],
      "relatedEndusers": [],
      "featured": false,
      "tags": [],
      "npsUnsubscribed": false,
      "beatTrend": 0,
      "beats": 0,
      "beatsTotal": 0,
      "convs14": 0,
      "convsTotal": 0,
      "experience": 0,
      "__v": 0
    },
    "particulars": [
      "A new contact needs an e-mail address, an externalId or a sourceId. Without an e-mail address Planhat cannot find the contact's company by itself, and other tools that write to Planhat ask for one: a sync that creates contacts without one gets a warning."
    ],
    "unverified": [
      "`linkedInUrl` and `relevance`: on none of its pages; seen in tenants, and `relevance` in its examples."
    ],
    "docs": "https://www.planhat.com/developers/api/enduser",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "email": {
        "type": "string",
        "format": "email",
        "description": "E-mail address. A new contact needs this, an externalId or a sourceId. It is tried last when contacts are matched, and Planhat does not keep it unique.",
        "offered": true
      },
      "firstName": {
        "type": "string",
        "description": "Given name of the contact.",
        "offered": true
      },
      "lastName": {
        "type": "string",
        "description": "Family name of the contact.",
        "offered": true
      },
      "name": {
        "type": "string",
        "description": "Full name. Planhat composes it from firstName and lastName, so it is seldom written."
      },
      "companyId": {
        "type": "objectId",
        "description": "The company that the contact belongs to: its `_id`, or `extid-` and its externalId, or `srcid-` and its sourceId. Without it Planhat looks for a company by the domain of the e-mail address.",
        "ref": "Company",
        "offered": true,
        "prefixes": true
      },
      "companyName": {
        "type": "string",
        "description": "Name of the contact's company, copied for reading.",
        "computed": true
      },
      "externalId": {
        "type": "string",
        "description": "The contact's id in your own system. Unique only within one company: send companyId along.",
        "offered": true
      },
      "sourceId": {
        "type": "string",
        "description": "The contact's id in a connected system such as a CRM, unique among contacts; matched before externalId."
      },
      "position": {
        "type": "string",
        "description": "Job title."
      },
      "phone": {
        "type": "string",
        "description": "Phone number, in any format."
      },
      "tags": {
        "type": "array",
        "items": "string",
        "description": "Labels. What is written replaces the whole list."
      },
      "featured": {
        "type": "boolean",
        "description": "Whether the contact is marked as a key contact."
      },
      "primary": {
        "type": "boolean",
        "description": "Whether this is the company's primary contact; it weighs more when e-mails are assigned."
      },
      "archived": {
        "type": "boolean",
        "description": "Whether the contact is archived. Archived contacts are left out of lists but keep their keys."
      },
      "sharedNotificationsPrefs": {
        "type": "object",
        "description": "Notification settings of the shared portal.",
        "computed": true
      },
      "otherEmails": {
        "type": "array",
        "items": "string",
        "format": "email",
        "description": "Further e-mail addresses of the contact. What is written replaces the whole list."
      },
      "npsUnsubscribed": {
        "type": "boolean",
        "description": "Whether the contact does not want NPS surveys."
      },
      "nps": {
        "type": "integer",
        "description": "Latest NPS answer, from 0 to 10.",
        "computed": true
      },
      "npsComment": {
        "type": "string",
        "description": "Comment given with the latest NPS answer.",
        "computed": true
      },
      "npsDate": {
        "type": "date",
        "description": "When the latest NPS answer was given.",
        "computed": true
      },
      "npsSent": {
        "type": "date",
        "description": "When the latest NPS survey was sent.",
        "computed": true
      },
      "beatTrend": {
        "type": "integer",
        "description": "Change of beats against the period before.",
        "computed": true
      },
      "beats": {
        "type": "integer",
        "description": "Activity of the last days, weighted.",
        "computed": true
      },
      "beatsTotal": {
        "type": "integer",
        "description": "Weighted activity over the whole relationship.",
        "computed": true
      },
      "convs14": {
        "type": "integer",
        "description": "Number of conversations in the last 14 days.",
        "computed": true
      },
      "convsTotal": {
        "type": "integer",
        "description": "Number of conversations so far.",
        "computed": true
      },
      "experience": {
        "type": "integer",
        "description": "Measure of how long and how much the contact has used the product.",
        "computed": true
      },
      "createDate": {
        "type": "date",
        "description": "When the record was created in Planhat.",
        "computed": true
      },
      "updatedAt": {
        "type": "date",
        "description": "When the record was last written; it may move although nothing changed.",
        "computed": true
      },
      "lastActivities": {
        "type": "array",
        "items": "object",
        "description": "The contact's latest activities.",
        "computed": true
      },
      "relatedEndusers": {
        "type": "array",
        "items": "object",
        "description": "Contacts that Planhat takes for related or the same person.",
        "computed": true
      },
      "lastTouch": {
        "type": "date",
        "description": "When somebody last had contact with the person.",
        "computed": true
      },
      "lastTouchType": {
        "type": "string",
        "description": "Kind of the last contact, for example `email`.",
        "computed": true
      },
      "lastTouchByType": {
        "type": "object",
        "description": "When the last contact took place, for each kind of contact.",
        "computed": true
      },
      "custom": {
        "type": "object",
        "description": "Custom fields of the tenant, by display name. In a sync each is mapped as `custom.Name`; those left out stay as they are."
      },
      "linkedInUrl": {
        "type": "string",
        "description": "Address of the contact's LinkedIn profile."
      },
      "relevance": {
        "type": "number",
        "description": "How important the contact is, as a number: Planhat's examples show values up to 100."
      },
      "lastActive": {
        "type": "date",
        "description": "When the contact was last active. Planhat's table does not list it, but its answers hold it.",
        "unlisted": true
      },
      "companyExternalId": {
        "type": "string",
        "description": "External id of the contact's company, copied for reading.",
        "computed": true,
        "unlisted": true
      }
    }
  },
  {
    "name": "Invoice",
    "plural": "invoices",
    "path": "/invoices",
    "keyables": [
      "_id",
      "sourceId",
      "extId"
    ],
    "required": [
      [
        "cId"
      ],
      [
        "currency"
      ],
      [
        "invoiceDate"
      ]
    ],
    "pathIds": [
      {
        "field": "_id",
        "prefix": ""
      },
      {
        "field": "extId",
        "prefix": "extid-"
      },
      {
        "field": "sourceId",
        "prefix": "srcid-"
      }
    ],
    "list": {
      "defaultLimit": 100,
      "maxLimit": 2000,
      "filters": [
        "cId",
        "companyId"
      ]
    },
    "externalIdWithinCompany": true,
    "particulars": [
      "It refers to its company by `cId`, and its external id is `extId`.",
      "Dates are whole days since 1970-01-01: `$floor($toMillis(date) / 86400000)`.",
      "The currency is `currency`, without an underscore."
    ],
    "shows": {
      "emails": [],
      "status": "pending",
      "__v": 0
    },
    "docs": "https://www.planhat.com/developers/api/invoice",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "currency": {
        "type": "string",
        "description": "Currency code such as `USD`. Planhat takes any text; use the ids of your list of currencies. A new invoice needs one."
      },
      "product": {
        "type": "string",
        "description": "Name of the product. Recommended also where there is only one."
      },
      "cId": {
        "type": "objectId",
        "description": "The company that the invoice is for: its `_id`, or `extid-` and its externalId, or `srcid-` and its sourceId. A new invoice needs one.",
        "ref": "Company",
        "prefixes": true
      },
      "cName": {
        "type": "string",
        "description": "Name of the company, copied by Planhat.",
        "computed": true
      },
      "extId": {
        "type": "string",
        "description": "The invoice's id in your own system, unique within its company: map cId too."
      },
      "sourceId": {
        "type": "string",
        "description": "The id in a connected system such as a CRM, unique among invoices; matched before extId."
      },
      "invoiceDate": {
        "type": "epochDays",
        "description": "Day of the invoice, in days since 1970-01-01. A new invoice needs one."
      },
      "lastUpdated": {
        "type": "date",
        "description": "When the invoice was last written; it may move although nothing changed.",
        "computed": true
      },
      "updatedAt": {
        "type": "date",
        "description": "When it was last changed, as Planhat's examples show it.",
        "computed": true
      },
      "invoiceNo": {
        "type": "integer",
        "description": "Number of the invoice. Planhat counts them.",
        "computed": true
      },
      "dueDate": {
        "type": "epochDays",
        "description": "Day on which it is due, in days since 1970-01-01."
      },
      "paidDate": {
        "type": "epochDays",
        "description": "Day on which it was paid, in days since 1970-01-01."
      },
      "amountTotal": {
        "type": "number",
        "description": "Total of the invoice."
      },
      "amountDue": {
        "type": "number",
        "description": "What is still to be paid.",
        "computed": true
      },
      "amountPaid": {
        "type": "number",
        "description": "What has been paid.",
        "computed": true
      },
      "status": {
        "type": "string",
        "description": "Whether the invoice is paid.",
        "enum": [
          "pending",
          "paid",
          "overdue"
        ]
      },
      "lineItems": {
        "type": "array",
        "items": "object",
        "description": "Lines of the invoice: objects of `product`, `amount`, `dateFrom` and more. Marked as computed, though the examples write them.",
        "computed": true,
        "written": true
      },
      "emails": {
        "type": "array",
        "description": "A field of Planhat's own.",
        "computed": true
      },
      "addressCountry": {
        "type": "string",
        "description": "Country in which the invoice is issued.",
        "computed": true
      },
      "invoiceCycle": {
        "type": "string",
        "description": "How often is invoiced.",
        "computed": true,
        "enum": [
          "monthly",
          "quarterly",
          "yearly",
          "semiAnnual",
          "once",
          "custom"
        ]
      },
      "comments": {
        "type": "array",
        "description": "Remarks on the invoice.",
        "computed": true
      },
      "custom": {
        "type": "object",
        "description": "The tenant's own fields, by the names that Planhat shows. Map them one by one: `custom.Name`."
      }
    }
  },
  {
    "name": "Issue",
    "plural": "issues",
    "path": "/issues",
    "keyables": [
      "_id",
      "sourceId"
    ],
    "required": [
      [
        "title"
      ],
      [
        "companyIds"
      ]
    ],
    "pathIds": [
      {
        "field": "_id",
        "prefix": ""
      },
      {
        "field": "sourceId",
        "prefix": "srcid-"
      }
    ],
    "list": {
      "defaultLimit": 100,
      "maxLimit": 2000,
      "filters": [
        "companyId"
      ]
    },
    "externalIdWithinCompany": false,
    "particulars": [
      "It refers to its companies by `companyIds`, a list."
    ],
    "shows": {
      "companyMatchingValue": [],
      "enduserIds": [],
      "conversationIds": [],
      "archived": false,
      "endusers": [],
      "__v": 0
    },
    "docs": "https://www.planhat.com/developers/api/issue",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "title": {
        "type": "string",
        "description": "Title of the issue. A new issue needs one."
      },
      "description": {
        "type": "string",
        "description": "What the issue is about."
      },
      "companyIds": {
        "type": "array",
        "items": "objectId",
        "description": "The companies that the issue concerns, each by its `_id`, or `extid-` and its externalId, or `srcid-` and its sourceId. A new issue needs one. What is written replaces the whole list.",
        "ref": "Company",
        "prefixes": true
      },
      "companies": {
        "type": "array",
        "items": "object",
        "description": "The companies, with their names.",
        "computed": true
      },
      "enduserIds": {
        "type": "array",
        "items": "objectId",
        "description": "The contacts that the issue concerns, by `_id`. What is written replaces the whole list.",
        "ref": "Enduser"
      },
      "endusers": {
        "type": "array",
        "items": "object",
        "description": "The contacts, with their names.",
        "computed": true
      },
      "conversationIds": {
        "type": "array",
        "items": "objectId",
        "description": "The conversations about the issue, by `_id`. What is written replaces the whole list.",
        "ref": "Conversation"
      },
      "sourceId": {
        "type": "string",
        "description": "The id in the system that the record comes from, unique among issues: the usual key of a sync."
      },
      "source": {
        "type": "string",
        "description": "Name of the system that the issue comes from."
      },
      "sourceUrl": {
        "type": "string",
        "description": "Address of the issue in that system."
      },
      "priority": {
        "type": "string",
        "description": "Priority, as free text."
      },
      "archived": {
        "type": "boolean",
        "description": "Whether the issue is put away."
      },
      "status": {
        "type": "string",
        "description": "Status, as free text."
      },
      "mrrCombined": {
        "type": "integer",
        "description": "Monthly recurring revenue of all companies concerned.",
        "computed": true
      },
      "arrCombined": {
        "type": "integer",
        "description": "Annual recurring revenue of all companies concerned.",
        "computed": true
      },
      "createdAt": {
        "type": "date",
        "description": "When the issue was created in Planhat.",
        "computed": true
      },
      "updatedAt": {
        "type": "date",
        "description": "When the issue was last written; it may move although nothing changed.",
        "computed": true
      },
      "followers": {
        "type": "array",
        "items": "objectId",
        "description": "Users who follow the issue, by `_id`. What is written replaces the whole list.",
        "ref": "User"
      },
      "custom": {
        "type": "object",
        "description": "The tenant's own fields, by the names that Planhat shows. Map them one by one: `custom.Name`."
      }
    }
  },
  {
    "name": "License",
    "plural": "licenses",
    "path": "/licenses",
    "keyables": [
      "_id",
      "sourceId",
      "externalId"
    ],
    "required": [
      [
        "_currency"
      ],
      [
        "companyId"
      ],
      [
        "fromDate"
      ],
      [
        "mrr",
        "value"
      ]
    ],
    "requiredWhen": [
      {
        "field": "fixedPeriod",
        "is": false,
        "needs": [
          "mrr"
        ]
      }
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
      "maxLimit": 2000,
      "filters": [
        "companyId"
      ]
    },
    "externalIdWithinCompany": true,
    "particulars": [
      "A licence without a fixed period (the default) needs `mrr`; one with `fixedPeriod: true` needs `value` or `mrr`. Sending both is asking for trouble.",
      "The currency is `_currency`, with an underscore.",
      "Planhat makes invoices of new licences unless `invoicesGenerated` is true, and of renewals unless `invoiceMuted` is."
    ],
    "unverified": [
      "The keyables and their order: inferred from the general rule for bulk writes."
    ],
    "shows": {
      "renewalStatus": "ongoing",
      "issues": [],
      "autoRenews": false,
      "noticePeriod": null,
      "noticeUnit": null,
      "renewalUnit": "month",
      "invoicesGenerated": false,
      "invoiceCycleInterval": 0,
      "toDateIncluded": false,
      "isOverdue": false,
      "__v": 0
    },
    "docs": "https://www.planhat.com/developers/api/license",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "product": {
        "type": "string",
        "description": "Name of the product. Recommended also where there is only one."
      },
      "_currency": {
        "type": "string",
        "description": "Currency code such as `USD`. Planhat takes any text; use the ids of your list of currencies. A new licence needs one."
      },
      "companyId": {
        "type": "objectId",
        "description": "The company that the licence belongs to: its `_id`, or `extid-` and its externalId, or `srcid-` and its sourceId. A new licence needs one.",
        "ref": "Company",
        "prefixes": true
      },
      "companyName": {
        "type": "string",
        "description": "Name of the company, copied by Planhat.",
        "computed": true
      },
      "externalId": {
        "type": "string",
        "description": "The licence's id in your own system, unique within its company: map companyId too."
      },
      "sourceId": {
        "type": "string",
        "description": "The id in a connected system such as a CRM, unique among licenses; matched before externalId."
      },
      "fromDate": {
        "type": "date",
        "description": "First day of the licence. A new licence needs one."
      },
      "toDate": {
        "type": "date",
        "description": "Last day of the licence; open-ended licences get one when they end."
      },
      "fixedPeriod": {
        "type": "boolean",
        "description": "Whether the licence has a fixed term. One without needs `mrr`, one with needs `value` or `mrr`.",
        "default": false
      },
      "mrr": {
        "type": "number",
        "description": "Monthly value. Needed unless fixedPeriod is true."
      },
      "arr": {
        "type": "number",
        "description": "Annual value of the licence."
      },
      "renewalMrr": {
        "type": "number",
        "description": "Monthly value expected after the renewal."
      },
      "renewalArr": {
        "type": "number",
        "description": "Annual value expected after the renewal."
      },
      "fcNewMrr": {
        "type": "number",
        "description": "Forecast of the new monthly value."
      },
      "fcNewArr": {
        "type": "number",
        "description": "Forecast of the new annual value."
      },
      "fcNewMrrOptimistic": {
        "type": "number",
        "description": "Optimistic forecast of the new monthly value."
      },
      "fcNewArrOptimistic": {
        "type": "number",
        "description": "Optimistic forecast of the new annual value."
      },
      "fcNewMrrPessimistic": {
        "type": "number",
        "description": "Pessimistic forecast of the new monthly value."
      },
      "fcNewArrPessimistic": {
        "type": "number",
        "description": "Pessimistic forecast of the new annual value."
      },
      "value": {
        "type": "number",
        "description": "Value over the whole period, above 0. Needed where fixedPeriod is true and mrr is not given."
      },
      "renewalStatus": {
        "type": "string",
        "description": "Where the renewal stands.",
        "enum": [
          "ongoing",
          "renewed",
          "lost"
        ]
      },
      "renewalPeriod": {
        "type": "integer",
        "description": "Length of the next period, in units of renewalUnit.",
        "default": 1
      },
      "renewalDate": {
        "type": "date",
        "description": "When the licence will be renewed.",
        "computed": true
      },
      "renewalDaysFromNow": {
        "type": "integer",
        "description": "Days until the next renewal; negative when it has passed.",
        "computed": true
      },
      "isOverdue": {
        "type": "boolean",
        "description": "Whether the renewal is overdue.",
        "computed": true
      },
      "autoRenews": {
        "type": "boolean",
        "description": "Whether Planhat renews the licence by itself once the notice period is over.",
        "default": false
      },
      "noticePeriod": {
        "type": "integer",
        "description": "How many noticeUnits before its end the licence has to be cancelled. Marked as computed; older pages let it be written.",
        "computed": true,
        "written": true
      },
      "noticeUnit": {
        "type": "string",
        "description": "Unit of the notice period: day, week or month.",
        "computed": true
      },
      "renewalUnit": {
        "type": "string",
        "description": "Unit of the renewal period.",
        "enum": [
          "day",
          "week",
          "month"
        ],
        "default": "month"
      },
      "parent": {
        "type": "objectId",
        "description": "The topmost licence that this one continues, by its `_id`.",
        "ref": "License"
      },
      "invoicesGenerated": {
        "type": "boolean",
        "description": "Whether Planhat shall not make invoices of the new licence by itself.",
        "default": false
      },
      "invoiceMuted": {
        "type": "boolean",
        "description": "Whether Planhat shall make no invoice when the licence is renewed.",
        "default": false
      },
      "invoiceCycleInterval": {
        "type": "integer",
        "description": "Length of a custom invoice cycle.",
        "computed": true
      },
      "invoiceCycle": {
        "type": "string",
        "description": "How often the licence is invoiced.",
        "computed": true,
        "enum": [
          "monthly",
          "quarterly",
          "yearly",
          "semiAnnual",
          "once",
          "custom"
        ]
      },
      "toDateIncluded": {
        "type": "boolean",
        "description": "Whether the licence has a toDate.",
        "computed": true
      },
      "length": {
        "type": "number",
        "description": "A field of Planhat's own.",
        "computed": true
      },
      "custom": {
        "type": "object",
        "description": "The tenant's own fields, by the names that Planhat shows. Map them one by one: `custom.Name`."
      }
    }
  },
  {
    "name": "LineItem",
    "plural": "line items",
    "path": "/lineitems",
    "keyables": [
      "_id",
      "externalId"
    ],
    "required": [
      [
        "dealId"
      ],
      [
        "fromDate"
      ],
      [
        "mrr",
        "arr",
        "value",
        "productId"
      ]
    ],
    "requiredWhen": [
      {
        "field": "fixedPeriod",
        "is": true,
        "needs": [
          "toDate",
          "productId"
        ]
      },
      {
        "field": "fixedPeriod",
        "is": true,
        "needs": [
          "length",
          "productId"
        ]
      },
      {
        "field": "fixedPeriod",
        "is": false,
        "needs": [
          "mrr",
          "arr",
          "productId"
        ]
      },
      {
        "field": "type",
        "is": "fee",
        "needs": [
          "value",
          "productId"
        ]
      }
    ],
    "pathIds": [
      {
        "field": "_id",
        "prefix": ""
      },
      {
        "field": "externalId",
        "prefix": "extid-"
      }
    ],
    "list": {
      "defaultLimit": 100,
      "maxLimit": 2000
    },
    "externalIdWithinCompany": false,
    "particulars": [
      "A line item is a subscription or a fee of a [deal](#deal). Its revenue counts once the deal's stage is `Closed Won`.",
      "A subscription with `fixedPeriod: true` needs `fromDate`, `toDate`, `length` and one of `mrr`, `arr` and `value`; an open-ended one (`fixedPeriod: false`) needs `fromDate` and `mrr` or `arr`; a fee needs `fromDate` and `value`.",
      "With `productId`, Planhat fills what is left out from the [product](#product). A product has no dates, so `fromDate` is always needed.",
      "Planhat computes `mrr` and `arr` from one another, and `value` too where both dates are known. Map one of them."
    ],
    "unverified": [
      "The path: from a third party's catalogue of the API.",
      "The names `dealId` and `type`: Planhat's page says that a line item needs a deal and is a subscription or a fee; the names follow those of other objects.",
      "The keyables, the bulk write, single records by `extid-` and the page sizes: inferred from the rules that hold for all other objects.",
      "Whether an externalId is unique among all line items, or only within a company or a deal."
    ],
    "docs": "https://www.planhat.com/developers/api/line-item",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "dealId": {
        "type": "objectId",
        "description": "The deal that the line item belongs to, by its `_id`. A new line item needs one.",
        "ref": "Deal"
      },
      "productId": {
        "type": "objectId",
        "description": "The product it is made from, by its `_id`: Planhat fills what is left out from it.",
        "ref": "Product"
      },
      "externalId": {
        "type": "string",
        "description": "The line item's id in your own system."
      },
      "type": {
        "type": "string",
        "description": "Recurring revenue (`subscription`) or a single charge (`fee`).",
        "enum": [
          "subscription",
          "fee"
        ]
      },
      "fixedPeriod": {
        "type": "boolean",
        "description": "Whether a subscription has a fixed end. With one it needs `toDate`, `length` and a price, without one `mrr` or `arr`."
      },
      "fromDate": {
        "type": "date",
        "description": "First day of the subscription, or the date of the fee. A new line item needs one."
      },
      "toDate": {
        "type": "date",
        "description": "Last day of the subscription. An open-ended one gets it when it is cancelled."
      },
      "length": {
        "type": "number",
        "description": "Length of the subscription in months."
      },
      "mrr": {
        "type": "number",
        "description": "Monthly recurring revenue; Planhat computes it from `arr`, and from `value` where both dates are known."
      },
      "arr": {
        "type": "number",
        "description": "Annual recurring revenue; Planhat computes it from `mrr`, and from `value` where both dates are known."
      },
      "value": {
        "type": "number",
        "description": "Value of a fee, or of a subscription over its whole period."
      },
      "status": {
        "type": "string",
        "description": "Where the line item stands. It does not decide what counts as revenue: the deal's stage and the dates do.",
        "enum": [
          "ongoing",
          "renewed",
          "lost"
        ],
        "default": "ongoing"
      },
      "custom": {
        "type": "object",
        "description": "The tenant's own fields, by the names that Planhat shows. Map them one by one: `custom.Name`."
      }
    }
  },
  {
    "name": "Metric",
    "plural": "metric points",
    "path": "/dimensiondata",
    "keyables": [],
    "required": [
      [
        "dimensionId"
      ],
      [
        "value"
      ],
      [
        "externalId"
      ]
    ],
    "pathIds": [],
    "list": {
      "defaultLimit": 200,
      "maxLimit": 100000
    },
    "stream": {
      "date": "date",
      "perDay": true,
      "identity": [
        [
          "dimensionId"
        ],
        [
          "model"
        ],
        [
          "externalId"
        ]
      ],
      "maxItems": 10000,
      "answer": "counts"
    },
    "externalIdWithinCompany": false,
    "particulars": [
      "Append only: mode is insert, and there is no key. A point is known by its metric, model, record and day (UTC), and is sent once.",
      "Several points of one day are combined by the metric's own setting: sum, least, greatest, average or last.",
      "Written to https://analytics.planhat.com with the tenant's UUID, without the API token, and outside the limit of calls a minute."
    ],
    "unverified": [
      "What Planhat answers for a record that does not exist: the app lists it later under Data > Metrics > Failed Metrics.",
      "The status of an answer in which points fail: they are told in its body."
    ],
    "docs": "https://www.planhat.com/developers/api/metrics",
    "fields": {
      "dimensionId": {
        "type": "string",
        "description": "Id of the metric, without spaces and special characters."
      },
      "value": {
        "type": "number",
        "description": "The value of the day. Whether 0 counts as a value is a setting of the tenant."
      },
      "externalId": {
        "type": "string",
        "description": "The externalId of the record that the point belongs to."
      },
      "model": {
        "type": "string",
        "enum": [
          "Company",
          "EndUser",
          "Asset",
          "Project"
        ],
        "default": "Company",
        "description": "Kind of the record that the point belongs to."
      },
      "date": {
        "type": "date",
        "description": "Day of the point; of a time, the day in UTC. Planhat would take the time of receipt; a sync has to say it, or a second run would be another point."
      }
    }
  },
  {
    "name": "Note",
    "plural": "notes",
    "path": "/conversations",
    "keyables": [
      "_id"
    ],
    "required": [
      [
        "companyId"
      ]
    ],
    "fixed": {
      "type": "note"
    },
    "pathIds": [
      {
        "field": "_id",
        "prefix": ""
      },
      {
        "field": "externalId",
        "prefix": "extid-"
      }
    ],
    "list": {
      "defaultLimit": 30,
      "maxLimit": 2000,
      "filters": [
        "companyId",
        "type"
      ]
    },
    "externalIdWithinCompany": true,
    "particulars": [
      "A note is a conversation of type `note`: it is written to /conversations, and `type: note` goes along by itself, in the `expect` of a test too.",
      "A bulk write finds a note by `_id` alone. What names none is created: use mode insert, which tells notes apart by their content, or map `_id`."
    ],
    "shows": {
      "starred": false,
      "pinned": false,
      "autoTags": [],
      "activityTags": [],
      "emailTemplateIds": [],
      "isOpen": false,
      "tags": [],
      "waitsToBeFiltered": true,
      "timeBucket": [],
      "archived": false,
      "sender": [],
      "history": [],
      "endusers": [],
      "userIds": [],
      "isCustomType": false,
      "assigneeName": "",
      "hasAttachments": false,
      "hasMore": false,
      "isSeen": false,
      "__v": 0
    },
    "docs": "https://www.planhat.com/developers/api/note",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "companyId": {
        "type": "objectId",
        "description": "The company that the note belongs to: its `_id`, or `extid-` and its externalId, or `srcid-` and its sourceId. A new note needs one.",
        "ref": "Company",
        "prefixes": true
      },
      "subject": {
        "type": "string",
        "description": "Title of the note."
      },
      "description": {
        "type": "string",
        "description": "Text of the note; HTML is shown as such, and Planhat makes the snippet of it."
      },
      "date": {
        "type": "date",
        "description": "When the note was taken."
      },
      "activityTags": {
        "type": "array",
        "items": "objectId",
        "description": "Tags, by their `_id`. What is written replaces the whole list."
      },
      "users": {
        "type": "array",
        "items": "object",
        "description": "Team members who took part: objects of `id`, `name` and `isOwner`.",
        "ref": "User"
      },
      "companyExternalId": {
        "type": "string",
        "description": "The company's id in your own system."
      },
      "type": {
        "type": "string",
        "description": "Always `note`. It goes along by itself.",
        "enum": [
          "note"
        ]
      },
      "endusers": {
        "type": "array",
        "items": "object",
        "description": "Contacts who took part: objects of `id` and `name`.",
        "ref": "Enduser"
      },
      "custom": {
        "type": "object",
        "description": "The tenant's own fields, by the names that Planhat shows. Map them one by one: `custom.Name`."
      },
      "externalId": {
        "type": "string",
        "description": "The note's id in your own system. A single note can be read by it, but a bulk write does not match by it.",
        "unlisted": true
      }
    }
  },
  {
    "name": "NPS",
    "plural": "nps answers",
    "path": "/nps",
    "keyables": [
      "_id",
      "sourceId"
    ],
    "required": [
      [
        "email"
      ],
      [
        "score"
      ]
    ],
    "pathIds": [
      {
        "field": "_id",
        "prefix": ""
      }
    ],
    "list": {
      "defaultLimit": 100,
      "maxLimit": 10000
    },
    "externalIdWithinCompany": false,
    "particulars": [
      "It refers to its company by `cId`."
    ],
    "unverified": [
      "That `sourceId` is a keyable: from Planhat's pages of 2017 and from another product.",
      "The greatest page size: from other clients.",
      "Whether `cId` takes `extid-` and `srcid-`: only `_id` is documented."
    ],
    "docs": "https://www.planhat.com/developers/api/nps",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "cId": {
        "type": "objectId",
        "description": "The company of who answered, by its `_id`.",
        "ref": "Company"
      },
      "email": {
        "type": "string",
        "format": "email",
        "description": "Who answered, by e-mail address. A new answer needs one.",
        "finds": "Enduser"
      },
      "euId": {
        "type": "objectId",
        "description": "The contact who answered, found by the e-mail address.",
        "computed": true,
        "ref": "Enduser"
      },
      "campaignId": {
        "type": "objectId",
        "description": "The campaign that asked, by its `_id`."
      },
      "score": {
        "type": "integer",
        "description": "The answer, from 0 to 10. A new answer needs one.",
        "enum": [
          0,
          1,
          2,
          3,
          4,
          5,
          6,
          7,
          8,
          9,
          10
        ]
      },
      "comment": {
        "type": "string",
        "description": "What was said along with the score."
      },
      "sourceId": {
        "type": "string",
        "description": "The answer's id in the system that it comes from: the usual key of a sync."
      },
      "dateSent": {
        "type": "date",
        "description": "When the question was sent."
      },
      "dateAnswered": {
        "type": "date",
        "description": "When the answer was given."
      },
      "source": {
        "type": "string",
        "description": "Name of the system that the answer comes from."
      },
      "custom": {
        "type": "object",
        "description": "The tenant's own fields, by the names that Planhat shows. Map them one by one: `custom.Name`."
      }
    }
  },
  {
    "name": "Objective",
    "plural": "objectives",
    "path": "/objectives",
    "keyables": [
      "_id",
      "sourceId",
      "externalId"
    ],
    "required": [
      [
        "name"
      ],
      [
        "companyId"
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
      "maxLimit": 2000,
      "filters": [
        "companyId"
      ]
    },
    "externalIdWithinCompany": true,
    "shows": {
      "__v": 0
    },
    "docs": "https://www.planhat.com/developers/api/objective",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "name": {
        "type": "string",
        "description": "Name of the objective. A new objective needs one; it identifies nothing."
      },
      "health": {
        "type": "number",
        "description": "Health of the objective, as a number."
      },
      "companyId": {
        "type": "objectId",
        "description": "The company that the objective belongs to: its `_id`, or `extid-` and its externalId, or `srcid-` and its sourceId. A new objective needs one.",
        "ref": "Company",
        "prefixes": true
      },
      "companyName": {
        "type": "string",
        "description": "Name of the company, copied by Planhat.",
        "computed": true
      },
      "externalId": {
        "type": "string",
        "description": "The objective's id in your own system, unique within its company: map companyId too."
      },
      "sourceId": {
        "type": "string",
        "description": "The id in a connected system such as a CRM, unique among objectives; matched before externalId."
      },
      "custom": {
        "type": "object",
        "description": "The tenant's own fields, by the names that Planhat shows. Map them one by one: `custom.Name`."
      }
    }
  },
  {
    "name": "Opportunity",
    "plural": "opportunities",
    "path": "/opportunities",
    "keyables": [
      "_id",
      "sourceId",
      "externalId"
    ],
    "required": [
      [
        "companyId"
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
      "maxLimit": 2000,
      "filters": [
        "companyId"
      ]
    },
    "externalIdWithinCompany": true,
    "unverified": [
      "The keyables and their order: inferred from the general rule for bulk writes.",
      "A field `value`, which some clients write, is on no page: use mrr, arr or nrr."
    ],
    "shows": {
      "stageHistory": [],
      "__v": 0
    },
    "docs": "https://www.planhat.com/developers/api/opportunity",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "salesStage": {
        "type": "string",
        "description": "Name of the stage in your sales process."
      },
      "companyId": {
        "type": "objectId",
        "description": "The company that the opportunity belongs to: its `_id`, or `extid-` and its externalId, or `srcid-` and its sourceId. A new opportunity needs one.",
        "ref": "Company",
        "prefixes": true
      },
      "companyName": {
        "type": "string",
        "description": "Name of the company, copied by Planhat.",
        "computed": true
      },
      "dealDate": {
        "type": "date",
        "description": "When the deal was made."
      },
      "landingDate": {
        "type": "date",
        "description": "When the deal is expected to land."
      },
      "closeDate": {
        "type": "date",
        "description": "When the deal was closed, or is expected to be."
      },
      "externalId": {
        "type": "string",
        "description": "The opportunity's id in your own system, unique within its company: map companyId too."
      },
      "sourceId": {
        "type": "string",
        "description": "The id in a connected system such as a CRM, unique among opportunities; matched before externalId."
      },
      "_currency": {
        "type": "string",
        "description": "Currency code such as `USD`. Planhat takes any text; use the ids of your list of currencies."
      },
      "title": {
        "type": "string",
        "description": "Title of the opportunity."
      },
      "ownerId": {
        "type": "objectId",
        "description": "The team member in charge, by the `_id` of a Planhat user.",
        "ref": "User"
      },
      "mrr": {
        "type": "number",
        "description": "Monthly recurring revenue of the deal."
      },
      "arr": {
        "type": "number",
        "description": "Annual recurring revenue of the deal."
      },
      "nrr": {
        "type": "number",
        "description": "Non-recurring revenue of the deal."
      },
      "contractLength": {
        "type": "integer",
        "description": "Length of the contract in months.",
        "default": 12
      },
      "status": {
        "type": "string",
        "description": "Whether the opportunity is open, won or lost.",
        "enum": [
          "active",
          "won",
          "lost"
        ]
      },
      "stageHistory": {
        "type": "array",
        "items": "object",
        "description": "The stages that the opportunity has passed, with their times.",
        "computed": true
      },
      "custom": {
        "type": "object",
        "description": "The tenant's own fields, by the names that Planhat shows. Map them one by one: `custom.Name`."
      }
    }
  },
  {
    "name": "Product",
    "plural": "products",
    "path": "/products",
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
      "maxLimit": 2000
    },
    "externalIdWithinCompany": false,
    "particulars": [
      "A product is a template: a [line item](#lineitem) that names it takes over what it leaves out."
    ],
    "unverified": [
      "The keyables and their order, the bulk write, single records by `extid-` and `srcid-` and the page sizes: inferred from the rules that hold for all other objects."
    ],
    "docs": "https://www.planhat.com/developers/api/product",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "name": {
        "type": "string",
        "description": "Name of the product. A new one needs it."
      },
      "externalId": {
        "type": "string",
        "description": "The product's id in your own system."
      },
      "sourceId": {
        "type": "string",
        "description": "The id in a connected system such as a CRM, unique among products; matched before externalId."
      },
      "type": {
        "type": "string",
        "description": "What its line items are: recurring revenue or a single charge.",
        "enum": [
          "subscription",
          "fee"
        ],
        "default": "subscription"
      },
      "mrr": {
        "type": "number",
        "description": "Monthly recurring revenue of a line item."
      },
      "arr": {
        "type": "number",
        "description": "Annual recurring revenue, from `mrr`.",
        "computed": true
      },
      "value": {
        "type": "number",
        "description": "Value of a line item; of a fee its price."
      },
      "currency": {
        "type": "string",
        "description": "Currency code such as `USD`, without an underscore in the field's name."
      },
      "fixedPeriod": {
        "type": "boolean",
        "description": "Whether its line items have a fixed end."
      },
      "autoRenews": {
        "type": "boolean",
        "description": "Whether its line items renew by themselves."
      },
      "length": {
        "type": "number",
        "description": "Length of a subscription in months."
      },
      "renewalMrr": {
        "type": "number",
        "description": "Monthly recurring revenue expected after a renewal."
      },
      "renewalArr": {
        "type": "number",
        "description": "Annual recurring revenue expected after a renewal, from `renewalMrr`.",
        "computed": true
      },
      "renewalPeriod": {
        "type": "number",
        "description": "Length of the next period in months."
      },
      "noticePeriod": {
        "type": "number",
        "description": "Length of the notice period, in units of noticeUnit."
      },
      "noticeUnit": {
        "type": "string",
        "description": "Unit of the notice period.",
        "enum": [
          "day",
          "week",
          "month"
        ]
      },
      "packages": {
        "type": "array",
        "items": "string",
        "description": "Names of the packages it belongs to."
      },
      "color": {
        "type": "string",
        "description": "Colour in which Planhat shows it."
      },
      "createdAt": {
        "type": "date",
        "description": "When it was created.",
        "computed": true
      },
      "updatedAt": {
        "type": "date",
        "description": "When it was last changed.",
        "computed": true
      },
      "custom": {
        "type": "object",
        "description": "The tenant's own fields, by the names that Planhat shows. Map them one by one: `custom.Name`."
      }
    }
  },
  {
    "name": "Project",
    "plural": "projects",
    "path": "/projects",
    "keyables": [
      "_id",
      "sourceId",
      "externalId"
    ],
    "required": [
      [
        "name"
      ],
      [
        "companyId"
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
      "maxLimit": 2000,
      "filters": [
        "companyId"
      ]
    },
    "externalIdWithinCompany": true,
    "particulars": [
      "The currency is `currency`, without an underscore."
    ],
    "unverified": [
      "The keyables and their order: inferred from the general rule for bulk writes."
    ],
    "shows": {
      "__v": 0
    },
    "docs": "https://www.planhat.com/developers/api/project",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "name": {
        "type": "string",
        "description": "Name of the project. A new project needs one; it identifies nothing."
      },
      "companyId": {
        "type": "objectId",
        "description": "The company that the project belongs to: its `_id`, or `extid-` and its externalId, or `srcid-` and its sourceId. A new project needs one.",
        "ref": "Company",
        "prefixes": true
      },
      "companyName": {
        "type": "string",
        "description": "Name of the company, copied by Planhat.",
        "computed": true
      },
      "externalId": {
        "type": "string",
        "description": "The project's id in your own system, unique within its company: map companyId too."
      },
      "sourceId": {
        "type": "string",
        "description": "The id in a connected system such as a CRM, unique among projects; matched before externalId."
      },
      "currency": {
        "type": "string",
        "description": "Currency code such as `USD`. Planhat takes any text; use the ids of your list of currencies."
      },
      "startDate": {
        "type": "date",
        "description": "First day of the project."
      },
      "endDate": {
        "type": "date",
        "description": "Last day of the project."
      },
      "mrr": {
        "type": "number",
        "description": "Monthly recurring revenue of the project."
      },
      "arr": {
        "type": "number",
        "description": "Annual recurring revenue of the project."
      },
      "nrr": {
        "type": "number",
        "description": "Non-recurring revenue of the project."
      },
      "custom": {
        "type": "object",
        "description": "The tenant's own fields, by the names that Planhat shows. Map them one by one: `custom.Name`."
      }
    }
  },
  {
    "name": "Sale",
    "plural": "sales",
    "path": "/sales",
    "keyables": [
      "_id",
      "sourceId",
      "externalId"
    ],
    "required": [
      [
        "_currency"
      ],
      [
        "companyId"
      ],
      [
        "salesDate"
      ],
      [
        "value"
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
      "maxLimit": 2000,
      "filters": [
        "companyId"
      ]
    },
    "externalIdWithinCompany": true,
    "particulars": [
      "The currency is `_currency`, with an underscore."
    ],
    "unverified": [
      "The keyables and their order: inferred from the general rule for bulk writes.",
      "The page sizes: 2,000 is what other clients ask for; the default is not known."
    ],
    "docs": "https://www.planhat.com/developers/api/sale",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "_currency": {
        "type": "string",
        "description": "Currency code such as `USD`. Planhat takes any text; use the ids of your list of currencies. A new sale needs one."
      },
      "product": {
        "type": "string",
        "description": "Name of the product. Recommended also where there is only one."
      },
      "companyId": {
        "type": "objectId",
        "description": "The company that the sale belongs to: its `_id`, or `extid-` and its externalId, or `srcid-` and its sourceId. A new sale needs one.",
        "ref": "Company",
        "prefixes": true
      },
      "companyName": {
        "type": "string",
        "description": "Name of the company, copied by Planhat.",
        "computed": true
      },
      "externalId": {
        "type": "string",
        "description": "The sale's id in your own system, unique within its company: map companyId too."
      },
      "sourceId": {
        "type": "string",
        "description": "The id in a connected system such as a CRM, unique among sales; matched before externalId."
      },
      "salesDate": {
        "type": "date",
        "description": "Day of the sale. A new sale needs one."
      },
      "value": {
        "type": "number",
        "description": "Total of the sale, above 0. A new sale needs one."
      },
      "custom": {
        "type": "object",
        "description": "The tenant's own fields, by the names that Planhat shows. Map them one by one: `custom.Name`."
      }
    }
  },
  {
    "name": "Task",
    "plural": "tasks",
    "path": "/tasks",
    "keyables": [
      "_id",
      "sourceId"
    ],
    "required": [
      [
        "companyId"
      ]
    ],
    "requiredWhen": [
      {
        "field": "repeat",
        "is": "custom",
        "needs": [
          "repeatDays"
        ]
      }
    ],
    "pathIds": [
      {
        "field": "_id",
        "prefix": ""
      },
      {
        "field": "sourceId",
        "prefix": "srcid-"
      }
    ],
    "list": {
      "defaultLimit": 500,
      "maxLimit": 10000,
      "filters": [
        "companyId"
      ]
    },
    "externalIdWithinCompany": false,
    "hidden": "isArchived",
    "particulars": [
      "The title is `action`.",
      "Lists leave out archived tasks unless `isArchived` is asked for."
    ],
    "shows": {
      "mainType": "task",
      "noSpecificTime": false,
      "shared": false,
      "overdueNotified": false,
      "activityTags": [],
      "isArchived": false,
      "endusers": [],
      "users": [],
      "checklist": [],
      "children": [],
      "comments": [],
      "__v": 0
    },
    "docs": "https://www.planhat.com/developers/api/task",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "mainType": {
        "type": "string",
        "description": "Kind of task: `task`, or `event` for one of a calendar.",
        "enum": [
          "task",
          "event"
        ],
        "default": "task"
      },
      "companyId": {
        "type": "objectId",
        "description": "The company that the task belongs to: its `_id`, or `extid-` and its externalId, or `srcid-` and its sourceId. A new task needs one.",
        "ref": "Company",
        "prefixes": true
      },
      "companyName": {
        "type": "string",
        "description": "Name of the company, copied by Planhat.",
        "computed": true
      },
      "startTime": {
        "type": "date",
        "description": "When the task begins."
      },
      "endTime": {
        "type": "date",
        "description": "When the task ends."
      },
      "dateDone": {
        "type": "date",
        "description": "When the task was done."
      },
      "action": {
        "type": "string",
        "description": "Title of the task, for example `Send invoice`."
      },
      "description": {
        "type": "string",
        "description": "What is to be done; HTML is shown as such."
      },
      "repeat": {
        "type": "string",
        "description": "How often the task comes again.",
        "enum": [
          "daily",
          "weekly",
          "monthly",
          "quarterly",
          "yearly",
          "custom"
        ]
      },
      "repeatDays": {
        "type": "integer",
        "description": "Days between two repeats. Needed where repeat is `custom`."
      },
      "type": {
        "type": "string",
        "description": "Kind of activity, as free text."
      },
      "ownerId": {
        "type": "objectId",
        "description": "The team member in charge, by the `_id` of a Planhat user.",
        "ref": "User"
      },
      "ownerName": {
        "type": "string",
        "description": "Name of the owner, copied by Planhat, though its examples send it.",
        "computed": true,
        "written": true
      },
      "doneBy": {
        "type": "objectId",
        "description": "Who did the task, by the `_id` of a Planhat user.",
        "ref": "User"
      },
      "sourceId": {
        "type": "string",
        "description": "The id in the system that the record comes from, unique among tasks: the usual key of a sync."
      },
      "noSpecificTime": {
        "type": "boolean",
        "description": "Whether the task has no time of day. Marked as computed, though an example sets it.",
        "computed": true,
        "written": true
      },
      "shared": {
        "type": "boolean",
        "description": "Whether the task is shared.",
        "computed": true
      },
      "overdueNotified": {
        "type": "boolean",
        "description": "Whether somebody was told that the task is overdue.",
        "computed": true
      },
      "activityTags": {
        "type": "array",
        "items": "string",
        "description": "Tags. What is written replaces the whole list."
      },
      "isArchived": {
        "type": "boolean",
        "description": "Whether the task is done and put away."
      },
      "status": {
        "type": "string",
        "description": "Name of the task's status. A name that Planhat does not know is stored as it stands."
      },
      "checklist": {
        "type": "array",
        "items": "object",
        "description": "Steps of the task: objects of `title`."
      },
      "snippet": {
        "type": "string",
        "description": "Formatted content of the task."
      },
      "endusers": {
        "type": "array",
        "description": "Contacts who take part.",
        "computed": true,
        "ref": "Enduser"
      },
      "users": {
        "type": "array",
        "description": "Team members who take part.",
        "computed": true,
        "ref": "User"
      },
      "custom": {
        "type": "object",
        "description": "The tenant's own fields, by the names that Planhat shows. Map them one by one: `custom.Name`."
      },
      "createdAt": {
        "type": "date",
        "description": "When the task was created in Planhat.",
        "computed": true
      },
      "updatedAt": {
        "type": "date",
        "description": "When the task was last written; it may move although nothing changed.",
        "computed": true
      }
    }
  },
  {
    "name": "Ticket",
    "plural": "tickets",
    "path": "/tickets",
    "keyables": [
      "_id",
      "sourceId"
    ],
    "required": [
      [
        "sourceId"
      ],
      [
        "email"
      ],
      [
        "domains",
        "companyExternalId"
      ]
    ],
    "always": [
      "email"
    ],
    "lacks": [
      "create",
      "read",
      "update"
    ],
    "livesIn": "/conversations",
    "pathIds": [],
    "list": {
      "defaultLimit": 500,
      "maxLimit": 10000,
      "filters": [
        "companyId",
        "status",
        "email"
      ],
      "aliases": {
        "cid": "companyId",
        "s": "status",
        "l": "limit"
      }
    },
    "externalIdWithinCompany": false,
    "particulars": [
      "Planhat drops a ticket without `email` and tells nobody: every item carries it, updates too.",
      "A ticket is a conversation of type `ticket`. Its `title` is read back as `subject`, its own `type` as `subType`.",
      "The page offers lists, bulk writes and deletes, and no call for a single ticket."
    ],
    "unverified": [
      "Whether the e-mail has to be in updates too; it is sent along.",
      "Whether `companyId` alone says which company: the page asks for `domains` or `companyExternalId`.",
      "Whether lists show `sourceId` under that name: an example shows an id of the source as `externalId`."
    ],
    "shows": {
      "starred": false,
      "pinned": false,
      "activityTags": [],
      "emailTemplateIds": [],
      "isOpen": false,
      "tags": [],
      "waitsToBeFiltered": true,
      "archived": false,
      "users": [],
      "sender": [],
      "endusers": [],
      "history": [],
      "timeBucket": []
    },
    "docs": "https://www.planhat.com/developers/api/ticket",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "source": {
        "type": "string",
        "description": "Name of the system that the ticket comes from."
      },
      "companyId": {
        "type": "objectId",
        "description": "The company that the ticket belongs to: its `_id`, or `extid-` and its externalId, or `srcid-` and its sourceId. The page marks it as required, and its notes ask for domains or companyExternalId.",
        "ref": "Company",
        "prefixes": true
      },
      "companyName": {
        "type": "string",
        "description": "Name of the company, copied by Planhat.",
        "computed": true
      },
      "sourceId": {
        "type": "string",
        "description": "The ticket's id in the system that it comes from, unique among tickets: the usual key of a sync."
      },
      "email": {
        "type": "string",
        "format": "email",
        "description": "Who asked, by e-mail address. Planhat drops a ticket without one and tells nobody.",
        "finds": "Enduser"
      },
      "domains": {
        "type": "array",
        "items": "string",
        "description": "E-mail domains of the company, to find it by. Needed unless companyExternalId is given.",
        "finds": "Company"
      },
      "companyExternalId": {
        "type": "string",
        "description": "The company's id in your own system.",
        "finds": "Company"
      },
      "title": {
        "type": "string",
        "description": "Title of the ticket. Read back as `subject`.",
        "readAs": "subject"
      },
      "description": {
        "type": "string",
        "description": "Text of the ticket."
      },
      "snippet": {
        "type": "string",
        "description": "The description without its HTML.",
        "computed": true
      },
      "url": {
        "type": "string",
        "description": "Address of the ticket in the system that it comes from."
      },
      "tags": {
        "type": "array",
        "items": "string",
        "description": "Labels. What is written replaces the whole list."
      },
      "type": {
        "type": "string",
        "description": "Kind of ticket, as free text: bug, feature request, training. Read back as `subType`.",
        "readAs": "subType"
      },
      "severity": {
        "type": "string",
        "description": "Severity, as free text."
      },
      "product": {
        "type": "string",
        "description": "Name of the product that the ticket is about."
      },
      "timeSpent": {
        "type": "integer",
        "description": "Minutes spent on the ticket."
      },
      "status": {
        "type": "string",
        "description": "Status, as free text."
      },
      "history": {
        "type": "array",
        "items": "object",
        "description": "Earlier statuses: objects of `status` and `time`."
      },
      "name": {
        "type": "string",
        "description": "Name of who asked. Only Planhat's example of a bulk write has it.",
        "unlisted": true
      },
      "agentEmail": {
        "type": "string",
        "description": "E-mail address of who answers. Only Planhat's example of a bulk write has it.",
        "unlisted": true
      },
      "createDate": {
        "type": "date",
        "description": "When it was created.",
        "computed": true
      }
    }
  },
  {
    "name": "TimeEntry",
    "plural": "time entries",
    "path": "/timeentries",
    "keyables": [
      "_id"
    ],
    "required": [
      [
        "date"
      ],
      [
        "hours"
      ]
    ],
    "pathIds": [
      {
        "field": "_id",
        "prefix": ""
      }
    ],
    "list": {
      "defaultLimit": 100,
      "maxLimit": 2000,
      "filters": [
        "companyId"
      ]
    },
    "externalIdWithinCompany": false,
    "particulars": [
      "A bulk write finds a time entry by `_id` alone. What names none is created: use mode insert, which tells entries apart by their content, or map `_id`.",
      "Planhat keeps the day of `date` and drops the time: entries are compared by their day (UTC).",
      "`hours` is between 0.1 and 24. Through the API an entry belongs to a company or to nothing."
    ],
    "shows": {
      "timesheetStatus": "draft",
      "path": [],
      "totalBilled": 0,
      "totalCost": 0,
      "__v": 0
    },
    "docs": "https://www.planhat.com/developers/api/time-entry",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "companyId": {
        "type": "objectId",
        "description": "The company that the entry belongs to: its `_id`, or `extid-` and its externalId, or `srcid-` and its sourceId.",
        "ref": "Company",
        "prefixes": true
      },
      "date": {
        "type": "date",
        "description": "The day on which the time was spent. A new entry needs one.",
        "day": true
      },
      "hours": {
        "type": "number",
        "description": "Hours spent. A new entry needs them.",
        "minimum": 0.1,
        "maximum": 24
      },
      "isTimeOff": {
        "type": "boolean",
        "description": "Whether it is time off, such as a holiday."
      },
      "description": {
        "type": "string",
        "description": "What was done."
      },
      "isBillable": {
        "type": "boolean",
        "description": "Whether the time is billed to the customer."
      },
      "billingCode": {
        "type": "string",
        "description": "Code under which it is billed."
      },
      "currency": {
        "type": "string",
        "description": "Currency code such as `USD`. Planhat takes any text."
      },
      "billableRate": {
        "type": "number",
        "description": "Price of an hour."
      },
      "totalBilled": {
        "type": "number",
        "description": "hours times billableRate.",
        "computed": true
      },
      "costRate": {
        "type": "number",
        "description": "Cost of an hour."
      },
      "totalCost": {
        "type": "number",
        "description": "hours times costRate.",
        "computed": true
      },
      "timesheetStatus": {
        "type": "string",
        "description": "Status of the timesheet that the entry belongs to.",
        "enum": [
          "draft",
          "submitted",
          "approved",
          "returned"
        ],
        "computed": true
      },
      "timesheetId": {
        "type": "objectId",
        "description": "The timesheet that the entry belongs to, by its `_id`.",
        "ref": "Timesheet",
        "computed": true
      },
      "assignedModel": {
        "type": "string",
        "description": "Kind of what `assignedId` names; Planhat takes `User` alone.",
        "enum": [
          "User"
        ],
        "default": "User"
      },
      "assignedId": {
        "type": "objectId",
        "description": "Who spent the time, by the `_id` of a Planhat user.",
        "ref": "User"
      },
      "path": {
        "type": "array",
        "description": "What the entry is attached to besides its company.",
        "computed": true,
        "unlisted": true
      },
      "createdAt": {
        "type": "date",
        "description": "When it was created.",
        "computed": true,
        "unlisted": true
      },
      "updatedAt": {
        "type": "date",
        "description": "When it was last changed.",
        "computed": true,
        "unlisted": true
      }
    }
  },
  {
    "name": "Timesheet",
    "plural": "timesheets",
    "path": "/timesheets",
    "keyables": [
      "_id"
    ],
    "required": [],
    "pathIds": [
      {
        "field": "_id",
        "prefix": ""
      }
    ],
    "list": {
      "defaultLimit": 100,
      "maxLimit": 2000
    },
    "externalIdWithinCompany": false,
    "particulars": [
      "A bulk write finds a timesheet by `_id` alone. What names none is created: use mode insert, which tells timesheets apart by their content, or map `_id`.",
      "`timeEntries` is written as a list of objects, `[{ \"_id\": id }]`, and read back as a list of ids.",
      "Nothing is required, but a timesheet without `dateFrom` and `dateTo` covers no period: Planhat asks for both."
    ],
    "shows": {
      "timeEntries": [],
      "__v": 0
    },
    "docs": "https://www.planhat.com/developers/api/timesheet",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "approvedBy": {
        "type": "objectId",
        "description": "Who approved it, by the `_id` of a Planhat user.",
        "ref": "User"
      },
      "status": {
        "type": "string",
        "description": "Where the timesheet stands.",
        "enum": [
          "submitted",
          "approved",
          "returned"
        ],
        "default": "submitted"
      },
      "timeEntries": {
        "type": "array",
        "items": "object",
        "description": "Its time entries, each as an object with its `_id`.",
        "ref": "TimeEntry"
      },
      "dateOfApproval": {
        "type": "date",
        "description": "When it was approved."
      },
      "dateFrom": {
        "type": "epochDays",
        "description": "First day of the period, in whole days since 1970-01-01."
      },
      "dateTo": {
        "type": "epochDays",
        "description": "Last day of the period, in whole days since 1970-01-01."
      },
      "assignedModel": {
        "type": "string",
        "description": "Kind of what `assignedId` names; Planhat takes `User` alone.",
        "enum": [
          "User"
        ],
        "default": "User"
      },
      "assignedId": {
        "type": "objectId",
        "description": "Whose timesheet it is, by the `_id` of a Planhat user.",
        "ref": "User"
      },
      "createdAt": {
        "type": "date",
        "description": "When it was created.",
        "computed": true,
        "unlisted": true
      },
      "updatedAt": {
        "type": "date",
        "description": "When it was last changed.",
        "computed": true,
        "unlisted": true
      }
    }
  },
  {
    "name": "User",
    "plural": "users",
    "path": "/users",
    "keyables": [
      "_id",
      "externalId",
      "email"
    ],
    "required": [
      [
        "nickName"
      ],
      [
        "email"
      ],
      [
        "firstName"
      ],
      [
        "lastName"
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
      }
    ],
    "list": {
      "defaultLimit": 10000,
      "maxLimit": 10000,
      "filters": [
        "email"
      ]
    },
    "externalIdWithinCompany": false,
    "particulars": [
      "A user is a member of your own team. A new one is inactive unless `inactive: false` is mapped."
    ],
    "shows": {
      "skippedGettingStartedSteps": {
        "email": false,
        "linkedin": false,
        "avatar": false,
        "all": false,
        "team": false,
        "customers": false
      },
      "sharedNotificationsPrefs": {
        "enabled": [],
        "disabled": [],
        "disabledEvents": []
      },
      "image": {
        "path": ""
      },
      "isHidden": false,
      "removed": false,
      "compressedView": false,
      "companyFilter": "",
      "taskFilter": "",
      "workflowFilter": "",
      "playLogDisabled": true,
      "radarOneLine": false,
      "expandedFolders": [],
      "usageReportColumnsEnabled": [],
      "companyUsersEnabledColumns": [],
      "revReportPeriodType": "past x days",
      "splitLayoutDisabled": false,
      "dailyDigest": true,
      "followerUpdate": true,
      "inAppNotifications": true,
      "lastVisitedCompanies": [],
      "lastVisitedEndusers": [],
      "apiTokens": [],
      "poc": [],
      "isExposedAsSenderOption": false,
      "defaultMeetingLength": 60,
      "collapsedFolders": [],
      "type": "user",
      "__v": 0
    },
    "docs": "https://www.planhat.com/developers/api/user",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "email": {
        "type": "string",
        "format": "email",
        "description": "E-mail address of the team member. A new user needs one; it is tried last when users are matched."
      },
      "nickName": {
        "type": "string",
        "description": "Name that Planhat shows. A new user needs one."
      },
      "firstName": {
        "type": "string",
        "description": "Given name. A new user needs one."
      },
      "lastName": {
        "type": "string",
        "description": "Family name. A new user needs one."
      },
      "roles": {
        "type": "array",
        "items": "objectId",
        "description": "Roles, by their `_id`. What is written replaces the whole list."
      },
      "externalId": {
        "type": "string",
        "description": "The user's id in your own system, unique among users: the usual key of a sync."
      },
      "inactive": {
        "type": "boolean",
        "description": "Whether the user may not log in and gets no notifications.",
        "default": true
      },
      "image": {
        "type": "object",
        "description": "The avatar.",
        "computed": true
      },
      "radarOneLine": {
        "type": "boolean",
        "description": "A setting of Planhat's pages.",
        "computed": true
      },
      "taskFilter": {
        "type": "object",
        "description": "A setting of Planhat's pages.",
        "computed": true
      },
      "companyFilter": {
        "type": "string",
        "description": "A setting of Planhat's pages.",
        "computed": true
      },
      "compressedView": {
        "type": "boolean",
        "description": "A setting of Planhat's pages.",
        "computed": true
      },
      "isHidden": {
        "type": "boolean",
        "description": "Whether the user is hidden from the others."
      },
      "notificationsEnabled": {
        "type": "boolean",
        "description": "Whether the user gets notifications.",
        "default": true
      },
      "createDate": {
        "type": "date",
        "description": "When the user was created in Planhat.",
        "computed": true
      },
      "createdAt": {
        "type": "date",
        "description": "When the user was created in Planhat.",
        "computed": true
      },
      "updatedAt": {
        "type": "date",
        "description": "When the user was last written.",
        "computed": true
      },
      "permissions": {
        "type": "object",
        "description": "What the user may do.",
        "computed": true
      },
      "tzOffset": {
        "type": "number",
        "description": "Hours from UTC."
      },
      "managers": {
        "type": "array",
        "items": "objectId",
        "description": "The user's managers, by `_id`. What is written replaces the whole list.",
        "ref": "User"
      },
      "teams": {
        "type": "array",
        "items": "objectId",
        "description": "The user's teams, by their `_id`. What is written replaces the whole list."
      },
      "isExposedAsSenderOption": {
        "type": "boolean",
        "description": "Whether others may send e-mail in this user's name."
      },
      "custom": {
        "type": "object",
        "description": "The tenant's own fields, by the names that Planhat shows. Map them one by one: `custom.Name`."
      }
    }
  },
  {
    "name": "UserActivity",
    "plural": "user activities",
    "path": "/analytics/bulk",
    "keyables": [],
    "required": [
      [
        "email",
        "externalId",
        "euExtId"
      ],
      [
        "action"
      ]
    ],
    "pathIds": [],
    "list": {
      "defaultLimit": 0,
      "maxLimit": 0
    },
    "stream": {
      "date": "date",
      "identity": [
        [
          "email"
        ],
        [
          "externalId",
          "euExtId"
        ],
        [
          "companyExternalId"
        ],
        [
          "action"
        ],
        [
          "info"
        ]
      ],
      "maxItems": 10000,
      "answer": "sink"
    },
    "externalIdWithinCompany": false,
    "particulars": [
      "Append only: mode is insert, and there is no key. An event is known by its user, company, action, time and info, and is sent once.",
      "An event of a user whom Planhat does not know creates the user where `companyExternalId` is given, and is dropped without a word otherwise.",
      "Written to https://analytics.planhat.com with the tenant's UUID, without the API token, and outside the limit of calls a minute. Planhat answers with success also to events that it drops."
    ],
    "unverified": [
      "The fields: from Planhat's pages of 2017 and from what other clients send.",
      "What Planhat answers: success also for bad events; an `errors` list, a text or nothing have been seen."
    ],
    "docs": "https://github.com/planhat/docs",
    "fields": {
      "email": {
        "type": "string",
        "format": "email",
        "description": "E-mail address of who acted. Either it or the contact's external id is needed."
      },
      "externalId": {
        "type": "string",
        "sentAs": "euExtId",
        "description": "The externalId of the contact who acted. Bulk writes know it as `euExtId`, and it is sent under that name."
      },
      "euExtId": {
        "type": "string",
        "description": "The same as externalId, under the name that bulk writes use."
      },
      "action": {
        "type": "string",
        "description": "Name of the event, for example `Logged in`."
      },
      "companyExternalId": {
        "type": "string",
        "description": "The externalId of the contact's company. With it, a contact whom Planhat does not know is created."
      },
      "date": {
        "type": "date",
        "description": "When it happened. Planhat would take the time of receipt; a sync has to say it, or a second run would be another event."
      },
      "weight": {
        "type": "number",
        "default": 1,
        "description": "How much the event counts."
      },
      "count": {
        "type": "integer",
        "description": "How often it happened."
      },
      "info": {
        "type": "object",
        "description": "More about the event, in any shape."
      },
      "name": {
        "type": "string",
        "description": "Full name of a contact who may have to be created."
      },
      "firstName": {
        "type": "string",
        "description": "Given name of a contact who may have to be created."
      },
      "lastName": {
        "type": "string",
        "description": "Family name of a contact who may have to be created."
      }
    }
  },
  {
    "name": "Workspace",
    "plural": "workspaces",
    "path": "/workspaces",
    "keyables": [
      "_id",
      "sourceId",
      "externalId"
    ],
    "required": [
      [
        "name"
      ],
      [
        "companyId"
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
      "maxLimit": 100,
      "filters": [
        "companyId"
      ]
    },
    "externalIdWithinCompany": true,
    "unverified": [
      "The keyables and their order: inferred from the general rule for bulk writes.",
      "The page sizes: not known; 100 is the default of most objects."
    ],
    "docs": "https://www.planhat.com/developers/api/workspace",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "name": {
        "type": "string",
        "description": "Name of the workspace. A new workspace needs one; it identifies nothing."
      },
      "ownerId": {
        "type": "objectId",
        "description": "The team member in charge, by the `_id` of a Planhat user.",
        "ref": "User"
      },
      "companyId": {
        "type": "objectId",
        "description": "The company that the workspace belongs to: its `_id`, or `extid-` and its externalId, or `srcid-` and its sourceId. A new workspace needs one.",
        "ref": "Company",
        "prefixes": true
      },
      "companyName": {
        "type": "string",
        "description": "Name of the company, copied by Planhat.",
        "computed": true
      },
      "externalId": {
        "type": "string",
        "description": "The workspace's id in your own system, unique within its company: map companyId too."
      },
      "sourceId": {
        "type": "string",
        "description": "The id in a connected system such as a CRM, unique among workspaces; matched before externalId."
      },
      "custom": {
        "type": "object",
        "description": "The tenant's own fields, by the names that Planhat shows. Map them one by one: `custom.Name`."
      }
    }
  }
];
