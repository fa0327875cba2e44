import type { AppEvent } from "../app-event.ts";
import { type Context, type EnvFile, type Machine, makeContext } from "../context.ts";
import { createRedaction } from "../redaction.ts";
import type { OpenOptions, ProjectEvent } from "./api.ts";

export interface EmbeddingSurroundings {
  /** Absolute. */
  readonly projectDir: string;
  readonly envFile: EnvFile | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadableStream;
  readonly machine: Machine;
}

/** A context for one call of another program. */
export function embeddedContext(
  outside: EmbeddingSurroundings,
  { environment, onEvent, clock, random, fetch, openState }: OpenOptions,
): Context {
  const redaction = createRedaction();
  return makeContext({
    ...outside,
    redaction,
    environment,
    clock,
    random,
    ports: { fetch, openState },
    tell: (event) => {
      const told = projectEvent(event);
      if (told !== undefined) onEvent?.(redaction.clean(told));
    },
  });
}

function projectEvent(event: AppEvent): ProjectEvent | undefined {
  switch (event.kind) {
    case "loaded": {
      const { diagnostics } = event.project;
      return diagnostics.length === 0 ? undefined : { kind: "diagnostics", diagnostics };
    }
    case "warning":
    case "notice":
      return { kind: "warning", text: event.text };
    case "waiting":
      return event;
    case "detail":
      return undefined;
    default:
      return event satisfies never;
  }
}
