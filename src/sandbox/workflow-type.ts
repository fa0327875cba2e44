import type { ObjectType } from "../model/object-type.ts";

/**
 * Workflows: clients read them, 2,000 a page, and nobody documents a way to write them. Records come from a seed.
 * Source: Airbyte's source-planhat.
 */
export const WORKFLOW: ObjectType = {
  name: "Workflow",
  plural: "workflows",
  path: "/workflows",
  keyables: ["_id"],
  required: [],
  lacks: ["create", "update"],
  pathIds: [{ field: "_id", prefix: "" }],
  list: { defaultLimit: 100, maxLimit: 2000, filters: ["companyId"] },
  externalIdWithinCompany: false,
  docs: "https://www.planhat.com/developers/api/planhat-models",
  fields: {
    _id: { type: "objectId", description: "Planhat's own id." },
    companyId: { type: "objectId", description: "The company it runs for.", ref: "Company", prefixes: true },
    companyName: { type: "string", description: "Name of the company.", computed: true },
    name: { type: "string", description: "Name of the workflow." },
  },
};
