import jsonata from "jsonata";

/** One of JSONata's own functions, as it registers them. */
export interface JsonataBuiltin {
  /** Pure, except for `$random` and `$shuffle`; some are async. `this` is a focus. */
  readonly implementation: (this: unknown, ...args: unknown[]) => unknown;
  readonly signature: {
    /** For example `<s-nn?:s>`. */
    readonly definition: string;
    /** The arguments, completed from the context, or a T0410, T0411 or T0412 thrown. */
    validate(args: readonly unknown[], context: unknown): unknown[];
  };
}

/** Reads one of JSONata's own functions by its name without the `$`. */
export const jsonataBuiltin: (name: string) => JsonataBuiltin | undefined = captureLookup();

/**
 * JSONata hands its environment to a tracing callback, before anything asynchronous happens: that is the one way
 * to its functions without waiting. A new version of JSONata that changes it fails here, at load time.
 */
function captureLookup(): (name: string) => JsonataBuiltin | undefined {
  let environment: jsonata.Environment | undefined;
  const probe = jsonata("null");
  const assign = probe.assign as unknown as (name: symbol, value: unknown) => void;
  const trace = (_node: unknown, _input: unknown, frame: jsonata.Environment): void => {
    environment ??= frame;
  };
  assign(Symbol.for("jsonata.__evaluate_entry"), trace);
  void probe.evaluate(null);
  if (environment === undefined) throw new Error("bug: this version of jsonata hides its functions");
  const frame = environment;
  return (name) => frame.lookup(name) as JsonataBuiltin | undefined;
}
