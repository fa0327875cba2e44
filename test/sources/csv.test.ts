import { appendFile, rename, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Row } from "../../src/model/row.ts";
import type { Source } from "../../src/model/source.ts";
import { Stop } from "../../src/model/stop.ts";
import { readAll } from "../contract/source-contract.ts";
import { runs } from "../support/effort.ts";
import { csvIn, csvOf, folderWith, writeCsv } from "./csv-folder.ts";

async function values(source: Source): Promise<readonly unknown[]> {
  return (await readAll(source)).map(({ data }) => ({ ...data }));
}

/** `definition`: what has to change is the definition, and not the file. */
async function stopOf(
  source: Source,
  kind: Stop["kind"] = "environment",
): Promise<{ readonly message: string; readonly hint: string }> {
  const thrown = await readAll(source).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(Stop);
  expect((thrown as Stop).kind).toBe(kind);
  const {
    message,
    reason: { fix = "" },
  } = thrown as Stop;
  return { message, hint: fix };
}

describe("[S5] line ends", () => {
  test.each([
    ["LF", "a,b\n1,2\n3,4\n"],
    ["CRLF", "a,b\r\n1,2\r\n3,4\r\n"],
    ["a lone CR", "a,b\r1,2\r3,4\r"],
    ["a mix", "a,b\r\n1,2\n3,4\r"],
    ["no end of the last line", "a,b\n1,2\n3,4"],
    ["blank lines", "\na,b\n\n1,2\r\n\r\n3,4\n\n\n"],
  ])("reads rows that end in %s", async (_name, content) => {
    expect(await values(await csvOf(content))).toEqual([
      { a: "1", b: "2" },
      { a: "3", b: "4" },
    ]);
  });

  test("counts lines through blank lines and through line ends within quotes", async () => {
    const content = 'a,b\r\n"x\r\ny",1\r\n\r\n2,"\n\n"\r\n3,4\r\n';
    const rows = await readAll(await csvOf(content));
    expect(rows.map(({ position }) => position)).toEqual([
      { row: 1, file: "data.csv", line: 2 },
      { row: 2, file: "data.csv", line: 5 },
      { row: 3, file: "data.csv", line: 8 },
    ]);
  });

  test("counts lines where pieces of the file meet", async () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => `id${index},"v\r\n${index}"`);
    const rows = await readAll(await csvOf(`id,v\r\n${lines.join("\r\n")}\r\n`));
    expect(rows.map(({ position }) => position.line)).toEqual(lines.map((_, index) => 2 + index * 2));
  });
});

describe("values", () => {
  test("are text to the letter", async () => {
    expect(await values(await csvOf('a,b, c\n 1 ,"x ""y""",\n'))).toEqual([
      { a: " 1 ", b: 'x "y"', " c": "" },
    ]);
  });

  test("are null only where nulls lists them exactly", async () => {
    const source = await csvOf("a,b,c\n,NULL,null\n", { nulls: ["", "NULL"] });
    expect(await values(source)).toEqual([{ a: null, b: null, c: "null" }]);
  });

  test("may be named by a list instead of the first line", async () => {
    expect(await values(await csvOf("1,2\n", { header: ["a", "b"] }))).toEqual([{ a: "1", b: "2" }]);
  });

  test("may stand between other delimiters", async () => {
    expect(await values(await csvOf('a;b\n"1;2";3\n', { delimiter: ";" }))).toEqual([{ a: "1;2", b: "3" }]);
  });

  test("[C17] come back as they were written, whatever they are", async () => {
    const text = fc.string({ unit: fc.constantFrom(..."aé😀 ,;\"'\t".split(""), "\n", "\r\n", "😀") });
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(text.map(wellFormed), { minLength: width, maxLength: width }), { maxLength: 20 }),
      );
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n", "\r"),
        async (rows, delimiter, lineEnd) => {
          const names = (rows[0] ?? ["x"]).map((_, index) => `c${index}`);
          const content = writeCsv([names, ...rows], delimiter, lineEnd);
          const read = await readAll(
            csvIn(process.cwd(), { path: "-", delimiter }, Readable.from([Buffer.from(content)])),
          );
          expect(read.map(({ data }) => names.map((name) => data[name]))).toEqual(rows);
        },
      ),
      { numRuns: runs(150) },
    );
  });
});

function wellFormed(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8").replaceAll("\ufffd", "?");
}

describe("[S3] encodings", () => {
  const content = "näme,b\nÄ€ß,2\n";
  const utf16be = Buffer.from(`\ufeff${content}`, "utf16le").swap16();
  test.each([
    ["UTF-8 with a mark", Buffer.from(`\ufeff${content}`), {}],
    [
      "UTF-16 little-endian with a mark",
      Buffer.from(`\ufeff${content}`, "utf16le"),
      { encoding: "utf-16le" },
    ],
    ["UTF-16 little-endian without", Buffer.from(content, "utf16le"), { encoding: "utf-16le" }],
    ["UTF-16 big-endian", utf16be, { encoding: "utf-16be" }],
    ["windows-1252", Buffer.from(content.replace("€", "\x80"), "latin1"), { encoding: "windows-1252" }],
  ])("reads %s", async (_name, bytes, settings) => {
    expect(await values(await csvOf(bytes, settings))).toEqual([{ näme: "Ä€ß", b: "2" }]);
  });

  test("reads latin1", async () => {
    expect(await values(await csvOf(Buffer.from("a\nÄß\n", "latin1"), { encoding: "latin1" }))).toEqual([
      { a: "Äß" },
    ]);
  });

  test.each(["utf-8", "utf-16le", "utf-16be"])("reads %s wherever its pieces are cut", async (encoding) => {
    const text = "a,b\nä€😀,x\n";
    const bytes = encoding === "utf-8" ? Buffer.from(text) : Buffer.from(text, "utf16le");
    if (encoding === "utf-16be") bytes.swap16();
    for (let cut = 0; cut <= bytes.length; cut++) {
      const stdin = Readable.from(
        [bytes.subarray(0, cut), bytes.subarray(cut)].filter(({ length }) => length > 0),
      );
      expect(await values(csvIn(process.cwd(), { path: "-", encoding }, stdin))).toEqual([
        { a: "ä€😀", b: "x" },
      ]);
    }
  });

  const prefix = "a,b\n1,2\n";
  test.each([
    ["an invalid byte", Buffer.from([0xff]), "utf-8", prefix.length],
    ["an overlong form", Buffer.from([0x78, 0xc0, 0xaf]), "utf-8", prefix.length + 1],
    ["an encoded surrogate", Buffer.from([0xed, 0xa0, 0x80, 0x41]), "utf-8", prefix.length],
    ["a character cut off by the end", Buffer.from([0x41, 0xe2, 0x82]), "utf-8", prefix.length + 1],
    ["a byte that windows-1252 does not have", Buffer.from([0x81]), "windows-1252", prefix.length],
  ])("refuses %s with its offset, and replaces nothing", async (_name, bytes, encoding, offset) => {
    const { message, hint } = await stopOf(
      await csvOf(Buffer.concat([Buffer.from(prefix), bytes]), { encoding }),
    );
    expect(message).toBe(`A byte is not valid ${encoding} at byte ${offset} of data.csv, near line 3.`);
    expect(hint).toMatch(/encoding/);
  });

  test("refuses half a surrogate pair and half a character of UTF-16", async () => {
    const half = Buffer.from("a\n\ud83dx", "utf16le");
    expect((await stopOf(await csvOf(half, { encoding: "utf-16le" }))).message).toMatch(/at byte 4 of/);
    const odd = Buffer.concat([Buffer.from("a\n1", "utf16le"), Buffer.from([65])]);
    expect((await stopOf(await csvOf(odd, { encoding: "utf-16le" }))).message).toMatch(/at byte 6 of/);
  });

  test("asks about UTF-16 where there are NUL characters or its mark", async () => {
    expect(await stopOf(await csvOf(Buffer.from("a,b\n1,2\n", "utf16le")))).toEqual({
      message: "There is a NUL character at byte 1 of data.csv, near line 1.",
      hint: "is it UTF-16? set encoding: utf-16le",
    });
    expect((await stopOf(await csvOf(Buffer.from("\ufeffa", "utf16le")), "definition")).hint).toBe(
      "set encoding: utf-16le",
    );
  });
});

describe("[S4] headers", () => {
  test.each([
    ["a,a\n", /Columns 1 and 2 have the same name/, /rename/],
    ["a, a\n", /Columns 1 and 2 have the same name/, /blanks/],
    ["a,,b\n", /Column 2 has no name/, /name the column/],
    ["a,b,\n", /Column 3 has no name/, /remove the delimiter at the end/],
    ["a, \n", /Column 2 has no name/, /name/],
    ["__proto__\n", /__proto__/, /rename/],
    ["a, __proto__ \n", /Column 2 is named __proto__/, /rename/],
    ["a,custom.__proto__\n", /Column 2 is named custom\.__proto__/, /rename/],
    ["", /data\.csv is empty/, /first line/],
    ["\n\n", /data\.csv is empty/, /header:/],
  ])("refuses %j", async (content, message, hint) => {
    const stop = await stopOf(await csvOf(content));
    expect(stop.message).toMatch(message);
    expect(stop.hint).toMatch(hint);
  });

  test.each([
    ["a;b\n1;2\n", /only 1 column.*delimiter `;`/, 'set delimiter: ";"'],
    ["a\tb\n", /only 1 column.*a tab/, 'set delimiter: "\\t"'],
    ["a|b\n", /only 1 column/, 'set delimiter: "|"'],
    ['"a";"b"\n1;2\n', /are separated by `;`, and the definition says `,`/, 'set delimiter: ";"'],
    ['a;"b"\n1;2\n', /are separated by `;`/, 'set delimiter: ";"'],
    ['"a"\t"b"\n', /are separated by a tab/, 'set delimiter: "\\t"'],
    [
      "sep=;\r\na;b\r\n1;2\r\n",
      /first line of data\.csv says .* `;`, and the definition says `,`/,
      'set delimiter: ";"',
    ],
    ["SEP=\t\na\tb\n", /separated by a tab/, 'set delimiter: "\\t"'],
    ['"sep=|"\na|b\n', /separated by `\|`/, 'set delimiter: "|"'],
  ])(
    "[S5] that need another delimiter than the definition has say which: %j",
    async (content, message, hint) => {
      const stop = await stopOf(await csvOf(content), "definition");
      expect(stop.message).toMatch(message);
      expect(stop.hint).toBe(hint);
    },
  );

  test.each([
    ["sep=,\na,b\n1,2\n", {}],
    ["sep=;\r\na;b\r\n1;2\r\n", { delimiter: ";" }],
    ['"sep=;"\na;b\n1;2\n', { delimiter: ";" }],
    ["\ufeffsep=\t\na\tb\n1\t2\n", { delimiter: "\t" }],
    ["\n\nSep=,\na,b\n1,2\n", {}],
    ["sep=,\n1,2\n", { header: ["a", "b"] }],
    [Buffer.from("\ufeffsep=;\r\na;b\r\n1;2\r\n", "utf16le"), { delimiter: ";", encoding: "utf-16le" }],
  ])("may have Excel's line with the delimiter above them: %j", async (content, settings) => {
    expect(await values(await csvOf(content, settings))).toEqual([{ a: "1", b: "2" }]);
  });

  test("keep the lines of their rows below Excel's line, and are told", async () => {
    const source = await csvOf("sep=;\na;b\n1;2\n", { delimiter: ";" });
    expect((await readAll(source)).map(({ position }) => position.line)).toEqual([3]);
    expect(await source.columns?.(new AbortController().signal)).toEqual([{ name: "a" }, { name: "b" }]);
  });

  test.each([
    ["in the middle", "a,b\n1,2\na,b\n3,4\n", "line 3"],
    ["at the end", "a,b\n1,2\na,b", "line 3"],
    ["at once", "a,b\na,b\n1,2\n", "line 2"],
    ["behind a byte order mark", "\ufeffa,b\n1,2\n\ufeffa,b\n3,4\n", "line 3"],
    ["in quotes", 'a,b\n1,2\n"a","b"\n', "line 3"],
    ["where there is one column", "email\nx@example.com\nemail\n", "line 3"],
    ["far down", `a,b\n${"1,2\n".repeat(50_000)}a,b\n`, "line 50002"],
  ])("that stand there again %s are no row", async (_where, content, line) => {
    const stop = await stopOf(await csvOf(content));
    expect(stop.message).toBe(
      `The header of data.csv stands there again in ${line}, where it would be read as a row.`,
    );
    expect(stop.hint).toMatch(/remove the line/);
  });

  test("that are listed, and stand in the first line too, are no row", async () => {
    const stop = await stopOf(await csvOf("a,b\n1,2\n", { header: ["a", "b"] }), "definition");
    expect(stop.message).toMatch(
      /^The first line of data\.csv holds the names that are listed under header:/,
    );
    expect(stop.hint).toMatch(/remove header:/);
    expect(await values(await csvOf("a,b\n1,2\n", { header: ["c", "d"] }))).toHaveLength(2);
  });

  test("alone make no rows", async () => {
    expect(await values(await csvOf("a,b\n"))).toEqual([]);
  });

  test("may come in another order in another file", async () => {
    const folder = await folderWith({ "b.csv": "x,y\n3,4\n", "a.csv": "y,x\n2,1\n" });
    const rows = await readAll(csvIn(folder, { path: "*.csv" }));
    expect(rows.map(({ data, position }) => ({ ...data, ...position }))).toEqual([
      { x: "1", y: "2", row: 1, file: "a.csv", line: 2 },
      { x: "3", y: "4", row: 2, file: "b.csv", line: 2 },
    ]);
  });

  test("must name the same columns in all files", async () => {
    const folder = await folderWith({ "a.csv": "x,y\n1,2\n", "b.csv": "x,z\n3,4\n" });
    expect(await stopOf(csvIn(folder, { path: "*.csv" }))).toEqual({
      message: "a.csv and b.csv have different columns.",
      hint: "b.csv lacks y; a.csv lacks z: give them the same columns, or read them with two syncs",
    });
  });
});

describe("[S3] a byte order mark", () => {
  const prefix = "\ufeffa,b\n1,2\n";
  test.each([
    ["twice at the start", "\ufeff\ufeffa,b\n1,2\n", {}, /begins with two byte order marks/],
    ["twice at the start, and quotes", '\ufeff\ufeff"a",b\n', {}, /byte order mark/],
    [
      "at the start of a row",
      `${prefix}\ufeff3,4\n`,
      {},
      /in the middle of data\.csv, at the start of line 3/,
    ],
    [
      "in front of a quote",
      `${prefix}\ufeff"3",4\n`,
      {},
      /in the middle of data\.csv, at the start of line 3/,
    ],
    [
      "in front of another header",
      `${prefix}\ufeffc,d\n`,
      {},
      /in the middle of data\.csv, at the start of line 3/,
    ],
    [
      "of UTF-16 at the start of a row",
      Buffer.from(`${prefix}\ufeff3,4\n`, "utf16le"),
      { encoding: "utf-16le" },
      /at the start of line 3/,
    ],
  ])("%s is an error, and no part of a name or value", async (_where, content, settings, message) => {
    expect((await stopOf(await csvOf(content, settings))).message).toMatch(message);
  });

  test.each([
    ["UTF-8 read as latin1", Buffer.from("\ufeffa,b\n"), "latin1", "utf-8"],
    ["UTF-8 read as windows-1252", Buffer.from("\ufeffa"), "windows-1252", "utf-8"],
    ["UTF-16 read as iso-8859-15", Buffer.from("\ufeffa", "utf16le"), "iso-8859-15", "utf-16le"],
    ["UTF-16 read the wrong way round", Buffer.from("\ufeffa", "utf16le"), "utf-16be", "utf-16le"],
    ["UTF-8 read as UTF-16", Buffer.from("\ufeffab\n"), "utf-16le", "utf-8"],
  ])("of %s says which encoding it is", async (_what, content, encoding, right) => {
    expect(await stopOf(await csvOf(content, { encoding }), "definition")).toEqual({
      message: `data.csv is not ${encoding}: it starts with the mark of ${right}.`,
      hint: `set encoding: ${right}`,
    });
  });

  test("within a value is a part of it", async () => {
    expect(await values(await csvOf("a,b\n1,\ufeff2\n3\ufeff,4\n"))).toEqual([
      { a: "1", b: "\ufeff2" },
      { a: "3\ufeff", b: "4" },
    ]);
  });
});

describe("columns", () => {
  const signal = new AbortController().signal;
  test.each([
    ["a,b\n1,2\n", {}],
    ["a,b\n", {}],
    ["1,2\n", { header: ["a", "b"] }],
  ])("of %j are told without reading the rows", async (content, settings) => {
    expect(await (await csvOf(content, settings)).columns?.(signal)).toEqual([{ name: "a" }, { name: "b" }]);
  });

  test("of standard input leave all of it to its reader", async () => {
    const chunks = ["a,", "b\n", "1,2\n", "3,4\n"].map((text) => Buffer.from(text));
    const source = csvIn(process.cwd(), { path: "-" }, Readable.from(chunks));
    for (let times = 0; times < 2; times++) {
      expect(await source.columns?.(signal)).toEqual([{ name: "a" }, { name: "b" }]);
    }
    expect((await readAll(source)).map(({ data }) => ({ ...data }))).toEqual([
      { a: "1", b: "2" },
      { a: "3", b: "4" },
    ]);
  });
});

describe("[S1] broken rows", () => {
  test.each([
    ["a,b\n1,2\n3\n", "The row at data.csv:3 has 1 value, but there are 2 columns.", /missing/],
    ["a,b\n1,2,3\n", "The row at data.csv:2 has 3 values, but there are 2 columns.", /double quotes/],
    [
      "Accounts on Monday\na,b\n1,2\n",
      "The row at data.csv:2 has 2 values, but there is 1 column.",
      /^is the line above it the header\? remove what stands before the header line/,
    ],
    ["a,b\n1,2,\n", "The row at data.csv:2 has 3 values, but there are 2 columns.", /ends in `,`/],
    [
      "a,b\n1;2\n",
      "The row at data.csv:2 has 1 value, but there are 2 columns.",
      /expected 2: is the delimiter `;`\?/,
    ],
    ['a,b\n1,2\n3,"4\n5,6\n', "A quote opens at data.csv:3, column 2 (b) and is not closed.", /close it/],
    ['a,b\n"1\n",2\n"\n","4\n', "A quote opens at data.csv:5, column 2 (b) and is not closed.", /close it/],
    ['a,b\n1,5" pipe\n', "A quote stands inside an unquoted value at data.csv:2, column 2 (b).", /5"" pipe/],
    ['"a" "b"\n', "Text follows the closing quote at data.csv:1, column 1.", /delimiter: the one/],
    ['a "b"\n', "A quote stands inside an unquoted value at data.csv:1, column 1.", /delimiter: the one/],
    ["a,b\n1,\0\n", "There is a NUL character at byte 6 of data.csv, near line 2.", /remove it/],
    ['a,b\n"1"x,2\n', "Text follows the closing quote at data.csv:2, column 1 (a).", /twice/],
  ])("stop the read of %j", async (content, message, hint) => {
    const stop = await stopOf(await csvOf(content));
    expect(stop.message).toBe(message);
    expect(stop.hint).toMatch(hint);
  });

  test("[S2] stop the read of an open quote within 1 MiB, however long the file is", async () => {
    let pieces = 0;
    const endless = Readable.from(
      (function* (): Iterable<Buffer> {
        yield Buffer.from('a,b\n1,"2\n');
        for (; pieces < 10_000; pieces++) yield Buffer.alloc(64 * 1024, "x,y\n");
      })(),
    );
    const { message } = await stopOf(csvIn(process.cwd(), { path: "-" }, endless));
    expect(message).toBe("A quote opens at stdin:2, column 2 (b) and is not closed.");
    expect(pieces).toBeLessThan(40);
  });

  test.each([
    ["in the header", ",", /^The row at stdin:1 has more than 16,384 values/],
    ["in a row", "a,b\n1,", /^The row at stdin:2 has more than 16,384 values/],
    ["in quotes", 'a,b\n"",', /^The row at stdin:2 has more than 16,384 values/],
  ])("stop the read of a row of any number of empty values %s", async (_where, start, message) => {
    let pieces = 0;
    const fields = Readable.from(
      (function* (): Iterable<Buffer> {
        yield Buffer.from(start);
        for (; pieces < 10_000; pieces++) yield Buffer.alloc(64 * 1024, start.includes('"') ? '"",' : ",");
      })(),
    );
    expect((await stopOf(csvIn(process.cwd(), { path: "-" }, fields))).message).toMatch(message);
    expect(pieces).toBeLessThan(10);
  });

  test("stop the read of more values than a spreadsheet has columns, and of no fewer", async () => {
    const names = Array.from({ length: 16_384 }, (_, index) => `c${index}`);
    const [row] = await values(await csvOf(`${names.join()}\n${names.map(() => "1").join()}\n`));
    expect(Object.keys(row ?? {})).toHaveLength(16_384);
    const { message } = await stopOf(await csvOf(`${names.join()},more\n`));
    expect(message).toMatch(/has more than 16,384 values/);
  });

  test.each(["\n", "\r\n", "\r"])("stop the read of blank lines without end: %j", async (line) => {
    let pieces = 0;
    const blank = Readable.from(
      (function* (): Iterable<Buffer> {
        yield Buffer.from("a,b\n1,2\n");
        for (; pieces < 10_000; pieces++) yield Buffer.alloc(64 * 1024, line);
      })(),
    );
    const stop = await stopOf(csvIn(process.cwd(), { path: "-" }, blank));
    expect(stop.message).toMatch(/^stdin has 5 MiB of blank lines in a row/);
    expect(pieces).toBeLessThan(200);
  });

  test("stop the read of a row that is larger than 1 MiB", async () => {
    const { message } = await stopOf(await csvOf(`a,b\n1,${"x".repeat(2_000_000)}\n`));
    expect(message).toBe("The row at data.csv:2, column 2 (b) is larger than 1 MiB.");
  });
});

describe("files", () => {
  test("are read in the order of their names' code units", async () => {
    const names = ["b.csv", "B.csv", "a/2.csv", "a/10.csv", "é.csv"];
    const folder = await folderWith(Object.fromEntries(names.map((name) => [`in/${name}`, `f\n${name}\n`])));
    const rows = await readAll(csvIn(folder, { path: "in/**/*.csv" }));
    expect(rows.map(({ position }) => position.file)).toEqual(names.map((name) => `in/${name}`).toSorted());
  });

  test("are unpacked where their name ends in .gz, in any number of members", async () => {
    const packed = Buffer.concat([gzipSync("a,b\n1,2\n"), gzipSync("3,4\n")]);
    const folder = await folderWith({ "data.csv.gz": packed });
    expect(await values(csvIn(folder, { path: "data.csv.gz" }))).toEqual([
      { a: "1", b: "2" },
      { a: "3", b: "4" },
    ]);
  });

  test("that are packed and cut off or damaged are an error", async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `${index},${index * 7919}`);
    const packed = gzipSync(`a,b\n${lines.join("\n")}\n`);
    const folder = await folderWith({
      "cut.csv.gz": packed.subarray(0, -9),
      "tail.csv.gz": packed.subarray(0, -1),
      "plain.csv.gz": "a,b\n",
    });
    expect((await stopOf(csvIn(folder, { path: "cut.csv.gz" }))).message).toMatch(
      /^The packed CSV file cut\.csv\.gz is cut off after \d+ bytes\.$/,
    );
    expect((await stopOf(csvIn(folder, { path: "tail.csv.gz" }))).message).toMatch(/is cut off/);
    expect((await stopOf(csvIn(folder, { path: "plain.csv.gz" }))).message).toMatch(
      /is damaged within its first 4 bytes/,
    );
  });

  test("that are packed are left when the signal fires", async () => {
    const folder = await folderWith({ "data.csv.gz": gzipSync(`a,b\n${"1,2\n".repeat(200_000)}`) });
    const abort = new AbortController();
    const reason = new Error("enough");
    const read = async (): Promise<void> => {
      const source = csvIn(folder, { path: "data.csv.gz" });
      for await (const _rows of source.read({ signal: abort.signal })) abort.abort(reason);
    };
    await expect(read()).rejects.toBe(reason);
  });

  test("that no name or pattern finds are an error", async () => {
    const folder = await folderWith({});
    expect((await stopOf(csvIn(folder, { path: "no.csv" }))).message).toBe(
      "The CSV file no.csv cannot be found.",
    );
    expect((await stopOf(csvIn(folder, { path: "in/*.csv" }))).message).toBe("No CSV file matches in/*.csv.");
  });

  test("must be regular files inside the project folder", async () => {
    const outside = await folderWith({ "secret.csv": "a\n1\n" });
    const folder = await folderWith({ "in/data.csv": "a\n1\n" });
    await symlink(join(outside, "secret.csv"), join(folder, "link.csv"));
    await symlink(outside, join(folder, "linked"));
    await symlink(join(folder, "in/data.csv"), join(folder, "inside.csv"));
    const stops = [
      ["link.csv", /outside/],
      ["linked/*.csv", /outside|No CSV file/],
      ["l*.csv", /outside/],
      [join(outside, "secret.csv"), /outside/],
      ["../*/secret.csv", /leaves the project folder/],
      ["/dev/zero", /outside/],
      ["in", /not a regular file/],
    ] as const;
    for (const [path, message] of stops)
      expect((await stopOf(csvIn(folder, { path }))).message).toMatch(message);
    expect(await values(csvIn(folder, { path: "inside.csv" }))).toEqual([{ a: "1" }]);
  });

  const long = `a,b\n${"1,2\n".repeat(100_000)}`;
  test.each([
    ["grows", (path: string) => appendFile(path, "3,4\n"), /changed while it was read/],
    ["shrinks", (path: string) => truncate(path, long.length - 40_000), /changed while it was read/],
    ["is deleted", (path: string) => rm(path), /was deleted while it was read/],
    [
      "is replaced",
      async (path: string) => {
        await writeFile(`${path}.new`, long);
        await rename(`${path}.new`, path);
      },
      /was replaced while it was read/,
    ],
  ])("[S6] that %s while it is read are an error", async (_name, change, message) => {
    const folder = await folderWith({ "data.csv": long });
    let changed = false;
    const read = async (): Promise<void> => {
      for await (const _rows of csvIn(folder, { path: "data.csv" }).read({
        signal: new AbortController().signal,
      })) {
        if (!changed) await change(join(folder, "data.csv"));
        changed = true;
      }
    };
    await expect(read()).rejects.toThrow(message);
  });
});

describe("standard input", () => {
  test("is read once", async () => {
    const source = csvIn(process.cwd(), { path: "-" }, Readable.from([Buffer.from("a\n1\n")]));
    const rows = await readAll(source);
    expect(rows).toEqual<readonly Row[]>([
      { position: { row: 1, file: "stdin", line: 2 }, data: { a: "1" } },
    ]);
    expect((await stopOf(source)).message).toMatch(/only once/);
  });

  test("that stays silent is left when the signal fires", async () => {
    const silent = new PassThrough();
    const abort = new AbortController();
    const read = readAll(csvIn(process.cwd(), { path: "-" }, silent), abort.signal);
    abort.abort(new Error("enough"));
    await expect(read).rejects.toThrow("enough");
  });
});

test("tells one state of its files from another without reading them, and names them for whoever watches", async () => {
  const folder = await folderWith({ "data/a.csv": "id\n1\n" });
  const source = csvIn(folder, { path: "data/*.csv" });
  const first = await source.version?.();
  expect(await source.version?.()).toBe(first);
  await writeFile(join(folder, "data/b.csv"), "id\n2\n");
  const second = await source.version?.();
  expect(second).not.toBe(first);
  await writeFile(join(folder, "data/a.csv"), "id\n33\n");
  expect(await source.version?.()).not.toBe(second);
  expect(source.files).toEqual(["data/*.csv"]);
  expect(csvIn(folder, { path: "-" }).version).toBeUndefined();
});
