export type Operation = "read" | "create" | "update" | "delete";

/** `{ Enduser: { create: false } }`: by object type, what the token may not do. */
export type Permissions = Readonly<Record<string, Partial<Readonly<Record<Operation, boolean>>>>>;

export function permits(permissions: Permissions, object: string, operation: Operation): boolean {
  return permissions[object]?.[operation] ?? true;
}
