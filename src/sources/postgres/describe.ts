import type { Client, Connection, FieldDef, Submittable } from "pg";

/** What the server says of a statement without running it. */
export interface Description {
  /** Empty for a statement that returns no rows. */
  readonly fields: readonly FieldDef[];
  readonly params: number;
}

/** Parses a statement in the server (one statement, extended protocol) and runs nothing. Throws what the driver throws. */
export function describe(client: Client, sql: string): Promise<Description> {
  return new Promise((resolve, reject) => {
    client.query(new DescribeStatement(sql, resolve, reject));
  });
}

/** What the driver calls while this is its active query; it has no method of its own for Describe alone. */
class DescribeStatement implements Submittable {
  readonly #sql: string;
  readonly #resolve: (description: Description) => void;
  readonly #reject: (error: unknown) => void;
  #connection: Connection | undefined;
  #fields: readonly FieldDef[] = [];
  #params = 0;

  constructor(sql: string, resolve: (description: Description) => void, reject: (error: unknown) => void) {
    this.#sql = sql;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  submit(connection: Connection): void {
    this.#connection = connection;
    connection.on("parameterDescription", this.#onParams);
    connection.parse({ name: "", text: this.#sql, types: [] }, true);
    connection.describe({ type: "S", name: "" }, true);
    connection.sync();
  }

  readonly #onParams = (message: { readonly dataTypeIDs: readonly number[] }): void => {
    this.#params = message.dataTypeIDs.length;
  };

  handleRowDescription(message: { readonly fields: readonly FieldDef[] }): void {
    this.#fields = message.fields;
  }

  handleReadyForQuery(): void {
    this.#detach();
    this.#resolve({ fields: this.#fields, params: this.#params });
  }

  handleError(error: unknown): void {
    this.#detach();
    this.#reject(error);
  }

  #detach(): void {
    this.#connection?.removeListener("parameterDescription", this.#onParams);
  }
}
