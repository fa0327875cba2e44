import { createInterface } from "node:readline/promises";
import { given } from "../model/given.ts";
import type { CommandContext } from "./command-context.ts";

/**
 * Whether whoever sits at the terminal answers `yes` and nothing else; undefined where they leave (Ctrl-C, Ctrl-D, the
 * signal). Asked on stderr, so that results may go to a file.
 */
export async function confirm(
  { io }: CommandContext,
  question: string,
  signal?: AbortSignal,
): Promise<boolean | undefined> {
  const reader = createInterface({ input: io.stdin, output: io.stderr as NodeJS.WritableStream });
  try {
    const answer = await reader.question(question, given({ signal }));
    return answer.trim() === "yes";
  } catch {
    return undefined;
  } finally {
    reader.close();
  }
}
