/** What a program says whose own files could not be read. Imports nothing: it is loaded where the rest was not. */
export function loadFailure(error: unknown): string {
  const [why = ""] = String(error instanceof Error ? error.message : error).split("\n");
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const limit = "raise the limit of open files (ulimit -n 1024)";
  // Where no file can be opened, Node may also say that a package is not there.
  const hint =
    code === "EMFILE" || code === "ENFILE"
      ? `Nothing was done. To go on, ${limit}.`
      : `Nothing was done. Install planhat-sync again (npm ci); if it is all there, ${limit}.`;
  return `error: planhat-sync cannot be loaded: ${why}\nhint: ${hint}\n`;
}
