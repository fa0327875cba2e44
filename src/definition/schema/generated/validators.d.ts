// Generated from schemas/ by scripts/generate.mjs: do not edit, run `npm run generate`.

import type { ValidateFunction } from "ajv";

export const fields: ValidateFunction;
export const project: ValidateFunction;
export const sync: ValidateFunction;
