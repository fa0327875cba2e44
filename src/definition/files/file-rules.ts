import { exampleOf, type LoadRule, loadRules } from "../../model/load-rule.ts";

const POINTS = `version: 1
source:
  csv: { path: usage.csv }
target: { object: Metric }
mode: insert
fields:
  dimensionId: { value: logins }
  externalId: account_id
  value: $number(logins)
  date: day
`;

/** What finding and opening the files of a project reports. */
export const FILE_RULES: readonly LoadRule[] = loadRules([
  {
    id: "file-encoding",
    severity: "error",
    description:
      "The file is not UTF-8, or contains control characters. A byte that does not fit is never replaced.",
    bad: exampleOf("  externalId: account_id\u0000"),
    good: exampleOf("  externalId: account_id"),
  },
  {
    id: "file-too-large",
    severity: "error",
    description:
      "A definition is larger than 1 MiB, or one text in it longer than 128 KiB. Data belongs in the source.",
    bad: exampleOf(`  externalId: account_id # ${"x".repeat(10)}… and so on for more than 1 MiB`),
    good: exampleOf("  externalId: account_id"),
  },
  {
    id: "file-unreadable",
    severity: "error",
    description:
      "A file of the project cannot be read, or is no regular file but a folder, a pipe or a device.",
    bad: "$ mkfifo syncs/companies.yaml\n$ planhat-sync validate\n",
    good: exampleOf("  externalId: account_id"),
  },
  {
    id: "file-missing",
    severity: "error",
    description:
      "A file of the project, or the one that --env-file names, is not there, or is a link to nothing.",
    bad: "$ ln -s ../shared/companies.yaml syncs/companies.yaml   # and there is no such file\n$ planhat-sync validate\n",
    good: exampleOf("  externalId: account_id"),
  },
  {
    id: "path-outside",
    severity: "error",
    description:
      "A path or a link leads out of the project folder. A definition may come from a stranger's pull request, and must not be able to read the machine that checks it.",
    bad: exampleOf("  externalId: account_id", { path: "../../etc/passwd" }),
    good: exampleOf("  externalId: account_id"),
  },
  {
    id: "no-definitions",
    family: "project",
    severity: "error",
    description:
      "The project's folder of definitions is missing or empty, so there is nothing to check or to run.",
    bad: "# planhat-sync.yaml\nversion: 1\nsyncs: definitions\n",
    good: `# planhat-sync.yaml\nversion: 1\nsyncs: syncs\n\n# syncs/companies.yaml\n${exampleOf("  externalId: account_id")}`,
  },
  {
    id: "fields-file",
    severity: "error",
    description:
      "The file of the tenant's custom fields, planhat.fields.json, is no JSON: it was edited by hand, or git left the marks of a merge in it. Nobody needs to write it: `planhat-sync introspect` does.",
    bad: `${exampleOf("  externalId: account_id")}# planhat.fields.json: { "version": 1, "objects": <<<<<<< HEAD\n`,
    good: `${exampleOf("  externalId: account_id")}# planhat.fields.json: { "version": 1, "objects": {} }\n`,
  },
  {
    id: "tenant-missing",
    severity: "warning",
    description:
      "Metric points and user activities are written to another host than everything else, by the UUID of the tenant and without the API token. It stands in the Developer section of Planhat's settings; set PLANHAT_TENANT_UUID, and keep it like a password: whoever has it can write. Checking a definition needs no secret; a command that needs the value ends with exit code 4.",
    bad: POINTS,
    good: exampleOf("  externalId: account_id"),
  },
]);
