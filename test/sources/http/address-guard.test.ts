import { describe, expect, test } from "vitest";
import {
  AddressRefused,
  guardedLookup,
  isPrivateAddress,
  refusedAddress,
} from "../../../src/sources/http/address-guard.ts";
import { json, serve } from "./api-server.ts";
import { dataOf, httpOf, stopOf } from "./http-of.ts";

describe("[C6] an address that no sync may reach", () => {
  test.each([
    "http://169.254.169.254/latest/meta-data",
    "http://169.254.0.1",
    "http://2852039166/",
    "http://0xa9fea9fe/",
    "http://0xA9.0xFE.0xA9.0xFE/",
    "http://0251.0376.0251.0376/",
    "http://169.254.43518/",
    "http://[::ffff:169.254.169.254]/",
    "http://[::ffff:a9fe:a9fe]/",
    "http://[0:0:0:0:0:ffff:a9fe:a9fe]/",
    "http://[64:ff9b::169.254.169.254]/",
    "http://[2002:a9fe:a9fe::1]/",
    "http://[fe80::1]/",
    "http://[fd00:ec2::254]/",
    "http://[fd00:0ec2:0:0:0:0:0:0254]/",
    "http://100.100.100.200/",
    "http://168.63.129.16/",
    "http://0.0.0.0:80/",
    "http://0/",
    "http://0.1.2.3/",
    "http://[::]/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://\u0661\u0666\u0669.254.169.254/",
    "http://169\u3002254\uff0e169.254/",
    "http://%31%36%39.254.169.254/",
  ])("is refused before anything is sent: %s", async (url) => {
    const stop = await stopOf(httpOf({ url }));
    expect(stop.kind).toBe("definition");
    expect(stop.message).toMatch(/address in `url` is refused|is not an http or https address/);
  });

  test("is refused as the address of tokens, too", async () => {
    const auth = { oauth2: { tokenUrl: "http://169.254.169.254/", clientId: "a", clientSecret: "b" } };
    expect((await stopOf(httpOf({ url: "http://127.0.0.1:1/", auth }))).message).toContain(
      "`auth.oauth2.tokenUrl`",
    );
  });

  test.each([
    "file:///etc/passwd",
    "data:application/json,[]",
    "ftp://x/",
    "gopher://x",
    "unix:/x",
    "//x",
    "/etc/passwd",
    "",
    "http://",
    "https://[::1",
    "javascript:1",
  ])("%j is no address at all", async (url) => {
    expect((await stopOf(httpOf({ url }))).message).toBe("`url` is not an http or https address.");
  });

  test("a user name or password in it is refused without being shown", async () => {
    const stop = await stopOf(httpOf({ url: "https://sync:canary-pass@api.example.com/" }));
    expect(stop.message).toBe("`url` carries a user name or password.");
  });
});

describe("[C6] a name", () => {
  const resolveTo = (...answers: readonly string[][]) => {
    let asked = 0;
    const lookup = guardedLookup((_host, _options, done) => {
      const addresses = answers[Math.min(asked++, answers.length - 1)] ?? [];
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      );
    });
    return () =>
      new Promise<unknown>((done) => {
        lookup("api.example.com", { all: true }, (error, found) => done(error ?? found));
      });
  };

  test.each([
    [["169.254.169.254"]],
    [["93.184.216.34", "169.254.169.254"]],
    [["::ffff:169.254.169.254"]],
    [["fd00:ec2::254"]],
    [["0.0.0.0"]],
  ])("that resolves to %j is refused when the connection is made", async (addresses) => {
    expect(await resolveTo(addresses)()).toBeInstanceOf(AddressRefused);
  });

  test("that turns from a public address to a private one is refused", async () => {
    const resolve = resolveTo(["93.184.216.34"], ["93.184.216.35"], ["127.0.0.1"]);
    expect(await resolve()).toEqual([{ address: "93.184.216.34", family: 4 }]);
    expect(await resolve()).toEqual([{ address: "93.184.216.35", family: 4 }]);
    expect(await resolve()).toBeInstanceOf(AddressRefused);
  });

  test("that is private from the start is the one that the definition names", async () => {
    expect(await resolveTo(["10.0.0.7"])()).toEqual([{ address: "10.0.0.7", family: 4 }]);
  });

  test("without an address is an unknown host", async () => {
    expect(await resolveTo([])()).toMatchObject({ code: "ENOTFOUND" });
  });

  test("is resolved through the guard for real connections, in one-address form as well", async () => {
    const { url } = await serve((_request, response) => json(response, [{ id: 1 }]));
    expect(await dataOf(httpOf({ url: url.replace("127.0.0.1", "localhost") }))).toEqual([{ id: 1 }]);
    const one = await new Promise((done) => {
      guardedLookup((_host, _options, answer) => answer(null, [{ address: "192.0.2.1", family: 4 }]))(
        "x",
        {},
        (_error, address, family) => done([address, family]),
      );
    });
    expect(one).toEqual(["192.0.2.1", 4]);
  });
});

test.each([
  ["10.1.2.3", true],
  ["127.0.0.1", true],
  ["172.31.0.1", true],
  ["172.32.0.1", false],
  ["192.168.1.1", true],
  ["100.64.0.1", true],
  ["[::1]", true],
  ["[fd12::1]", true],
  ["[::ffff:10.0.0.1]", true],
  ["8.8.8.8", false],
  ["[2606:4700::1111]", false],
])("%s is private: %s", (address, expected) => {
  expect(isPrivateAddress(address)).toBe(expected);
  expect(refusedAddress(address)).toBeUndefined();
});
