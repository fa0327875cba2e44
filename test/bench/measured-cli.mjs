// The command, and what it took of memory at most and of the processor.
import { main } from "../../build/cli/main.js";

process.exitCode = await main(process.argv.slice(2), process);
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
console.error(
  `peak ${Math.round(maxRSS / 1024)} MB, processor ${((userCPUTime + systemCPUTime) / 1e6).toFixed(1)} s`,
);
