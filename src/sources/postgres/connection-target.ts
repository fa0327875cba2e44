import { Stop } from "../../model/stop.ts";
import { type ConnectionTarget, connectionFrom, URL_FORM } from "../../postgres/connection-url.ts";

/** `setting` names one of `connections`, or is itself a URL. Throws a Stop that repeats no part of a URL. */
export function connectionTarget(
  setting: string,
  connections: Readonly<Record<string, string>>,
): ConnectionTarget {
  const named = Object.hasOwn(connections, setting) ? connections[setting] : undefined;
  if (named !== undefined) return connectionFrom(named, `connection ${JSON.stringify(setting)}`).target;
  if (/^postgres(?:ql)?:/i.test(setting)) return connectionFrom(setting, "the source's connection").target;
  // The form key=value of libpq too, which may hold a password.
  if (/[:/@=\s]/.test(setting)) {
    throw new Stop("connection-unknown", "The source's connection is neither a name nor a postgres:// URL.", {
      fix: URL_FORM,
    });
  }
  throw new Stop("connection-unknown", `There is no value for the connection ${JSON.stringify(setting)}.`, {
    fix: `name it under connections: in planhat-sync.yaml, and set its environment variable (${known(connections)})`,
  });
}

function known(connections: Readonly<Record<string, string>>): string {
  const names = Object.keys(connections).map((name) => JSON.stringify(name));
  return names.length === 0 ? "no connection has a value now" : `those with a value now: ${names.join(", ")}`;
}
