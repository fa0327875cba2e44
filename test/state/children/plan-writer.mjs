// Writes a plan that does not fit, and prints what is thrown.
import "../../../scripts/typescript-modules.mjs";
import { randomBytes } from "node:crypto";

const { writePlanFile } = await import("../../../src/state/plan-file/write-plan-file.ts");
const [path] = process.argv.slice(2);

async function* items() {
  // Random, so that packing does not help.
  for (let row = 1; row <= 400; row++) {
    yield [
      {
        sync: 0,
        item: {
          kind: "skip",
          key: randomBytes(4000).toString("base64"),
          reason: "missing",
          position: { row },
        },
      },
    ];
  }
}

try {
  await writePlanFile(path, { version: "0", syncs: [] }, items());
  console.log(JSON.stringify({ done: true }));
} catch (error) {
  console.log(
    JSON.stringify({ name: error.name, kind: error.kind, message: error.message, fix: error.reason?.fix }),
  );
}
