import type { Client } from "pg";

/** What a server has asked for at the login so far. */
export interface Login {
  /** Whether the driver will answer with a mechanism that is bound to the TLS connection. */
  readonly isBound: boolean;
}

const BOUND = "SCRAM-SHA-256-PLUS";

/** Call before the client connects: then this listener comes before the driver's own. */
export function watchLogin(client: Client): Login {
  const login = { isBound: false };
  const { connection } = client as unknown as { readonly connection: NodeJS.EventEmitter };
  connection.on("authenticationSASL", ({ mechanisms }: { readonly mechanisms: readonly string[] }) => {
    login.isBound = mechanisms.includes(BOUND);
  });
  return login;
}
