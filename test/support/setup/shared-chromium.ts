import { execFile } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";

/** The browser of the tests, or why there is none: only tests that need one fail then. */
export type SharedChromium =
  | { readonly path: string; readonly env?: Readonly<Record<string, string>> }
  | { readonly missing: string };

declare module "vitest" {
  interface ProvidedContext {
    readonly chromium: SharedChromium;
  }
}

/** Once for a run of Vitest, so that files that run at the same time do not unpack it all at once. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide("chromium", await findChromium(process.env));
}

/** What `CHROME_PATH` names, else what the system has installed, else the one of `@sparticuz/chromium`. */
export async function findChromium(env: NodeJS.ProcessEnv): Promise<SharedChromium> {
  const { CHROME_PATH, PATH = "" } = env;
  if (CHROME_PATH) {
    return existsSync(CHROME_PATH)
      ? { path: CHROME_PATH }
      : { missing: `CHROME_PATH is "${CHROME_PATH}", and there is no such file.` };
  }
  const places = [...PATH.split(delimiter).flatMap((dir) => NAMES.map((name) => join(dir, name))), ...APPS];
  const installed = places.find(isExecutable);
  if (installed !== undefined) return { path: installed };
  if (process.platform === "linux" && process.arch === "x64") return unpacked();
  return {
    missing:
      "This test drives a real browser, and none was found. Install Chromium or Chrome, or set CHROME_PATH to one.",
  };
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const APPS = [
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The package's, with the libraries and fonts that a machine without a desktop lacks. Unpacked once, into node_modules. */
async function unpacked(): Promise<SharedChromium> {
  const { version } = createRequire(import.meta.url)(
    "../../../node_modules/@sparticuz/chromium/package.json",
  );
  const root = fileURLToPath(new URL("../../../node_modules/.cache/planhat-sync", import.meta.url));
  const dir = join(root, `chromium-${version}`);
  if (!existsSync(dir)) await unpack(dir);
  // Without a font the browser ends. The list of the package's own names the folder that it unpacks into by default.
  writeFileSync(join(dir, "fonts", "fonts.conf"), fontsConf(dir));
  return {
    path: join(dir, "chromium"),
    env: { LD_LIBRARY_PATH: join(dir, "al2023", "lib"), FONTCONFIG_PATH: join(dir, "fonts") },
  };
}

/** Under another name first: a run that is broken off leaves no half of it behind. */
async function unpack(dir: string): Promise<void> {
  mkdirSync(dirname(dir), { recursive: true });
  const temporary = mkdtempSync(`${dir}-`);
  try {
    await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", UNPACK], {
      cwd: dirname(fileURLToPath(import.meta.url)),
      // The package unpacks into the folder for temporary files, and its libraries only where it takes the machine for
      // Amazon's: so it runs in a process of its own.
      env: { PATH: process.env["PATH"], TMPDIR: temporary, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
    });
    renameSync(temporary, dir);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function fontsConf(dir: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${join(dir, "fonts", "fonts")}</dir>
  <cachedir>${join(dir, "fonts-cache")}</cachedir>
</fontconfig>
`;
}

const UNPACK = `await (await import("@sparticuz/chromium")).default.executablePath();`;
