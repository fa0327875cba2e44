import { createGunzip } from "node:zlib";
import { holdsForbiddenKey } from "../../model/forbidden-name.ts";
import { isJsonObject, type Json } from "../../model/json.ts";
import type { PlanFileHeader, SavedItem, SavedPlan } from "../../model/plan-file.ts";
import { ShapeError } from "../../model/shape.ts";
import { errorCode } from "../file-stop.ts";
import { type PlanFileContent, planFileContent, unreadable } from "./plan-file-content.ts";
import { damaged } from "./plan-file-format.ts";
import { planHeader } from "./plan-header-shape.ts";
import { SavedItems } from "./saved-items.ts";

const MOST_ITEMS = 1000;
/** Bytes: a record that Planhat takes has fewer than 32 MB, and a change holds it and what it changes. */
const LONGEST_LINE = 128 * 1024 * 1024;
const NEWLINE = 0x0a;

/**
 * A saved plan, after its checksum was compared or, with a `key`, its authenticity checked. A checksum can be computed
 * anew, so each line is believed only for what it is. Throws a Stop of kind `stale` when it is no plan of this format,
 * was changed, or holds what no plan holds; of kind `environment` when it cannot be read or the key for it is missing.
 */
export async function openPlanFile(path: string, key?: Buffer): Promise<SavedPlan> {
  const content = await planFileContent(path, key);
  const header = await readHeader(path, content);
  return { id: content.id, header, items: () => items(path, key, content.id) };
}

async function readHeader(path: string, content: PlanFileContent): Promise<PlanFileHeader> {
  try {
    for await (const line of jsonLines(path, content)) return planHeader(line, "header");
  } catch (error) {
    throw asDamage(path, error);
  }
  throw damaged(path, "it is empty");
}

function asDamage(path: string, error: unknown): unknown {
  return error instanceof ShapeError ? damaged(path, error.message, error) : error;
}

async function* items(
  path: string,
  key: Buffer | undefined,
  id: string,
): AsyncIterable<readonly SavedItem[]> {
  // Nothing of a file that was replaced since is believed.
  const content = await planFileContent(path, key);
  if (content.id !== id) throw damaged(path, "it changed while it was read");
  let batch: SavedItem[] = [];
  let saved: SavedItems | undefined;
  let isOver = false;
  try {
    for await (const line of jsonLines(path, content)) {
      if (isOver) throw damaged(path, "something follows its end");
      if (saved === undefined) saved = new SavedItems(planHeader(line, "header"));
      else if (isJsonObject(line)) {
        saved.end(line);
        isOver = true;
      } else batch.push(saved.next(line));
      if (batch.length < MOST_ITEMS) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    throw asDamage(path, error);
  }
  if (!isOver) throw damaged(path, "its end is missing");
  if (batch.length > 0) yield batch;
}

async function* jsonLines(path: string, content: PlanFileContent): AsyncIterable<unknown> {
  const stream = content.read();
  const unpacked = stream.pipe(createGunzip());
  stream.once("error", (error) => unpacked.destroy(error));
  let number = 0;
  try {
    let rest: Buffer[] = [];
    let length = 0;
    for await (const part of unpacked as AsyncIterable<Buffer>) {
      let start = 0;
      for (let end = part.indexOf(NEWLINE); end >= 0; end = part.indexOf(NEWLINE, start)) {
        number += 1;
        yield parsed(path, Buffer.concat([...rest, part.subarray(start, end)]).toString("utf8"));
        rest = [];
        length = 0;
        start = end + 1;
      }
      rest.push(part.subarray(start));
      length += part.length - start;
      if (length > LONGEST_LINE) throw damaged(path, `line ${number + 1} is too long`);
    }
    if (length > 0) throw damaged(path, "its last line is cut off");
  } catch (error) {
    if (error instanceof SyntaxError) throw damaged(path, `line ${number} is not JSON`, error);
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
