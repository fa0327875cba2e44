import { createHash } from "node:crypto";
import { compareDiagnostics, type Diagnostic } from "../../model/diagnostic.ts";
import { given } from "../../model/given.ts";
import type { RuleDoc } from "../../model/rule.ts";
import { jsonText } from "../json-text.ts";
import { escapeMessage } from "../text/escape-text.ts";
import { statementOf } from "../text/reason-text.ts";
import { firstSentence } from "./rule-text.ts";

export interface DiagnosticsSarifOptions {
  /** Every rule that a diagnostic may name. */
  readonly rules: readonly RuleDoc[];
  readonly version: string;
  /** The project's folder as seen from the root of the repository; empty where it is the root. */
  readonly folder?: string;
}

/**
 * SARIF 2.1.0 (OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0/): what GitHub's code scanning and editors read. One
 * run, with the documentation of the rules that are broken; addresses are relative to the root of the repository.
 */
export function diagnosticsSarif(
  diagnostics: readonly Diagnostic[],
  { rules, version, folder = "" }: DiagnosticsSarifOptions,
): string {
  const ordered = [...diagnostics].sort(compareDiagnostics);
  const broken = rules.filter(({ id }) => ordered.some(({ rule }) => rule === id));
  const index = new Map(broken.map(({ id }, at) => [id, at]));
  const prefix =
    folder === "" || folder === "." ? "" : `${folder.replaceAll("\\", "/").replace(/\/+$/, "")}/`;
  const occurrences = new Map<string, number>();
  return jsonText({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "planhat-sync", semanticVersion: version, rules: broken.map(ruleDescriptor) },
        },
        columnKind: "utf16CodeUnits",
        results: ordered.map((diagnostic) => result(diagnostic, prefix, index, occurrences)),
      },
    ],
  });
}

function ruleDescriptor({ id, severity, description, family, bad, good }: RuleDoc): object {
  const examples =
    bad === undefined || good === undefined
      ? ""
      : `\n\nBreaks the rule:\n\n${fenced(bad)}\n\nKeeps it:\n\n${fenced(good)}`;
  return {
    id,
    shortDescription: { text: firstSentence(description) },
    fullDescription: { text: description },
    help: { text: description, markdown: description + examples },
    defaultConfiguration: { level: severity },
    properties: { tags: [family ?? "field"] },
  };
}

function fenced(yaml: string): string {
  return `\`\`\`yaml\n${yaml.trimEnd()}\n\`\`\``;
}

function result(
  diagnostic: Diagnostic,
  prefix: string,
  index: ReadonlyMap<string, number>,
  occurrences: Map<string, number>,
): object {
  const { rule, severity, file, line, column, endColumn = column + 1, reason } = diagnostic;
  const message = statementOf(reason);
  const text = reason.fix === undefined ? message : `${message} Hint: ${reason.fix}`;
  const ruleIndex = index.get(rule);
  return {
    ruleId: rule,
    ...given({ ruleIndex }),
    level: severity,
    message: { text: escapeMessage(text) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(prefix + file), uriBaseId: "%SRCROOT%" },
          region: { startLine: line, startColumn: column, endLine: line, endColumn },
        },
      },
    ],
    partialFingerprints: { "planhatSync/v1": fingerprint(diagnostic, occurrences) },
  };
}

/** Relative, with what a URI does not take percent-encoded. */
function uriOf(path: string): string {
  const wellFormed = path.replace(/\p{Surrogate}/gu, "\uFFFD");
  return wellFormed.split("/").map(encodeURIComponent).join("/");
}

/** The same while lines above come and go: by what is said where, and the how manieth of its kind it is. */
function fingerprint({ rule, file, reason }: Diagnostic, occurrences: Map<string, number>): string {
  const said = [rule, file, statementOf(reason)].join("\n");
  const count = (occurrences.get(said) ?? 0) + 1;
  occurrences.set(said, count);
  return createHash("sha256").update(`${said}\n${count}`).digest("hex");
}
