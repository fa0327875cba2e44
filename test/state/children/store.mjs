import { hostname } from "node:os";
import { RecordJson } from "../../../build/model/record-json.js";

/** Opens the state at `place` (a path or a URL) as this process. */
export async function openStore(place) {
  const options = {
    target: "t",
    clock: {
      now: () => Date.now(),
      monotonic: () => performance.now(),
      sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
    },
    process: { pid: process.pid, host: hostname(), user: "child" },
    redact: (text) => text,
  };
  if (place.startsWith("postgres:")) {
    const { openPostgresState } = await import("../../../build/state/postgres/postgres.js");
    return openPostgresState({ ...options, url: place, random: Math.random });
  }
  const { openSqliteState } = await import("../../../build/state/sqlite.js");
  return openSqliteState({ ...options, path: place });
}

export function changes(prefix, count) {
  return Array.from({ length: count }, (_, index) => ({
    sync: "a",
    action: "create",
    key: `${prefix}${index}`,
    record: new RecordJson(JSON.stringify({ externalId: `${prefix}${index}`, note: "x".repeat(200) })),
    fingerprint: `v1:${prefix}${index}`,
    position: { row: index + 1 },
  }));
}

export function applied(change) {
  return { kind: "applied", change, as: "created" };
}
