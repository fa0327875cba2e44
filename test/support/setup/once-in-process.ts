/** The same value for all who ask in this process by that name: what sets a test file up is loaded anew for each. */
export function onceInProcess<T extends object | true>(name: string, make: () => T): T {
  const values = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(name);
  const value = values[key] ?? make();
  values[key] = value;
  return value;
}
