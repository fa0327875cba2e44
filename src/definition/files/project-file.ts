import { diagnose, FILE_START } from "../../model/diagnose.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { isJsonObject, type Json } from "../../model/json.ts";
import type { LintSettings } from "../../model/linter.ts";
import type { Path, PlacedFile } from "../../model/placed.ts";
import type { ProjectSettings, Setting } from "../../model/project.ts";
import { MIN_SECRET_LENGTH } from "../../model/redact.ts";
import { secretParts, secretsIn, secretsOfUrl } from "../../model/secret-values.ts";
import { tokenFault } from "../../model/token-fault.ts";
import { schemaDiagnostics } from "../schema/schema-diagnostics.ts";
import { hiddenCharacters } from "../yaml/hidden-characters.ts";
import { bareTree, placedFile } from "../yaml/source-tree.ts";
import { readYaml } from "../yaml/yaml-document.ts";
import { outside, whyOutside } from "./paths-outside.ts";
import { secretsOfVariables } from "./secrets.ts";
import { pointer, type SubstitutedText, substitute, type Variables } from "./substitute.ts";

export interface ReadProjectFile {
  /** With defaults, also where the file is missing or has faults. */
  readonly settings: ProjectSettings;
  /** undefined where there is no file. */
  readonly placed: PlacedFile | undefined;
  readonly lint: LintSettings;
  readonly diagnostics: readonly Diagnostic[];
  /** Values that no output may contain. */
  readonly secrets: readonly string[];
}

const DEFAULTS = {
  token: `\${PLANHAT_API_TOKEN}`,
  region: `\${PLANHAT_REGION:-}`,
  tenantUuid: `\${PLANHAT_TENANT_UUID:-}`,
  state: ".planhat-sync/state.db",
  syncs: "syncs",
  callsPerMinute: 200,
  concurrency: 1,
  readMinutes: 1440,
  refusals: 5,
} as const;

/** The text of `planhat-sync.yaml`, or undefined where there is none → settings, and what there is to say. Pure. */
export function readProjectFile(file: string, text: string | undefined, env: Variables): ReadProjectFile {
  if (text === undefined) return assemble(placedFile(bareTree(file, "")), {}, new Map(), env, []);
  const { tree, value: written, diagnostics } = readYaml(file, text);
  const placed = placedFile(tree);
  if (written === undefined) return { ...assemble(placed, {}, new Map(), env, diagnostics), placed };

  const substituted = substitute(placed, written, env);
  const value = withNumbers(substituted.value, substituted.texts);
  const read = assemble(placed, value, substituted.texts, env, [
    ...diagnostics,
    ...substituted.diagnostics,
    ...schemaDiagnostics(placed, { schema: "project", value, texts: substituted.texts }),
    ...hiddenCharacters(placed, written),
  ]);
  return { ...read, placed };
}

/** `callsPerMinute: ${CALLS}`: an environment has texts only, and a limit is a number. */
function withNumbers(value: Json, texts: ReadonlyMap<string, SubstitutedText>): Json {
  const limits = isJsonObject(value) ? value["limits"] : undefined;
  if (!isJsonObject(limits)) return value;
  const numbers = Object.entries(limits).flatMap(([key, limit]) =>
    typeof limit === "string" && /^[0-9]{1,9}$/.test(limit) && texts.has(pointer(["limits", key]))
      ? [[key, Number(limit)]]
      : [],
  );
  return { ...(value as object), limits: { ...limits, ...Object.fromEntries(numbers) } };
}

function assemble(
  placed: PlacedFile,
  value: Json,
  texts: ReadonlyMap<string, SubstitutedText>,
  env: Variables,
  found: readonly Diagnostic[],
): ReadProjectFile {
  const setting = (path: Path, fallback: string) => readSetting(value, texts, env, path, fallback);
  const settings: ProjectSettings = {
    token: setting(["planhat", "token"], DEFAULTS.token),
    region: setting(["planhat", "region"], DEFAULTS.region),
    tenantUuid: setting(["planhat", "tenantUuid"], DEFAULTS.tenantUuid),
    apiUrl: env["PLANHAT_API_URL"],
    analyticsUrl: env["PLANHAT_ANALYTICS_URL"],
    ...planKeyIn(env),
    syncs: folderOf(setting(["syncs"], DEFAULTS.syncs)),
    state: setting(["state"], DEFAULTS.state),
    connections: Object.fromEntries(
      connectionNames(value).map((name) => [name, setting(["connections", name], "")]),
    ),
    limits: {
      callsPerMinute: limitOf(value, "callsPerMinute", DEFAULTS.callsPerMinute),
      concurrency: limitOf(value, "concurrency", DEFAULTS.concurrency),
      readMinutes: limitOf(value, "readMinutes", DEFAULTS.readMinutes),
      refusals: limitOf(value, "refusals", DEFAULTS.refusals),
    },
  };
  const why = whyOutside(settings.syncs);
  return {
    settings,
    placed: undefined,
    lint: lintOf(value),
    diagnostics: [
      ...found,
      ...malformedTokens(placed, settings),
      ...shortSecrets(placed, settings),
      ...(why === undefined ? [] : [outside(placed, ["syncs"], why)]),
    ],
    secrets: [...secretsOf(settings), ...secretsIn(value), ...secretsOfVariables(texts.values())],
  };
}

function readSetting(
  value: Json,
  texts: ReadonlyMap<string, SubstitutedText>,
  env: Variables,
  path: Path,
  fallback: string,
): Setting {
  const written = at(value, path);
  if (typeof written === "string") return asSetting(written, texts.get(pointer(path)));
  const bare = placedFile(bareTree("", ""));
  const byDefault = substitute(bare, fallback, env, path);
  return asSetting(byDefault.value as string, byDefault.texts.get(pointer(path)));
}

function asSetting(value: string, text: SubstitutedText | undefined): Setting {
  return text?.complete === false ? { kind: "missing", variables: text.missing } : { kind: "value", value };
}

function folderOf(setting: Setting): string {
  const folder = setting.kind === "value" ? setting.value : DEFAULTS.syncs;
  return (
    folder
      .replaceAll("\\", "/")
      .replace(/^(?:\.\/)+/, "")
      .replace(/\/+$/, "") || "."
  );
}

/** What the schema takes: a setting of another kind is reported, and left out. */
function lintOf(value: Json): LintSettings {
  const rules = at(value, ["lint", "rules"]);
  if (!isJsonObject(rules)) return {};
  return Object.fromEntries(
    Object.entries(rules).flatMap(([id, setting]) =>
      setting === "off" || setting === "warning" || setting === "error" ? [[id, setting] as const] : [],
    ),
  );
}

function connectionNames(value: Json): readonly string[] {
  const connections = at(value, ["connections"]);
  if (!isJsonObject(connections)) return [];
  return Object.keys(connections).filter((name) => typeof connections[name] === "string");
}

function limitOf(value: Json, name: string, fallback: number): number {
  const limit = at(value, ["limits", name]);
  return typeof limit === "number" && Number.isSafeInteger(limit) && limit >= 1 ? limit : fallback;
}

/** What was lost or added on the way is said here: sent, it would look like a fault of the network, or a refusal. */
function* malformedTokens(placed: PlacedFile, { token, tenantUuid }: ProjectSettings): Iterable<Diagnostic> {
  const tokens = [
    [token, "token", "The API token", "PLANHAT_API_TOKEN"],
    [tenantUuid, "tenantUuid", "The tenant's UUID", "PLANHAT_TENANT_UUID"],
  ] as const;
  for (const [setting, key, name, variable] of tokens) {
    const fault = setting.kind === "value" ? tokenFault(setting.value) : undefined;
    if (fault === undefined) continue;
    yield diagnose(placed.file, placed.scalars.length === 0 ? FILE_START : placed.place(["planhat", key]), {
      rule: "token-malformed",
      message: `${name} ${fault.what}.`,
      hint: `${fault.fix} It comes from ${variable}, unless planhat.${key} names another variable.`,
    });
  }
}

/** What is too short to be blotted out of every output would end up in one. */
function* shortSecrets(placed: PlacedFile, settings: ProjectSettings): Iterable<Diagnostic> {
  const { token, tenantUuid } = settings;
  if (token.kind === "value" && token.value !== "" && token.value.length < MIN_SECRET_LENGTH) {
    const path = ["planhat", "token"];
    yield diagnose(placed.file, placed.scalars.length === 0 ? FILE_START : placed.place(path), {
      rule: "secret-short",
      message: `The API token has fewer than ${MIN_SECRET_LENGTH} characters: it is no token of Planhat, and could not be kept out of the output.`,
      hint: "check the variable that holds it, PLANHAT_API_TOKEN unless planhat.token names another",
    });
  }
  if (tenantUuid.kind === "value" && tenantUuid.value !== "" && tenantUuid.value.length < MIN_SECRET_LENGTH) {
    const path = ["planhat", "tenantUuid"];
    yield diagnose(placed.file, placed.scalars.length === 0 ? FILE_START : placed.place(path), {
      rule: "secret-short",
      message: `The tenant's UUID has fewer than ${MIN_SECRET_LENGTH} characters: it is none of Planhat, and could not be kept out of the output.`,
      hint: "check the variable that holds it, PLANHAT_TENANT_UUID unless planhat.tenantUuid names another",
    });
  }
  for (const [name, connection] of Object.entries(settings.connections)) {
    if (connection.kind === "missing") continue;
    if (!secretsOfUrl(connection.value).some((password) => password.length < MIN_SECRET_LENGTH)) continue;
    yield diagnose(placed.file, placed.place(["connections", name]), {
      rule: "secret-short",
      severity: "warning",
      message: `The password of the connection "${name}" has fewer than ${MIN_SECRET_LENGTH} characters, so it cannot be kept out of the output.`,
      hint: "use a longer password",
    });
  }
}

function planKeyIn(env: Variables): Pick<ProjectSettings, "planKey"> {
  const planKey = {
    ...named("value", env["PLANHAT_SYNC_PLAN_KEY"]),
    ...named("file", env["PLANHAT_SYNC_PLAN_KEY_FILE"]),
  };
  return Object.keys(planKey).length === 0 ? {} : { planKey };
}

/** An empty variable counts as unset. */
function named<N extends string>(name: N, value: string | undefined): { readonly [name in N]?: string } {
  return value === undefined || value === "" ? {} : ({ [name]: value } as { readonly [name in N]: string });
}

function secretsOf({ token, tenantUuid, state, connections, planKey }: ProjectSettings): readonly string[] {
  const whole = [token, tenantUuid, ...Object.values(connections)].flatMap(textOf);
  if (planKey?.value !== undefined) whole.push(...keySpellings(planKey.value));
  return [...whole.flatMap(secretParts), ...textOf(state).flatMap(secretsOfUrl)];
}

/** A key may be written in hexadecimal and turn up in Base64, and the other way round. */
function keySpellings(written: string): readonly string[] {
  const key = written.trim();
  const bytes = Buffer.from(key, /^[0-9a-f]{64}$/i.test(key) ? "hex" : "base64");
  return [
    key,
    bytes.toString("hex"),
    bytes.toString("base64").replace(/=+$/, ""),
    bytes.toString("base64url"),
  ];
}

function textOf(setting: Setting): readonly string[] {
  return setting.kind === "value" && setting.value !== "" ? [setting.value] : [];
}

function at(value: Json, path: Path): Json | undefined {
  let node: Json | undefined = value;
  for (const step of path) node = isJsonObject(node) && Object.hasOwn(node, step) ? node[step] : undefined;
  return node;
}
