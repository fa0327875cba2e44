import { onTestFinished } from "vitest";
import type { StateStore } from "../../src/model/state-store.ts";
import { openPostgresState, type PostgresStateOptions } from "../../src/state/postgres/postgres.ts";
import type { StateContractOptions } from "../contract/state/fixtures.ts";
import { type PostgresServer, roleOnce, startPostgres } from "../support/postgres-server.ts";

export interface StateServer extends PostgresServer {
  /** URL of a state that does not exist yet, in a schema of its own. */
  newState(): string;
  /** A store that is closed when the test ends. Its time is the test's, and no attempt is waited for. */
  open(
    url: string,
    options: StateContractOptions & Pick<PostgresStateOptions, "readOnly" | "now">,
  ): StateStore;
}

export const TIME = Date.UTC(2026, 0, 1);

/** For tests that are not about time, processes or secrets. */
export const OPTIONS: StateContractOptions = {
  target: "t",
  clock: { now: () => TIME, monotonic: () => 0, sleep: async () => {} },
  process: { pid: 41, host: "here", user: "ann" },
  isAlive: () => true,
  redact: (text) => text,
};

const ROLE = "state_writer";

/** A database with a role that may make schemas. */
export async function startStateServer(): Promise<StateServer> {
  const server = await startPostgres();
  await server.query(
    `${roleOnce(ROLE, "state-password")}; grant create on database ${server.database} to ${ROLE}`,
  );
  const url = server.url.replace(/\/\/[^@]*@/, `//${ROLE}:state-password@`);
  let count = 0;
  return {
    ...server,
    url,
    newState: () => `${url}?sslmode=disable&schema=state_${++count}`,
    open(at, options) {
      const now = "now" in options ? options.now : () => options.clock.now();
      const store = openPostgresState({
        ...options,
        url: at,
        random: () => 0.5,
        ...(now === undefined ? {} : { now }),
      });
      onTestFinished(() => store.close());
      return store;
    },
  };
}
