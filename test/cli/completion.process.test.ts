import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { OBJECT_TYPES } from "../../src/model/generated/objects.ts";
import { pathWithCommand, runMain } from "../support/cli.ts";
import { COMPANIES, makeProject } from "../support/project.ts";

const PROJECT = {
  "syncs/companies.yaml": COMPANIES.replace("name: companies", "name: companies\ndescription: From the CRM"),
  "syncs/broken.yaml": "version: 1\nname: broken one\n",
};

async function complete(words: readonly string[], dir?: string): Promise<readonly string[]> {
  const argv = ["completion", "--words", "--", ...words];
  const { code, stdout, stderr } = await runMain(argv, { dir: dir ?? (await makeProject(PROJECT)) });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout.split("\n").filter((line) => line !== "");
}

const values = async (words: readonly string[]) =>
  (await complete(words)).map((line) => line.split("\t")[0] ?? "");

describe("completion", () => {
  test.each<[readonly string[], readonly string[]]>([
    [["pre"], ["preview"]],
    [
      ["state", ""],
      ["show", "forget", "unlock"],
    ],
    [
      ["preview", ""],
      ["companies", "broken one"],
    ],
    [["validate", "companies", ""], ["broken one"]],
    [["plan", "--base"], ["--baseline"]],
    [["plan", "--baseline", "s"], ["state"]],
    [["plan", "--baseline", "none", "--base"], []],
    [["test", "--record", "comp"], ["companies"]],
    [
      ["--quiet", "test", "--format", "j"],
      ["json", "junit"],
    ],
    [
      ["test", "--format=j"],
      ["--format=json", "--format=junit"],
    ],
    [
      ["test", "--format", "=", "j"],
      ["json", "junit"],
    ],
    [["explain", "key-missing-"], ["key-missing-value"]],
    [
      ["completion", ""],
      ["bash", "zsh", "fish"],
    ],
    [["schema", "s"], ["sync"]],
    [
      ["init", "--from-planhat", "Com"],
      OBJECT_TYPES.map(({ name }) => name).filter((name) => name.startsWith("Com")),
    ],
    [["--project", ""], [":files"]],
    [["sandbox", "--seed", "x"], [":files"]],
    [["preview", "companies", "--key", ""], []],
    [["no-such-command", "--no-"], ["--no-color"]],
    [["completion", "--w"], []],
  ])("%j → %j", async (words, expected) => {
    expect(await values(words)).toEqual(expected);
  });

  test("says what each candidate is", async () => {
    expect(await complete(["preview", "comp"])).toEqual(["companies\tFrom the CRM"]);
    expect((await complete(["runs", "--verb"]))[0]).toMatch(/^--verbose\tprint every call/);
  });

  test("knows the syncs of the project that the words name, and is silent where there is none", async () => {
    const dir = await makeProject({ "crm/syncs/companies.yaml": COMPANIES });
    expect(await complete(["--project", "crm", "plan", ""], dir)).toEqual(["companies\t"]);
    expect(await complete(["--project=crm", "plan", ""], dir)).toEqual(["companies\t"]);
    expect(await complete(["plan", ""], dir)).toEqual([]);
  });

  test("a shell that it has no script for is a mistake on the command line", async () => {
    const { code, stderr } = await runMain(["completion", "tcsh"], { dir: "." });
    expect(code).toBe(3);
    expect(stderr).toContain("bash, zsh, fish");
  });
});

/** What the shell itself would offer, asked of the shell with the script loaded. */
const SHELLS: Readonly<Record<string, readonly string[]>> = {
  bash: [
    "--norc",
    "-c",
    `eval "$(planhat-sync completion bash)"
    offer() { COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _planhat_sync; printf '%s\\n' "\${COMPREPLY[@]}"; }
    offer planhat-sync pre; offer planhat-sync preview b; offer planhat-sync test --format = j; offer planhat-sync '$(touch run)' ''; offer planhat-sync --project sy`,
  ],
  zsh: [
    "-f",
    "-c",
    `compdef() { }; compadd() { print -l -- "$values[@]" }; _files() { print -l -- sy*(N) }
    eval "$(planhat-sync completion zsh)"
    offer() { words=("$@"); CURRENT=$#; _planhat_sync }
    offer planhat-sync pre; offer planhat-sync preview b; offer planhat-sync test --format = j; offer planhat-sync '$(touch run)' ''; offer planhat-sync --project sy`,
  ],
  fish: [
    "--no-config",
    "-c",
    `planhat-sync completion fish | source
    for line in "planhat-sync pre" "planhat-sync preview b" "planhat-sync test --format j" "planhat-sync '\\$(touch run)' " "planhat-sync --project sy"
      complete -C $line | string replace -r '\\t.*' ''
    end`,
  ],
};

function isInstalled(shell: string): boolean {
  return spawnSync(shell, ["--version"]).status === 0;
}

test("bash, at least, is there to be asked", () => {
  expect(isInstalled("bash")).toBe(true);
});

test.for(Object.keys(SHELLS))(
  "in %s the script offers commands, names, values and files, and runs nothing that is typed",
  async (shell, { skip }) => {
    skip(!isInstalled(shell), `${shell} is not installed`);
    const dir = await makeProject(PROJECT);
    const result = spawnSync(shell, SHELLS[shell] ?? [], {
      cwd: dir,
      env: { PATH: await pathWithCommand(dir), HOME: dir, CI: "true" },
      encoding: "utf8",
    });
    const offered = result.stdout.split("\n").map((line) => line.replace(/\\ | /g, " ").replace(/\/$/, ""));
    expect(offered.filter((line) => line !== "")).toEqual([
      "preview",
      "broken one",
      "json",
      "junit",
      "syncs",
    ]);
    expect(result.stderr).toBe("");
    expect(spawnSync("ls", [dir], { encoding: "utf8" }).stdout).not.toContain("run");
  },
);
