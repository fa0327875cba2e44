import { isJsonObject, type Json, type JsonObject } from "../../../model/json.ts";
import { wrongSetting } from "../problems.ts";
import type { ParamPlace } from "../settings.ts";
import type { PageTarget } from "./page.ts";

/**
 * The same request with one parameter set, in its query or at a path of its JSON body. Throws a Stop where the body has
 * no room for it.
 */
export function placeParam(target: PageTarget, { param, in: part }: ParamPlace, value: Json): PageTarget {
  if (part !== "body") {
    const url = new URL(target.url);
    url.searchParams.set(param, String(value));
    return { ...target, url };
  }
  if (target.method !== "POST") {
    throw wrongSetting(
      `\`${param}\` has its place in the body of a request, and a GET request has none.`,
      "Set `method: POST`, or remove `in: body`.",
    );
  }
  const { body = {} } = target;
  if (!isJsonObject(body)) {
    throw wrongSetting(
      `\`${param}\` cannot be written into \`body\`, which is not an object.`,
      "Write `body` as an object, such as body: { filter: { active: true } }.",
    );
  }
  return { ...target, body: withValue(body, param.split("."), value, param) };
}

function withValue(node: Json | undefined, path: readonly string[], value: Json, param: string): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(node)) {
    const index = Number(step);
    if (!/^\d{1,6}$/.test(step) || index >= node.length) throw noRoom(param);
    return node.with(index, withValue(node[index], rest, value, param));
  }
  if (node !== undefined && node !== null && !isJsonObject(node)) throw noRoom(param);
  const object: JsonObject = node ?? {};
  const inner = Object.hasOwn(object, step) ? object[step] : undefined;
  return { ...object, [step]: withValue(inner, rest, value, param) };
}

function noRoom(param: string): Error {
  return wrongSetting(
    `The path \`${param}\` does not fit \`body\`: a step leads into text, a number, or past the end of a list.`,
    "Compare it with `body`: the names of its objects and the positions in its lists, from 0, with dots between them.",
  );
}
