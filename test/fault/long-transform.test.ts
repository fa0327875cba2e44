import { expect, test } from "vitest";
import { json, serve } from "../sources/http/api-server.ts";
import { ended, startCli } from "../support/cli.ts";
import { patient } from "../support/effort.ts";
import { COMPANIES } from "../support/project.ts";
import { scene } from "../support/scene.ts";

/** Each row takes tens of milliseconds, so that all of them, which come as one array, take longer than a test may. */
const HEAVY = {
  "of functions": "$sum($map([1..100000], function($n) { $n * $n }))",
  "of variables along a path": "$count([1..50000]#$i.($i & name))",
  "of partly given functions": '$count($map([1..50000], $substringBefore(?, "5"))[$ != ""])',
  "that change copies": '$count([1..5000].($$ ~> |$|{"n": 1}|))',
};
const ROWS = Array.from({ length: patient(30_000) }, (_, index) => ({
  id: `c${index}`,
  name: "A",
  phase: "Trial",
}));

test.each(
  Object.entries(HEAVY).flatMap(([how, expression]) =>
    (["SIGTERM", "SIGINT"] as const).map((signal) => [signal, how, expression] as const),
  ),
)(
  "[P4] %s while expressions %s take long is heeded, and the rest of the rows is not mapped",
  async (signal, _how, expression) => {
    let served: () => void = () => undefined;
    const isServed = new Promise<void>((done) => {
      served = done;
    });
    const { url } = await serve((_request, response) => {
      response.on("finish", served);
      json(response, ROWS);
    });
    const source = COMPANIES.replace(/source: .*/, `source: { http: { url: "${url}" } }`);
    const { dir, env, sandbox, run } = await scene({
      "syncs/companies.yaml": `${source}  custom.Heavy: '${expression}'\n`,
    });
    const child = startCli(["apply", "--auto-approve"], { dir, env });
    const over = ended(child);
    await isServed;
    child.kill(signal);
    const { code, stderr } = await over;
    expect(code).toBe(signal === "SIGTERM" ? 143 : 130);
    expect(stderr).toContain("Interrupted: finishing");
    expect(stderr).toContain("Nothing was written.");
    expect(sandbox.records("Company")).toEqual([]);
    expect(JSON.parse((await run("state", "show", "--format", "json")).stdout).lock).toBeNull();
  },
);

/** Each as long as one evaluation may be, and cut off then. */
const LONGEST = "$map([1..1000000], function($n) { $map([1..1000], $string) })";

test("[P4] a signal is heeded within one row, between two fields", async () => {
  let served: () => void = () => undefined;
  const isServed = new Promise<void>((done) => {
    served = done;
  });
  const { url } = await serve((_request, response) => {
    response.on("finish", served);
    json(response, ROWS.slice(0, 1));
  });
  const source = COMPANIES.replace(/source: .*/, `source: { http: { url: "${url}" } }`);
  const fields = Array.from({ length: 1500 }, (_, index) => `  custom.F${index}: '${LONGEST}'\n`).join("");
  const { dir, env, run } = await scene({ "syncs/companies.yaml": source + fields });
  const child = startCli(["apply", "--auto-approve"], { dir, env });
  const over = ended(child);
  await isServed;
  child.kill("SIGINT");
  const { code, stderr } = await over;
  expect(code).toBe(130);
  expect(stderr).toContain("Nothing was written.");
  expect(JSON.parse((await run("state", "show", "--format", "json")).stdout).lock).toBeNull();
});

test("[T9] a row whose numbers no loop could count to is rejected like any other", async () => {
  const rows = ["1,9007199254740992,9007199254740993", "2,1,3", "3,1,1e300", "4,-9007199254740993,5"];
  const { run } = await scene({
    "rows.csv": `id,from,to\n${rows.join("\n")}\n`,
    "syncs/companies.yaml": `version: 1
source: { csv: { path: rows.csv } }
target: { object: Company }
mode: upsert
key: externalId
fields:
  externalId: id
  name: id
  custom.Count: $count([$number(from)..$number(to)])
  custom.Sum: $sum([$number(from)..$number(to)]#$i.$i)
`,
  });
  const { code, stdout } = await run("plan");
  expect(code).toBe(6);
  const rejected = [...stdout.matchAll(/rejected +\S+ +key (\S+) .*\((.*?)\)/g)].map(([, key]) => key);
  expect(rejected).toEqual(["1", "3", "4"]);
  expect(stdout.match(/where whole numbers are no longer exact/g)).toHaveLength(3);
});
