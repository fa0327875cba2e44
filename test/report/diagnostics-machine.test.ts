import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { diagnosticsGithub } from "../../src/report/diagnostics/diagnostics-github.ts";
import { diagnosticsJson } from "../../src/report/diagnostics/diagnostics-json.ts";

const UNKNOWN: Diagnostic = {
  rule: "unknown-field",
  severity: "error",
  sync: "crm-companies",
  file: "syncs/crm-companies.yaml",
  line: 14,
  column: 3,
  endColumn: 14,
  reason: {
    code: "unknown-field",
    what: "Company has no field external_id.",
    fix: "did you mean externalId?",
  },
};
const WARNING: Diagnostic = {
  rule: "variable-unset",
  severity: "warning",
  file: "planhat-sync.yaml",
  line: 3,
  column: 10,
  reason: { code: "variable-unset", what: "The environment variable A is not set." },
};

describe("diagnosticsJson", () => {
  test("has the documented shape, by file and line, without what is absent", () => {
    expect(diagnosticsJson([UNKNOWN, WARNING])).toBe(`{
  "formatVersion": 1,
  "valid": false,
  "diagnostics": [
    {
      "rule": "variable-unset",
      "severity": "warning",
      "file": "planhat-sync.yaml",
      "line": 3,
      "column": 10,
      "message": "The environment variable A is not set."
    },
    {
      "rule": "unknown-field",
      "severity": "error",
      "sync": "crm-companies",
      "file": "syncs/crm-companies.yaml",
      "line": 14,
      "column": 3,
      "message": "Company has no field external_id.",
      "hint": "did you mean externalId?"
    }
  ]
}
`);
  });

  test("warnings leave a project valid", () => {
    expect(JSON.parse(diagnosticsJson([WARNING]))).toMatchObject({ valid: true });
    expect(JSON.parse(diagnosticsJson([]))).toEqual({ formatVersion: 1, valid: true, diagnostics: [] });
  });
});

describe("diagnosticsGithub", () => {
  test("is one workflow command a diagnostic", () => {
    expect(diagnosticsGithub([UNKNOWN, WARNING])).toBe(
      "::warning file=planhat-sync.yaml,line=3,col=10,title=variable-unset::The environment variable A is not set.\n" +
        "::error file=syncs/crm-companies.yaml,line=14,col=3,title=unknown-field::Company has no field external_id.%0Ahint: did you mean externalId?\n",
    );
    expect(diagnosticsGithub([])).toBe("");
  });

  test.each([
    ["", "a.yaml"],
    [".", "a.yaml"],
    ["sub/project", "sub/project/a.yaml"],
    ["sub/project/", "sub/project/a.yaml"],
  ])("paths begin at the repository: %j gives %s", (folder, file) => {
    expect(diagnosticsGithub([{ ...WARNING, file: "a.yaml" }], { folder })).toContain(`file=${file},`);
  });

  test("escapes what would end a property or the command", () => {
    const odd = {
      ...WARNING,
      file: "a,b:c%.yaml",
      reason: { ...WARNING.reason, what: "50% of\r\nit::error::." },
    };
    expect(diagnosticsGithub([odd])).toBe(
      "::warning file=a%2Cb%3Ac%25.yaml,line=3,col=10,title=variable-unset::50%25 of it::error::.\n",
    );
  });

  test("is one line a diagnostic, whatever is in it, and unescapes to the message", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (file, what) => {
        const text = diagnosticsGithub([{ ...WARNING, file, reason: { ...WARNING.reason, what } }]);
        expect(text).toMatch(/^::warning file=[^,:\n\r]*,line=3,col=10,title=variable-unset::[^\n\r]*\n$/);
      }),
    );
  });

  test("an ordinary message survives the runner's own unescaping", () => {
    const what = "100% wrong: a, b: c.";
    const data =
      diagnosticsGithub([{ ...WARNING, reason: { ...WARNING.reason, what } }])
        .trimEnd()
        .split("::")
        .at(2) ?? "";
    expect(data.replaceAll("%0A", "\n").replaceAll("%0D", "\r").replaceAll("%25", "%")).toBe(what);
  });
});
