/** What a failing evaluation throws inside: JSONata's own errors have the same shape. */
export interface Failure {
  readonly code: string;
  /** JSONata's position: behind the token. */
  position?: number | undefined;
  /** The operator or function that failed. */
  token?: unknown;
  /** Number of the argument, from 1. */
  readonly index?: number | undefined;
  readonly value?: unknown;
  /** Text that the expression itself gave to `$error` or `$assert`. */
  readonly message?: string;
}

export function failure(code: string, details: Omit<Failure, "code"> = {}): Error & Failure {
  return Object.assign(new Error(code), { code, ...details });
}

export function isFailure(thrown: unknown): thrown is Failure {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && typeof thrown.code === "string";
}

/** Names the place where nothing closer to the fault has named one. */
export function locate(thrown: unknown, position: number | undefined, token: unknown): unknown {
  if (isFailure(thrown)) {
    if (!thrown.position) thrown.position = position;
    if (!thrown.token) thrown.token = token;
  }
  return thrown;
}
