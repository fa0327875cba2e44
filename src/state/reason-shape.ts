import type { Reason, ReasonCode } from "../model/reason.ts";
import { count, filledText, listOf, object, type Reader, text } from "../model/shape.ts";

/** Why a record did not get in, as plan files and states keep it. */
export const reason: Reader<Reason> = object(
  { code: filledText as Reader<string> as Reader<ReasonCode>, what: text },
  {
    detail: text,
    fix: text,
    rewrites: listOf(object({ text }, { at: object({ offset: count, length: count }) })),
  },
);
