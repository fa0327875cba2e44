import { useEffect, useState } from "preact/hooks";

export interface Live<T> {
  /** The newest that came; undefined before the first. */
  readonly value: T | undefined;
  readonly isConnected: boolean;
}

/** What the server tells at an address of ours, each time anew. The browser connects again by itself. */
export function useLive<T>(address: string): Live<T> {
  const [value, setValue] = useState<T>();
  const [isConnected, setConnected] = useState(true);
  useEffect(() => {
    const events = new EventSource(address);
    events.onopen = () => setConnected(true);
    events.onerror = () => setConnected(false);
    events.onmessage = ({ data }) => {
      setConnected(true);
      setValue(JSON.parse(data) as T);
    };
    return () => events.close();
  }, [address]);
  return { value, isConnected };
}

/**
 * What stands at an address, fetched again for every `version`. The old value stays until the new one is there, as long
 * as both are of the same `subject`.
 */
export function useFetched<T>(
  address: string | undefined,
  version: unknown,
  subject: string | undefined = address,
): T | undefined {
  const [held, setHeld] = useState<{ readonly subject: string | undefined; readonly value: T }>();
  useEffect(() => {
    if (address === undefined) return;
    const leaving = new AbortController();
    fetch(address, { signal: leaving.signal })
      .then(async (response) => {
        const value = response.ok ? ((await response.json()) as T) : undefined;
        if (!leaving.signal.aborted) setHeld(value === undefined ? undefined : { subject, value });
      })
      // The server is gone, or nobody waits for this any more: what stands there stays.
      .catch(() => undefined);
    return () => leaving.abort();
  }, [address, version, subject]);
  return address !== undefined && held?.subject === subject ? held?.value : undefined;
}
