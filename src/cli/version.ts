import { createRequire } from "node:module";

/** From package.json, which lies two folders up in the sources and in the build alike. */
export const VERSION: string = createRequire(import.meta.url)("../../package.json").version;
