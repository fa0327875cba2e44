import { expect, test } from "vitest";
import type { Json, JsonObject } from "../../src/model/json.ts";
import { companyField, type ObjectType } from "../../src/model/object-type.ts";
import type { Sandbox } from "../../src/sandbox/start-sandbox.ts";
import {
  EXAMPLES,
  EXPLAINED,
  type Example,
  filled,
  IDS,
  recordOf,
  type Shape,
  typeNamed,
  typeOf,
} from "./documented/example.ts";
import { type Answer, serve } from "./serving.ts";

/** What is not as on Planhat's page, each with its reason; none: alike. */
interface Replayed {
  readonly example: Example;
  readonly reasons: readonly string[];
  readonly unexplained: readonly string[];
}

test("every documented example is answered alike, or the table says why not", async () => {
  const replayed: Replayed[] = [];
  for (const example of EXAMPLES) replayed.push(await replay(example));
  expect(
    replayed.flatMap(({ example, unexplained }) => unexplained.map((what) => `${example.call}: ${what}`)),
  ).toEqual([]);
  await expect(page(replayed)).toMatchFileSnapshot("../../docs/planhat-examples.md");
});

async function replay(example: Example): Promise<Replayed> {
  const { sandbox, call } = await serve();
  prepare(sandbox, example);
  const [method = "", path = ""] = filled(example.call).split(" ");
  const headers: Record<string, string> =
    example.basic === undefined
      ? {}
      : { authorization: `Basic ${Buffer.from(`${example.basic}:`).toString("base64")}` };
  const body = example.body === undefined ? undefined : filled(example.body);
  const answer = await call(method, path, body, headers);
  const found =
    answer.status === 200 ? differences(example, answer) : [`status ${answer.status}: ${answer.text}`];
  const reasons = new Map<string, Set<string>>();
  const unexplained: string[] = [];
  for (const what of found) {
    const reason = reasonFor(example, what);
    if (reason === undefined) unexplained.push(what);
    else reasons.set(reason, (reasons.get(reason) ?? new Set()).add(what.split(" ")[0] ?? ""));
  }
  const named = [...reasons].map(([reason, fields]) =>
    reason.startsWith("switch")
      ? reason
      : `${[...fields].map((field) => `\`${field}\``).join(", ")}: ${reason}`,
  );
  return { example, reasons: named, unexplained };
}

/** What the example takes for granted is there before. */
function prepare(sandbox: Sandbox, example: Example): void {
  const type = typeNamed(example.object);
  const { company = "", enduser = "", user = "", id = "" } = IDS;
  if (example.object !== "Company") {
    sandbox.seed("Company", [{ _id: company, name: "Acme", externalId: "acme", sourceId: "s1" }]);
  }
  if (example.object !== "Enduser" && example.object !== "Company") {
    sandbox.seed("Enduser", [{ _id: enduser, companyId: company, firstName: "Ann", lastName: "Lee" }]);
  }
  if (example.object !== "User")
    sandbox.seed("User", [{ _id: user, nickName: "Kim", email: "kim@acme.example" }]);
  if (type === undefined || example.call.startsWith("POST")) return;
  if (example.page !== undefined) {
    sandbox.seed(
      example.object,
      example.page.map((shape, index) => stored(type, shape, index)),
    );
  } else if (Array.isArray(example.body)) {
    sandbox.seed(example.object, known(example, type));
  } else {
    sandbox.seed(example.object, [{ ...stored(type, example.shows ?? {}, 0), _id: id }]);
  }
}

/** Told apart from the others by its keys. */
function stored(type: ObjectType, shape: Shape, index: number): JsonObject {
  const record = recordOf(type, shape);
  const keys = type.keyables.filter((key) => record[key] !== undefined).map((key) => [key, `${key}${index}`]);
  const company = companyField(type);
  const belongs =
    company === undefined || type.fields[company]?.type === "array"
      ? {}
      : { [company]: IDS["company"] ?? "" };
  const status =
    type.name === "Ticket" ? { status: "open" } : type.name === "Company" ? { status: "prospect" } : {};
  return { ...record, ...belongs, ...status, ...Object.fromEntries(keys) };
}

/** Of a bulk write: the records that it names by their ids, as many of them already as sent as do not change. */
function known({ body, counts = [0, 0, 0] }: Example, type: ObjectType): readonly JsonObject[] {
  const items = filled(body as readonly JsonObject[]).filter((item) => item["_id"] !== undefined);
  const base = type.name === "TimeEntry" ? { hours: 1, date: "2025-01-01T00:00:00.000Z" } : {};
  return items.map((item, index) =>
    index < counts[1] ? { ...base, _id: item["_id"] as Json } : { ...base, ...item },
  );
}

function differences(example: Example, { json }: Answer): readonly string[] {
  if (example.shows !== undefined) return misses(example.shows, json as JsonObject);
  if (example.page !== undefined) {
    const records = json as readonly JsonObject[];
    if (records.length !== example.page.length) return [`${records.length} records`];
    const { page: shapes } = example;
    return shapes.flatMap((shape) => misses(shape, closest(shape, records)));
  }
  if (example.counts !== undefined) return bulkMisses(example, json as JsonObject);
  if (example.answer !== undefined && JSON.stringify(json) !== JSON.stringify(example.answer)) {
    return [`answer ${JSON.stringify(json)}`];
  }
  return [];
}

/** The order of a list is the sandbox's own where the example does not sort by a field of its records. */
function closest(shape: Shape, records: readonly JsonObject[]): JsonObject {
  const ranked = records.toSorted((a, b) => misses(shape, a).length - misses(shape, b).length);
  return ranked[0] ?? {};
}

function misses(shape: Shape, record: JsonObject): readonly string[] {
  return Object.entries(shape).flatMap(([field, type]) => {
    const is = typeOf(record[field]);
    // Nothing there, said in another way.
    if (is === type || (type === "null" && is === "missing")) return [];
    return [`${field} is ${is}, not ${type}`];
  });
}

function bulkMisses(
  { counts, insertsKeys = [], lists = {} }: Example,
  answer: JsonObject,
): readonly string[] {
  const is = [answer["created"], answer["updated"], answer["nonupdates"]];
  const keys = (answer["insertsKeys"] as readonly JsonObject[]).map((one) => Object.keys(one).sort());
  const lengths = Object.fromEntries(
    Object.entries(answer).flatMap(([name, value]) => (Array.isArray(value) ? [[name, value.length]] : [])),
  );
  return [
    ...(JSON.stringify(is) === JSON.stringify(counts) ? [] : [`counts ${JSON.stringify(answer)}`]),
    ...(JSON.stringify(keys) === JSON.stringify(insertsKeys) ? [] : [`insertsKeys ${JSON.stringify(keys)}`]),
    ...(JSON.stringify(lengths) === JSON.stringify(lists) ? [] : [`lists ${JSON.stringify(lengths)}`]),
  ];
}

function reasonFor({ object, call, page: isPage }: Example, what: string): string | undefined {
  const [field = ""] = what.split(" ");
  if (call.startsWith("DELETE")) return EXPLAINED["DELETE"];
  const ofPage = isPage === undefined ? undefined : EXPLAINED[`${object} page.${field}`];
  const listed = ofPage ?? EXPLAINED[`${object}.${field}`] ?? EXPLAINED[field];
  if (listed !== undefined) return listed;
  return typeNamed(object)?.fields[field]?.computed === true ? COMPUTED : undefined;
}

const COMPUTED = "computed by Planhat from data that the sandbox does not have";

function page(replayed: readonly Replayed[]): string {
  const verdict = ({ reasons }: Replayed): string => {
    if (reasons.length === 0) return "alike";
    return reasons.every((reason) => reason.startsWith("switch")) ? "unknown" : "different";
  };
  const count = (wanted: string) => replayed.filter((one) => verdict(one) === wanted).length;
  const rows = replayed.map(
    (one) =>
      `| ${one.example.object} | \`${one.example.call}\` | ${verdict(one)} | ${one.reasons.toSorted().join("; ")} |`,
  );
  return `<!-- Generated by test/sandbox/documented.test.ts: do not edit, run \`npx vitest run test/sandbox/documented.test.ts -u\`. -->

# Planhat's examples in the sandbox

Every example of a request that Planhat's pages show, sent to the sandbox and compared with the answer that is printed
there: status, counts, names of fields and types of their values. Before a read or an update the sandbox is given what a
client could have written; everything else in the printed answer has to come from the sandbox itself. What it shows
beyond the printed answer is no difference.

- **alike**: nothing is missing or of another type.
- **different**: the last column says in what, and why.
- **unknown**: Planhat's pages do not agree, or leave it open; a switch of \`src/sandbox/unknowns.ts\` has the other answer.

${replayed.length} examples: ${count("alike")} alike, ${count("different")} different, ${count("unknown")} unknown.

| object | request | verdict | why |
| --- | --- | --- | --- |
${rows.join("\n")}
`;
}
