import type fc from "fast-check";
import type { Json } from "../../src/model/json.ts";

/** Texts of expressions over all of JSONata, mostly well-typed enough to get somewhere. */
export function expressionText(): fc.Arbitrary<string>;

/** Rows whose values nest the same names, with numbers, texts and dates that the expressions compare and compute with. */
export function row(): fc.Arbitrary<Json>;
