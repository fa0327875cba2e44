import { describe, expect, test } from "vitest";
import { proxyFault, proxyVariable, rangesInNoProxy } from "../../src/model/proxy-fault.ts";

describe("the proxy of the environment", () => {
  test.each([
    ["http://proxy.example:3128"],
    ["https://proxy.example"],
    ["HTTP://proxy.example:3128/"],
    ["http://user:p%40ss@proxy.example:3128"],
    ["socks5://127.0.0.1:1080"],
    ["http://[::1]:3128"],
  ])("%s is one", (value) => {
    expect(proxyFault({ HTTPS_PROXY: value })).toBeUndefined();
  });

  test.each([
    ["proxy.example:3128", /not the address of a proxy/],
    ["proxy.example", /not the address of a proxy/],
    ["3128", /not the address of a proxy/],
    ["http://", /not the address of a proxy/],
    ["ftp://proxy.example", /another kind/],
    ["http://canary@proxy.example", /only one of user name and password/],
    ["http://:canary@proxy.example", /only one of user name and password/],
    ["http://proxy.example/canary.pac", /more behind the host/],
    ["http://proxy.example?canary", /more behind the host/],
    ["direct", /not the address of a proxy/],
  ])("%s is none, and is not repeated", (value, what) => {
    for (const name of ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"]) {
      const fault = proxyFault({ [name]: value });
      expect(fault?.variable).toBe(name);
      expect(fault?.what).toMatch(what);
      expect(JSON.stringify(fault)).not.toContain("canary");
    }
  });

  test("is looked up in small letters first, where an empty one hides the other", () => {
    expect(proxyVariable({ https_proxy: "http://a", HTTPS_PROXY: "http://b" }, "https")?.value).toBe(
      "http://a",
    );
    expect(proxyVariable({ https_proxy: "", HTTPS_PROXY: "http://b" }, "https")).toBeUndefined();
    expect(proxyFault({ https_proxy: "", HTTPS_PROXY: "none" })).toBeUndefined();
    expect(proxyFault({})).toBeUndefined();
  });

  test("ranges in NO_PROXY are told from names", () => {
    expect(rangesInNoProxy({ NO_PROXY: "localhost,10.0.0.0/8, .svc,fd00::/8,a/b" })).toEqual([
      "10.0.0.0/8",
      "fd00::/8",
    ]);
    expect(rangesInNoProxy({ no_proxy: "*" })).toEqual([]);
  });
});
