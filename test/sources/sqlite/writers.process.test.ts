import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { databaseOf, rowsOf, stopOf, write } from "./database.ts";

const FILL = `CREATE TABLE t (id INTEGER, version INTEGER);
  WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
  INSERT INTO t SELECT i, 1 FROM n;`;
const QUERY = { query: "SELECT id, version FROM t" };

/** Another process that runs statements on the database, says so, and waits for its input to end. */
function other(file: string, sql: string) {
  const script = `import { DatabaseSync } from "@photostructure/sqlite";
    const database = new DatabaseSync(${JSON.stringify(file)});
    try { database.exec(${JSON.stringify(sql)}); console.log("done"); } catch (error) { console.log(error.message); }
    process.stdin.on("end", () => database.close()).resume();`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdout.setEncoding("utf8");
  const said = once(child.stdout, "data").then(([text]) => String(text).trim());
  const end = async (): Promise<void> => {
    child.stdin.end();
    await once(child, "close");
  };
  return { said, end };
}

test("a process that writes meanwhile changes nothing of what is read: one snapshot", async () => {
  const { source, file } = await databaseOf(`PRAGMA journal_mode = WAL; ${FILL}`);
  const versions = new Set<unknown>();
  let count = 0;
  for await (const rows of source(QUERY).read({ signal: new AbortController().signal })) {
    if (count === 0) {
      const writer = other(file, "UPDATE t SET version = 2; DELETE FROM t WHERE id > 10000;");
      expect(await writer.said).toBe("done");
      await writer.end();
    }
    count += rows.length;
    for (const { data } of rows) versions.add(data["version"]);
  }
  expect({ count, versions: [...versions] }).toEqual({ count: 20_000, versions: [1] });
  expect((await rowsOf(source(QUERY))).length).toBe(10_000);
});

test("without a log a writer has to wait for the end of the read, and not longer", async () => {
  const { source, file } = await databaseOf(FILL);
  for await (const rows of source(QUERY).read({ signal: new AbortController().signal })) {
    expect(rows.length).toBe(1000);
    expect(() => write(file, "UPDATE t SET version = 2")).toThrow();
    break;
  }
  // Left in the middle: the lock is gone with it.
  expect(() => write(file, "UPDATE t SET version = 2")).not.toThrow();
  expect((await rowsOf(source(QUERY)))[0]?.data["version"]).toBe(2);
});

test("a database that another process holds is told so", async () => {
  const { source, file } = await databaseOf(FILL);
  const holder = other(file, "BEGIN EXCLUSIVE");
  expect(await holder.said).toBe("done");
  const stop = await stopOf(source(QUERY));
  await holder.end();
  expect(stop.reason.code).toBe("source-unreadable");
  expect(stop.message).toMatch(/is locked by another program/);
  expect((await rowsOf(source(QUERY))).length).toBe(20_000);
});
