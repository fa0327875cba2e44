import { describe, expect, test } from "vitest";
import { mayTryAgain, type Outlook } from "../../src/model/transience.ts";
import { networkFailure } from "../../src/planhat/api/client.ts";
import { final, outlookOf } from "../../src/planhat/api/retrying.ts";
import { connectFailure } from "../../src/postgres/connect-failure.ts";
import { connectionFrom } from "../../src/postgres/connection-url.ts";
import type { Failure } from "../../src/postgres/failure.ts";
import { attempts } from "../../src/sources/http/attempts.ts";
import { classifyFailure, type ExchangeFailure } from "../../src/sources/http/exchange-failure.ts";
import { queryFailure } from "../../src/sources/postgres/query-failure.ts";
import { postgresFailure } from "../../src/state/postgres/postgres-stop.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const plain = (text: string): string => text;
const { target: TARGET } = connectionFrom("postgres://reader@db.example.com/data", 'connection "db"');
const WHERE = { place: "db", schema: "state", redact: plain };
const QUERY = { text: { sql: "select 1", where: "the query" }, prefix: 0, rows: 0, isOpen: false };

/** The rooms that decide about failures of a connection, and what each says. */
const ROOMS: Readonly<Record<string, (error: Error) => Outlook>> = {
  Planhat: (error) => outlookOf(networkFailure(error, 1000)),
  "an HTTP source": (error) =>
    (classifyFailure(error, new URL("https://api.example.com")) as ExchangeFailure).outlook,
  "a connection to PostgreSQL": (error) => connectFailure(error, TARGET, plain).outlook,
  "a query of PostgreSQL": (error) => queryFailure(error, TARGET, QUERY, plain).outlook,
};

/** Codes of the network, and the system call that failed. */
const CODES: readonly (readonly [code: string, syscall: string | undefined])[] = [
  ["ECONNREFUSED", "connect"],
  ["ECONNRESET", "read"],
  ["EPIPE", "write"],
  ["ETIMEDOUT", "connect"],
  ["ETIMEDOUT", "read"],
  ["EHOSTUNREACH", "connect"],
  ["EHOSTUNREACH", "read"],
  ["ENETUNREACH", "connect"],
  ["ENETDOWN", "connect"],
  ["EAI_AGAIN", "getaddrinfo"],
  ["ENOTFOUND", "getaddrinfo"],
  ["EACCES", "connect"],
  ["EPROTO", "write"],
  ["ERR_SSL_WRONG_VERSION_NUMBER", undefined],
  ["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", undefined],
  ["ERR_TLS_CERT_ALTNAME_INVALID", undefined],
  ["CERT_HAS_EXPIRED", undefined],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", undefined],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", undefined],
];

test.each(CODES)("of %s (%s) every room says the same", (code, syscall) => {
  const error = Object.assign(new Error(code), { code, ...(syscall === undefined ? {} : { syscall }) });
  const said = Object.entries(ROOMS).map(([room, outlookIn]) => [room, outlookIn(error)]);
  const [, first] = said[0] ?? [];
  expect(said).toEqual(said.map(([room]) => [room, first]));
});

describe("of a SQLSTATE the connection, the source and the state say the same", () => {
  test.each([
    "08000 08004 08006 0A000 25006 25P03 25P04 28P01 3D000 40001 40003 40P01 42501 53100 53300 55P03 57014",
    "57P01 57P02 57P03 57P04 57P05 XX000",
  ])("%s", (codes) => {
    for (const code of codes.split(" ")) {
      const error = Object.assign(new Error(code), { code, severity: "ERROR" });
      const connecting = connectFailure(error, TARGET, plain).outlook;
      const querying = queryFailure(error, TARGET, QUERY, plain).outlook;
      const state = (postgresFailure(error, WHERE, true) as Failure).outlook;
      expect({ code, querying, state }).toEqual({ code, querying: connecting, state: connecting });
    }
  });
});

test("of a status Planhat and an HTTP source say the same, but for 202 and 409", async () => {
  const differs: number[] = [];
  for (let status = 100; status < 600; status++) {
    if (isAskedAgainOfPlanhat(status) !== (await isAskedAgainOfSource(status))) differs.push(status);
  }
  expect(differs).toEqual([202, 409]);
});

function isAskedAgainOfPlanhat(status: number): boolean {
  try {
    final({ status, headers: {}, text: "" });
    return false;
  } catch (error) {
    return mayTryAgain(outlookOf(error), "freely");
  }
}

async function isAskedAgainOfSource(status: number): Promise<boolean> {
  let calls = 0;
  const send = () => {
    calls += 1;
    return Promise.resolve({ status: calls === 1 ? status : 200, headers: {}, chunks: [], sized: true });
  };
  await attempts(send, {
    subject: "page 1",
    patience: 60_000,
    clock: virtualClock(),
    random: () => 0,
    limit: undefined,
    redact: plain,
    warn: () => undefined,
    signal: new AbortController().signal,
  });
  return calls === 2;
}
