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
      channelBinding: "disable",
      connectTimeout: 10_000,
      statementTimeout: undefined,
      applicationName: "planhat-sync",
      options: undefined,
      startupOptions: true,
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
    ["postgres://u@h/d?sslmode=require&channel_binding=require", { channelBinding: "require" }],
    ["postgres://u@h/d?sslmode=require&sslnegotiation=direct", { directTls: true }],
    ["postgres://u@h/d?startup_options=off", { startupOptions: false }],
  ])("%s is read", (url, expected) => {
    expect(connectionTarget(url, {})).toMatchObject(expected);
  });

  test.each([
    ["postgres://u:canary@h:port/d", /cannot be read/],
    ["postgres://:canary@h/d", /names no user/],
    ["postgres://u:canary@a,b/d", /names several hosts|cannot be read/],
    ["postgres://u:canary%@h/d", /percent-encoding/],
    ["postgres://u:can#ary@h/d", /holds a #|cannot be read/],
    ["postgres://u:canary@h/d?sslmode=no-verify", /unknown sslmode/],
    ["postgres://u:canary@h/d?sslmodus=canary", /parameter that planhat-sync does not know/],
    ["postgres://u:canary@h/d?connect_timeout=canary", /connect_timeout that is no whole number/],
    ["postgres://u:canary@h/d?sslmode=require&sslmode=disable", /the parameter sslmode twice/],
    ["postgres://u:canary@h/d?sslmode=disable&ssl=true", /two different things about TLS/],
    ["postgres://u:canary@h/d?sslmode=verify-full&ssl=off", /two different things about TLS/],
    ["postgres://u:canary@h/d?sslrootcert=/canary.pem", /sslmode prefer, which does not check/],
    ["postgres://u:canary@h/d?sslmode=disable&sslrootcert=/canary.pem", /sslmode disable, which does not/],
    ["postgres://u:canary@h/d?sslmode=require&sslrootcert=system", /needs sslmode=verify-full/],
    ["postgres://u:canary@h/d?sslmode=require&sslcert=/canary.pem", /only one of sslcert and sslkey/],
    [
      "postgres://u:canary@h/d?sslmode=require&sslnegotiation=canary",
      /value of sslnegotiation that does not/,
    ],
    ["postgres://u:canary@h/d?sslnegotiation=direct", /sslnegotiation=direct, and sslmode prefer/],
    ["postgres://u:canary@h/d?sslmode=require&channel_binding=yes", /value of channel_binding that does not/],
    ["postgres://u:canary@h/d?channel_binding=require", /channel_binding=require, and sslmode prefer/],
    ["postgres://u:canary@h/d?startup_options=canary", /value of startup_options that does not exist/],
    [
      "postgres://u:canary@h/d?startup_options=off&options=-c%20canary",
      /has options, and startup_options=off/,
    ],
    ["postgres://u:canary@h:0/d", /port that does not exist/],
    ["postgres://u:canary@h/d?port=70000", /port that does not exist/],
    ["mysql://u:canary@h/d", /neither a name nor a postgres/],
    ["h:5432/canary", /neither a name nor a postgres/],
    ["host=h password=canary dbname=d", /neither a name nor a postgres/],
    ["password=canary", /neither a name nor a postgres/],
    ["canary-name", /There is no value for the connection "canary-name"/],
    ["toString", /There is no value for the connection "toString"/],
  ])("%s is refused without repeating it", (setting, message) => {
    const attempt = (): unknown => connectionTarget(setting, {});
    expect(attempt).toThrow(message);
    if (/[=/]/.test(setting)) expect(attempt).not.toThrow(/canary|ary@/);
  });

  test.each([
    ["true", "verify-full"],
    ["TRUE", "verify-full"],
    ["1", "verify-full"],
    ["yes", "verify-full"],
    ["On", "verify-full"],
    ["require", "require"],
    ["Require", "require"],
    ["verify-ca", "verify-ca"],
    ["verify-full", "verify-full"],
    ["prefer", "prefer"],
    ["disable", "disable"],
    ["false", "disable"],
    ["FALSE", "disable"],
    ["0", "disable"],
    ["no", "disable"],
    ["off", "disable"],
  ])("with ssl=%s means sslmode=%s", (ssl, sslMode) => {
    expect(connectionTarget(`postgres://u@h/d?ssl=${ssl}`, {})).toMatchObject({ sslMode });
    expect(connectionTarget(`postgres://u@h/d?sslmode=${sslMode.toUpperCase()}`, {})).toMatchObject({
      sslMode,
    });
  });

  test.each([
    "",
    "2",
    "-1",
    "enabled",
    "required",
    "tls",
    "no-verify",
    "allow",
    "t",
    "y",
    "true,false",
    "%20true",
  ])("with ssl=%j is refused: nobody knows whether it asks for TLS", (ssl) => {
    expect(() => connectionTarget(`postgres://u@h/d?ssl=${ssl}`, {})).toThrow(/has an unknown value of ssl/);
  });

  test.each([
    ["require", "require"],
    ["verify-ca", "verify-ca"],
    ["verify-full", "verify-full"],
  ])("with ssl=true and sslmode=%s keeps to sslmode", (sslmode, sslMode) => {
    expect(connectionTarget(`postgres://u@h/d?ssl=true&sslmode=${sslmode}`, {})).toMatchObject({ sslMode });
  });

  test("under a name is refused without repeating its URL", () => {
    expect(() => connectionTarget("db", { db: "canary" })).toThrow(
      'The URL of connection "db" does not begin with postgres://.',
    );
  });
});
