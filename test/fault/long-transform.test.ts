import { expect, test } from "vitest";
import { json, serve } from "../sources/http/api-server.ts";
import { ended, startCli } from "../support/cli.ts";
import { patient } from "../support/effort.ts";
import { COMPANIES } from "../support/project.ts";
import { scene } from "../support/scene.ts";

/** Each row takes tens of milliseconds, so that all of them, which come as one array, take longer than a test may. */
const HEAVY = {
  "compiled here": "$sum($map([1..100000], function($n) { $n * $n }))",
  "run by JSONata": "$sum([1..5000]#$i.(n * $i))",
};
const ROWS = Array.from({ length: patient(30_000) }, (_, index) => ({
  id: `c${index}`,
  name: "A",
  phase: "Trial",
}));

// P4
test.each(
  Object.entries(HEAVY).flatMap(([how, expression]) =>
    (["SIGTERM", "SIGINT"] as const).map((signal) => [signal, how, expression] as const),
  ),
)(
  "%s while expressions %s take long is heeded, and the rest of the rows is not mapped",
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
