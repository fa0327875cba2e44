// The command, and what it took of memory at most and of the processor.
import { readFileSync } from "node:fs";
import { main } from "../../build/cli/main.js";

process.exitCode = await main(process.argv.slice(2), process);
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
console.error(
  `peak ${Math.round((peakOfThisProcess() ?? maxRSS) / 1024)} MB, processor ${((userCPUTime + systemCPUTime) / 1e6).toFixed(1)} s`,
);

/** In KiB. On Linux `maxRSS` begins at what the process that started this one had. */
function peakOfThisProcess() {
  if (process.platform !== "linux") return undefined;
  const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync("/proc/self/status", "utf8"));
  return peak === null ? undefined : Number(peak[1]);
}
