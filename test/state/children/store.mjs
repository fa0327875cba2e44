import { hostname } from "node:os";

/** Opens the state of `path` as this process, from the JavaScript in `built`. */
export async function openStore(built, path) {
  const { openSqliteState } = await import(`${built}/state/sqlite.js`);
  return openSqliteState({
    path,
    target: "t",
    clock: { now: () => Date.now(), monotonic: () => performance.now(), sleep: async () => {} },
    process: { pid: process.pid, host: hostname(), user: "child" },
    redact: (text) => text,
  });
}

export function changes(prefix, count) {
  return Array.from({ length: count }, (_, index) => ({
    sync: "a",
    action: "create",
    key: `${prefix}${index}`,
    fields: {},
    record: { externalId: `${prefix}${index}`, note: "x".repeat(200) },
    fingerprint: `v1:${prefix}${index}`,
    position: { row: index + 1 },
  }));
}

export function applied(change) {
  return { kind: "applied", change, as: "created" };
}
