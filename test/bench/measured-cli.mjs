// The command, and what it took of memory at most.
import { main } from "../../dist/cli/main.js";

process.exitCode = await main(process.argv.slice(2), process);
console.error(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
