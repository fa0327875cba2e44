import type { SyncDefinition } from "../../model/generated/sync.ts";
import type { RuleContext } from "../../model/linter.ts";
import type { PlacedSync } from "../../model/placed.ts";

export interface HttpSource {
  readonly sync: PlacedSync;
  readonly settings: NonNullable<SyncDefinition["source"]["http"]>;
  /** undefined where a variable is not set, or the text is no address. */
  readonly url: URL | undefined;
  readonly path: readonly ["source", "http"];
  /** Its address as it is written. */
  readonly written: string;
}

/** For rules about HTTP alone. */
export function* httpSources({ syncs }: RuleContext): Iterable<HttpSource> {
  for (const sync of syncs) {
    const http = sync.definition.source?.http;
    if (http === undefined) continue;
    const isWritten = !http.url.includes("${") && URL.canParse(http.url);
    const written = sync.scalars.find(({ path }) => path.join(".") === "source.http.url")?.raw ?? "";
    yield {
      sync,
      settings: http,
      url: isWritten ? new URL(http.url) : undefined,
      path: ["source", "http"],
      written,
    };
  }
}

export function isLoopback({ hostname }: URL): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
