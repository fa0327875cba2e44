// Loaded in front of a program (`node --import`): writes what the process took to MEASURE_FILE when it ends.
import { readFileSync, writeFileSync } from "node:fs";

const file = process.env.MEASURE_FILE;
if (file !== undefined) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const seconds = (userCPUTime + systemCPUTime) / 1e6;
    writeFileSync(file, JSON.stringify({ processor: seconds, megabytes: (peak() ?? maxRSS) / 1024 }));
  });
}

/** In KiB. On Linux `maxRSS` begins at what the process that started this one had. */
function peak() {
  if (process.platform !== "linux") return undefined;
  const found = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync("/proc/self/status", "utf8"));
  return found === null ? undefined : Number(found[1]);
}
