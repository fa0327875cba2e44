export interface Cluster {
  /** Everything the server has on disk; it also holds its socket. */
  readonly dir: string;
  readonly port: number;
  /** `postgres://postgres:…@127.0.0.1:…/postgres`. */
  readonly superuserUrl: string;
  /** Ends the server and removes its files. */
  stop(): Promise<void>;
}

/** `flags`: more arguments of the server. `files`: written to the parent of the data folder, readable by the server alone. `standby`: takes no writes, as a read replica. */
export function startCluster(options?: {
  readonly flags?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly standby?: boolean;
}): Promise<Cluster>;
