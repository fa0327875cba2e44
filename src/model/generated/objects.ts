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
        "type": "string",
        "description": "Renewal date, as text. Planhat's table does not list it (customerTo holds the date that Planhat computes), but it is widely mapped.",
        "offered": true,
        "unlisted": true
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
        "email"
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
      "maxLimit": 2000
    },
    "externalIdWithinCompany": true,
    "hidden": "archived",
    "docs": "https://www.planhat.com/developers/api/enduser",
    "fields": {
      "_id": {
        "type": "objectId",
        "description": "Planhat's own id, 24 hex digits. It is tried first when records are matched; leave it out to create a record."
      },
      "email": {
        "type": "string",
        "description": "E-mail address. A new contact needs one. It is tried last when contacts are matched, and Planhat does not keep it unique.",
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
  }
];
