import fc from "fast-check";
import jsonata from "jsonata";
import { describe, expect, test } from "vitest";
import { compileExpression } from "../../src/expression/compile-expression.ts";
import { EvaluationError } from "../../src/model/expression.ts";
import { runs } from "../support/effort.ts";

const RUN_START = Date.UTC(2024, 1, 29, 12, 30, 15, 123);

function evaluate(text: string, row = {}): unknown {
  const result = compileExpression(text);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(" "));
  return result.expression.evaluate(row, { runStart: RUN_START });
}

function failureOf(text: string, row = {}): EvaluationError {
  try {
    evaluate(text, row);
  } catch (error) {
    expect(error).toBeInstanceOf(EvaluationError);
    return error as EvaluationError;
  }
  throw new Error(`${text} over ${JSON.stringify(row)} did not fail`);
}

function codeOf(text: string, row = {}): string {
  return failureOf(text, row).code;
}

function read(text: string, picture: string): unknown {
  const millis = evaluate("$toMillis(text, picture)", { text, picture });
  return typeof millis === "number" ? new Date(millis).toISOString() : millis;
}

describe("$toMillis with a picture", () => {
  test.each([
    ["2024-02-29", "[Y]-[M]-[D]", "2024-02-29T00:00:00.000Z"],
    ["29.2.2024", "[D].[M].[Y]", "2024-02-29T00:00:00.000Z"],
    ["20240229", "[Y0001][M01][D01]", "2024-02-29T00:00:00.000Z"],
    ["12/31/2025 23:59:59.5", "[M]/[D]/[Y] [H]:[m]:[s].[f]", "2025-12-31T23:59:59.500Z"],
    ["2025-12-31 24:00", "[Y]-[M]-[D] [H]:[m]", "2026-01-01T00:00:00.000Z"],
    ["12/31/2025 12:05 AM", "[M]/[D]/[Y] [h]:[m] [P]", "2025-12-31T00:05:00.000Z"],
    ["12/31/2025 12:05 Pm", "[M]/[D]/[Y] [h]:[m] [P]", "2025-12-31T12:05:00.000Z"],
    ["2024-366", "[Y]-[d]", "2024-12-31T00:00:00.000Z"],
    // Names in any case, and of the day, which says nothing new, in any language.
    ["13 APRIL 2025", "[D] [MNn] [Y]", "2025-04-13T00:00:00.000Z"],
    ["13-APR-2025", "[D]-[MNn,3-3]-[Y]", "2025-04-13T00:00:00.000Z"],
    ["13 april 2025", "[D] [MN] [Y]", "2025-04-13T00:00:00.000Z"],
    ["SUNDAY, 13 April 2025", "[FNn], [D] [MNn] [Y]", "2025-04-13T00:00:00.000Z"],
    ["Sonntag, 13 April 2025", "[FNn], [D] [MNn] [Y]", "2025-04-13T00:00:00.000Z"],
    ["1st June 2025", "[D1o] [MNn] [Y]", "2025-06-01T00:00:00.000Z"],
    ["twenty-second MMXXV", "[Dwo] [YI]", undefined],
    ["2025-06-01T10:00-03:30", "[Y]-[M]-[D]T[H]:[m][Z]", "2025-06-01T13:30:00.000Z"],
    ["2025-06-01T10:00+0530", "[Y]-[M]-[D]T[H]:[m][Z0001]", "2025-06-01T04:30:00.000Z"],
    ["2025-06-01T10:00 GMT-2", "[Y]-[M]-[D]T[H]:[m] [z0]", "2025-06-01T12:00:00.000Z"],
  ])("reads %s by %s", (text, picture, iso) => {
    if (iso !== undefined) expect(read(text, picture)).toBe(iso);
    else expect(codeOf("$toMillis(t, p)", { t: text, p: picture })).toBe("D3136");
  });

  test.each([
    ["02/30/2025", "[M]/[D]/[Y]"],
    ["29.02.2023", "[D].[M].[Y]"],
    ["31 Apr 2025", "[D] [MNn,3-3] [Y]"],
    ["13/04/2025", "[M]/[D]/[Y]"],
    ["2025-00-10", "[Y]-[M]-[D]"],
    ["2025-01-00", "[Y]-[M]-[D]"],
    ["20250230", "[Y0001][M01][D01]"],
    ["2025-12-31 25:01", "[Y]-[M]-[D] [H]:[m]"],
    ["2025-12-31 24:01", "[Y]-[M]-[D] [H]:[m]"],
    ["2025-12-31 10:61", "[Y]-[M]-[D] [H]:[m]"],
    ["2025-12-31 10:10:60", "[Y]-[M]-[D] [H]:[m]:[s]"],
    ["2025-12-31 13:05 pm", "[Y]-[M]-[D] [h]:[m] [P]"],
    ["2025-366", "[Y]-[d]"],
    ["2024-367", "[Y]-[d]"],
    ["2025-06-01T10:00+15:00", "[Y]-[M]-[D]T[H]:[m][Z]"],
    ["2025-06-01T10:00+05:75", "[Y]-[M]-[D]T[H]:[m][Z]"],
    // Of the year of the run, which is a leap year, but not of the next one.
    ["30 Feb", "[D] [MNn,3-3]"],
  ])("[T7, C16] refuses %s by %s: there is no such day or time", (text, picture) => {
    expect(codeOf("$toMillis(t, p)", { t: text, p: picture })).toBe("no-such-date");
  });

  test.each([
    ["13 Avril 2025", "[D] [MNn] [Y]"],
    ["13 Mai 2025", "[D] [MNn] [Y]"],
    ["10:00 xm", "[h]:[m] [P]"],
  ])("names the value where a word is no month and no half of a day: %s by %s", (text, picture) => {
    const { reason } = failureOf("$toMillis(t, p)", { t: text, p: picture });
    expect(reason).toMatchObject({ code: "no-such-name", detail: `It was given "${text}".` });
  });

  test.each([
    ["13/04/25", "[D]/[M]/[Y]"],
    ["130425", "[D01][M01][Y01]"],
    ["1/1/7", "[D]/[M]/[Y]"],
  ])("refuses the short year of %s, which jsonata takes for one of the last century", (text, picture) => {
    expect(codeOf("$toMillis(t, p)", { t: text, p: picture })).toBe("short-year");
  });

  test("gives no value for a text in another form, so that a second picture can follow", () => {
    expect(read("2025-04-13", "[M]/[D]/[Y]")).toBeUndefined();
    const both = '$fromMillis($toMillis(d, "[D].[M].[Y]") ?? $toMillis(d))';
    expect(evaluate(both, { d: "13.04.2025" })).toBe("2025-04-13T00:00:00.000Z");
    expect(evaluate(both, { d: "2025-04-13" })).toBe("2025-04-13T00:00:00.000Z");
  });

  test.each([
    ["[Y", "D3135"],
    ["[Q]", "D3132"],
    ["[YN]", "D3133"],
    ["[C]", "D3133"],
    ["[Yx]", "D3130"],
    ["[X]-[W]-[F1]", "D3136"],
    ["[Y,x]", "picture-width"],
    ["[Y,1000]", "picture-width"],
    ["[Y]".repeat(70), "picture-too-long"],
  ])("fails with the picture %s as %s", (picture, code) => {
    expect(codeOf("$toMillis(t, p)", { t: "2025-1-1", p: picture })).toBe(code);
  });

  test("gives what jsonata gives wherever the day exists", async () => {
    const pictures = [
      "[Y0001]-[M01]-[D01]",
      "[D]/[M]/[Y]",
      "[D1o] [MNn] [Y]",
      "[FNn,*-3], [D01] [MNn,3-3] [Y0001] [H01]:[m01]:[s01]",
      "[M]/[D]/[Y] [h]:[m01] [P]",
      "[Y0001][M01][D01][H01][m01]",
      "[Y]-[d]",
      "[Dw] [MNn] [Yw]",
      "[DI].[MI].[YI]",
      "[Y]-[M]-[D]T[H]:[m]:[s].[f001][Z]",
      "[Y]-[M]-[D] [z]",
    ];
    const millis = fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(9999, 11, 31) });
    await fc.assert(
      fc.asyncProperty(millis, fc.constantFrom(...pictures), async (time, picture) => {
        const row = { time, picture };
        const theirs = await jsonata("$toMillis($fromMillis(time, picture), picture)").evaluate(row);
        expect(evaluate("$toMillis($fromMillis(time, picture), picture)", row)).toBe(theirs);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe("$fromMillis", () => {
  const written = (zone: string) =>
    evaluate('$fromMillis(1609459200000, "[Y0001]-[M01]-[D01] [H01]:[m01] [Z]", zone)', { zone });

  test.each([
    ["+0500", "2021-01-01 05:00 +05:00"],
    ["+0530", "2021-01-01 05:30 +05:30"],
    ["0530", "2021-01-01 05:30 +05:30"],
    ["+0000", "2021-01-01 00:00 +00:00"],
    ["-0000", "2021-01-01 00:00 +00:00"],
    ["-0800", "2020-12-31 16:00 -08:00"],
    ["-0330", "2020-12-31 20:30 -03:30"],
    ["-0930", "2020-12-31 14:30 -09:30"],
    ["-0230", "2020-12-31 21:30 -02:30"],
    ["-0130", "2020-12-31 22:30 -01:30"],
    ["-0030", "2020-12-31 23:30 -00:30"],
    ["+1400", "2021-01-01 14:00 +14:00"],
  ])("with %s writes %s", (zone, text) => {
    expect(written(zone)).toBe(text);
  });

  test("writes halves of negative offsets by any picture of a zone", () => {
    const zone = (picture: string) => evaluate("$fromMillis(0, p, '-0330')", { p: picture });
    expect([zone("[Z0]"), zone("[Z0101]"), zone("[z]"), zone("[Z00:00t]")]).toEqual([
      "-3:30",
      "-0330",
      "GMT-03:30",
      "-03:30",
    ]);
    expect(evaluate('$now("[H01]:[m01]", "-0330")')).toBe("09:00");
    expect(evaluate("$fromMillis(0, (), '-0330')")).toBe("1969-12-31T20:30:00.000-03:30");
  });

  test.each(["+05:00", "Europe/Oslo", "UTC", "Z", "5", "+5", "+1500", "+0575", ""])(
    "refuses %j, which is no offset, and says what is one",
    (zone) => {
      const { reason } = failureOf('$fromMillis(0, "[H]", zone)', { zone });
      expect(reason).toMatchObject({ code: "zone-offset", fix: expect.stringContaining('"+0530"') });
      expect(codeOf('$now("[H]", zone)', { zone })).toBe("zone-offset");
      expect(codeOf('$map([0], $fromMillis(?, "[H]", zone))', { zone })).toBe("zone-offset");
    },
  );

  test.each([8.7e15, -1e300, 1e21])("refuses %d, which is no time", (millis) => {
    expect(codeOf("$fromMillis(m)", { m: millis })).toBe("beyond-dates");
  });

  test("gives what jsonata gives for whole hours and for halves east of Greenwich", async () => {
    const zones = ["+0000", "+0100", "+0530", "+1245", "-0100", "-0800", "-1200"];
    const pictures = [
      "[Y0001]-[M01]-[D01] [H01]:[m01] [Z]",
      "[FNn] [W] [w] [X] [d] [z]",
      "[h]:[m] [PN] [Z0101t]",
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: -1e13, max: 1e13 }),
        fc.constantFrom(...pictures),
        fc.constantFrom(...zones),
        async (time, picture, zone) => {
          const row = { time, picture, zone };
          const text = "$fromMillis(time, picture, zone)";
          expect(evaluate(text, row)).toBe(await jsonata(text).evaluate(row));
        },
      ),
      { numRuns: runs(200) },
    );
  });
});
