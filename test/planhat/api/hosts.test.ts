import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Stop } from "../../../src/model/stop.ts";
import { analyticsOrigin, apiOrigin, isLoopback } from "../../../src/planhat/api/hosts.ts";

describe("[C5] where the token goes", () => {
  test.each([
    ["", "https://api.planhat.com"],
    ["us1", "https://api-us1.planhat.com"],
    ["eu3", "https://api-eu3.planhat.com"],
  ])("region %j is %s", (region, origin) => {
    expect(apiOrigin({ region })).toBe(origin);
  });

  test.each([
    "eu@evil.com",
    "x/../",
    "us1#",
    "%2f",
    "us1\r\n",
    "a.b",
    "US1",
    "us1:443",
    "é",
    "x".repeat(17),
    "x",
  ])("region %j is refused", (region) => {
    expect(() => apiOrigin({ region })).toThrow(Stop);
  });

  test("no region whatever leads away from planhat.com", () => {
    fc.assert(
      fc.property(fc.string(), (region) => {
        try {
          expect(new URL(apiOrigin({ region })).hostname).toMatch(/^api(-[a-z0-9-]+)?\.planhat\.com$/);
        } catch (error) {
          expect(error).toBeInstanceOf(Stop);
        }
      }),
    );
  });

  test.each([
    ["http://127.0.0.1:4010", "http://127.0.0.1:4010"],
    ["http://localhost:4010/", "http://localhost:4010"],
    ["https://proxy.example", "https://proxy.example"],
  ])("PLANHAT_API_URL %s is taken", (apiUrl, origin) => {
    expect(apiOrigin({ region: "us1", apiUrl })).toBe(origin);
  });

  test.each([
    "http://proxy.example",
    "ftp://127.0.0.1",
    "https://user:pass@proxy.example",
    "not a url",
    "https://proxy.example/planhat",
    "https://proxy.example/?to=planhat",
    "http://127.0.0.1:4010/#x",
  ])("PLANHAT_API_URL %s is refused", (apiUrl) => {
    expect(() => apiOrigin({ region: "", apiUrl })).toThrow(Stop);
  });

  test("this machine is told from others", () => {
    expect(isLoopback("http://127.0.0.1:1")).toBe(true);
    expect(isLoopback("https://127.0.0.1.evil.example")).toBe(false);
  });
});

describe("where points and events go", () => {
  test.each([
    [{}, "https://analytics.planhat.com"],
    [{ analyticsUrl: "", apiUrl: "" }, "https://analytics.planhat.com"],
    [{ analyticsUrl: "http://127.0.0.1:4010/" }, "http://127.0.0.1:4010"],
    [
      { analyticsUrl: "https://analytics.planhat.com", apiUrl: "https://proxy.example" },
      "https://analytics.planhat.com",
    ],
  ])("%j is %s", (options, origin) => {
    expect(analyticsOrigin(options)).toBe(origin);
  });

  test.each(["http://proxy.example", "ftp://127.0.0.1", "https://user:pass@proxy.example", "not a url"])(
    "PLANHAT_ANALYTICS_URL %s is refused by its name",
    (analyticsUrl) => {
      expect(() => analyticsOrigin({ analyticsUrl })).toThrow(/^PLANHAT_ANALYTICS_URL /);
    },
  );

  test("a run against a sandbox does not reach the real one by a setting left out", () => {
    expect(() => analyticsOrigin({ apiUrl: "http://127.0.0.1:4010" })).toThrow(Stop);
  });
});
