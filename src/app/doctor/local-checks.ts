import { access, constants } from "node:fs/promises";
import { resolve } from "node:path";
import type { Project } from "../../model/project.ts";
import { proxyFault, proxyVariable, rangesInNoProxy } from "../../model/proxy-fault.ts";
import { FIELDS_FILE } from "../../model/tenant-fields.ts";
import { isLoopback } from "../../planhat/api/hosts.ts";
import type { HealthCheck } from "../../report/doctor/doctor-view.ts";
import { targetPlace } from "../../report/plan/plan-words.ts";
import { amount, plural } from "../../report/text/amounts.ts";
import { fileSystemOf } from "../../state/file-system.ts";
import type { Context } from "../context.ts";
import { isStream, requireAnalytics } from "../planhat/analytics.ts";
import { environmentOf, targetName, targetOrigin } from "../planhat/target.ts";
import { localFolder } from "../state/state-location.ts";
import { failedCheck } from "./failed-check.ts";

const OLDEST_NODE = [20, 19] as const;
const LEAST_MB = 500;

/** What needs no network: the machine and the project. */
export async function localChecks(context: Context, project: Project): Promise<readonly HealthCheck[]> {
  return [
    node(context.machine.nodeVersion),
    definitions(project),
    await environment(context),
    tenantFields(project),
    host(project),
    proxy(context, project),
    ...tenant(project),
    await disk(context, project),
  ];
}

function node(version: string): HealthCheck {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [least, leastMinor] = OLDEST_NODE;
  const isOld = major < least || (major === least && minor < leastMinor);
  return isOld
    ? { name: "node", status: "failed", found: version, fix: "Install Node 20.19 or newer." }
    : { name: "node", status: "ok", found: version };
}

function definitions({ diagnostics, syncs }: Project): HealthCheck {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  const found = `${plural(syncs.length, "sync")} in order, ${plural(errors, "error")}, ${plural(warnings, "warning")}`;
  if (diagnostics.length === 0) return { name: "definitions", status: "ok", found };
  const fix = "`planhat-sync validate` shows where, and how to fix them.";
  return { name: "definitions", status: errors > 0 ? "failed" : "warning", found, fix };
}

async function environment({ envFile, projectDir }: Context): Promise<HealthCheck> {
  const { name, path } = envFile ?? { name: ".env", path: resolve(projectDir, ".env") };
  const isThere = await access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
  const found = isThere ? `${name} is read` : `no ${name}: variables come from the environment alone`;
  return { name: "environment", status: "ok", found };
}

function tenantFields({ tenantFields: known, diagnostics }: Project): HealthCheck {
  const name = "custom fields";
  if (known === undefined) {
    const found = diagnostics.some(({ file }) => file === FIELDS_FILE)
      ? `${FIELDS_FILE} has faults`
      : `no ${FIELDS_FILE}`;
    const fix =
      "Run `planhat-sync introspect` and commit what it writes: validate checks custom fields by it.";
    return { name, status: "warning", found, fix };
  }
  const count = Object.values(known).reduce((sum, fields) => sum + Object.keys(fields).length, 0);
  return { name, status: "ok", found: `${FIELDS_FILE} knows ${amount(count)}` };
}

function host(project: Project): HealthCheck {
  try {
    return {
      name: "host",
      status: "ok",
      found: targetPlace({ target: targetName(targetOrigin(project)), ...environmentOf(project) }),
    };
  } catch (error) {
    return failedCheck("host", error);
  }
}

function proxy({ env }: Context, project: Project): HealthCheck {
  const name = "proxy";
  const fault = proxyFault(env);
  if (fault !== undefined) {
    return { name, status: "failed", found: `${fault.variable} ${fault.what}`, fix: fault.fix };
  }
  const variable = proxyVariable(env, "https") ?? proxyVariable(env, "http");
  if (variable === undefined) {
    if ((env["all_proxy"] ?? env["ALL_PROXY"] ?? "") === "") return { name, status: "ok", found: "none" };
    const fix = "Set HTTPS_PROXY to the same, and HTTP_PROXY for sources over http.";
    return { name, status: "warning", found: "ALL_PROXY is set, which is not used", fix };
  }
  const [range] = rangesInNoProxy(env);
  if (range !== undefined) {
    const fix = "List the hosts by name: a range of addresses in NO_PROXY matches none.";
    return { name, status: "warning", found: `NO_PROXY names the range ${range}, which is not used`, fix };
  }
  const { settings } = project;
  const isLocal =
    settings.apiUrl !== undefined && URL.canParse(settings.apiUrl) && isLoopback(settings.apiUrl);
  const used = isLocal ? ", not used for a host on this machine" : "";
  return { name, status: "ok", found: `${new URL(variable.value).host} (${variable.name})${used}` };
}

/** Only where a sync writes points or events. */
function tenant(project: Project): readonly HealthCheck[] {
  const streams = project.syncs.filter(isStream);
  if (streams.length === 0) return [];
  try {
    requireAnalytics(project, streams);
    return [{ name: "tenant UUID", status: "ok", found: "set; only a write would tell whether it is right" }];
  } catch (error) {
    return [failedCheck("tenant UUID", error)];
  }
}

async function disk(context: Context, project: Project): Promise<HealthCheck> {
  const name = "disk";
  if (project.settings.state.kind !== "value") return { name, status: "ok", found: "not looked at" };
  const { bavail, bsize, at } = await fileSystemOf(localFolder(context, project), context.statfs);
  const megabytes = Math.floor((bavail * bsize) / 1_000_000);
  const found = `${amount(megabytes)} MB free for the state and temporary files`;
  if (megabytes >= LEAST_MB) return { name, status: "ok", found };
  return {
    name,
    status: "warning",
    found,
    fix: `Make room on the disk of ${at}: a large plan needs hundreds of MB.`,
  };
}
