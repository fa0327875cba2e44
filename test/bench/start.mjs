// What it takes to start: commands as processes of their own, in turns with `node -e 0`, by the processor (user and
// system). The A/A line is that program against itself. Needs `npm run build`. ROUNDS=20 npm run bench -- start
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { measured } from "./measured.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 10);
const BIN = join(dirname(fileURLToPath(import.meta.url)), "../../dist/bin.js");
const dir = mkdtempSync(join(tmpdir(), "planhat-sync-bench-"));
const nobody = { dir, sandbox: { url: "http://127.0.0.1:9" } };
const EMPTY = "node -e 0";
const PROGRAMS = new Map([
  [EMPTY, ["-e", "0"]],
  ["node -e 0, again", ["-e", "0"]],
  ["--version", [BIN, "--version"]],
  ["completion bash", [BIN, "completion", "bash"]],
  ["completion bash --words", [BIN, "completion", "bash", "--words", "--", "plan", "--"]],
  ["plan --help", [BIN, "plan", "--help"]],
  ["validate, one sync", [BIN, "validate"]],
]);
const seconds = new Map([...PROGRAMS.keys()].map((name) => [name, []]));

try {
  await measured([BIN, "init", ".", "--yes"], nobody);
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, args] of PROGRAMS) {
      const { processor } = await measured(args, nobody);
      // The first round warms up.
      if (round > 0) seconds.get(name).push(processor);
    }
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
const empty = seconds.get(EMPTY);
for (const [name, times] of seconds) {
  const ratios = times.map((time, index) => time / empty[index]).toSorted((a, b) => a - b);
  const [least, middle, most] = [ratios[0], ratios[Math.floor(ratios.length / 2)], ratios.at(-1)];
  console.log(
    `${name.padEnd(26)} ${middle.toFixed(2)} x  (${least.toFixed(2)} to ${most.toFixed(2)}), ${(median(times) * 1000).toFixed(0)} ms`,
  );
}

function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
}
