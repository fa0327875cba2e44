import { type FileSystem, fileSystemOf, isOverlay, networkName } from "../../state/file-system.ts";
import type { Context } from "../context.ts";

/** What a file system means for a state that lies on it. */
export type StateFolder = { readonly kind: "network"; readonly name: string } | { readonly kind: "overlay" };

export const NO_NETWORK_FOLDER =
  "SQLite's locks do not hold there: two runs at once may damage it, or both write. Keep it in a folder of this machine, or share one in PostgreSQL (`state: postgres://…`).";

/** undefined: nothing is to be said of it, or nothing is known. */
export async function stateFolder(
  { statfs, machine }: Context,
  path: string,
): Promise<StateFolder | undefined> {
  let found: FileSystem;
  try {
    found = await fileSystemOf(path, statfs);
  } catch {
    // Whether the state can be used shows when it is opened.
    return undefined;
  }
  const name = networkName(found, machine.platform);
  if (name !== undefined) return { kind: "network", name };
  return isOverlay(found, machine.platform) ? { kind: "overlay" } : undefined;
}

/** Once an invocation. Of an overlay nothing is said: in CI it is the ordinary case. */
export async function warnOfNetworkFolder(context: Context, path: string): Promise<void> {
  const { told, tell } = context;
  if (told.has(NO_NETWORK_FOLDER)) return;
  const folder = await stateFolder(context, path);
  if (folder?.kind !== "network") return;
  told.add(NO_NETWORK_FOLDER);
  tell({
    kind: "notice",
    text: `The state lies on a network file system (${folder.name}): ${path}. ${NO_NETWORK_FOLDER}`,
  });
}
