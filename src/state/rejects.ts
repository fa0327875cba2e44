import type { Rejection, RunId } from "../model/record.ts";
import type { Redact } from "../model/redact.ts";
import type { StoredReject } from "../model/state-store.ts";
import type { Queries } from "./queries.ts";
import { nextRejects } from "./reject-history.ts";
import { rejectOf, rejectValues } from "./rows/reject-row.ts";
import type { Scope } from "./rows/scope-row.ts";
import { ensureScope, findScope, saveScope } from "./scopes.ts";

/** In the order in which they were saved. */
export function readRejects(queries: Queries, scope: Scope): readonly StoredReject[] {
  return queries.all("SELECT * FROM reject WHERE scope = ? ORDER BY position", scope.id).map(rejectOf);
}

export function replaceRejects(
  queries: Queries,
  where: { readonly target: string; readonly sync: string; readonly redact: Redact; readonly run: RunId },
  rejects: Iterable<Rejection>,
  stays: ((reject: StoredReject) => boolean) | undefined,
): void {
  const scope = ensureScope(queries, where.target, where.sync);
  const earlier = { kept: readRejects(queries, scope), leftOut: scope.rejectsLeftOut };
  const { kept, leftOut } = nextRejects(earlier, where.run, rejects, stays);
  queries.run("DELETE FROM reject WHERE scope = ?", scope.id);
  for (const [position, reject] of kept.entries()) {
    const values = rejectValues(scope.id, position, reject, where.redact);
    queries.run("INSERT INTO reject VALUES (?, ?, ?, ?, ?, ?)", ...values);
  }
  saveScope(queries, { ...scope, rejects: kept.length, rejectsLeftOut: leftOut });
}

/** Each as it is written today. They were stored without secrets. */
export function rewriteRejects(queries: Queries): void {
  for (const row of queries.all("SELECT * FROM reject")) {
    const [scope, position] = [Number(row["scope"]), Number(row["position"])];
    const [, , , , rejection, checksum] = rejectValues(scope, position, rejectOf(row), (text) => text);
    queries.run(
      "UPDATE reject SET rejection = ?, checksum = ? WHERE scope = ? AND position = ?",
      ...[rejection ?? null, checksum ?? null, scope, position],
    );
  }
}

export function forgetRejects(queries: Queries, target: string, sync: string): void {
  const scope = findScope(queries, target, sync);
  if (scope === undefined) return;
  queries.run("DELETE FROM reject WHERE scope = ?", scope.id);
  saveScope(queries, { ...scope, rejects: 0, rejectsLeftOut: 0 });
}
