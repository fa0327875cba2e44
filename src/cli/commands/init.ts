import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { Command } from "commander";
import { Stop } from "../../model/stop.ts";
import type { RegisterCommand, Run } from "../command.ts";
import { EXIT } from "../exit-code.ts";
import { scaffold } from "../scaffold.ts";

export const initCommand: RegisterCommand = (wire) =>
  new Command("init")
    .description("make a project: settings, a first sync that runs against the sandbox, a CI workflow")
    .argument("[dir]", "its folder", ".")
    .addHelpText(
      "after",
      "\nExamples:\n  $ planhat-sync init\n  $ planhat-sync init crm && cd crm && planhat-sync test",
    )
    .action(wire(init));

const init: Run = async ({ io, output }, [folder]) => {
  const dir = resolve(io.cwd(), folder as string);
  const written: string[] = [];
  const kept: string[] = [];
  for (const [path, text] of scaffold()) {
    (await writeNew(join(dir, path), text)) ? written.push(path) : kept.push(path);
  }
  const cd = relative(io.cwd(), dir);
  output.result(
    [
      ...written.map((path) => `  wrote  ${path}`),
      ...kept.map((path) => `  kept   ${path}  (it was there)`),
      "",
      "Next, here:",
      ...(cd === "" ? [] : [`  cd ${cd}`]),
      "  planhat-sync validate && planhat-sync test",
      "",
      "and with a Planhat on this machine, no account needed:",
      "  planhat-sync sandbox        # in another terminal; it prints two variables to set",
      "  planhat-sync apply",
    ].join("\n"),
  );
  return EXIT.done;
};

/** Whether it was written: a file that is there is the user's. */
async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw new Stop("environment", "A file of the new project could not be written.", {
      hint: `Check the folder ${dirname(path)}: it must be a folder that you may write to.`,
      cause: error,
    });
  }
}
