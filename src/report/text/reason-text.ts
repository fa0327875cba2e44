import type { Reason } from "../../model/reason.ts";

/** The whole of it, for output that knows one text only: what is wrong, what the case shows, and what to do. */
export function messageOf({ what, detail, fix }: Said): string {
  return joined(what, detail, fix);
}

/** Without what to do, which stands beside it as a hint. */
export function statementOf({ what, detail }: Pick<Said, "what" | "detail">): string {
  return joined(what, detail);
}

/** What is wrong, as a title: without the last full stop. */
export function titleOf({ what }: Pick<Said, "what">): string {
  return what.at(-1) === "." ? what.slice(0, -1) : what;
}

/** What stands below a title; undefined where there is nothing more to say. */
export function remainderOf({ detail, fix }: Said): string | undefined {
  return detail === undefined && fix === undefined ? undefined : joined(detail, fix);
}

/** One of a reason's texts, with its full stop. */
export function sentence(text: string): string {
  const last = text.at(-1);
  return last === undefined || ENDS.has(last) ? text : `${text}.`;
}

type Said = Pick<Reason, "what" | "detail" | "fix">;

/** What Planhat or a server says ends as it likes. */
const ENDS: ReadonlySet<string> = new Set([".", "!", "?", "…", ":", ")"]);

function joined(...texts: readonly (string | undefined)[]): string {
  return texts.flatMap((text) => (text === undefined || text === "" ? [] : [sentence(text)])).join(" ");
}
