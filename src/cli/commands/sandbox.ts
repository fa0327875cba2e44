import { resolve } from "node:path";
import { Command, Option } from "commander";
import { given } from "../../model/given.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { EXIT } from "../exit-code.ts";
import { portNumber, positiveInteger } from "../options/plan-options.ts";
import { NUMBER, optional, readOptions, TEXT } from "../options/read-options.ts";

const PORT = 4010;
const TOKEN = "sandbox-token";
const TENANT = "sandbox-tenant";

interface SandboxCommandOptions {
  readonly port: number;
  readonly token: string;
  readonly tenant: string;
  readonly seed?: string;
  readonly data?: string;
  readonly callsPerMinute?: number;
}

export const sandboxCommand: RegisterCommand = (wire) =>
  new Command("sandbox")
    .description("run a local Planhat: same paths, answers, limits and errors")
    .addOption(
      new Option("--port <n>", "port on 127.0.0.1; 0 takes a free one").default(PORT).argParser(portNumber),
    )
    .option("--token <token>", "the API token it accepts", TOKEN)
    .option("--tenant <uuid>", "the tenant that it takes metric points and user activities for", TENANT)
    .option("--seed <file>", "JSON file with records to begin with")
    .option("--data <dir>", "folder that keeps the records between runs")
    .addOption(new Option("--calls-per-minute <n>", "its quota; Planhat's is 200").argParser(positiveInteger))
    .addHelpText(
      "after",
      "\nExamples:\n  $ planhat-sync sandbox\n  $ planhat-sync sandbox --port 0 --seed records.json --data .planhat-sync/sandbox",
    )
    .action(wire(sandbox));

const sandbox: Run = async (context, _args, written) => {
  const options = readOptions<SandboxCommandOptions>(written, {
    port: NUMBER,
    token: TEXT,
    tenant: TEXT,
    seed: optional(TEXT),
    data: optional(TEXT),
    callsPerMinute: optional(NUMBER),
  });
  const { io, output, clock } = context;
  const { startProjectSandbox } = await import("../../app/sandbox.ts");
  const { Interruption } = await import("../interruption.ts");
  const fileOf = (path: string | undefined) => (path === undefined ? undefined : resolve(io.cwd(), path));
  const running = await startProjectSandbox({
    ...{ port: options.port, token: options.token, tenantUuid: options.tenant },
    ...given({
      seed: fileOf(options.seed),
      dataDir: fileOf(options.data),
      limits: options.callsPerMinute === undefined ? undefined : { callsPerMinute: options.callsPerMinute },
    }),
  });
  // Before it says that it listens: who reads that may stop it at once.
  const interruption = new Interruption(io, clock, () => undefined);
  output.result(
    [
      `A Planhat of your own listens at ${running.url}`,
      "",
      "  In another terminal:",
      `  export PLANHAT_API_URL=${running.url} PLANHAT_API_TOKEN=${running.token}`,
      `  export PLANHAT_ANALYTICS_URL=${running.url} PLANHAT_TENANT_UUID=${running.tenantUuid}`,
      "  planhat-sync apply",
      "",
      `  What arrives can be looked at in a browser: ${running.url}/_sandbox/`,
      "",
      "Ctrl-C stops it.",
    ].join("\n"),
  );
  await new Promise<void>((stop) =>
    interruption.signal.addEventListener("abort", () => stop(), { once: true }),
  );
  interruption.dispose();
  await running.close();
  return EXIT.done;
};
