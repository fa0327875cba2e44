import type { Rejection, RunId } from "../model/record.ts";
import type { Redact } from "../model/redact.ts";
import type { StoredReject } from "../model/state-store.ts";
import type { Queries, SqlRow } from "./queries.ts";
import { keepRejects, rejectAttempts } from "./reject-history.ts";
import { ensureScope, type Scope, saveScope } from "./scopes.ts";
import { asInteger, asText, sealed, unsealed } from "./sealed-row.ts";
import { storedJson } from "./stored-json.ts";

const COLUMNS = ["scope", "position", "run", "attempts", "rejection"];

/** In the order in which they were saved. */
export function readRejects(queries: Queries, scope: Scope): readonly StoredReject[] {
  return queries.all("SELECT * FROM reject WHERE scope = ? ORDER BY position", scope.id).map(rejectOf);
}

export function replaceRejects(
  queries: Queries,
  where: { readonly target: string; readonly sync: string; readonly redact: Redact; readonly run: RunId },
  rejects: Iterable<Rejection>,
): void {
  const scope = ensureScope(queries, where.target, where.sync);
  const earlier = rejectAttempts(readRejects(queries, scope));
  queries.run("DELETE FROM reject WHERE scope = ?", scope.id);
  let kept = 0;
  const leftOut = keepRejects(rejects, earlier, (rejection, attempts, index) => {
    kept += 1;
    const text = storedJson(rejection, where.redact);
    queries.run(
      "INSERT INTO reject VALUES (?, ?, ?, ?, ?, ?)",
      ...sealed(scope.id, index, where.run, attempts, text),
    );
  });
  saveScope(queries, { ...scope, rejects: kept, rejectsLeftOut: leftOut });
}

function rejectOf(row: SqlRow): StoredReject {
  const [, , run, attempts, rejection] = unsealed(row, "reject", COLUMNS);
  return {
    rejection: JSON.parse(asText(rejection)),
    run: asText(run) as RunId,
    attempts: asInteger(attempts),
  };
}
