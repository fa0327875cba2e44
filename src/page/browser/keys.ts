import { useEffect } from "preact/hooks";

/** Single keys, where nobody is typing. Handlers are looked up by `KeyboardEvent.key`. */
export function useKeys(handlers: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { target } = event;
      const isTyping = target instanceof HTMLInputElement && target.type !== "checkbox";
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
      // A button that has the focus takes Enter and the space bar itself.
      const handler = Object.hasOwn(handlers, event.key) ? handlers[event.key] : undefined;
      if (handler === undefined) return;
      event.preventDefault();
      handler();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [handlers]);
}
