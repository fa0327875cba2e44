import { isJsonObject, type Json, type JsonObject } from "../../model/json.ts";
import type { RuleContext } from "../../model/linter.ts";
import type { Path, PlacedDocument } from "../../model/placed.ts";

export interface WorkflowJob {
  readonly workflow: PlacedDocument;
  readonly job: JsonObject;
  readonly path: Path;
  readonly steps: readonly WorkflowStep[];
}

export interface WorkflowStep {
  readonly step: JsonObject;
  readonly path: Path;
  /** Every call of planhat-sync in its script. */
  readonly calls: readonly WorkflowCall[];
}

/** One call of planhat-sync. Offsets in UTF-16 units of the script. */
export interface WorkflowCall {
  /** The whole line that it stands in, continued lines joined. */
  readonly line: string;
  /** What follows the name: `apply --auto-approve`. */
  readonly args: readonly string[];
  readonly path: Path;
  readonly offset: number;
  readonly length: number;
}

/** The jobs of the workflows that call planhat-sync. */
export function* callingJobs({ workflows }: RuleContext): Iterable<WorkflowJob> {
  for (const workflow of workflows) {
    for (const [name, job] of entries(at(workflow.value, "jobs"))) {
      if (!isJsonObject(job)) continue;
      const path = ["jobs", name];
      const steps = stepsOf(job, path);
      if (steps.some(({ calls }) => calls.length > 0)) yield { workflow, job, path, steps };
    }
  }
}

export function callsOf({ steps }: WorkflowJob): readonly (WorkflowCall & { readonly step: JsonObject })[] {
  return steps.flatMap(({ step, calls }) => calls.map((call) => ({ ...call, step })));
}

/** Whether the job writes to Planhat. */
export function applies(job: WorkflowJob): boolean {
  return callsOf(job).some(({ args }) => args[0] === "apply");
}

/** The events that start a workflow: `on:` takes one name, a list, or a map. */
export function triggers({ value }: PlacedDocument): readonly string[] {
  const on = at(value, "on");
  if (typeof on === "string") return [on];
  if (Array.isArray(on)) return on.filter((event): event is string => typeof event === "string");
  return isJsonObject(on) ? Object.keys(on) : [];
}

export function at(value: Json | undefined, key: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function entries(value: Json | undefined): readonly (readonly [string, Json])[] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

function stepsOf(job: JsonObject, path: Path): readonly WorkflowStep[] {
  const steps = job["steps"];
  if (!Array.isArray(steps)) return [];
  return (steps as readonly Json[]).flatMap((step, index) => {
    if (!isJsonObject(step)) return [];
    const here = [...path, "steps", index];
    const run = step["run"];
    return [{ step, path: here, calls: typeof run === "string" ? [...callsIn(run, [...here, "run"])] : [] }];
  });
}

/** Where a shell takes a command: at a line's beginning, behind an operator, a word that runs another, a variable that is set. */
const CALL =
  /(?:^|[;&|(]|\b(?:npx|bunx|dlx|time|then|do|else|if|while|until|env|nice|command)(?=\s)(?:[ \t]+-\S+)*|(?:^|\s)(?:!|-y|[A-Za-z_]\w*=\S*)(?=\s))[ \t]*(planhat-sync(?:@[^\s;&|]+)?)((?:[ \t]+(?:[^\s;&|)<>]+))*)/g;

function* callsIn(script: string, path: Path): Iterable<WorkflowCall> {
  let start = 0;
  for (const line of script.split(/(?<!\\)\n/)) {
    const joined = line.replace(/\\\n/g, "  ");
    if (!/^\s*#/.test(joined)) {
      for (const match of joined.matchAll(CALL)) {
        const [whole, name = "", rest = ""] = match;
        const before = joined.slice(0, match.index);
        // The name of the package in an installation is no call.
        if (/\b(?:install|i|add|exec)\s[^;&|]*$/.test(before + whole.slice(0, whole.indexOf(name)))) continue;
        const offset = start + match.index + whole.indexOf(name);
        const args = rest
          .trim()
          .split(/\s+/)
          .filter((arg) => arg !== "");
        yield {
          line: joined,
          args: commandFirst(args),
          path,
          offset,
          length: (name + rest).trimEnd().length,
        };
      }
    }
    start += line.length + 1;
  }
}

/** Options of all commands may stand before the command: `--project crm apply`. */
function commandFirst(args: readonly string[]): readonly string[] {
  const rest = [...args];
  const before: string[] = [];
  while (rest[0]?.startsWith("--")) {
    const option = rest.shift() ?? "";
    before.push(option);
    if (/^--(?:project|env-file|format)$/.test(option)) before.push(rest.shift() ?? "");
  }
  return [...rest, ...before];
}
