import { diffRecords } from "../model/test-result.ts";
import type { RowDifference, Sample, SampleRow } from "../model/watch.ts";

/**
 * What became of the rows of a sample, in their order; rows that are gone come last. The same row is compared with
 * itself, whatever its key is by now; rows of a source that was read again are found by their keys.
 */
export function compareSamples(before: Sample, after: Sample): readonly RowDifference[] {
  // What was never read before is no news.
  if (before.kind === "unread" || after.kind === "unread") return [];
  const old = before.rows;
  // Nobody touched it: by far the most frequent case.
  if (before.rows === after.rows) return [];
  const pairs = pairUp(old, after.rows);
  const left = new Set(old);
  const differences = pairs.flatMap(({ was, is }): RowDifference[] => {
    if (was === undefined) return [{ kind: "row", ...aboutRow(is) }];
    left.delete(was);
    return compareRow(was, is);
  });
  return [...differences, ...[...left].map((row): RowDifference => ({ kind: "gone", ...aboutRow(row) }))];
}

interface Pair {
  readonly was: SampleRow | undefined;
  readonly is: SampleRow;
}

function pairUp(old: readonly SampleRow[], now: readonly SampleRow[]): readonly Pair[] {
  const byRow = new Map(old.map((entry) => [entry.row, entry]));
  if (now.some(({ row }) => byRow.has(row))) return now.map((is) => ({ is, was: byRow.get(is.row) }));
  const byName = new Map(named(old));
  return named(now).map(([name, is]) => ({ is, was: byName.get(name) }));
}

/** By key, and by how often the key came before; a row without one by its number. */
function named(rows: readonly SampleRow[]): readonly (readonly [string, SampleRow])[] {
  const seen = new Map<string, number>();
  return rows.map((entry) => {
    const key = keyOf(entry);
    const base = key === null ? `row ${entry.row.position.row}` : `key ${key}`;
    const times = seen.get(base) ?? 0;
    seen.set(base, times + 1);
    return [`${times} ${base}`, entry];
  });
}

function compareRow(was: SampleRow, is: SampleRow): RowDifference[] {
  const about = aboutRow(is);
  if (is.result.kind === "reject") {
    const { rejection } = is.result;
    const before = was.result.kind === "reject" ? was.result.rejection : undefined;
    const isSame =
      before?.rule === rejection.rule && JSON.stringify(before.reason) === JSON.stringify(rejection.reason);
    return isSame ? [] : [{ kind: "rejected", ...about, rejection }];
  }
  if (was.result.kind === "reject") return [{ kind: "accepted", ...about }];
  const fields = diffRecords(was.result.record.fields, is.result.record.fields).map(
    ({ field, expected, actual }) => ({
      field,
      ...(expected === undefined ? {} : { before: expected }),
      ...(actual === undefined ? {} : { after: actual }),
    }),
  );
  return fields.length === 0 ? [] : [{ kind: "changed", ...about, fields }];
}

function aboutRow(entry: SampleRow) {
  return { key: keyOf(entry), position: entry.row.position };
}

function keyOf({ result }: SampleRow): string | null {
  return result.kind === "record" ? result.record.key : result.rejection.key;
}
