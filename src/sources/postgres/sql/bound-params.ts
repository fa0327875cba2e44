import { Stop } from "../../../model/stop.ts";
import type { Param } from "../settings.ts";

/** Params as the server takes them: texts, each read as the type the query needs. Throws a Stop for a text that cannot be sent whole. */
export function boundParams(params: readonly Param[], expected: number): readonly (string | null)[] {
  if (params.length !== expected) {
    throw new Stop(
      "query-invalid",
      `The query uses ${count(expected)}, and \`params\` has ${count(params.length)}.`,
      {
        fix: "give `params` one value for each of $1, $2 …, in this order",
      },
    );
  }
  return params.map((param, index) => {
    const text = param === null ? null : String(param);
    if (text !== null && /\0|\p{Surrogate}/u.test(text)) {
      throw new Stop(
        "query-invalid",
        `The value of $${index + 1} in \`params\` holds a character that PostgreSQL has not.`,
        {
          fix: "remove NUL characters and halves of characters from it",
        },
      );
    }
    return text;
  });
}

function count(params: number): string {
  return params === 1 ? "1 value" : `${params} values`;
}
