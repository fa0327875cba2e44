import type { Json } from "../../src/model/json.ts";

/** What the columns of EVERY_TYPE need, made by a superuser. */
export const OWN_TYPES = `
    create type mood as enum ('sad', 'ok', 'happy "quoted", {odd}');
    create domain score as numeric(10, 3) check (value >= 0);
    create domain when_seen as timestamptz;
    create type pair as (a int, b text);
    grant usage on type mood, score, when_seen, pair to reader`;

/** How the value a mapping sees follows from the database's own text. */
export type Expected = (text: string) => Json;
const same: Expected = (text) => text;
const number: Expected = (text) => Number(text);
const instant: Expected = (text) => text.replace(" ", "T").replace("+00", "Z");

/** name, expression over g (1 … n), expectation. */
export const EVERY_TYPE: readonly (readonly [name: string, sql: string, expected: Expected])[] = [
  ["int2", "(g % 65536 - 32768)::int2", number],
  ["int4", "(g * 10737 - 2147483648)::int4", number],
  [
    "int8",
    "(9007199254740991 - 100000 + g)::int8",
    (text) => (BigInt(text) <= 9007199254740991n ? Number(text) : text),
  ],
  ["oid", "(4294967295 - g)::oid", number],
  ["numeric", "(g * 12345678901234567890.123456789 / 7)::numeric(38, 9)", same],
  ["numeric_special", "(array['NaN', 'Infinity', '-Infinity', '0.00', '1e30'])[1 + g % 5]::numeric", same],
  ["float4", "(g / 7.0)::float4", number],
  ["float8", "sqrt(g::float8) * 1e300 / (g % 600 + 1)", number],
  ["float_special", "(array['NaN', 'Infinity', '-Infinity'])[1 + g % 3]::float8", same],
  ["bool", "g % 3 = 0", (text) => text === "true"],
  ["text", "repeat(chr(97 + g % 26), g % 40) || E'\\n\\t\"{,}\\\\ é 日本 😀'", same],
  ["varchar", "('v' || g)::varchar(20)", same],
  ["char", "('c' || g % 100)::char(8)", same],
  ["name", "('n' || g)::name", same],
  [
    "timestamptz",
    "'2000-01-01 00:00:00.000001+00'::timestamptz + g * interval '1 day 3:14:15.926535'",
    instant,
  ],
  ["timestamp", "'2024-03-31 02:30:00.5'::timestamp + g * interval '7 minutes 0.000001 s'", same],
  ["date", "'1900-02-28'::date + g", same],
  ["time", "'00:00:00.000001'::time + g * interval '0.431 s'", same],
  ["timetz", "('12:00:00.25'::time + g * interval '1 s')::timetz", same],
  [
    "interval",
    "make_interval(years => g % 30, months => g % 12, days => -g % 40, secs => g * 0.000001)",
    same,
  ],
  ["uuid", "md5(g::text)::uuid", same],
  ["enum", "(enum_range(null::mood))[1 + g % 3]", same],
  ["domain", "(g / 8.0)::score", same],
  ["bytea", "decode(md5(g::text), 'hex')", same],
  // The cast of an inet to text adds the /32 that its output leaves out.
  ["inet", "'10.0.0.0'::inet + g", (text) => text.replace("/32", "")],
  ["cidr", "set_masklen('10.0.0.0'::cidr + (g % 256) * 65536, 16)::cidr", same],
  ["macaddr", "('08:00:2b:00:00:' || lpad(to_hex(g % 256), 2, '0'))::macaddr", same],
  ["bit", "g::bit(20)", same],
  ["varbit", "(g % 1024)::bit(10)::varbit", same],
  ["point", "point(g, -g / 3.0)", same],
  ["int4range", "int4range(g, g + 10)", same],
  [
    "tstzrange",
    "tstzrange('2024-01-01+00'::timestamptz, '2024-01-01+00'::timestamptz + g * interval '1 s', '[]')",
    same,
  ],
  ["multirange", "int4multirange(int4range(g, g + 2), int4range(g + 5, g + 7))", same],
  ["xml", "('<a n=\"' || g || '\"/>')::xml", same],
  ["tsvector", "to_tsvector('simple', 'a b c ' || g)", same],
  [
    "jsonb",
    `jsonb_build_object('id', 9007199254740990 + g % 5, 'n', jsonb_build_array(g / 4.0, null, 'q"' || g))`,
    (text) => JSON.parse(text.replace(/900719925474099[2-9]/, '"$&"')),
  ],
  [
    "array",
    "array[[g, null], [-g, 0]]",
    (text) => JSON.parse(text.replace(/\{/g, "[").replace(/\}/g, "]").toLowerCase()),
  ],
];
