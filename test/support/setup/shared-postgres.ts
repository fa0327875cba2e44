import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import { type Cluster, startCluster } from "../embedded-postgres.mjs";
import { onceInProcess } from "./once-in-process.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Starts the PostgreSQL that all test files share, where it is not running yet, and answers its `SharedPostgres`. */
    readonly sharedPostgres: string;
  }
}

export interface SharedPostgres {
  readonly superuserUrl: string;
  readonly dir: string;
}

/** Files that need no PostgreSQL do not wait for one: it starts when the first one asks. Both projects ask the same. */
const shared: Shared = onceInProcess("shared PostgreSQL of the tests", () => ({ users: 0 }));

interface Shared {
  server?: Promise<Asking>;
  users: number;
}

interface Asking {
  readonly url: string;
  stop(): Promise<void>;
}

/** For one run of Vitest. Answers what ends it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.users += 1;
  shared.server ??= listen();
  const { url, stop } = await shared.server;
  project.provide("sharedPostgres", url);
  return async () => {
    shared.users -= 1;
    if (shared.users === 0) await stop();
  };
}

async function listen(): Promise<Asking> {
  let cluster: Promise<Cluster> | undefined;
  const server = createServer(async (_request, response) => {
    try {
      cluster ??= startCluster({ flags: FLAGS });
      const { superuserUrl, dir } = await cluster;
      response.end(JSON.stringify({ superuserUrl, dir } satisfies SharedPostgres));
    } catch (error) {
      response.statusCode = 500;
      response.end(String(error));
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: async () => {
      server.close();
      // The file that asked for it has failed with the reason.
      const running = await cluster?.catch(() => undefined);
      await running?.stop();
    },
  };
}

/** Many files at once, each with pools of its own. */
const FLAGS = ["-c", "max_connections=200"];
