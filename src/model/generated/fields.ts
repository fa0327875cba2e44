// Generated from schemas/fields.schema.json by scripts/generate.mjs: do not edit, run `npm run generate`.

/**
 * planhat.fields.json: the custom fields of the tenant, as `planhat-sync introspect` read them. Made to be committed; introspect writes it anew.
 */
export interface FieldsFile {
  /**
   * Address of this schema, for editors.
   */
  $schema?: string;
  /**
   * Version of this file format. This planhat-sync reads version 1.
   */
  version: 1;
  /**
   * By kind of object, as a definition names it under target.object; by Planhat's own name where the catalogue has none. An object without custom fields is left out.
   */
  objects: {
    /**
     * By the name that Planhat shows: `Tier` is mapped as custom.Tier.
     */
    [k: string]: {
      /**
       * One custom field.
       */
      [k: string]: {
        /**
         * Planhat's type: number, text, rich text, checkbox, day, date, list, multipicklist, team member, team members, rating, phone, email, enduser, endusers or url.
         */
        type: string;
        /**
         * The values of a list or multipicklist.
         *
         * Items: One value.
         */
        options?: string[];
        /**
         * Planhat computes the field by this formula: it cannot be written.
         */
        formula?: string;
        /**
         * `true`: Planhat's app creates no record without it.
         */
        mandatory?: boolean;
      };
    };
  };
}

export const fieldsSchema: object = {
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "FieldsFile",
  "description": "planhat.fields.json: the custom fields of the tenant, as `planhat-sync introspect` read them. Made to be committed; introspect writes it anew.",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "version",
    "objects"
  ],
  "properties": {
    "$schema": {
      "description": "Address of this schema, for editors.",
      "type": "string"
    },
    "version": {
      "description": "Version of this file format. This planhat-sync reads version 1.",
      "type": "integer",
      "const": 1
    },
    "objects": {
      "description": "By kind of object, as a definition names it under target.object; by Planhat's own name where the catalogue has none. An object without custom fields is left out.",
      "type": "object",
      "additionalProperties": {
        "description": "By the name that Planhat shows: `Tier` is mapped as custom.Tier.",
        "type": "object",
        "additionalProperties": {
          "description": "One custom field.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "type"
          ],
          "properties": {
            "type": {
              "description": "Planhat's type: number, text, rich text, checkbox, day, date, list, multipicklist, team member, team members, rating, phone, email, enduser, endusers or url.",
              "type": "string",
              "minLength": 1,
              "examples": [
                "list"
              ]
            },
            "options": {
              "description": "The values of a list or multipicklist.",
              "type": "array",
              "items": {
                "description": "One value.",
                "type": "string"
              },
              "examples": [
                [
                  "Enterprise",
                  "Growth"
                ]
              ]
            },
            "formula": {
              "description": "Planhat computes the field by this formula: it cannot be written.",
              "type": "string"
            },
            "mandatory": {
              "description": "`true`: Planhat's app creates no record without it.",
              "type": "boolean",
              "default": false
            }
          }
        }
      }
    }
  }
};
