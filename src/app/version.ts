import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** From package.json, which lies two folders up in the sources and in the build alike. */
export const VERSION: string = createRequire(import.meta.url)("../../package.json").version;

/** The folder of the package, which holds package.json. */
export const PACKAGE_DIR: string = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
