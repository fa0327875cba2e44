import { diagnose, type Remark } from "../../model/diagnose.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Path, PlacedFile } from "../../model/placed.ts";
import type { Setting } from "../../model/project.ts";
import { inEnvironment } from "./environments.ts";
import type { CheckedSettings } from "./settings-problems.ts";
import type { SettingsView } from "./settings-view.ts";

export interface CheckedEnvironment extends CheckedSettings {
  readonly view: SettingsView;
}

/** What is wrong with environments beside each other, and with where they write to. */
export function* environmentProblems(
  placed: PlacedFile,
  environments: readonly CheckedEnvironment[],
): Iterable<Diagnostic> {
  const byName = [...environments].sort((a, b) => order(placed, a) - order(placed, b));
  for (const [index, one] of byName.entries()) {
    yield* addressProblem(placed, one);
    for (const other of byName.slice(0, index)) yield* sharedProblems(placed, other, one);
  }
}

function order(placed: PlacedFile, { view: { environment } }: CheckedEnvironment): number {
  const { line, column } = placed.place(inEnvironment(environment, []), { part: "key" });
  return line * 1e6 + column;
}

function* addressProblem(
  placed: PlacedFile,
  { settings: { addressFault } }: CheckedEnvironment,
): Iterable<Diagnostic> {
  // A variable that is not set has a warning of its own.
  if (addressFault?.kind !== "foreign") return;
  yield diagnose(placed.file, placed.place(addressFault.path), {
    rule: "environment-address",
    message: addressFault.what,
    hint: `write the address into an environment variable and name it here, such as \${STAGING_API_URL}`,
  });
}

/** Each of them on the later of the two. */
function* sharedProblems(
  placed: PlacedFile,
  other: CheckedEnvironment,
  one: CheckedEnvironment,
): Iterable<Diagnostic> {
  const [first, second] = [other, one].map(({ view }) => view.environment ?? "");
  if (sameSetting(other.settings.state, one.settings.state)) {
    yield shared(placed, one, ["state"], {
      message: `The environments "${first}" and "${second}" share one state. What one of them writes would count as accepted by the other.`,
      hint: `give each a state of its own, such as state: .planhat-sync/${second}.db`,
    });
  }
  const sandboxes = [other, one].some(({ settings }) => settings.apiUrl === "sandbox");
  if (!sandboxes && sameSetting(other.settings.token, one.settings.token)) {
    yield shared(placed, one, ["planhat", "token"], {
      message: `The environments "${first}" and "${second}" use one token, so both write to the same Planhat.`,
      hint: "give each the token of its own tenant, each in a variable of its own",
    });
  }
}

function shared(
  placed: PlacedFile,
  { view, pathOf }: CheckedEnvironment,
  path: Path,
  remark: Pick<Remark, "message" | "hint">,
): Diagnostic {
  const own = inEnvironment(view.environment, path);
  // What it does not say itself stands with its name.
  const place = sameSteps(pathOf(path), own)
    ? placed.place(own)
    : placed.place(inEnvironment(view.environment, []), { part: "key" });
  return diagnose(placed.file, place, { rule: "environment-shared", severity: "warning", ...remark });
}

function sameSteps(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}

/** Variables that are not set are compared by their names. */
function sameSetting(a: Setting, b: Setting): boolean {
  if (a.kind === "missing" && b.kind === "missing") return a.variables.join() === b.variables.join();
  return a.kind === "value" && b.kind === "value" && a.value !== "" && a.value === b.value;
}
