import type { Io } from "../io.ts";

export type Key = "all" | "plan" | "tests" | "again" | "quit" | "interrupt";

const KEYS: Readonly<Record<string, Key>> = {
  a: "all",
  p: "plan",
  t: "tests",
  "\r": "again",
  "\n": "again",
  q: "quit",
  // In raw mode the terminal makes no signal of it.
  "\u0003": "interrupt",
  "\u0004": "quit",
};

/** Reads single keys off the terminal until the function it answers is called, which leaves the terminal as it was. */
export function readKeys(stdin: Io["stdin"], onKey: (key: Key) => void): () => void {
  const onData = (data: Buffer | string): void => {
    // A key such as an arrow comes as an escape sequence, which is none of ours.
    const text = String(data);
    if (text.startsWith("\u001b")) return;
    for (const character of text.toLowerCase()) {
      const key = KEYS[character];
      if (key !== undefined) onKey(key);
    }
  };
  stdin.setRawMode?.(true);
  stdin.on("data", onData);
  stdin.resume();
  return () => {
    stdin.off("data", onData);
    stdin.setRawMode?.(false);
    stdin.pause();
  };
}
