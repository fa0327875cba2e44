import { openMemoryState } from "../../src/state/memory.ts";
import { describeStateStore } from "../contract/state-contract.ts";

describeStateStore("memory", async () => async (options) => openMemoryState(options), { durable: false });
