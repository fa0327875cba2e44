import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokenFault } from "../../src/model/token-fault.ts";

const TOKEN = "canaryTOKEN0123456789-_.~+/=#";

describe("[C8] a token", () => {
  test.each([
    ["a line end", `${TOKEN}\n`, /line end/],
    ["a line end of Windows", `${TOKEN}\r\n`, /line end/],
    ["a line end inside", `${TOKEN}\n${TOKEN}`, /line end/],
    ["double quotes", `"${TOKEN}"`, /quotes/],
    ["single quotes", `'${TOKEN}'`, /quotes/],
    ["one quote that is open", `"${TOKEN}`, /quotes/],
    ["typographic quotes", `\u201c${TOKEN}\u201d`, /quotes/],
    ["its scheme", `Bearer ${TOKEN}`, /begins with "Bearer "/],
    ["its scheme in small letters", `bearer ${TOKEN}`, /begins with "bearer "/],
    ["another scheme", `Basic ${TOKEN}`, /begins with "Basic "/],
    ["a blank at the end", `${TOKEN} `, /blank/],
    ["a blank in front", ` ${TOKEN}`, /blank/],
    ["a tab", `${TOKEN}\t${TOKEN}`, /blank/],
    ["a no-break space", `${TOKEN}\u00a0`, /blank/],
    ["a zero-width space", `${TOKEN}\u200b`, /invisible/],
    ["a byte order mark", `\ufeff${TOKEN}`, /blank|invisible/],
    ["a letter of another alphabet", `${TOKEN}\u0430`, /invisible/],
    ["an ellipsis of what was copied", `${TOKEN}\u2026`, /invisible/],
    ["a NUL", `${TOKEN}\0`, /invisible/],
    ["a variable's name", `\${PLANHAT_API_TOKEN}`, /name of a variable/],
    ["a placeholder", "<your-token>", /placeholder/],
  ])("with %s is none, and the message does not repeat it", (_what, token, expected) => {
    const fault = tokenFault(token);
    expect(fault?.what).toMatch(expected);
    expect(fault?.fix).not.toBe("");
    expect(JSON.stringify(fault)).not.toContain("canary");
  });

  test("of visible ASCII is left to whoever knows it", () => {
    const visible = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9!#%&()*+,\-./:;=?@[\]^_{|}~]{0,80}$/);
    fc.assert(
      fc.property(visible, (token) => {
        expect(tokenFault(token)).toBeUndefined();
      }),
    );
    expect(tokenFault(TOKEN)).toBeUndefined();
    expect(tokenFault("")).toBeUndefined();
  });
});
