import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { holdsForbiddenKey } from "../../model/forbidden-name.ts";
import { isJsonObject, type Json } from "../../model/json.ts";
import type { PlanFileHeader, SavedItem, SavedPlan } from "../../model/plan-file.ts";
import { Stop } from "../../model/stop.ts";
import { errorCode, fileStop } from "../file-stop.ts";
import {
  damaged,
  FIRST_LINE_LENGTH,
  FORMAT_VERSION,
  firstLine,
  type ItemLine,
  MAGIC,
} from "./plan-file-format.ts";

const MOST_ITEMS = 1000;
const NEWLINE = 0x0a;

/**
 * A saved plan, after its checksum was compared. Throws a Stop of kind `stale` when it is no plan of this format or one
 * byte of it was changed, and of kind `environment` when it cannot be read.
 */
export async function openPlanFile(path: string): Promise<SavedPlan> {
  const id = await check(path);
  const first = await readHeader(path);
  return { id, header: first, items: () => items(path, id) };
}

/** Answers the checksum, which the file bears and its content has. */
async function check(path: string): Promise<string> {
  const digest = createHash("sha256");
  let start = Buffer.alloc(0);
  try {
    for await (const part of createReadStream(path) as AsyncIterable<Buffer>) {
      const missing = Math.max(0, FIRST_LINE_LENGTH - start.length);
      if (missing > 0) start = Buffer.concat([start, part.subarray(0, missing)]);
      digest.update(part.subarray(missing));
    }
  } catch (error) {
    throw unreadable(path, error);
  }
  const line = start.toString("latin1");
  const version = new RegExp(`^${MAGIC}(\\d+) `).exec(line)?.[1];
  if (version === undefined) {
    throw new Stop("stale", `${path} is no plan of planhat-sync. Nothing was written.`, {
      hint: "Name a file that was written with: planhat-sync plan --out FILE",
    });
  }
  if (Number(version) > FORMAT_VERSION) {
    throw new Stop(
      "stale",
      `The plan file was written by a newer version of planhat-sync. Nothing was written.`,
      {
        hint: "Apply it with the version that made it, or make the plan again with this one.",
      },
    );
  }
  if (Number(version) < FORMAT_VERSION) {
    throw new Stop(
      "plan-version",
      "The plan file was written by an older version of planhat-sync. Nothing was written.",
      {
        fix: "Make the plan again with this version: planhat-sync plan --out FILE",
      },
    );
  }
  const id = digest.digest("hex");
  if (line !== firstLine(id)) throw damaged(path, "its checksum is wrong");
  return id;
}

async function readHeader(path: string): Promise<PlanFileHeader> {
  for await (const line of jsonLines(path)) return line as PlanFileHeader;
  throw damaged(path, "it is empty");
}

async function* items(path: string, id: string): AsyncIterable<readonly SavedItem[]> {
  // Nothing of a file that was replaced since is believed.
  if ((await check(path)) !== id) throw damaged(path, "it changed while it was read");
  let batch: SavedItem[] = [];
  let count = 0;
  let end: number | undefined;
  let isFirst = true;
  for await (const line of jsonLines(path)) {
    if (isFirst) {
      isFirst = false;
    } else if (isJsonObject(line) && typeof line["end"] === "number") {
      end = line["end"];
    } else {
      const [sync, item] = line as ItemLine;
      batch.push({ sync, item });
      count += 1;
      if (batch.length < MOST_ITEMS) continue;
      yield batch;
      batch = [];
    }
  }
  if (end !== count) throw damaged(path, "its end is missing");
  if (batch.length > 0) yield batch;
}

async function* jsonLines(path: string): AsyncIterable<unknown> {
  const stream = createReadStream(path, { start: FIRST_LINE_LENGTH });
  const unpacked = stream.pipe(createGunzip());
  stream.once("error", (error) => unpacked.destroy(error));
  try {
    let rest: Buffer[] = [];
    for await (const part of unpacked as AsyncIterable<Buffer>) {
      let start = 0;
      for (let end = part.indexOf(NEWLINE); end >= 0; end = part.indexOf(NEWLINE, start)) {
        yield parsed(path, Buffer.concat([...rest, part.subarray(start, end)]).toString("utf8"));
        rest = [];
        start = end + 1;
      }
      rest.push(part.subarray(start));
    }
  } catch (error) {
    if (error instanceof SyntaxError) throw damaged(path, "a line of it is no JSON", error);
    throw errorCode(error).startsWith("Z_")
      ? damaged(path, "it cannot be unpacked", error)
      : unreadable(path, error);
  } finally {
    stream.destroy();
  }
}

/** Whoever makes a file by hand makes its checksum too: a key that would set a prototype gets no further than this. */
function parsed(path: string, text: string): unknown {
  const value: Json = JSON.parse(text);
  if (MAY_BE_FORBIDDEN.test(text) && holdsForbiddenKey(value)) {
    throw damaged(path, "it has a key named __proto__");
  }
  return value;
}

/** Looked for before the keys are, because nearly no line has it; what is escaped is looked at. */
const MAY_BE_FORBIDDEN = /__proto__|\\u/;

function unreadable(path: string, error: unknown): Error {
  if (error instanceof Stop) return error;
  if (errorCode(error) === "ENOENT") {
    return new Stop("environment", `There is no file ${path}.`, {
      hint: "Check the path. A plan is saved with: planhat-sync plan --out FILE",
    });
  }
  return fileStop(error, `the plan file ${path}`, "Check the path, and that you may read the file.");
}
