import type { Reason } from "../../model/reason.ts";
import { sentence } from "../text/reason-text.ts";
import { ownProse, prose } from "./markdown-text.ts";

type Said = Pick<Reason, "what" | "detail" | "fix">;

/** What is wrong and what the case shows: the first are words of ours, the second is data. */
export function statementMarkdown({ what, detail }: Said, width?: number): string {
  const own = ownProse(sentence(what), width);
  return detail === undefined || detail === "" ? own : `${own} ${prose(sentence(detail), width)}`;
}

/** What to do, in words of ours. */
export function fixMarkdown(fix: string, width?: number): string {
  return ownProse(fix, width);
}

/** The whole of a reason, for a cell. */
export function reasonMarkdown(reason: Said, width?: number): string {
  const statement = statementMarkdown(reason, width);
  return reason.fix === undefined ? statement : `${statement} ${ownProse(sentence(reason.fix), width)}`;
}
