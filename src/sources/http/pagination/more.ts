import type { Json } from "../../../model/json.ts";
import type { Redact } from "../../../model/redact.ts";
import { broken, describePlace, placeOf } from "../problems.ts";
import type { EvaluatePage, PageRequest, PaginationTools } from "./page.ts";

/** Whether the page says that another one follows. Throws a Stop where it says neither yes nor no. */
export type HasMore = (body: Json | undefined, request: PageRequest) => Promise<boolean>;

export function compileMore(
  text: string | undefined,
  setting: string,
  compile: PaginationTools["compile"],
  redact: Redact,
): HasMore | undefined {
  if (text === undefined) return undefined;
  const evaluate: EvaluatePage = compile(text, setting);
  return async (body, request) => {
    // An answer without content has nothing to say, and nothing behind it.
    if (body === undefined) return false;
    const found = await evaluate(body, request);
    if (typeof found === "boolean") return found;
    throw broken(
      `What \`more\` finds in ${describePlace(placeOf(request.number, request.url, redact))} is neither true nor false.`,
      "Write an expression that is true where another page follows, such as meta.has_more; $exists(meta.next) makes one of a value that the last page leaves out.",
    );
  };
}
