import { readFileSync, writeFileSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { withinTime } from "../../../src/app/source/within-time.ts";
import { postgresSource } from "../../../src/sources/postgres/postgres-source.ts";
import { patient } from "../../support/effort.ts";
import { type PostgresServer, startOwnPostgres } from "../../support/postgres-server.ts";
import { contextOf, dataOf, rowsOf, sourceAt, stopOf } from "./context.ts";
import { selfSigned } from "./self-signed.ts";

const SERIES = "select g as id, repeat('x', 100) as filler from generate_series(1, 20000) g";
const NEVER = new AbortController().signal;
const tls = selfSigned("localhost");
const other = selfSigned("localhost");

let server: PostgresServer;
let port: number;
beforeAll(async () => {
  server = await startOwnPostgres({
    flags: ["-c", "ssl=on", "-c", "ssl_cert_file=../server.crt", "-c", "ssl_key_file=../server.key"],
    files: { "server.crt": tls.cert, "server.key": tls.key },
  });
  port = Number(new URL(server.url).port);
  writeFileSync(join(server.dir, "ca.pem"), tls.cert);
  writeFileSync(join(server.dir, "other.pem"), other.cert);
});
afterAll(() => server.stop());

const servers: Server[] = [];
const sockets = new Set<Socket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  for (const each of servers.splice(0)) each.close();
});

/** A server of our own on loopback; answers its port. */
function listen(onConnection: (socket: Socket) => void): Promise<number> {
  const listener = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    onConnection(socket);
  });
  servers.push(listener);
  return new Promise((done) => {
    listener.listen(0, "127.0.0.1", () => done((listener.address() as { port: number }).port));
  });
}

function urlAt(otherPort: number, params = "sslmode=disable"): string {
  return `${server.url.replace(`:${port}/`, `:${otherPort}/`)}?${params}`;
}

/** The messages a server begins with: an ErrorResponse. */
function errorResponse(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write("E");
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

describe("a connection that is lost", () => {
  async function readUntil(
    rows: number,
    then: () => unknown,
    url = server.url,
  ): Promise<{ read: number; error: unknown }> {
    let read = 0;
    try {
      for await (const part of sourceAt(url, { query: SERIES }).read({ signal: NEVER })) {
        read += part.length;
        if (read === rows) await then();
      }
    } catch (error) {
      return { read, error };
    }
    return { read, error: undefined };
  }

  test("[S11] because the server ended it is an error with the rows read, never the end of the data", async () => {
    const { read, error } = await readUntil(10_000, () =>
      server.query("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'reader'"),
    );
    expect(read).toBeLessThan(20_000);
    expect(error).toMatchObject({
      kind: "environment",
      reason: expect.objectContaining({ fix: expect.stringMatching(/run the command again/) }),
    });
    // The server's last word is lost where the connection ends before it is read.
    expect(String(error)).toMatch(
      /The connection was lost \(connection "db"\)( \(57P01\))? after 1\d000 rows\./,
    );
  });

  test.each(["destroy", "end", "reset"] as const)(
    "[S12] because the network let it %s is one too",
    async (how) => {
      const pipes: Socket[] = [];
      const proxy = await listen((socket) => {
        const upstream = connect(port, "127.0.0.1");
        sockets.add(upstream);
        upstream.on("error", () => undefined);
        socket.pipe(upstream, { end: false });
        upstream.pipe(socket, { end: false });
        pipes.push(socket);
      });
      const cut = (): void => {
        for (const pipe of pipes) {
          if (how === "reset") pipe.resetAndDestroy();
          else pipe[how]();
        }
      };
      const { read, error } = await readUntil(10_000, cut, urlAt(proxy));
      expect(read).toBeLessThan(20_000);
      expect(error).toMatchObject({ kind: "environment" });
      expect(String(error)).toMatch(/The connection was lost .*after 1\d000 rows/);
    },
  );

  test("[S12] because the network falls silent is left when the time of the read is over, with the rows read", async () => {
    const pipes: Socket[] = [];
    const proxy = await listen((socket) => {
      const upstream = connect(port, "127.0.0.1");
      sockets.add(upstream);
      upstream.on("error", () => undefined);
      socket.pipe(upstream).pipe(socket);
      pipes.push(socket, upstream);
    });
    // As a cable that is pulled: neither side hears of an end.
    const silence = (): void => {
      for (const pipe of pipes) pipe.unpipe().pause();
    };
    const source = sourceAt(urlAt(proxy), { query: SERIES });
    let read = 0;
    const stop = await (async () => {
      for await (const part of withinTime(source.read, patient(3000))({ signal: NEVER })) {
        read += part.length;
        if (read === 1000) silence();
      }
    })().catch((error: unknown) => error);
    expect(read).toBeLessThan(20_000);
    expect(stop).toMatchObject({ kind: "environment" });
    expect(String(stop)).toMatch(/The source was not read to its end within .*[12],000 rows so far\./);
  });

  test("does not matter to a read that was left before", async () => {
    for await (const _rows of sourceAt(server.url, { query: SERIES }).read({ signal: NEVER })) break;
    expect(await backends()).toBe(0);
  });
});

/** Connections of the ordinary role, once the server has noticed those that are gone. */
async function backends(): Promise<number> {
  for (let attempt = 0; ; attempt++) {
    const [row] = await server.query("select count(*) as n from pg_stat_activity where usename = 'reader'");
    if (row?.["n"] === "0" || attempt === 200) return Number(row?.["n"]);
    await server.query("select pg_sleep(0.01)");
  }
}

test("[S29] no more is read ahead of its consumer than one array", async () => {
  let bytes = 0;
  const proxy = await listen((socket) => {
    const upstream = connect(port, "127.0.0.1");
    sockets.add(upstream);
    upstream.on("error", () => undefined);
    upstream.on("data", (chunk) => {
      bytes += chunk.length;
    });
    socket.pipe(upstream).pipe(socket);
  });
  const seen: number[] = [];
  for await (const rows of sourceAt(urlAt(proxy), { query: SERIES }).read({ signal: NEVER })) {
    // Time for the server to send whatever it was asked for.
    for (let round = 0; round < 20; round++) await server.query("select pg_sleep(0.001)");
    seen.push(bytes);
    expect(rows).toHaveLength(1000);
    if (seen.length === 5) break;
  }
  const portion = (seen[4] ?? 0) - (seen[3] ?? 0);
  expect(portion).toBeGreaterThan(100_000);
  expect(seen.map((total) => Math.round(total / portion))).toEqual([2, 3, 4, 5, 6]);
});

describe("an abort", () => {
  test("ends a query that has no row yet, in the server too", async () => {
    const abort = new AbortController();
    const reason = new Error("enough");
    const source = sourceAt(server.url, { query: "select pg_sleep(60)::text as v" });
    const read = rowsOf(source, { signal: abort.signal });
    const outcome = expect(read).rejects.toBe(reason);
    const asleep =
      "select count(*) as n from pg_stat_activity where usename = 'reader' and wait_event = 'PgSleep'";
    while ((await server.query(asleep))[0]?.["n"] !== "1") await server.query("select pg_sleep(0.01)");
    abort.abort(reason);
    await outcome;
    expect(await backends()).toBe(0);
  });

  test("ends an attempt to connect to a server that says nothing", async () => {
    const abort = new AbortController();
    const reason = new Error("enough");
    const silent = await listen(() => abort.abort(reason));
    await expect(
      rowsOf(sourceAt(urlAt(silent), { query: "select 1 as v" }), { signal: abort.signal }),
    ).rejects.toBe(reason);
  });
});

describe("[S10] connecting", () => {
  const context = (url: string): ReturnType<typeof contextOf> => contextOf({ db: url });
  const read = (ctx: ReturnType<typeof contextOf>): ReturnType<typeof stopOf> =>
    stopOf(postgresSource({ connection: "db", query: "select 1 as v" }, ctx));

  test.each([
    ["53300", "sorry, too many clients already", /too many connections/],
    ["57P03", "the database system is starting up", /starting up/],
  ])("is tried again three times while the server answers %s", async (code, message, expected) => {
    let attempts = 0;
    const busy = await listen((socket) => {
      attempts += 1;
      socket.once("data", () => socket.end(errorResponse(code, message)));
    });
    const ctx = context(urlAt(busy));
    const stop = await read(ctx);
    expect(stop.kind).toBe("environment");
    expect(stop.message).toMatch(expected);
    expect(attempts).toBe(4);
    expect(ctx.sleeps).toEqual([500, 1000, 2000]);
  });

  test("goes on when the server is up after two refusals", async () => {
    let attempts = 0;
    const slow = await listen((socket) => {
      attempts += 1;
      if (attempts < 3) socket.once("data", () => socket.end(errorResponse("57P03", "starting up")));
      else {
        const upstream = connect(port, "127.0.0.1");
        sockets.add(upstream);
        socket.pipe(upstream).pipe(socket);
      }
    });
    expect(await dataOf(sourceAt(urlAt(slow), { query: "select 1 as v" }))).toEqual([{ v: 1 }]);
    expect(attempts).toBe(3);
  });

  /** A pooler that refuses what it does not know at the start of a connection, and passes all else on. */
  async function pooler(
    code: string,
    message: string,
  ): Promise<{ readonly at: number; readonly startups: string[] }> {
    const startups: string[] = [];
    const at = await listen((socket) => {
      socket.once("data", (first) => {
        startups.push(first.toString("latin1"));
        if (first.includes("options\0")) {
          socket.end(errorResponse(code, message));
          return;
        }
        const upstream = connect(port, "127.0.0.1");
        sockets.add(upstream);
        upstream.write(first);
        socket.pipe(upstream).pipe(socket);
      });
    });
    return { at, startups };
  }

  const POOLERS: readonly (readonly [string, string, string])[] = [
    ["PgBouncer", "08P01", "unsupported startup parameter: options"],
    [
      "PgBouncer of another version",
      "08P01",
      "unsupported startup parameter in options: default_transaction_read_only",
    ],
    [
      "RDS Proxy",
      "0A000",
      "Feature not supported: RDS Proxy currently doesn\u2019t support command-line options.",
    ],
    ["a proxy in another language", "0A000", "Kommandozeilenoptionen werden nicht unterst\u00fctzt"],
  ];

  test.each(POOLERS)(
    "works through %s, which takes no options at the start",
    async (_name, code, message) => {
      const { at, startups } = await pooler(code, message);
      expect(await dataOf(sourceAt(urlAt(at), { query: "select 1 as v" }))).toEqual([{ v: 1 }]);
      expect(startups).toHaveLength(2);
      expect(
        (await stopOf(sourceAt(urlAt(at), { query: "delete from pg_class returning oid" }))).message,
      ).toMatch(/tries to write|may not read/);
    },
  );

  test.each(POOLERS)("sends none to %s where the URL says so", async (_name, code, message) => {
    const { at, startups } = await pooler(code, message);
    const url = urlAt(at, "sslmode=disable&startup_options=off");
    expect(await dataOf(sourceAt(url, { query: "select 1 as v" }))).toEqual([{ v: 1 }]);
    expect(startups).toHaveLength(1);
    expect(startups[0]).not.toContain("options");
  });

  test("says so where a pooler does not take the options of the URL", async () => {
    const { at } = await pooler("0A000", "not supported");
    const stop = await stopOf(
      sourceAt(urlAt(at, "sslmode=disable&options=-c%20jit%3Doff"), { query: "select 1 as v" }),
    );
    expect(stop.message).toMatch(/does not take the options of the URL/);
    expect(stop.reason.fix).toMatch(/remove options=/);
  });

  test("to a port where nothing listens is tried again, and says what to check", async () => {
    const free = await listen(() => undefined);
    await new Promise((done) => servers.pop()?.close(done));
    const ctx = context(urlAt(free));
    const stop = await read(ctx);
    expect(stop.message).toContain(`nothing listens at 127.0.0.1:${free}`);
    expect(stop.reason.fix).toBe("check host and port, and that the server runs");
    expect(ctx.sleeps).toHaveLength(3);
  });

  test.each([
    [
      "a wrong password",
      (url: string) => url.replace("reader-password", "canary-password"),
      /refuses the login.*28P01|refuses the login/,
      /password/,
    ],
    [
      "no password",
      (url: string) => url.replace(":reader-password", ""),
      /asks for a password/,
      /add the password/,
    ],
    ["an unknown role", (url: string) => url.replace("//reader:", "//nobody:"), /refuses the login/, /user/],
    [
      "an unknown database",
      (url: string) => url.replace("/postgres", "/nowhere"),
      /database does not exist/,
      /last \//,
    ],
    [
      "a host without a name",
      (url: string) => url.replace("127.0.0.1", "nowhere.invalid"),
      /name of nowhere\.invalid:\d+ (?:does not exist|cannot be looked up)/,
      /host|DNS/,
    ],
  ])("with %s says so, and what to do", async (_what, change, message, hint) => {
    const ctx = context(`${change(server.url)}?sslmode=disable`);
    const stop = await read(ctx);
    expect(stop.kind).toBe("environment");
    expect(stop.message).toMatch(message);
    expect(stop.reason.fix).toMatch(hint);
    expect(`${stop.message} ${stop.reason.fix} ${String(stop.cause)} ${stop.stack}`).not.toMatch(
      /canary-password|reader-password/,
    );
  });

  test("gives up on a server that says nothing, in the time the URL names", async () => {
    const silent = await listen(() => undefined);
    const stop = await read(context(urlAt(silent, "sslmode=disable&connect_timeout=1")));
    expect(stop.message).toMatch(/did not answer within 1 s/);
  });

  test("[S13] ends a query at the statement_timeout of the URL, and says so", async () => {
    const stop = await stopOf(
      sourceAt(urlAt(port, "statement_timeout=50"), { query: "select pg_sleep(60)::text as v" }),
    );
    expect(stop.message).toMatch(/statement_timeout ran out \(57014\)/);
  });
});

describe("sslmode", () => {
  const QUERY = "select ssl as v from pg_stat_ssl where pid = pg_backend_pid()";
  const at = (host: string, params: string): string =>
    `${server.url.replace("127.0.0.1", host)}?${params.replace("DIR", encodeURIComponent(server.dir))}`;

  test.each([
    ["127.0.0.1", "sslmode=disable", false],
    ["127.0.0.1", "sslmode=prefer", true],
    ["127.0.0.1", "application_name=x", true],
    ["127.0.0.1", "sslmode=require", true],
    ["127.0.0.1", "sslmode=require&sslrootcert=DIR/ca.pem", true],
    ["127.0.0.1", "sslmode=verify-ca&sslrootcert=DIR/ca.pem", true],
    ["localhost", "sslmode=verify-full&sslrootcert=DIR/ca.pem", true],
    ["127.0.0.1", "sslmode=require&channel_binding=require", true],
  ])("%s with %s: encrypted is %s", async (host, params, encrypted) => {
    expect(await dataOf(sourceAt(at(host, params), { query: QUERY }))).toEqual([{ v: encrypted }]);
  });

  test.each([
    ["127.0.0.1", "sslmode=verify-full&sslrootcert=DIR/ca.pem", /certificate is for another name/],
    ["localhost", "sslmode=verify-full", /is not trusted/],
    ["localhost", "sslmode=verify-ca", /is not trusted/],
    ["localhost", "ssl=true", /is not trusted/],
    ["localhost", "sslmode=verify-full&sslrootcert=DIR/other.pem", /is not trusted|TLS with/],
    ["localhost", "sslmode=require&sslrootcert=DIR/other.pem", /is not trusted|TLS with/],
    ["localhost", "sslmode=verify-full&sslrootcert=DIR/none.pem", /file of sslrootcert .* cannot be read/],
  ])("%s with %s is refused", async (host, params, message) => {
    const saved = process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
    process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = "0";
    try {
      const stop = await stopOf(sourceAt(at(host, params), { query: QUERY }));
      expect(stop.kind).toBe("environment");
      expect(stop.message).toMatch(message);
    } finally {
      if (saved === undefined) delete process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
      else process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = saved;
    }
  });

  test("a login that must be bound to the TLS connection is, or no password leaves", async () => {
    const bound = at("127.0.0.1", "sslmode=require&channel_binding=require");
    expect(await dataOf(sourceAt(bound, { query: QUERY }))).toEqual([{ v: true }]);
    const rules = join(server.dir, "data", "pg_hba.conf");
    const saved = readFileSync(rules, "utf8");
    try {
      for (const method of ["password", "trust"]) {
        writeFileSync(rules, `host all reader all ${method}\n${saved}`);
        await reload();
        const stop = await stopOf(sourceAt(bound, { query: QUERY }));
        expect(stop.message).toMatch(/does not bind the login to the TLS connection/);
        expect(stop.reason.fix).toMatch(/scram-sha-256/);
      }
    } finally {
      writeFileSync(rules, saved);
      await reload();
    }
  });

  /** Until the server has read its rules again. */
  async function reload(): Promise<void> {
    const loaded = async (): Promise<unknown> =>
      (await server.query("select pg_conf_load_time() as at"))[0]?.["at"];
    const before = await loaded();
    await server.query("select pg_reload_conf()");
    while ((await loaded()) === before) await server.query("select pg_sleep(0.01)");
  }

  test("prefer takes a server without TLS, require does not", async () => {
    const plain = await listen((socket) => {
      socket.once("data", (first) => {
        // A request for TLS is eight bytes; this server answers no.
        if (first.length === 8) {
          socket.write("N");
          socket.once("data", (second) => forward(socket, second));
        } else forward(socket, first);
      });
    });
    const forward = (socket: Socket, first: Buffer): void => {
      const upstream = connect(port, "127.0.0.1");
      sockets.add(upstream);
      upstream.on("error", () => undefined);
      upstream.write(first);
      socket.pipe(upstream).pipe(socket);
    };
    expect(await dataOf(sourceAt(urlAt(plain, "sslmode=prefer"), { query: QUERY }))).toEqual([{ v: false }]);
    const stop = await stopOf(sourceAt(urlAt(plain, "sslmode=require"), { query: QUERY }));
    expect(stop.message).toMatch(/offers no TLS, and sslmode is require/);
  });
});
