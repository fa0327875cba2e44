import { describe, expect, test } from "vitest";
import { connectionTarget } from "../../../src/sources/postgres/connection-target.ts";

describe("a connection", () => {
  test("is looked up by its name, with defaults for what its URL leaves out", () => {
    expect(connectionTarget("db", { db: "postgres://me@db.example" })).toEqual({
      label: 'connection "db"',
      host: "db.example",
      port: 5432,
      user: "me",
      password: undefined,
      database: "me",
      sslMode: "prefer",
      sslRootCert: undefined,
      sslCert: undefined,
      sslKey: undefined,
      directTls: false,
      channelBinding: false,
      connectTimeout: 10_000,
      statementTimeout: undefined,
      applicationName: "planhat-sync",
      options: undefined,
    });
  });

  test.each([
    [
      "postgres://u:p%40%2F%23%3A%25@h:6543/d%20b",
      { user: "u", password: "p@/#:%", host: "h", port: 6543, database: "d b" },
    ],
    ["postgresql://u:p@[::1]/d", { host: "::1" }],
    ["postgres://u:p@/d?host=/var/run/postgresql&port=5433", { host: "/var/run/postgresql", port: 5433 }],
    ["postgres://u:p@%2Ftmp%2Fsocket/d", { host: "/tmp/socket" }],
    ["postgres://h/d?user=u&password=p%26q", { user: "u", password: "p&q" }],
    [
      "postgres://u@h/d?sslmode=verify-full&sslrootcert=/ca.pem",
      { sslMode: "verify-full", sslRootCert: "/ca.pem" },
    ],
    ["postgres://u@h/d?ssl=true", { sslMode: "verify-full" }],
    ["postgres://u@h/d?connect_timeout=3&statement_timeout=0", { connectTimeout: 3000, statementTimeout: 0 }],
    ["postgres://u@h/d?sslmode=require&channel_binding=require", { channelBinding: true }],
  ])("%s is read", (url, expected) => {
    expect(connectionTarget(url, {})).toMatchObject(expected);
  });

  test.each([
    ["postgres://u:canary@h:port/d", /cannot be read/],
    ["postgres://:canary@h/d", /names no user/],
    ["postgres://u:canary@a,b/d", /names several hosts|cannot be read/],
    ["postgres://u:canary%@h/d", /percent-encoding/],
    ["postgres://u:can#ary@h/d", /holds a #|cannot be read/],
    ["postgres://u:canary@h/d?sslmode=no-verify", /sslmode that does not exist/],
    ["postgres://u:canary@h/d?sslmodus=canary", /parameter that planhat-sync does not know/],
    ["postgres://u:canary@h/d?connect_timeout=canary", /connect_timeout that is no whole number/],
    ["mysql://u:canary@h/d", /neither a name nor a postgres/],
    ["h:5432/canary", /neither a name nor a postgres/],
    ["canary-name", /There is no value for the connection "canary-name"/],
    ["toString", /There is no value for the connection "toString"/],
  ])("%s is refused without repeating it", (setting, message) => {
    const attempt = (): unknown => connectionTarget(setting, {});
    expect(attempt).toThrow(message);
    if (setting.includes("/")) expect(attempt).not.toThrow(/canary|ary@/);
  });

  test("under a name is refused without repeating its URL", () => {
    expect(() => connectionTarget("db", { db: "canary" })).toThrow(
      'The URL of connection "db" does not begin with postgres://.',
    );
  });
});
