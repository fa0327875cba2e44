import { syncSchema } from "../../model/generated/sync.ts";

/** Whether a sync may be called so: what `name` of the schema says, for names of files too. */
export function isSyncName(name: string): boolean {
  return PATTERN.test(name) && name.length <= maxLength;
}

const { pattern, maxLength } = (syncSchema as NameSchema).properties.name;
const PATTERN = new RegExp(pattern, "u");

interface NameSchema {
  readonly properties: { readonly name: { readonly pattern: string; readonly maxLength: number } };
}

/** Why it may not. A name is printed in logs, typed on command lines and made part of file names. */
export function nameProblem(name: string): { readonly message: string; readonly hint: string } {
  const hint = 'use letters, digits, spaces, "-", "_" and ".", such as crm-companies';
  if (name.trim() === "") return { message: '"name" is blank.', hint };
  const control = /[\p{Cc}\p{Zl}\p{Zp}]/u.exec(name)?.[0];
  if (control !== undefined) {
    const code = control.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    const what = "\r\n\u2028\u2029".includes(control) ? "a line break" : `the control character U+${code}`;
    return { message: `"name" contains ${what}, which the name of a sync cannot have.`, hint };
  }
  const slash = /[/\\]/.exec(name)?.[0];
  if (slash !== undefined) {
    return { message: `"name" contains "${slash}", which would make a path of it.`, hint };
  }
  return { message: '"name" starts with a dot, or starts or ends with a space.', hint };
}
