/** The plain part of a signature: which types an argument may have without any completion. */
interface Parameter {
  /** Letters of JSONata's signatures: s n b l o a f, or all of them for x and j. */
  readonly types: string;
  readonly optional: boolean;
  readonly fromContext: boolean;
  /** Type of the items, for arrays that need one. */
  readonly items: string | undefined;
}

export interface Signature {
  readonly parameters: readonly Parameter[];
  /** How many arguments there are up to the last one that is not optional. */
  readonly required: number;
  /** Arguments that need neither completion nor a closer look; anything else goes through JSONata's own check. */
  accepts(args: readonly unknown[]): boolean;
  /** Whether a call with this many arguments takes one from the context. */
  readsContext(count: number): boolean;
}

/** Reads a signature such as `<s-nn?:s>`. */
export function parseSignature(definition: string): Signature {
  const parameters = parametersOf(definition);
  const required = parameters.findLastIndex((parameter) => !parameter.optional) + 1;
  return {
    parameters,
    required,
    accepts: (args) =>
      args.length >= required &&
      args.length <= parameters.length &&
      args.every((arg, index) => fits(arg, parameters[index])),
    readsContext: (count) => count < required && parameters.some((parameter) => parameter.fromContext),
  };
}

function parametersOf(definition: string): Parameter[] {
  const parameters: Parameter[] = [];
  const inner = definition.slice(1, -1).split(":")[0] ?? "";
  for (const [, types = "", items, flags = ""] of inner.matchAll(
    /(\([a-z]+\)|[a-z])(?:<([a-z])[^>]*>)?([-?+]*)/g,
  )) {
    parameters.push({
      types: types.replace("(", "").replace(")", ""),
      optional: flags.includes("?"),
      fromContext: flags.includes("-"),
      items: types === "a" ? items : undefined,
    });
  }
  return parameters;
}

/** Says no where in doubt: arrays are completed from single values, so only arrays themselves fit. */
function fits(arg: unknown, parameter: Parameter | undefined): boolean {
  if (parameter === undefined) return false;
  const { types, items } = parameter;
  if (types === "x") return true;
  const type = typeof arg;
  if (type === "string") return types.includes("s");
  if (type === "number") return types.includes("n");
  if (type === "undefined") return types !== "f";
  if (type === "boolean") return types.includes("b");
  if (type === "function") return types.includes("f");
  if (arg === null) return types.includes("l");
  if (Array.isArray(arg)) return types.includes("a") && (items === undefined || allOf(arg, items));
  return types.includes("o");
}

function allOf(values: readonly unknown[], items: string): boolean {
  if (items === "s") return values.every((value) => typeof value === "string");
  if (items === "n") return values.every((value) => typeof value === "number");
  return false;
}
