import type { Json } from "./json.ts";

/** A value as YAML on one line, which reads back as exactly that value. Texts are quoted where they could be mistaken. */
export function flowYaml(value: Json): string {
  if (typeof value === "string") return textYaml(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(flowYaml).join(", ")}]`;
  const members = Object.entries(value).map(([key, inner]) => `${textYaml(key)}: ${flowYaml(inner)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** A text as a scalar: plain where nobody could take it for something else. */
export function textYaml(text: string): string {
  if (PLAIN.test(text) && !TAKEN_FOR_SOMETHING_ELSE.test(text)) return text;
  return JSON.stringify(text).replace(UNSEEN, escapeUnits);
}

function escapeUnits(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

const PLAIN = /^[A-Za-z_$][\w$.@/-]*(?: [\w$.@/-]+)*$/;
/** Also to readers of YAML 1.1, such as people. */
const TAKEN_FOR_SOMETHING_ELSE = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
/** What an editor would not show. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;
