import { createHash, timingSafeEqual } from "node:crypto";

/** `Bearer <token>`, or `Basic` with the token as user name and no password. */
export function isAuthorised(header: string | undefined, token: string): boolean {
  const [, scheme = "", given = ""] = /^(\S+)\s+(\S+)\s*$/.exec(header ?? "") ?? [];
  if (scheme.toLowerCase() === "bearer") return isSame(given, token);
  if (scheme.toLowerCase() === "basic")
    return isSame(Buffer.from(given, "base64").toString("utf8"), `${token}:`);
  return false;
}

function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
