import { request } from "undici";
import type { Project } from "../../model/project.ts";
import { Stop } from "../../model/stop.ts";
import { isLoopback } from "../../planhat/api/hosts.ts";
import { targetOrigin } from "../planhat/target.ts";

/** Milliseconds that a sandbox on this machine may take to tell that it is one. */
const PATIENCE = 2000;

/**
 * Throws a Stop unless what the project writes to is a sandbox on this machine. A save is no approval: on another
 * host it would change what people work with, and a proxy on this machine may lead to one.
 */
export async function requireSandbox(project: Project): Promise<void> {
  const origin = targetOrigin(project);
  if (!isLoopback(origin)) {
    throw new Stop(
      "no-sandbox",
      `watch --apply writes to a sandbox on this machine only, and this project points to ${origin}.`,
      { fix: "Let it start one (--sandbox), or name one that runs: PLANHAT_API_URL=http://127.0.0.1:4010." },
    );
  }
  if (await isSandbox(origin)) return;
  throw new Stop("no-sandbox", `watch --apply writes to a sandbox only, and ${origin} is not one.`, {
    fix: "Start one (planhat-sync sandbox), or let watch start one (--sandbox).",
  });
}

/** No Planhat has such a path, and whatever passes calls on to one gets no such answer. */
async function isSandbox(origin: string): Promise<boolean> {
  try {
    const { statusCode, body } = await request(`${origin}/_sandbox/identity`, {
      headersTimeout: PATIENCE,
      bodyTimeout: PATIENCE,
    });
    const { sandbox } = Object((await body.json()) ?? {}) as { readonly sandbox?: unknown };
    return statusCode === 200 && sandbox === "planhat-sync";
  } catch {
    return false;
  }
}
