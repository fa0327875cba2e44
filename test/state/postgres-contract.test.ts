import { afterAll, beforeAll } from "vitest";
import { describeStateStore } from "../contract/state-contract.ts";
import { type StateServer, startStateServer } from "./state-server.ts";

let server: StateServer;
beforeAll(async () => {
  server = await startStateServer();
});
afterAll(() => server.stop());

describeStateStore(
  "PostgreSQL",
  async () => {
    const url = server.newState();
    return async (options) => server.open(url, options);
  },
  { durable: true },
);
