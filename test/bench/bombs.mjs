// Inputs that are small to send and large to hold: each has to end in a clear error within 400 MB and 10 s.
// npm run bench -- bombs [words of their names]
import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { startCluster } from "../support/embedded-postgres.mjs";

const MOST_MB = 400;
const MOST_SECONDS = 10;
const MB = 1024 * 1024;
const CLI = join(dirname(fileURLToPath(import.meta.url)), "measured-cli.mjs");

/** `start`, then `piece` again and again until there are so many megabytes; without a number, for ever. */
const text = (piece, megabytes = Number.POSITIVE_INFINITY, start = "") => ({ piece, megabytes, start });
/** The same packed: members of gzip follow each other, and a megabyte of them is a gigabyte. */
const packed = (bomb) => ({ ...bomb, packed: true });

const JSON_TYPE = "application/json";
const NDJSON = "application/x-ndjson";
const CSV = "text/csv";
const ROW = 'a,b\n1,"x"\n';

const BOMBS = [
  ["csv", "fields: 100 million empty ones in a row", text(",", 100, "a,b\n1"), "more than 16,384 values"],
  ["csv", "fields: 100 million empty ones in the header", text(",", 100, "a"), "more than 16,384 values"],
  ["csv", "fields: 30 million quoted empty ones", text('"",', 100, "a,b\n"), "more than 16,384 values"],
  [
    "csv",
    "fields: a row that never ends, a value at a time",
    text("1,", 100, "a,b\n"),
    "more than 16,384 values",
  ],
  ["csv", "lines: one value of 100 MB", text("x", 100, "a,b\n1,"), "larger than 1 MiB"],
  ["csv", "lines: an open quote over 100 MB", text("x,y\n", 100, 'a,b\n1,"'), "is not closed"],
  ["csv", "lines: 100 million blank ones", text("\n", 100, ROW), "blank lines in a row"],
  ["csv", "lines: 100 MB without a line end", text("name", 100), "larger than 1 MiB"],
  ["csv", "packed: 10 GB of commas", packed(text(",", 10_000, "a,b\n1")), "more than 16,384 values"],
  ["csv", "packed: 10 GB of line ends", packed(text("\n", 10_000, ROW)), "blank lines in a row"],
  ["csv", "packed: 10 GB of one value", packed(text("x", 10_000, "a,b\n1,")), "larger than 1 MiB"],
  ["stdin", "endless: commas", text(",", undefined, "a,b\n1"), "more than 16,384 values"],
  ["stdin", "endless: line ends", text("\n", undefined, ROW), "blank lines in a row"],
  ["stdin", "endless: a value", text("x", undefined, "a,b\n1,"), "larger than 1 MiB"],
  ["stdin", "endless: a quote", text("x\n", undefined, 'a,b\n1,"'), "is not closed"],
  [JSON_TYPE, "values: 80 million empty lists", text("[],", 240, "["), "too many values"],
  [JSON_TYPE, "values: 80 million empty objects", text("{},", 240, "["), "too many values"],
  [JSON_TYPE, "values: 120 million numbers", text("0,", 240, "["), "too many values"],
  [JSON_TYPE, "values: 60 million texts", text('"",', 240, "["), "too many values"],
  [JSON_TYPE, "fields: one record of 40 million", text('"a":0,', 240, '[{"b":0,'), "too many values"],
  [JSON_TYPE, "depth: 240 million lists", text("[", 240), "nested too deeply"],
  [JSON_TYPE, "depth: 50 million objects", text('{"a":', 240), "nested too deeply"],
  [JSON_TYPE, "lines: a text of 240 MB", text("x", 240, '["'), "longer than 32 MiB"],
  [JSON_TYPE, "lines: a number of 240 million digits", text("1", 240, "["), "longer than 32 MiB"],
  [JSON_TYPE, "lines: 240 MB of blanks", text(" \n", 240), "nothing but blanks"],
  [JSON_TYPE, "packed: 10 GB of empty lists", packed(text("[],", 10_000, "[")), "too many values"],
  [JSON_TYPE, "packed: 10 GB of a text", packed(text("x", 10_000, '["')), "longer than 32 MiB"],
  [JSON_TYPE, "packed: 10 GB of blanks", packed(text(" ", 10_000)), "nothing but blanks"],
  [
    JSON_TYPE,
    "packed: 10 GB of blanks, by brotli",
    { ...text(" ", 200), brotli: true },
    "nothing but blanks",
  ],
  [JSON_TYPE, "endless: records", text('{"id":1,"name":"Acme"},', undefined, "["), "too many values"],
  [JSON_TYPE, "endless: long texts", text(`"${"x".repeat(60_000)}",`, undefined, "["), "larger than"],
  [NDJSON, "lines: one of 240 MB of lists", text("[],", 240, "["), "longer than 32 MiB"],
  [NDJSON, "values: a line of 30 MB of lists", text("[],", 30, "["), "too many values"],
  [NDJSON, "lines: one of a text of 240 MB", text("x", 240, '{"a":"'), "longer than 32 MiB"],
  [NDJSON, "lines: 240 million blank ones", text("\n", 240), "nothing but blanks"],
  [NDJSON, "depth: 30 million lists", text("[", 30), "nested too deeply"],
  [NDJSON, "endless: records", text('{"id":1}\n'), "larger than"],
  [NDJSON, "packed: endless records", packed(text('{"id":1}\n')), "larger than"],
  [CSV, "fields: 240 million empty ones in a row", text(",", 240, "a,b\n1"), "longer than 32 MiB"],
  [CSV, "fields: 30 million empty ones in a row", text(",", 30, "a,b\n1"), "more than 16,384 values"],
  [CSV, "lines: 240 million blank ones", text("\n", 240, ROW), "nothing but blanks"],
  [CSV, "endless: rows", text("1,2\n", undefined, "a,b\n"), "larger than"],
  [
    "postgres",
    "values: 8 million empty lists in a column",
    "('[0' || repeat(',[]', 8000000) || ']')::json",
    "more than 1,000,000 values",
  ],
  [
    "postgres",
    "depth: 6,000 lists in a column",
    "(repeat('[', 6000) || repeat(']', 6000))::json",
    "nested deeper than 500",
  ],
  ["postgres", "lines: a text of 200 MB", "repeat('x', 200000000)", "larger than 32 MiB"],
];

const wanted = process.argv.slice(2);
const chosen = BOMBS.filter(([kind, name]) => wanted.every((word) => `${kind} ${name}`.includes(word)));
const dir = await mkdtemp(join(tmpdir(), "planhat-sync-bombs-"));
const server = createServer((_request, response) => serve(response));
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const url = `http://127.0.0.1:${server.address().port}/`;
const cluster = chosen.some(([kind]) => kind === "postgres") ? await startCluster() : undefined;
let current;
let failures = 0;
console.log("| bomb | of | peak | time | ends with |\n| --- | --- | ---: | ---: | --- |");
try {
  for (const [kind, name, bomb, says] of chosen) {
    current = { kind, bomb };
    const { mb, seconds, error } = await run(kind, bomb);
    const isFine = error.includes(says) && mb <= MOST_MB && seconds <= MOST_SECONDS;
    if (!isFine) failures += 1;
    const shown = error === "" ? "NO ERROR" : error.replace(/^error: (?:syncs\/s\.yaml: )?/, "");
    console.log(
      `| ${name} | ${kind} | ${mb} MB | ${seconds.toFixed(1)} s | ${isFine ? "" : "WRONG: "}${shown} |`,
    );
  }
} finally {
  await cluster?.stop();
  server.closeAllConnections();
  server.close();
  await rm(dir, { recursive: true, force: true });
}
console.log(
  `\n${chosen.length} bombs, ${failures} of them not refused within ${MOST_MB} MB and ${MOST_SECONDS} s`,
);
process.exitCode = failures > 0 ? 1 : 0;

/** The pieces of a body; `open` says whether anybody still takes them. */
function* pieces({ piece, megabytes, start, packed: isPacked, brotli }) {
  if (brotli) {
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
    yield brotliCompressSync(Buffer.alloc(megabytes * MB, piece), quality);
    return;
  }
  const block = Buffer.from(piece.repeat(Math.ceil(MB / piece.length)));
  const member = isPacked ? gzipSync(block) : block;
  if (start !== "") yield isPacked ? gzipSync(start) : Buffer.from(start);
  for (let sent = 0; sent < megabytes; sent++) yield member;
}

async function serve(response) {
  const { kind, bomb } = current;
  const encoding = bomb.packed
    ? { "content-encoding": "gzip" }
    : bomb.brotli
      ? { "content-encoding": "br" }
      : {};
  response.writeHead(200, { "content-type": kind, ...encoding });
  await pipeline(Readable.from(pieces(bomb)), response).catch(() => undefined);
}

async function sourceOf(kind, bomb, folder) {
  if (kind === "stdin") return 'csv: { path: "-" }';
  if (kind === "postgres") {
    return `postgres: { connection: "\${BOMB_URL}", query: "select ${bomb} as v" }`;
  }
  if (kind !== "csv") return `http: { url: "${url}" }`;
  const file = bomb.packed ? "data.csv.gz" : "data.csv";
  await pipeline(Readable.from(pieces(bomb)), createWriteStream(join(folder, file)));
  return `csv: { path: ${file} }`;
}

/** A plan of such a source in a process of its own. */
async function run(kind, bomb) {
  const folder = await mkdtemp(join(dir, "project-"));
  const source = await sourceOf(kind, bomb, folder);
  await mkdir(join(folder, "syncs"));
  await writeFile(
    join(folder, "syncs", "s.yaml"),
    `version: 1\nname: s\nsource: { ${source} }\ntarget: { object: Company }\nmode: upsert\nkey: externalId\nfields:\n  externalId: $string($)\n  name: $string($)\n`,
  );
  const started = performance.now();
  const child = spawn(process.execPath, [CLI, "plan", "--quiet", "--project", folder], {
    env: {
      ...process.env,
      PLANHAT_API_URL: "sandbox",
      PLANHAT_API_TOKEN: "sandbox-token",
      ...(cluster !== undefined && { BOMB_URL: cluster.superuserUrl }),
    },
    stdio: [kind === "stdin" ? "pipe" : "ignore", "ignore", "pipe"],
  });
  if (kind === "stdin") pipeline(Readable.from(pieces(bomb)), child.stdin).catch(() => undefined);
  const limit = setTimeout(() => child.kill("SIGKILL"), 60_000);
  let stderr = "";
  for await (const chunk of child.stderr) stderr += chunk;
  clearTimeout(limit);
  const seconds = (performance.now() - started) / 1000;
  await rm(folder, { recursive: true, force: true });
  const mb = Number(/peak (\d+) MB/.exec(stderr)?.[1] ?? Number.POSITIVE_INFINITY);
  const lines = stderr.split("\n");
  const from = lines.findIndex((line) => line.startsWith("error:"));
  const error =
    from < 0
      ? ""
      : lines
          .slice(from)
          .join(" ")
          .replace(/ hint: .*/s, "")
          .replaceAll(url, "http://…/");
  return { mb, seconds, error };
}
