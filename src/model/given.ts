/** What is left of `T` once members that are undefined are left out. */
type Given<T> = { readonly [name in keyof T]?: Exclude<T[name], undefined> };

/** The members that are not undefined: an optional member that is absent is not the same as one that is undefined. */
export function given<T extends object>(members: T): Given<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Given<T>;
}
