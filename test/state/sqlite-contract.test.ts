import { openSqliteState } from "../../src/state/sqlite.ts";
import { describeStateStore } from "../contract/state-contract.ts";
import { temporaryFolder } from "./temporary-folder.ts";

describeStateStore(
  "SQLite",
  async () => {
    const path = `${temporaryFolder()}/state/state.db`;
    return async (options) => openSqliteState({ ...options, path });
  },
  { durable: true },
);
