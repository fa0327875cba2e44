import { exampleOf, type LoadRule, loadRules } from "../../model/load-rule.ts";

/** What reading the YAML of a definition reports. */
export const YAML_RULES: readonly LoadRule[] = loadRules([
  {
    id: "yaml-syntax",
    severity: "error",
    description:
      "The file is no YAML, is empty, or holds more than one document. A value that contains a colon and a space, or starts with a special character, must be quoted.",
    bad: exampleOf('  externalId: "account_id'),
    good: exampleOf('  externalId: "account_id"'),
  },
  {
    id: "yaml-duplicate-key",
    severity: "error",
    description: "A map contains a duplicate key. Other programs silently take the last one.",
    bad: exampleOf("  externalId: account_id\n  externalId: id"),
    good: exampleOf("  externalId: account_id"),
  },
  {
    id: "yaml-feature",
    severity: "error",
    description:
      "Anchors, aliases, merge keys and tags are not allowed: a definition says what it means where it says it, and a small file cannot grow into a large one.",
    bad: exampleOf("  externalId: !id account_id"),
    good: exampleOf("  externalId: account_id"),
  },
  {
    id: "yaml-key",
    severity: "error",
    description:
      "A key must be text, and none of the names that programs take for a part of the object itself (__proto__, constructor, prototype), nor such a name of a custom field (custom.__proto__).",
    bad: exampleOf("  externalId: account_id\n  constructor: name"),
    good: exampleOf("  externalId: account_id\n  custom.Constructor: name"),
  },
  {
    id: "yaml-number",
    severity: "error",
    description:
      "A number in the file would not be kept as it is written: it has zeros in front or at its end (`007`, `1.10`), an exponent or another base (`1e3`, `0x1F`, `0o17`), too many digits, or is not finite. Ids and versions look like numbers and are text: put them in quotes. Write a number with its own digits alone.",
    bad: exampleOf("  externalId: account_id\n  custom.Contract: { value: 00420 }"),
    good: exampleOf('  externalId: account_id\n  custom.Contract: { value: "00420" }'),
  },
  {
    id: "hidden-character",
    severity: "error",
    description:
      "A name contains a character that nobody sees (zero width, or one that turns the direction of writing), so that it differs from the name it looks like.",
    bad: exampleOf("  externalId: account_id\n  custom.Ti\u200ber: tier"),
    good: exampleOf("  externalId: account_id\n  custom.Tier: tier"),
  },
]);
