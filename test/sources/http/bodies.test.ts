import { describe, expect, test } from "vitest";
import { json, serve } from "./api-server.ts";
import { dataOf, httpOf, stopOf } from "./http-of.ts";

async function messageFor(body: string | Buffer, type: string, settings: object = {}): Promise<string> {
  const { url } = await serve((_request, response) =>
    response.writeHead(200, type === "" ? {} : { "content-type": type }).end(body),
  );
  const {
    message,
    reason: { fix = "" },
    kind,
  } = await stopOf(httpOf({ url: `${url}/users?api_key=canary-key-1`, ...settings }));
  expect(kind).toBe("environment");
  expect(fix).not.toBe("");
  expect(message).toMatch(/(page 1|Page 1) of http:\/\/127\.0\.0\.1:\d+\/users/);
  expect(message + fix).not.toContain("canary");
  return message;
}

async function dataFor(
  body: string | Buffer,
  type: string,
  settings: object = {},
): Promise<readonly object[]> {
  const { url } = await serve((_request, response) =>
    response.writeHead(200, type === "" ? {} : { "content-type": type }).end(body),
  );
  return dataOf(httpOf({ url, ...settings }));
}

const JSON_TYPE = "application/json";

describe("what is no usable JSON", () => {
  test.each([
    ["half an object", '[{"a":1},{"a"', /ends in the middle/],
    ["half a text", '["abc', /ends in the middle/],
    ["nothing", "", /Expected JSON, got nothing/],
    ["blanks", " \n", /ends in the middle/],
    ["a bare word", "[nope]", /not valid JSON of|is not valid JSON, character 2/],
    ["NaN", '[{"a":NaN}]', /is not valid JSON, character 7/],
    ["a list without end of nothing", `[${"[],".repeat(3_000_000)}`, /has too many values to be held/],
    ["a text without end", `["${"x".repeat(34_000_000)}`, /is longer than 32 MiB/],
    ["blanks without end", " ".repeat(5_000_000), /4 MiB of nothing but blanks/],
    ["single quotes", "[{'a':1}]", /not valid JSON, character 3/],
    ["a comma too many", '[{"a":1,}]', /not valid JSON, character 9/],
    ["a comment", '[{"a":1} // no\n]', /not valid JSON, character 10/],
    ["text behind it", '[{"a":1}] x', /not valid JSON, character 11/],
    ["two values", '{"a":1}\n{"a":2}', /not valid JSON, character 9/],
    ["a key twice", '[{"a":1,"b":{"c":1,"\\u0063":2}}]', /one key twice, character 20/],
    ["too many levels", `${"[".repeat(200_000)}${"]".repeat(200_000)}`, /nested too deeply/],
    ["too many levels in a record", `[{"a":${"[".repeat(499)}${"]".repeat(499)}}]`, /nested too deeply/],
    ["a byte that is no UTF-8", Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d]), /not valid UTF-8 \(byte 3\)/],
    ["a list of texts", '["a"]', /A record is text and not an object: index 0/],
    ["a list with a null", '[{"a":1},null]', /A record is null and not an object: index 1/],
    ["a list of lists", "[[1]]", /A record is a list and not an object/],
    ["an object", '{"data":[],"items":[]}', /is an object, and not a list of records/],
    ["a number", "5", /is a number, and not a list/],
  ])("%s", async (_name, body, message) => {
    expect(await messageFor(body, JSON_TYPE)).toMatch(message);
  });

  test.each([
    ["text/html; charset=utf-8", "<!doctype html><p>Log in", /^Expected JSON, got text\/html as page 1/],
    ["application/json", "<html>", /^Expected JSON, got application\/json/],
    ["image/png", "\u0089PNG", /^Expected JSON, got image\/png/],
    ["", "hello", /^Expected JSON, got a body without a content type/],
    ["text/plain", "hello", /^Expected JSON, got text\/plain/],
  ])("[S22] a page of type %j", async (type, body, message) => {
    expect(await messageFor(body, type)).toMatch(message);
  });

  test("HTML where the definition says CSV", async () => {
    expect(await messageFor("<html>", "text/html", { format: "csv" })).toMatch(
      /^Expected CSV, got text\/html/,
    );
  });

  test("the hint names the list that a body holds", async () => {
    const { url } = await serve((_request, response) => json(response, { total: 1, users: [] }));
    expect((await stopOf(httpOf({ url }))).reason.fix).toContain("`records: users`");
  });
});

describe("values of JSON", () => {
  test("are kept exactly: numbers that JavaScript would change become text", async () => {
    const body = `\ufeff[{"big":12345678901234567890,"safe":9007199254740991,"money":1234567890123.456789,
      "third":0.1,"trailing":1.50,"long":0.3333333333333333,"tiny":1e-400,"zero":-0.0,"exp":1e3,"huge":-1e400,"in text":"12345678901234567890"}]`;
    expect(await dataFor(body, JSON_TYPE)).toEqual([
      {
        big: "12345678901234567890",
        safe: 9007199254740991,
        money: "1234567890123.456789",
        third: 0.1,
        trailing: 1.5,
        long: 0.3333333333333333,
        tiny: "1e-400",
        zero: 0,
        exp: 1000,
        huge: "-1e400",
        "in text": "12345678901234567890",
      },
    ]);
  });

  test("[C10] named __proto__ and constructor are values like others, and pollute nothing", async () => {
    const { url } = await serve((_request, response) =>
      json(
        response,
        '[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":2}},"a":{"__proto__":3}}]',
      ),
    );
    let data: object = {};
    for await (const rows of httpOf({ url }).read({ signal: new AbortController().signal }))
      data = rows[0]?.data ?? {};
    expect(Object.keys(data)).toEqual(["__proto__", "constructor", "a"]);
    expect(Object.getPrototypeOf(data)).toBe(null);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test("are found by `records`, through objects or by any expression", async () => {
    const body = JSON.stringify({
      result: { "the items": [{ id: 1, on: true }, { id: 2 }], rows: [{ id: 3 }] },
    });
    expect(await dataFor(body, JSON_TYPE, { records: "result.rows" })).toEqual([{ id: 3 }]);
    expect(await dataFor(body, JSON_TYPE, { records: "[result.`the items`[on]]" })).toEqual([
      { id: 1, on: true },
    ]);
    expect(await dataFor(body, JSON_TYPE, { records: "[result.`the items`[off]]" })).toEqual([]);
  });

  test.each([
    ["nothing", "missing", /What `records` finds in page 1 .* is nothing, and not a list/],
    ["one object", "data[id = 1]", /is an object, and not a list/],
    ["text", "name", /is text, and not a list/],
    ["an error", "$number(name)", /The expression at `source.http.records` failed on page 1 .* \(D3030\)/],
  ])("are an error where `records` finds %s", async (_name, records, message) => {
    const body = '{"name":"x","data":[{"id":1},{"id":2}]}';
    expect(await messageFor(body, JSON_TYPE, { records })).toMatch(message);
  });

  describe("behind a path that leads through a list", () => {
    test.each([
      ["list.customer", { list: [{ customer: { id: 1 } }, { customer: { id: 2 } }] }, [1, 2]],
      ["list.customer", { list: [{ customer: { id: 1 } }] }, [1]],
      ["list.customer", { list: [] }, []],
      ["list.customer", { list: [{ card: {} }, { customer: { id: 2 } }] }, [2]],
      ["data.users.edges.node", { data: { users: { edges: [{ node: { id: 3 } }] } } }, [3]],
      ["data.users.edges.node", { data: { users: { edges: [] } } }, []],
      ["groups.people", { groups: [{ people: [{ id: 1 }] }, { people: [{ id: 2 }, { id: 3 }] }] }, [1, 2, 3]],
      ["groups.people", { groups: [{ people: [] }] }, []],
      ["item", [{ item: { id: 1 } }], [1]],
      ["item", [], []],
      ["groups.people", { groups: [[{ people: { id: 1 } }, { people: { id: 2 } }]] }, [1, 2]],
      ["[items.item]", { items: { item: { id: 1 } } }, [1]],
    ])("%s finds in %j the records %j", async (records, body, ids) => {
      const data = await dataFor(JSON.stringify(body), JSON_TYPE, { records });
      expect(data.map((row) => (row as { id?: number }).id)).toEqual(ids);
    });

    test.each([
      ["list.custmer", { list: [{ customer: { id: 1 } }] }, /finds in page 1 .* is nothing/],
      ["list.customer", { lists: [] }, /is nothing/],
      ["list.customer", { list: {} }, /is nothing/],
      ["items.item", { items: { item: { id: 1 } } }, /is an object/],
      ["list.customer", { list: [{ customer: null }] }, /A record is null/],
      ["data[active]", { data: [{ id: 1 }] }, /is nothing/],
    ])("%s finds nothing that could be meant in %j", async (records, body, message) => {
      expect(await messageFor(JSON.stringify(body), JSON_TYPE, { records })).toMatch(message);
    });

    test.each([
      ["items.item", { items: { item: { id: 1 } } }],
      ["data[id = 1]", { data: [{ id: 1 }] }],
      ["data[id = 2]", { data: [{ id: 1 }] }],
    ])("%s: following the hint gives a list", async (records, body) => {
      const { url } = await serve((_request, response) => json(response, body));
      const {
        reason: { fix = "" },
      } = await stopOf(httpOf({ url, records }));
      const advice = JSON.parse(/`records: (".*")`/.exec(fix)?.[1] ?? "") as string;
      expect(advice).toBe(`[${records}]`);
      expect((await dataOf(httpOf({ url, records: advice }))).length).toBeLessThanOrEqual(1);
    });
  });

  test("a `records` that is no expression is a fault of the definition", async () => {
    const stop = await stopOf(httpOf({ url: "http://127.0.0.1:1/", records: "data[" }));
    expect(stop.kind).toBe("definition");
  });
});

describe("[S27] NDJSON", () => {
  test.each(["application/x-ndjson", "application/jsonl; charset=utf-8"])(
    "of type %s is read line by line",
    async (type) => {
      expect(await dataFor('\ufeff{"a":1}\r\n\n{"a":12345678901234567890}', type)).toEqual([
        { a: 1 },
        { a: "12345678901234567890" },
      ]);
    },
  );

  test.each([
    ["half a line at the end", '{"a":1}\n{"a":', /JSON of line 2 of page 1 .* ends in the middle/],
    ["half a line in between", '{"a":1}\n{"a":\n{"a":3}\n', /line 2 of page 1 .* ends in the middle/],
    ["two records on a line", '{"a":1}{"a":2}\n', /line 1 of page 1 .* not valid JSON, character 8/],
    ["a list", '[{"a":1}]\n', /A record is a list and not an object: index 0/],
    ["a line of too many values", `{"a":1}\n{"a":[${"{},".repeat(600_000)}0]}`, /line 2 .* too many values/],
    ["blank lines without end", `{"a":1}\n${"\n".repeat(5_000_000)}`, /4 MiB of nothing but blanks/],
    [
      "a line without end",
      `{"a":1}\n{"a":[${"{},".repeat(12_000_000)}`,
      /A line of page 1 .* is longer than 32 MiB/,
    ],
    ["a key twice", '{"a":1}\n\n{"a":1,"a":2}\n', /An object of line 3 of page 1 .* one key twice/],
    [
      "invalid UTF-8",
      Buffer.from([0x7b, 0x22, 0x61, 0xc3, 0x22, 0x3a, 0x31, 0x7d]),
      /line 1 .* not valid UTF-8 \(byte 4\)/,
    ],
  ])("with %s is an error", async (_name, body, message) => {
    expect(await messageFor(body, "application/x-ndjson")).toMatch(message);
  });

  test("gives its rows as a list to `records` and `next`", async () => {
    const { url } = await serve(({ query }, response) => {
      const at = Number(query.get("c") ?? 0);
      response.writeHead(200, { "content-type": "application/x-ndjson" });
      response.end(`{"id":${at}}\n{"more":${at < 2 ? at + 1 : null}}\n`);
    });
    const source = httpOf({
      url,
      records: "[$[id >= 0]]",
      pagination: { cursor: { param: "c", next: "$[-1].more" } },
    });
    expect(await dataOf(source)).toEqual([{ id: 0 }, { id: 1 }, { id: 2 }]);
  });
});

describe("CSV", () => {
  test("keeps every value as text, in its declared encoding", async () => {
    const body = Buffer.from('id;name\r\n007;"Ann ""A"" Lee"\r\n\r\n8;M\u00fcller\n', "latin1");
    expect(await dataFor(body, "text/csv; charset=ISO-8859-1", { delimiter: ";" })).toEqual([
      { id: "007", name: 'Ann "A" Lee' },
      { id: "8", name: "M\u00fcller" },
    ]);
  });

  test.each([
    ["a short row", "a,b\n1,2\n3\n", /Row 2 of page 1 .* has 1 values, but there are 2 columns/],
    ["an open quote", 'a,b\n1,"2\n', /A quote opens in row 1 of page 1/],
    ["a stray quote", 'a,b\n1,2"2\n', /A quote stands in the wrong place in row 1/],
    ["a name twice", "a,a \n1,2\n", /Column 2 has the name of another/],
    ["no name", "a,\n1,2\n", /Column 2 has no name/],
    ["__proto__", "a,__proto__\n1,2\n", /is named __proto__/],
    ["custom.__proto__", "a,custom.__proto__\n1,2\n", /is named custom\.__proto__/],
    ["nothing", "", /is empty: it has no header line/],
    ["a NUL", "a\n\0\n", /NUL character in page 1 .* \(byte 3\)/],
    ["its header again", "a,b\n1,2\na,b\n", /The header of page 1 .* stands there again as row 2/],
    [
      "a second file behind the first",
      "a,b\n1,2\n\ufeff3,4\n",
      /Row 2 of page 1 .* begins with a byte order mark/,
    ],
    ["two marks", "\ufeff\ufeffa,b\n", /second byte order mark in the header of page 1/],
    ["values without end", `a,b\n1,${",".repeat(100_000)}`, /Row 1 of page 1 .* has more than 16,384 values/],
    ["blank lines without end", `a,b\n${"\n".repeat(6_000_000)}`, /4 MiB of nothing but blanks/],
    ["a row without end", `a,b\n1,${"x".repeat(35_000_000)}`, /A line of page 1 .* is longer than 32 MiB/],
    ["invalid UTF-8", Buffer.from([0x61, 0x0a, 0xff, 0x0a]), /not valid UTF-8 \(byte 3\)/],
  ])("with %s is an error", async (_name, body, message) => {
    expect(await messageFor(body, "text/csv")).toMatch(message);
  });

  test("may have Excel's line with the delimiter above its header", async () => {
    const body = "sep=;\r\nid;name\r\n1;Ann\r\n";
    expect(await dataFor(body, "text/csv", { delimiter: ";" })).toEqual([{ id: "1", name: "Ann" }]);
  });

  test.each([
    ["a;b\n1;2\n", /only 1 column in the header of page 1/],
    ['"a";"b"\n', /names in the header of page 1 .* are separated by `;`/],
    ["sep=;\na;b\n", /first line of page 1 .* says .* `;`/],
  ])("that needs another delimiter is a fault of the definition: %j", async (body, message) => {
    const { url } = await serve((_request, response) =>
      response.writeHead(200, { "content-type": "text/csv" }).end(body),
    );
    const stop = await stopOf(httpOf({ url }));
    expect(stop).toMatchObject({ kind: "definition", reason: { fix: 'Set delimiter: ";".' } });
    expect(stop.message).toMatch(message);
  });

  test("in an encoding that is not known or does not fit is an error", async () => {
    expect(await messageFor("a\n1\n", "text/csv; charset=klingon")).toContain(
      "its encoding is not known here",
    );
    expect(await messageFor(Buffer.from([0x61]), "text/csv; charset=utf-16le")).toContain(
      "not valid in its encoding",
    );
  });
});
