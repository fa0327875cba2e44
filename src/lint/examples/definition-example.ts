export interface DefinitionExample {
  /** Company by default. */
  readonly object?: string;
  /** The lines below `source:`; a CSV by default. */
  readonly source?: readonly string[];
  /** upsert by default. */
  readonly mode?: string;
  readonly key?: string;
  /** The lines below `fields:`; the externalId and the name by default. */
  readonly fields?: readonly string[];
  /** Lines behind those of `fields`. */
  readonly more?: readonly string[];
  /** Whole lines at the end of the file. */
  readonly rest?: readonly string[];
}

/** A whole definition that breaks no rule, with other parts where they are given. */
export function example({
  object = "Company",
  source = ["csv: { path: accounts.csv }"],
  mode = "upsert",
  key,
  fields = ["externalId: account_id", "name: name"],
  more = [],
  rest = [],
}: DefinitionExample = {}): string {
  const lines = [
    "version: 1",
    "source:",
    ...source.map((line) => `  ${line}`),
    `target: { object: ${object} }`,
    `mode: ${mode}`,
    ...(key === undefined ? [] : [`key: ${key}`]),
    "fields:",
    ...[...fields, ...more].map((line) => `  ${line}`),
    ...rest,
  ];
  return `${lines.join("\n")}\n`;
}

/** A project file, given by its lines, with a definition beside it: a comment with a path begins each file. */
export function exampleProject(settings: readonly string[], definition: string = example()): string {
  return ["# planhat-sync.yaml", "version: 1", ...settings, "", "# syncs/accounts.yaml", definition].join(
    "\n",
  );
}

/** A query over a connection that the project has. */
export function exampleQuery(query: string, { more = [], ...rest }: QueryExample = {}): string {
  const source = [
    "postgres:",
    "  connection: warehouse",
    `  query: ${query}`,
    ...more.map((line) => `  ${line}`),
  ];
  const connection = ["connections:", `  warehouse: \${WAREHOUSE_URL:-postgres://localhost/crm}`];
  return exampleProject(connection, example({ ...rest, source }));
}

interface QueryExample extends Omit<DefinitionExample, "source" | "more"> {
  /** Lines of the source behind the query. */
  readonly more?: readonly string[];
}

/** A source over HTTP, given by the lines below `http:`. */
export function exampleHttp(...lines: readonly string[]): string {
  return example({ source: httpSource(lines) });
}

export function httpSource(lines: readonly string[]): readonly string[] {
  return ["http:", ...lines.map((line) => `  ${line}`)];
}
