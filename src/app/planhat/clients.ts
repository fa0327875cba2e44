import { given } from "../../model/given.ts";
import type { Project } from "../../model/project.ts";
import { type Client, createClient } from "../../planhat/api/client.ts";
import { isLoopback, usesOwnSandbox } from "../../planhat/api/hosts.ts";
import type { Context } from "../context.ts";
import { VERSION } from "../version.ts";
import { fetchClient } from "./fetch-client.ts";
import { ownSandbox } from "./own-sandbox.ts";

export interface ClientsOptions {
  /** Milliseconds for one call. */
  readonly deadline?: number | undefined;
  /** What is in flight when it fires is waited for no longer. */
  readonly abandoned?: AbortSignal | undefined;
}

/** Opens the client of a host. A token is for the REST host alone. */
export type OpenClient = (host: { readonly origin: string; readonly token?: string }) => Client;

/** How a project reaches Planhat: over HTTP, by whoever was put in its place, or in a sandbox within this process. */
export function clientsOf(context: Context, project: Project, options: ClientsOptions): OpenClient {
  const common = { userAgent: `planhat-sync/${VERSION}`, ...given({ ...options }) };
  if (usesOwnSandbox(project.settings)) {
    // Both hosts are one sandbox.
    const own = ownSandbox(context, project, common);
    return () => own;
  }
  const { fetch } = context.ports;
  return (host) =>
    fetch === undefined
      ? createClient({ ...common, ...host, proxy: !isLoopback(host.origin) })
      : fetchClient(fetch, { ...common, ...host });
}
