import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { serve } from "./api-server.ts";
import { dataOf, httpOf, stopOf } from "./http-of.ts";
import { zipOf } from "./zip-file.ts";

const PEOPLE = [
  { id: 1, name: "Ann" },
  { id: 2, name: "Bo" },
];
const JSON_TEXT = Buffer.from(JSON.stringify(PEOPLE));
const LINES = Buffer.from(PEOPLE.map((person) => `${JSON.stringify(person)}\n`).join(""));
const CSV = Buffer.from("id,name\n1,Ann\n2,Bo\n");
const ROWS = [
  { id: "1", name: "Ann" },
  { id: "2", name: "Bo" },
];

async function served(body: Buffer, headers: Record<string, string> = {}, path = "/data") {
  const { url, requests } = await serve((_request, response) => response.writeHead(200, headers).end(body));
  return { url: url + path, requests };
}

describe("a packed file is unpacked by its first bytes", () => {
  const OCTETS = { "content-type": "application/octet-stream" };
  test.each<[string, Buffer, Record<string, string>, string, object[]]>([
    ["gzip of JSON", gzipSync(JSON_TEXT), OCTETS, "/data", PEOPLE],
    ["gzip of JSON with no type", gzipSync(JSON_TEXT), {}, "/data", PEOPLE],
    ["gzip with the type of what is inside", gzipSync(CSV), { "content-type": "text/csv" }, "/data", ROWS],
    [
      "gzip that is called .csv.gz",
      gzipSync(CSV),
      { "content-type": "application/gzip" },
      "/a/x.csv.gz",
      ROWS,
    ],
    ["gzip that is called .jsonl.gz", gzipSync(LINES), OCTETS, "/x.jsonl.gz", PEOPLE],
    [
      "gzip that is offered as .ndjson.gz",
      gzipSync(LINES),
      { ...OCTETS, "content-disposition": 'attachment; filename="people.ndjson.gz"' },
      "/data",
      PEOPLE,
    ],
    [
      "two gzip members",
      Buffer.concat([gzipSync(CSV), gzipSync("3,Cy\n")]),
      OCTETS,
      "/x.csv.gz",
      [...ROWS, { id: "3", name: "Cy" }],
    ],
    [
      "gzip that is packed once more for the way",
      gzipSync(gzipSync(JSON_TEXT)),
      { ...OCTETS, "content-encoding": "gzip" },
      "/data",
      PEOPLE,
    ],
    [
      "zip",
      zipOf([{ name: "out/people.csv", data: CSV }]),
      { "content-type": "application/zip" },
      "/data",
      ROWS,
    ],
    [
      "zip that is not packed",
      zipOf([{ name: "x.json", data: JSON_TEXT, method: 0 }]),
      OCTETS,
      "/data",
      PEOPLE,
    ],
    [
      "zip of macOS, with a folder",
      zipOf([
        { name: "people/", data: Buffer.alloc(0), method: 0 },
        { name: "people/x.ndjson", data: LINES },
        { name: "__MACOSX/people/._x.ndjson", data: Buffer.from([0, 5, 22]) },
      ]),
      OCTETS,
      "/data",
      PEOPLE,
    ],
  ])("%s", async (_name, body, headers, path, expected) => {
    const { url } = await served(body, headers, path);
    expect(await dataOf(httpOf({ url }))).toEqual(expected);
  });

  test("whatever the definition says of its format", async () => {
    const { url } = await served(gzipSync(Buffer.from("id;name\n1;Ann\n")));
    expect(await dataOf(httpOf({ url, format: "csv", delimiter: ";" }))).toEqual([{ id: "1", name: "Ann" }]);
  });
});

describe("a packed file that cannot be unpacked is an error", () => {
  const damaged = (archive: Buffer, at: number): Buffer => {
    const copy = Buffer.from(archive);
    copy[at] = (copy[at] ?? 0) ^ 0x55;
    return copy;
  };
  const stored = zipOf([{ name: "x.csv", data: CSV, method: 0 }]);
  test.each<[string, Buffer, RegExp]>([
    ["half a gzip", gzipSync(LINES).subarray(0, 30), /the gzip body ends in the middle/],
    ["a damaged gzip", damaged(gzipSync(LINES), 14), /the gzip file that the body is made of is damaged/],
    ["half a zip", stored.subarray(0, 60), /the zip file that the body is made of is damaged/],
    ["a zip with another byte", damaged(stored, 40), /the zip file that the body is made of is damaged/],
    [
      "two files",
      zipOf([
        { name: "a.csv", data: CSV },
        { name: "b.csv", data: CSV },
      ]),
      /holds 2 files/,
    ],
    ["no file", zipOf([]), /holds 0 files/],
    [
      "a password",
      zipOf([{ name: "a.csv", data: CSV, flags: 1 }]),
      /is a zip file, which cannot be unpacked here/,
    ],
    ["another method", zipOf([{ name: "a.csv", data: CSV, method: 12 }]), /is a zip file, which cannot/],
    ["bzip2", Buffer.from("BZh91AY&SY\u0000\u0001", "latin1"), /is a bzip2 file, which cannot be unpacked/],
    ["zstd", Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x24, 0x05]), /is a zstd file, which cannot be unpacked/],
  ])("%s", async (_name, body, message) => {
    const { url } = await served(body, { "content-type": "application/octet-stream" });
    const stop = await stopOf(httpOf({ url }));
    expect(stop.kind).toBe("environment");
    expect(stop.message).toMatch(message);
    expect(stop.reason.fix).not.toBe("");
  });

  test.each([
    ["gzip", gzipSync(Buffer.alloc(16 * 1024 * 1024, " "))],
    ["zip", zipOf([{ name: "x.json", data: Buffer.alloc(16 * 1024 * 1024, " ") }])],
  ])("[S26] a %s that grows beyond the cap", async (_name, bomb) => {
    const { url } = await served(bomb);
    expect((await stopOf(httpOf({ url, maxBytes: 1_000_000 }))).message).toContain(
      "larger than 1000000 bytes",
    );
  });
});
