import { diagnose } from "../../model/diagnose.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Path, PlacedFile } from "../../model/placed.ts";
import { MIN_SECRET_LENGTH } from "../../model/redact.ts";
import { isSecretVariable, looksLikeCredential } from "../../model/secret-text.ts";
import { isSecretPlace, secretParts, secretsOfUrl } from "../../model/secret-values.ts";
import type { SourceKind } from "../../model/source-kind.ts";
import type { PutIn, SubstitutedText } from "./substitute.ts";

/**
 * What the variables of these texts hold that no output may contain, wherever it turns up again: every value that came
 * out of a variable with a secret's name, that stands in a secret's place, that goes out with a request (its path, its
 * query, its headers, its body), or that looks like a credential.
 */
export function secretsOfVariables(
  texts: Iterable<SubstitutedText>,
  sourceKinds: readonly SourceKind[] = [],
): readonly string[] {
  return [...texts].flatMap(({ path, variables }) =>
    variables.flatMap((variable) =>
      isSecret(path, variable, sourceKinds) ? secretParts(variable.value) : secretsOfUrl(variable.value),
    ),
  );
}

/** Secrets of a source that are too short to be told from ordinary text. No message names a value. */
export function shortSecrets(placed: PlacedFile, texts: Iterable<SubstitutedText>): readonly Diagnostic[] {
  return [...texts].flatMap(({ path, variables }) =>
    variables
      .filter(
        ({ name, value }) =>
          value.length < MIN_SECRET_LENGTH && (isSecretVariable(name) || isSecretPlace(path)),
      )
      .filter(({ value, isDefault }) => value !== "" && !isDefault)
      .map(({ name }) =>
        diagnose(placed.file, placed.place(path), {
          rule: "secret-short",
          severity: "warning",
          message: `The value of ${name} has fewer than ${MIN_SECRET_LENGTH} characters, so it cannot be kept out of the output.`,
          hint: "check the variable; use a longer secret",
        }),
      ),
  );
}

function isSecret(
  path: Path,
  { name, value, isDefault, before }: PutIn,
  sourceKinds: readonly SourceKind[],
): boolean {
  if (isSecretVariable(name) || isSecretPlace(path)) return true;
  if (looksLikeCredential(value)) return true;
  // What is written in the file is no secret by where it goes.
  return !isDefault && goesOut(path, before, sourceKinds) && !isOpenVariable(name);
}

/** Into a request that a source makes. */
function goesOut([root, kind, ...below]: Path, before: string, sourceKinds: readonly SourceKind[]): boolean {
  if (root !== "source") return false;
  return sourceKinds.find((one) => one.kind === kind)?.goesOut?.(below, before) === true;
}

/** Names of what tells one request from another and opens nothing. */
function isOpenVariable(name: string): boolean {
  return OPEN_VARIABLE.has(name.toLowerCase().split("_").at(-1) ?? "");
}

const OPEN_VARIABLE: ReadonlySet<string> = new Set([
  ...["account", "company", "customer", "org", "organization", "project", "shop", "site", "store", "team"],
  ...["tenant", "workspace", "domain", "host", "hostname", "port", "region", "subdomain", "url", "uri"],
  ...["dataset", "field", "file", "filter", "format", "list", "name", "path", "report", "schema", "scope"],
  ...["status", "table", "type", "view", "count", "limit", "page", "size", "date", "day", "since", "until"],
  ...["env", "environment", "lang", "language", "locale", "stage", "version"],
]);
