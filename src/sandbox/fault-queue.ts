import type { Fault, FaultAction, FaultHandle } from "./fault.ts";

/** A fault as it strikes one request. */
export interface Strike<Action extends FaultAction = FaultAction> {
  readonly id: number;
  readonly action: Action;
  /** Ends after `milliseconds`, or when the fault is released. */
  hold(milliseconds: number | undefined): Promise<void>;
}

export interface FaultView {
  readonly id: number;
  readonly kind: FaultAction["kind"];
  readonly struck: number;
  readonly held: number;
}

/** Faults on demand. All that match a request strike it, in the order in which they were added. */
export class FaultQueue {
  #last = 0;
  readonly #armed = new Map<number, ArmedFault>();

  add(fault: Fault): FaultHandle {
    this.#last += 1;
    const id = this.#last;
    const armed = new ArmedFault(id, fault);
    this.#armed.set(id, armed);
    return {
      id,
      get struck() {
        return armed.struck;
      },
      reached: armed.reached,
      release: () => armed.release(),
      remove: () => this.remove(id),
    };
  }

  /** Whether there was one. */
  remove(id: number): boolean {
    this.#armed.get(id)?.release();
    return this.#armed.delete(id);
  }

  /** Releases and removes them all. */
  clear(): void {
    for (const id of [...this.#armed.keys()]) this.remove(id);
  }

  list(): readonly FaultView[] {
    return [...this.#armed.values()].map(({ id, fault, struck, held }) => ({
      id,
      kind: fault.action.kind,
      struck,
      held,
    }));
  }

  /** The faults that strike this request; counts it. */
  strike(method: string, pathname: string): readonly Strike[] {
    return [...this.#armed.values()].filter((armed) => armed.takes(method, pathname));
  }
}

class ArmedFault implements Strike {
  readonly id: number;
  readonly fault: Fault;
  readonly reached: Promise<void>;
  readonly #released: Promise<void>;
  readonly release: () => void;
  readonly #reach: () => void;
  #matched = 0;
  #struck = 0;
  #held = 0;

  constructor(id: number, fault: Fault) {
    this.id = id;
    this.fault = fault;
    [this.reached, this.#reach] = gate();
    [this.#released, this.release] = gate();
  }

  get action(): FaultAction {
    return this.fault.action;
  }

  get struck(): number {
    return this.#struck;
  }

  get held(): number {
    return this.#held;
  }

  takes(method: string, pathname: string): boolean {
    const { match = {}, times = 1 } = this.fault;
    if (match.method !== undefined && match.method.toUpperCase() !== method) return false;
    if (match.path !== undefined && !pathMatches(match.path, pathname)) return false;
    if (times !== "always" && this.#struck >= times) return false;
    this.#matched += 1;
    if (this.#matched < (match.nth ?? 1)) return false;
    this.#struck += 1;
    if (this.action.kind !== "slow" && this.action.kind !== "stall") this.#reach();
    return true;
  }

  async hold(milliseconds: number | undefined): Promise<void> {
    this.#held += 1;
    this.#reach();
    let timer: NodeJS.Timeout | undefined;
    const over =
      milliseconds === undefined
        ? []
        : [new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)))];
    await Promise.race([this.#released, ...over]);
    clearTimeout(timer);
    this.#held -= 1;
  }
}

function pathMatches(pattern: string, pathname: string): boolean {
  return pattern.endsWith("*") ? pathname.startsWith(pattern.slice(0, -1)) : pathname === pattern;
}

function gate(): [Promise<void>, () => void] {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return [opened, open];
}
