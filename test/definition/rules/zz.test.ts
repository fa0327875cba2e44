import { test } from "vitest";
import { secretRanges } from "../../../src/report/diagnostics-mask.ts";
test("perf", () => {
  for (const s of ["a ".repeat(5e5), "password='x".repeat(9e4), "eyJaaaaaaaa-".repeat(8e4), "a://b:".repeat(1.6e5), "a:".repeat(5e5), "?token".repeat(1.5e5), "bearer ".repeat(1.4e5), "{".repeat(1e6), '"token" : "'.repeat(9e4), "token: ".repeat(1.4e5), "a".repeat(1e6), "://:@".repeat(2e5), "${A:-".repeat(2e5), "x: {token: ".repeat(9e4)]) {
    const t = performance.now(); secretRanges(s, { file: "a", line: 1 }, []); const d = performance.now() - t;
    if (d > 100) console.log(s.slice(0, 12), Math.round(d));
  }
});
