export const ACTIONS = ["create", "update"] as const;

/** What a change does to its record. */
export type Action = (typeof ACTIONS)[number];

/** What an action means in one place. Another action does not compile until each place says what it means there. */
export function byAction<T>(action: Action, meanings: Readonly<Record<Action, T>>): T {
  return meanings[action];
}
