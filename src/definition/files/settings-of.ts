import { isJsonObject, type Json } from "../../model/json.ts";
import type { LintSettings } from "../../model/linter.ts";
import type { Path } from "../../model/placed.ts";
import type { EnvironmentChoice, ProjectSettings, Setting } from "../../model/project.ts";
import { secretParts, secretsOfUrl } from "../../model/secret-values.ts";
import { bareTree, placedFile } from "../yaml/source-tree.ts";
import { addressesOf } from "./environment-addresses.ts";
import { at, environmentNames, inEnvironment, pathThatCounts } from "./environments.ts";
import type { SettingsView } from "./settings-view.ts";
import { pointer, type SubstitutedText, substitute, type Variables } from "./substitute.ts";

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

/** What a view says, with defaults. Where an environment has still to be chosen, what one could say is open. */
export function settingsOf(view: SettingsView, choice: EnvironmentChoice | undefined): ProjectSettings {
  const { environment, env, value } = view;
  const names = choice === undefined || choice.kind === "chosen" ? undefined : choice.names;
  const setting = (path: Path, fallback: string): Setting =>
    names === undefined ? readSetting(view, path, fallback) : { kind: "open", environments: names };
  // Two tenants of one region could not be told apart in one state.
  const state = environment === undefined ? DEFAULTS.state : `.planhat-sync/${environment}.db`;
  return {
    token: setting(["planhat", "token"], DEFAULTS.token),
    region: setting(["planhat", "region"], DEFAULTS.region),
    tenantUuid: setting(["planhat", "tenantUuid"], DEFAULTS.tenantUuid),
    ...(choice === undefined ? {} : { environment: choice }),
    ...addressesOf(view),
    ...planKeyIn(env),
    syncs: folderOf(readSetting(view, ["syncs"], DEFAULTS.syncs)),
    state: setting(["state"], state),
    connections: connectionsOf(view, names),
    limits: {
      callsPerMinute: limitOf(value, environment, "callsPerMinute", DEFAULTS.callsPerMinute),
      concurrency: limitOf(value, environment, "concurrency", DEFAULTS.concurrency),
      readMinutes: limitOf(value, environment, "readMinutes", DEFAULTS.readMinutes),
      refusals: limitOf(value, environment, "refusals", DEFAULTS.refusals),
    },
  };
}

/** What the schema takes: a setting of another kind is reported, and left out. */
export function lintOf(value: Json): LintSettings {
  const rules = at(value, ["lint", "rules"]);
  if (!isJsonObject(rules)) return {};
  return Object.fromEntries(
    Object.entries(rules).flatMap(([id, setting]) =>
      setting === "off" || setting === "warning" || setting === "error" ? [[id, setting] as const] : [],
    ),
  );
}

export function secretsOfSettings({
  token,
  tenantUuid,
  state,
  connections,
  planKey,
}: ProjectSettings): readonly string[] {
  const whole = [token, tenantUuid, ...Object.values(connections)].flatMap(textOf);
  if (planKey?.value !== undefined) whole.push(...keySpellings(planKey.value));
  return [...whole.flatMap(secretParts), ...textOf(state).flatMap(secretsOfUrl)];
}

function readSetting(
  { environment, env, value, texts }: SettingsView,
  path: Path,
  fallback: string,
): Setting {
  const counts = pathThatCounts(value, environment, path);
  const written = at(value, counts);
  if (typeof written === "string") return asSetting(written, texts.get(pointer(counts)));
  const bare = placedFile(bareTree("", ""));
  const byDefault = substitute(bare, fallback, env, { at: path });
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

/** With `open` names, those that some environment gives are open. */
function connectionsOf(
  view: SettingsView,
  open: readonly string[] | undefined,
): Readonly<Record<string, Setting>> {
  const { value, environment } = view;
  const ofAll = connectionNames(value, []);
  const own = (open === undefined ? [environment] : environmentNames(value)).flatMap((name) =>
    name === undefined ? [] : connectionNames(value, inEnvironment(name, [])),
  );
  return Object.fromEntries(
    [...new Set([...ofAll, ...own])].map((name): [string, Setting] => [
      name,
      open !== undefined && own.includes(name)
        ? { kind: "open", environments: open }
        : readSetting(view, ["connections", name], ""),
    ]),
  );
}

function connectionNames(value: Json, path: Path): readonly string[] {
  const connections = at(value, [...path, "connections"]);
  if (!isJsonObject(connections)) return [];
  return Object.keys(connections).filter((name) => typeof connections[name] === "string");
}

function limitOf(value: Json, environment: string | undefined, name: string, fallback: number): number {
  const limit = at(value, pathThatCounts(value, environment, ["limits", name]));
  return typeof limit === "number" && Number.isSafeInteger(limit) && limit >= 1 ? limit : fallback;
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
