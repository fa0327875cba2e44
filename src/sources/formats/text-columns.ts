import type { ColumnTypes, InferredType } from "../../model/expression.ts";

const TEXT: readonly InferredType[] = ["string"];
const TEXT_OR_NULL: readonly InferredType[] = ["string", "null"];

// One function each, so that what is known of an expression holds for all such sources.
export const allTexts: ColumnTypes = () => TEXT;
export const textsAndNulls: ColumnTypes = () => TEXT_OR_NULL;
export const nothingKnown: ColumnTypes = () => undefined;
