import { diagnose, FILE_START } from "../../model/diagnose.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Path, PlacedFile } from "../../model/placed.ts";
import type { ProjectSettings } from "../../model/project.ts";
import { MIN_SECRET_LENGTH } from "../../model/redact.ts";
import { secretsOfUrl } from "../../model/secret-values.ts";
import { tokenFault } from "../../model/token-fault.ts";

/** The settings of a project, or of one of its environments. */
export interface CheckedSettings {
  readonly settings: ProjectSettings;
  /** Where a setting stands. */
  readonly pathOf: (path: Path) => Path;
  /** What an environment that is not the one in use gets wrong ends no run. */
  readonly isInUse: boolean;
}

/** What is wrong with the tokens and passwords of settings, told without their values. */
export function* settingsProblems(placed: PlacedFile, checked: CheckedSettings): Iterable<Diagnostic> {
  for (const found of [...malformedTokens(placed, checked), ...shortSecrets(placed, checked)]) {
    yield checked.isInUse ? found : { ...found, severity: "warning" };
  }
}

/** What was lost or added on the way is said here: sent, it would look like a fault of the network, or a refusal. */
function* malformedTokens(
  placed: PlacedFile,
  { settings: { token, tenantUuid }, pathOf }: CheckedSettings,
): Iterable<Diagnostic> {
  const tokens = [
    [token, "token", "The API token", "PLANHAT_API_TOKEN"],
    [tenantUuid, "tenantUuid", "The tenant's UUID", "PLANHAT_TENANT_UUID"],
  ] as const;
  for (const [setting, key, name, variable] of tokens) {
    const fault = setting.kind === "value" ? tokenFault(setting.value) : undefined;
    if (fault === undefined) continue;
    yield diagnose(placed.file, placeOf(placed, pathOf(["planhat", key])), {
      rule: "token-malformed",
      message: `${name} ${fault.what}.`,
      hint: `${fault.fix} It comes from ${variable}, unless planhat.${key} names another variable.`,
    });
  }
}

/** What is too short to be blotted out of every output would end up in one. */
function* shortSecrets(placed: PlacedFile, { settings, pathOf }: CheckedSettings): Iterable<Diagnostic> {
  const { token, tenantUuid } = settings;
  if (token.kind === "value" && token.value !== "" && token.value.length < MIN_SECRET_LENGTH) {
    yield diagnose(placed.file, placeOf(placed, pathOf(["planhat", "token"])), {
      rule: "secret-short",
      message: `The API token has fewer than ${MIN_SECRET_LENGTH} characters: it is no token of Planhat, and could not be kept out of the output.`,
      hint: "check the variable that holds it, PLANHAT_API_TOKEN unless planhat.token names another",
    });
  }
  if (tenantUuid.kind === "value" && tenantUuid.value !== "" && tenantUuid.value.length < MIN_SECRET_LENGTH) {
    yield diagnose(placed.file, placeOf(placed, pathOf(["planhat", "tenantUuid"])), {
      rule: "secret-short",
      message: `The tenant's UUID has fewer than ${MIN_SECRET_LENGTH} characters: it is none of Planhat, and could not be kept out of the output.`,
      hint: "check the variable that holds it, PLANHAT_TENANT_UUID unless planhat.tenantUuid names another",
    });
  }
  for (const [name, connection] of Object.entries(settings.connections)) {
    if (connection.kind !== "value") continue;
    if (!secretsOfUrl(connection.value).some((password) => password.length < MIN_SECRET_LENGTH)) continue;
    yield diagnose(placed.file, placed.place(pathOf(["connections", name])), {
      rule: "secret-short",
      severity: "warning",
      message: `The password of the connection "${name}" has fewer than ${MIN_SECRET_LENGTH} characters, so it cannot be kept out of the output.`,
      hint: "use a longer password",
    });
  }
}

function placeOf(placed: PlacedFile, path: Path) {
  return placed.scalars.length === 0 ? FILE_START : placed.place(path);
}
