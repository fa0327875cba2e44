import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readAll } from "../contract/source-contract.ts";
import { csvIn, folderWith } from "./csv-folder.ts";

test("a pipe in place of a CSV file is refused, and nothing hangs", async () => {
  const folder = await folderWith({});
  execFileSync("mkfifo", [join(folder, "pipe.csv")]);
  await expect(readAll(csvIn(folder, { path: "pipe.csv" }))).rejects.toMatchObject({
    name: "Stop",
    kind: "environment",
    message: expect.stringMatching(/not a regular file/),
  });
});
