// Generated from schemas/sync.schema.json by scripts/generate.mjs: do not edit, run `npm run generate`.

/**
 * Rows of one PostgreSQL query, read in one read-only snapshot. A numeric is text digit for digit, a timestamptz is ISO 8601 in UTC, a timestamp has no time zone and gets none: nothing is rounded or guessed.
 */
export type PostgresSource = {
  [k: string]: unknown;
} & {
  /**
   * A name under `connections:` of planhat-sync.yaml, or a postgres:// URL from the environment. The URL takes sslmode (disable, prefer, require, verify-ca, verify-full), sslrootcert, connect_timeout (seconds), statement_timeout (milliseconds), and startup_options=off for a proxy that takes no options at the start.
   */
  connection: string;
  /**
   * One SQL statement that returns rows and changes nothing. Every column needs a name of its own.
   */
  query?: string;
  /**
   * An .sql file with the query, relative to the project folder and inside it.
   */
  file?: string;
  /**
   * Values of $1, $2 … in the query. They are bound, never written into the SQL.
   *
   * Items: Value of one parameter; PostgreSQL reads it as the type that the query needs there.
   */
  params?: (string | number | boolean | null)[];
  /**
   * Reads only what changed since the last apply.
   */
  cursor?: {
    /**
     * Column of the query that grows with every change of a row: timestamptz, timestamp, date, a number, uuid or text in byte order.
     */
    column: string;
    /**
     * How far before the last value to read again, for changes that were committed late: a duration (30s, 5m, 2h, 1d) for a time, a whole number for a number.
     */
    lag?: string | number;
  };
};
/**
 * Rows of one query over a SQLite database file, which is opened to be read and nothing else. A whole number is exact, beyond 2^53 − 1 as text; dates are what the file holds, text or numbers; bytes (a blob) are refused.
 */
export type SqliteSource = {
  [k: string]: unknown;
} & {
  /**
   * The database file, relative to the project folder and inside it.
   */
  path: string;
  /**
   * One SELECT. Every column needs a name of its own.
   */
  query?: string;
  /**
   * An .sql file with the query, relative to the project folder and inside it.
   */
  file?: string;
  /**
   * Values of $1, $2 … in the query. They are bound, never written into the SQL.
   *
   * Items: Value of one parameter. SQLite compares a text with a number as two different things.
   */
  params?: (string | number | boolean | null)[];
  /**
   * Reads only what changed since the last apply.
   */
  cursor?: {
    /**
     * Column of the query that grows with every change of a row: a number, a time in UTC as text (2026-01-31T12:00:00Z, 2026-01-31 12:00:00), or text in byte order; one of these in all rows.
     */
    column: string;
    /**
     * How far before the last value to read again, for changes that were committed late: a duration (30s, 5m, 2h, 1d) for a time, a whole number for a number.
     */
    lag?: string | number;
  };
};

/**
 * One sync: rows of a source become records of one kind of object in Planhat. One file each under syncs/.
 */
export interface SyncDefinition {
  /**
   * Version of this file format. This planhat-sync reads version 1.
   */
  version: 1;
  /**
   * Name of the sync, unique in the project. Default: the file's name without its extension. What Planhat accepted is remembered under it, so a new name starts anew.
   */
  name?: string;
  /**
   * What the sync is for, in your own words.
   */
  description?: string;
  /**
   * Where rows are read: exactly one kind of source. `${NAME}` and `${NAME:-default}` stand for environment variables in any text below this key, and only here: below `fields` and `tests` a `${` is left as it is, because JSONata uses it. `$${` is a literal `${`.
   */
  source: {
    csv?: CsvSource;
    http?: HttpSource;
    postgres?: PostgresSource;
    sqlite?: SqliteSource;
  };
  /**
   * What the rows become in Planhat.
   */
  target: {
    /**
     * Kind of object in Planhat, as its API names it.
     */
    object: string;
    /**
     * For Metric only: `true` sends a point again whose value has changed, or whose answer was lost. Right for a metric that keeps the last, the least or the greatest value of a day; one that adds up would count it twice.
     */
    resend?: boolean;
  };
  /**
   * `insert` creates what Planhat does not hold and skips the rest; `update` changes what Planhat holds and skips the rest; `upsert` does both.
   */
  mode: "insert" | "update" | "upsert";
  /**
   * The field that identifies a record in Planhat: one of the object's keyables, and mapped under `fields`. Default: the first mapped one in Planhat's order.
   */
  key?: string;
  /**
   * The Planhat fields to write, and how the value of each comes from a row. A field of your own in Planhat is written `custom.Name`. "No value" leaves the field alone, null clears it.
   */
  fields: {
    /**
     * A JSONata expression over one source row; or `value`, a constant; or `expr`, the long form of an expression.
     */
    [k: string]:
      | string
      | {
          /**
           * The constant: text, number, true, false, a list or an object; null clears the field.
           */
          value: {
            [k: string]: unknown;
          };
        }
      | {
          /**
           * JSONata over one source row.
           */
          expr: string;
          /**
           * `true` rejects a record that has no value here.
           */
          required?: boolean;
          /**
           * Of a reference: what the expression gives of the record referred to, in place of its `_id`. Planhat finds a company by its externalId or sourceId itself; everything else, such as a user by `email`, is looked up in Planhat while the sync is planned.
           */
          by?: "externalId" | "sourceId" | "email" | "name";
          /**
           * Of a reference that is looked up: what happens where Planhat has no such record. `reject` rejects the record; `omit` leaves the field out, so that Planhat keeps what it has.
           */
          missing?: "reject" | "omit";
        };
  };
  /**
   * How many records go to Planhat in one request.
   */
  batch?: {
    /**
     * `auto`, or a whole number from 1 to 5000 (Planhat's limit).
     */
    size?: "auto" | number;
  };
  /**
   * Limits on a plan: one that breaks a guard is refused before anything is written.
   */
  guards?: {
    /**
     * The source must yield at least this many rows.
     */
    minRows?: number;
    /**
     * At most so many rows may be rejected: a share of the rows read, or a whole number of rows.
     */
    maxRejected?: string | number;
    /**
     * At most so many records may change: a share of the records already known, or a whole number. A share is not applied on a first run.
     */
    maxChanges?: string | number;
  };
  /**
   * Rows with the record, or the rejection, that they must give. `planhat-sync test` runs them without network.
   *
   * Items: One row and what must become of it: exactly one of `expect` and `expectError`.
   */
  tests?: ({
    [k: string]: unknown;
  } & {
    /**
     * What the test shows.
     */
    name: string;
    /**
     * One source row: column, value. CSV gives text for every column.
     */
    row: {};
    /**
     * The instant that `$now()` and `$millis()` answer, such as 2024-02-29T12:00:00Z. Default: 2024-01-01T00:00:00Z.
     */
    now?: string;
    /**
     * The whole record, in Planhat's shape: custom fields stand under `custom`.
     */
    expect?: {};
    /**
     * Id of the rule that rejects the row.
     */
    expectError?: string;
  })[];
}
/**
 * Rows of CSV files. Every value is text: a mapping turns it into a number or a date, nothing is guessed. A line `sep=;` above the header, as Excel writes it, is passed over.
 */
export interface CsvSource {
  /**
   * CSV file, or a glob of several, relative to the project folder and inside it. A name that ends in .gz is unpacked. `-` reads standard input.
   */
  path: string;
  /**
   * The one character between two values.
   */
  delimiter?: string;
  /**
   * How the file's bytes spell text. A byte that does not fit is an error, never a replacement character.
   */
  encoding?:
    | "utf-8"
    | "utf-16le"
    | "utf-16be"
    | "latin1"
    | "iso-8859-2"
    | "iso-8859-15"
    | "windows-1250"
    | "windows-1251"
    | "windows-1252";
  /**
   * `true`: the first line names the columns. A list: these are the names, and the first line is data already.
   */
  header?: true | [string, ...string[]];
  /**
   * Texts that mean null, which clears a field in Planhat. None by default: an empty value is an empty text.
   *
   * Items: A whole value, compared exactly.
   */
  nulls?: string[];
}
/**
 * Records of an HTTP API that answers with JSON, NDJSON or CSV, page by page; gzip and zip files are unpacked. Numbers that JavaScript would change are kept as text, digit by digit. Secrets stand in `${NAME}`.
 */
export interface HttpSource {
  /**
   * Address of the first page, http or https. Credentials go to its origin only: redirects that lead elsewhere are refused unless `redirects` names the host, and next pages at another origin always are. So are addresses of clouds' metadata services.
   */
  url: string;
  /**
   * POST for APIs that are searched with a body. A page that fails is asked for again, so it must only read.
   */
  method?: "GET" | "POST";
  /**
   * Query parameters of every page; a list repeats the parameter.
   */
  query?: {
    /**
     * Value of one parameter, or a list of them.
     */
    [k: string]: string | number | boolean | (string | number | boolean)[];
  };
  /**
   * Request headers. What carries the message (host, content-length …) cannot be set; credentials stand better under auth.
   */
  headers?: {
    /**
     * Value of one header.
     */
    [k: string]: string;
  };
  /**
   * Body of a POST: text is sent as it is, anything else as JSON.
   */
  body?: {
    [k: string]: unknown;
  };
  /**
   * Credentials: exactly one of basic, bearer, header, query and oauth2. The values belong in environment variables.
   */
  auth?: {
    /**
     * Basic authentication: a user name and a password. Many APIs want a key as one of them and nothing as the other.
     */
    basic?: {
      /**
       * The user name; may be empty.
       */
      username: string;
      /**
       * The password; may be empty.
       */
      password: string;
    };
    /**
     * A token, sent as `Authorization: Bearer …`.
     */
    bearer?: string;
    /**
     * A key in a header of its own.
     */
    header?: {
      /**
       * Name of the header.
       */
      name: string;
      /**
       * The key.
       */
      value: string;
    };
    /**
     * A key in the query of every request, for APIs that take it nowhere else. Next pages get it too, where the server leaves it out of their address.
     */
    query?: {
      /**
       * Name of the query parameter.
       */
      name: string;
      /**
       * The key.
       */
      value: string;
    };
    /**
     * OAuth 2.0 client credentials: a token is fetched, used until it ends, and fetched anew once when the API refuses it.
     */
    oauth2?: {
      /**
       * Address that gives the tokens.
       */
      tokenUrl: string;
      /**
       * Id of the client.
       */
      clientId: string;
      /**
       * Secret of the client. Sent as Basic authentication, and in the form where the server refuses that.
       */
      clientSecret: string;
      /**
       * Scopes to ask for, with blanks in between.
       */
      scope?: string;
    };
  };
  /**
   * What the bodies are. Default: what their content type says.
   */
  format?: "json" | "ndjson" | "csv";
  /**
   * The one character between two values of a CSV body.
   */
  delimiter?: string;
  /**
   * JSONata over a page's body that gives the list of its records. Default: the body, which is a list then. A path that leads through a list, such as list.customer, always gives a list. An expression that filters needs brackets and quotes to do so where it finds one record or none: "[data[active]]".
   */
  records?: string;
  /**
   * The way from page to page: exactly one of page, offset, cursor, link and nextUrl. Without it there is one page. The end is never guessed: a page that comes again, three pages in a row without a new record, or an answer that may or may not be the end are an error.
   */
  pagination?: {
    /**
     * Pages have numbers. A page shorter than `size` is not the end, because servers cap the size of their pages: the data end where the API says so (`more`, `total`, a Link header that names no next page), or with one more request that finds nothing: an empty page, a 404 or 416, or the last page again.
     */
    page?: {
      /**
       * Parameter of the page's number.
       */
      param: string;
      /**
       * Where the parameters go: into the query, or into the JSON `body` of a POST. In a body, `param` is a path with dots, such as variables.after.
       */
      in?: "query" | "body";
      /**
       * Number of the first page.
       */
      start?: number;
      /**
       * Records of a full page, as the request asks for them.
       */
      size?: number;
      /**
       * Parameter that asks for that size.
       */
      sizeParam?: string;
      /**
       * JSONata over a page's body: true where another page follows, false on the last one. It decides alone.
       */
      more?: string;
    };
    /**
     * Pages start after as many records as came before. A page shorter than `size` is not the end, because servers cap the size of their pages: the data end where the API says so (`more`, `total`, a Link header that names no next page), or with one more request that finds nothing: an empty page, a 404 or 416, or the last page again.
     */
    offset?: {
      /**
       * Parameter of the number of records to skip.
       */
      param: string;
      /**
       * Where the parameters go: into the query, or into the JSON `body` of a POST. In a body, `param` is a path with dots, such as variables.after.
       */
      in?: "query" | "body";
      /**
       * Records of a full page, as the request asks for them.
       */
      size?: number;
      /**
       * Parameter that asks for that size.
       */
      sizeParam?: string;
      /**
       * JSONata over a page's body: true where another page follows, false on the last one. It decides alone.
       */
      more?: string;
    };
    /**
     * Each body holds a cursor that asks for the next page. A scroll token, which stays the same, ends with an empty page.
     */
    cursor?: {
      /**
       * Parameter of the cursor.
       */
      param: string;
      /**
       * Where the parameters go: into the query, or into the JSON `body` of a POST. In a body, `param` is a path with dots, such as variables.after.
       */
      in?: "query" | "body";
      /**
       * JSONata over the body that gives the cursor; no value, null and an empty text end the data.
       */
      next: string;
    };
    /**
     * The Link header names the next page with rel="next"; without one, or with results="false", the data end. A header that cannot be read is an error.
     */
    link?: {
      /**
       * JSONata over a page's body: false on the last page, for servers that name a next page there too.
       */
      more?: string;
    };
    /**
     * Each body holds the address of the next page, on the origin of `url`.
     */
    nextUrl?: {
      /**
       * JSONata over the body that gives the address, whole or relative; no value, null and an empty text end the data.
       */
      next: string;
    };
  };
  /**
   * JSONata over a page's body that gives how many records there are on all pages. It tells where numbered pages end, and a read that ends with more or fewer is an error: a page was lost, or came twice.
   */
  total?: string;
  /**
   * For exports that are asked for, prepared, and downloaded: `url` at the top asks for the export, its state is asked for until it is done, then the data are fetched with a GET. Data at another host need `redirects`.
   */
  poll?: {
    /**
     * JSONata over the first answer that gives the address of the export's state, whole or relative. Default: its Location header; where `method` is GET, the same address again.
     */
    statusUrl?: string;
    /**
     * JSONata over each answer: true when the export is done. Default: done when an answer is not a 202.
     */
    until?: string;
    /**
     * JSONata over each answer: true when the export has failed, which ends the run.
     */
    failed?: string;
    /**
     * JSONata over the last answer that gives the address of the data, or a list of addresses for an export in parts. Default: the last answer is the data.
     */
    url?: string;
    /**
     * Time between two questions, at least; a Retry-After that is longer is respected.
     */
    every?: string;
    /**
     * Longest time for the export to be done.
     */
    within?: string;
  };
  /**
   * Other hosts that data may be fetched from, after a redirect or for `poll.url`: file stores, mostly. They get neither credentials nor the definition's headers. A port other than the usual one belongs to the name.
   *
   * @minItems 1
   *
   * Items: One host.
   */
  redirects?: [string, ...string[]];
  /**
   * Read only what changed since the last apply: the greatest value of a column is remembered, and asked for.
   */
  cursor?: {
    /**
     * Name in each record of the time or number of its last change, with dots where it is inside an object: ISO 8601 timestamps, numbers, or text that sorts.
     */
    column: string;
    /**
     * Parameter that asks for records changed from then on. The API should give equal values again.
     */
    param: string;
    /**
     * Where the parameter goes: into the query, or into the JSON `body` of a POST. In a body, `param` is a path with dots, such as filter.updated_after.
     */
    in?: "query" | "body";
    /**
     * How much further back to read, for changes that become visible late: a duration for timestamps, a number in the column's own unit for whole numbers.
     */
    lag?: string | number;
  };
  /**
   * Most calls that the API allows: perMinute or perSecond. Calls that repeat a failed one count, too.
   */
  rateLimit?: {
    /**
     * Calls in any 60 seconds.
     */
    perMinute?: number;
    /**
     * Calls in any second.
     */
    perSecond?: number;
  };
  /**
   * Longest time for one whole answer, its body included. After it the page is asked for again, up to five times in all.
   */
  timeout?: string;
  /**
   * Longest time that one page is waited for while the server says that it is not ready (202, 409, 425), or that no calls are left (429; 403 with Retry-After or X-RateLimit-Remaining: 0).
   */
  wait?: string;
  /**
   * Largest body of one page in bytes, once it is unpacked: a page is held in memory.
   */
  maxBytes?: number;
  /**
   * Most values of one JSON page, where a list or an object counts twice and a key behind the thousandth of one object five times: what a page takes in memory follows from them, and hardly from its bytes.
   */
  maxValues?: number;
  /**
   * Most pages of one read, against pages without end.
   */
  maxPages?: number;
  /**
   * So many pages in a row without a new record are an error where yet another page should follow. For APIs that filter after they page, and give empty pages before the last one.
   */
  maxEmptyPages?: number;
}

export const syncSchema: object = {
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "SyncDefinition",
  "description": "One sync: rows of a source become records of one kind of object in Planhat. One file each under syncs/.",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "version",
    "source",
    "target",
    "mode",
    "fields"
  ],
  "properties": {
    "version": {
      "description": "Version of this file format. This planhat-sync reads version 1.",
      "type": "integer",
      "const": 1
    },
    "name": {
      "description": "Name of the sync, unique in the project. Default: the file's name without its extension. What Planhat accepted is remembered under it, so a new name starts anew.",
      "type": "string",
      "minLength": 1,
      "maxLength": 100,
      "pattern": "^(?![. ])[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029/\\\\]+(?<! )$",
      "examples": [
        "crm-companies"
      ]
    },
    "description": {
      "description": "What the sync is for, in your own words.",
      "type": "string",
      "examples": [
        "Accounts from the CRM"
      ]
    },
    "source": {
      "description": "Where rows are read: exactly one kind of source. `${NAME}` and `${NAME:-default}` stand for environment variables in any text below this key, and only here: below `fields` and `tests` a `${` is left as it is, because JSONata uses it. `$${` is a literal `${`.",
      "type": "object",
      "additionalProperties": false,
      "minProperties": 1,
      "maxProperties": 1,
      "properties": {
        "csv": {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "title": "CsvSource",
          "description": "Rows of CSV files. Every value is text: a mapping turns it into a number or a date, nothing is guessed. A line `sep=;` above the header, as Excel writes it, is passed over.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "path"
          ],
          "properties": {
            "path": {
              "description": "CSV file, or a glob of several, relative to the project folder and inside it. A name that ends in .gz is unpacked. `-` reads standard input.",
              "type": "string",
              "minLength": 1,
              "examples": [
                "data/accounts.csv",
                "exports/*.csv.gz",
                "-"
              ]
            },
            "delimiter": {
              "description": "The one character between two values.",
              "type": "string",
              "minLength": 1,
              "maxLength": 1,
              "default": ",",
              "examples": [
                ";",
                "\t"
              ]
            },
            "encoding": {
              "description": "How the file's bytes spell text. A byte that does not fit is an error, never a replacement character.",
              "type": "string",
              "enum": [
                "utf-8",
                "utf-16le",
                "utf-16be",
                "latin1",
                "iso-8859-2",
                "iso-8859-15",
                "windows-1250",
                "windows-1251",
                "windows-1252"
              ],
              "default": "utf-8"
            },
            "header": {
              "description": "`true`: the first line names the columns. A list: these are the names, and the first line is data already.",
              "default": true,
              "examples": [
                [
                  "account_id",
                  "name",
                  "mrr"
                ]
              ],
              "anyOf": [
                {
                  "description": "true",
                  "type": "boolean",
                  "const": true
                },
                {
                  "description": "a list of column names",
                  "type": "array",
                  "minItems": 1,
                  "uniqueItems": true,
                  "items": {
                    "description": "Name of one column.",
                    "type": "string",
                    "minLength": 1
                  }
                }
              ]
            },
            "nulls": {
              "description": "Texts that mean null, which clears a field in Planhat. None by default: an empty value is an empty text.",
              "type": "array",
              "uniqueItems": true,
              "items": {
                "description": "A whole value, compared exactly.",
                "type": "string"
              },
              "default": [],
              "examples": [
                [
                  "",
                  "NULL",
                  "\\N"
                ]
              ]
            }
          }
        },
        "http": {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "title": "HttpSource",
          "description": "Records of an HTTP API that answers with JSON, NDJSON or CSV, page by page; gzip and zip files are unpacked. Numbers that JavaScript would change are kept as text, digit by digit. Secrets stand in `${NAME}`.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "url"
          ],
          "properties": {
            "url": {
              "description": "Address of the first page, http or https. Credentials go to its origin only: redirects that lead elsewhere are refused unless `redirects` names the host, and next pages at another origin always are. So are addresses of clouds' metadata services.",
              "type": "string",
              "minLength": 1,
              "examples": [
                "https://api.example.com/v1/users"
              ]
            },
            "method": {
              "description": "POST for APIs that are searched with a body. A page that fails is asked for again, so it must only read.",
              "type": "string",
              "enum": [
                "GET",
                "POST"
              ],
              "default": "GET"
            },
            "query": {
              "description": "Query parameters of every page; a list repeats the parameter.",
              "type": "object",
              "additionalProperties": {
                "description": "Value of one parameter, or a list of them.",
                "anyOf": [
                  {
                    "description": "one value",
                    "type": [
                      "string",
                      "number",
                      "boolean"
                    ]
                  },
                  {
                    "description": "a list of values",
                    "type": "array",
                    "items": {
                      "description": "One value.",
                      "type": [
                        "string",
                        "number",
                        "boolean"
                      ]
                    }
                  }
                ]
              },
              "examples": [
                {
                  "status": "active",
                  "expand": [
                    "owner",
                    "plan"
                  ]
                }
              ]
            },
            "headers": {
              "description": "Request headers. What carries the message (host, content-length …) cannot be set; credentials stand better under auth.",
              "type": "object",
              "additionalProperties": {
                "description": "Value of one header.",
                "type": "string"
              },
              "examples": [
                {
                  "x-api-version": "2024-10"
                }
              ]
            },
            "body": {
              "description": "Body of a POST: text is sent as it is, anything else as JSON.",
              "examples": [
                {
                  "filter": {
                    "active": true
                  }
                }
              ]
            },
            "auth": {
              "description": "Credentials: exactly one of basic, bearer, header, query and oauth2. The values belong in environment variables.",
              "type": "object",
              "additionalProperties": false,
              "minProperties": 1,
              "maxProperties": 1,
              "properties": {
                "basic": {
                  "description": "Basic authentication: a user name and a password. Many APIs want a key as one of them and nothing as the other.",
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "username",
                    "password"
                  ],
                  "properties": {
                    "username": {
                      "description": "The user name; may be empty.",
                      "type": "string",
                      "examples": [
                        "sync"
                      ]
                    },
                    "password": {
                      "description": "The password; may be empty.",
                      "type": "string",
                      "examples": [
                        "${API_PASSWORD}"
                      ]
                    }
                  }
                },
                "bearer": {
                  "description": "A token, sent as `Authorization: Bearer …`.",
                  "type": "string",
                  "minLength": 1,
                  "examples": [
                    "${API_TOKEN}"
                  ]
                },
                "header": {
                  "description": "A key in a header of its own.",
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "name",
                    "value"
                  ],
                  "properties": {
                    "name": {
                      "description": "Name of the header.",
                      "type": "string",
                      "minLength": 1,
                      "examples": [
                        "X-Api-Key"
                      ]
                    },
                    "value": {
                      "description": "The key.",
                      "type": "string",
                      "minLength": 1,
                      "examples": [
                        "${API_KEY}"
                      ]
                    }
                  }
                },
                "query": {
                  "description": "A key in the query of every request, for APIs that take it nowhere else. Next pages get it too, where the server leaves it out of their address.",
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "name",
                    "value"
                  ],
                  "properties": {
                    "name": {
                      "description": "Name of the query parameter.",
                      "type": "string",
                      "minLength": 1,
                      "examples": [
                        "api_key"
                      ]
                    },
                    "value": {
                      "description": "The key.",
                      "type": "string",
                      "minLength": 1,
                      "examples": [
                        "${API_KEY}"
                      ]
                    }
                  }
                },
                "oauth2": {
                  "description": "OAuth 2.0 client credentials: a token is fetched, used until it ends, and fetched anew once when the API refuses it.",
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "tokenUrl",
                    "clientId",
                    "clientSecret"
                  ],
                  "properties": {
                    "tokenUrl": {
                      "description": "Address that gives the tokens.",
                      "type": "string",
                      "minLength": 1,
                      "examples": [
                        "https://login.example.com/oauth/token"
                      ]
                    },
                    "clientId": {
                      "description": "Id of the client.",
                      "type": "string",
                      "minLength": 1,
                      "examples": [
                        "${CLIENT_ID}"
                      ]
                    },
                    "clientSecret": {
                      "description": "Secret of the client. Sent as Basic authentication, and in the form where the server refuses that.",
                      "type": "string",
                      "minLength": 1,
                      "examples": [
                        "${CLIENT_SECRET}"
                      ]
                    },
                    "scope": {
                      "description": "Scopes to ask for, with blanks in between.",
                      "type": "string",
                      "minLength": 1,
                      "examples": [
                        "users.read"
                      ]
                    }
                  }
                }
              }
            },
            "format": {
              "description": "What the bodies are. Default: what their content type says.",
              "type": "string",
              "enum": [
                "json",
                "ndjson",
                "csv"
              ]
            },
            "delimiter": {
              "description": "The one character between two values of a CSV body.",
              "type": "string",
              "minLength": 1,
              "maxLength": 1,
              "default": ",",
              "examples": [
                ";"
              ]
            },
            "records": {
              "description": "JSONata over a page's body that gives the list of its records. Default: the body, which is a list then. A path that leads through a list, such as list.customer, always gives a list. An expression that filters needs brackets and quotes to do so where it finds one record or none: \"[data[active]]\".",
              "type": "string",
              "minLength": 1,
              "examples": [
                "data",
                "result.items",
                "[data[type = \"user\"]]"
              ]
            },
            "pagination": {
              "description": "The way from page to page: exactly one of page, offset, cursor, link and nextUrl. Without it there is one page. The end is never guessed: a page that comes again, three pages in a row without a new record, or an answer that may or may not be the end are an error.",
              "type": "object",
              "additionalProperties": false,
              "minProperties": 1,
              "maxProperties": 1,
              "properties": {
                "page": {
                  "description": "Pages have numbers. A page shorter than `size` is not the end, because servers cap the size of their pages: the data end where the API says so (`more`, `total`, a Link header that names no next page), or with one more request that finds nothing: an empty page, a 404 or 416, or the last page again.",
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "param"
                  ],
                  "dependencies": {
                    "sizeParam": [
                      "size"
                    ]
                  },
                  "properties": {
                    "param": {
                      "description": "Parameter of the page's number.",
                      "type": "string",
                      "minLength": 1,
                      "examples": [
                        "page"
                      ]
                    },
                    "in": {
                      "description": "Where the parameters go: into the query, or into the JSON `body` of a POST. In a body, `param` is a path with dots, such as variables.after.",
                      "type": "string",
                      "enum": [
                        "query",
                        "body"
                      ],
                      "default": "query"
                    },
                    "start": {
                      "description": "Number of the first page.",
                      "type": "integer",
                      "minimum": 0,
                      "default": 1,
                      "examples": [
                        0
                      ]
                    },
                    "size": {
                      "description": "Records of a full page, as the request asks for them.",
                      "type": "integer",
                      "minimum": 1,
                      "examples": [
                        100
                      ]
                    },
                    "sizeParam": {
                      "description": "Parameter that asks for that size.",
                      "type": "string",
                      "minLength": 1,
                      "examples": [
                        "per_page"
                      ]
                    },
                    "more": {
                      "description": "JSONata over a page's body: true where another page follows, false on the last one. It decides alone.",
                      "type": "string",
                      "minLength": 1,
                      "examples": [
                        "meta.has_more",
                        "$exists(links.next)"
                      ]
                    }
                  }
                },
                "offset": {
                  "description": "Pages start after as many records as came before. A page shorter than `size` is not the end, because servers cap the size of their pages: the data end where the API says so (`more`, `total`, a Link header that names no next page), or with one more request that finds nothing: an empty page, a 404 or 416, or the last page again.",
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "param"
                  ],
                  "dependencies": {
                    "sizeParam": [
                      "size"
                    ]
                  },
                  "properties": {
                    "param": {
                      "description": "Parameter of the number of records to skip.",
                      "type": "string",
                      "minLength": 1,
                      "examples": [
                        "offset"
                      ]
                    },
                    "in": {
                      "description": "Where the parameters go: into the query, or into the JSON `body` of a POST. In a body, `param` is a path with dots, such as variables.after.",
                      "type": "string",
                      "enum": [
                        "query",
                        "body"
                      ],
                      "default": "query"
                    },
                    "size": {
                      "description": "Records of a full page, as the request asks for them.",
                      "type": "integer",
                      "minimum": 1,
                      "examples": [
                        100
                      ]
                    },
                    "sizeParam": {
                      "description": "Parameter that asks for that size.",
                      "type": "string",
                      "minLength": 1,
                      "examples": [
                        "limit"
                      ]
                    },
                    "more": {
                      "description": "JSONata over a page's body: true where another page follows, false on the last one. It decides alone.",
                      "type": "string",
                      "minLength": 1,
                      "examples": [
                        "meta.has_more",
                        "$exists(links.next)"
                      ]
                    }
                  }
                },
                "cursor": {
                  "description": "Each body holds a cursor that asks for the next page. A scroll token, which stays the same, ends with an empty page.",
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "param",
                    "next"
                  ],
                  "properties": {
                    "param": {
                      "description": "Parameter of the cursor.",
                      "type": "string",
                      "minLength": 1,
                      "examples": [
                        "cursor",
                        "variables.after"
                      ]
                    },
                    "in": {
                      "description": "Where the parameters go: into the query, or into the JSON `body` of a POST. In a body, `param` is a path with dots, such as variables.after.",
                      "type": "string",
                      "enum": [
                        "query",
                        "body"
                      ],
                      "default": "query"
                    },
                    "next": {
                      "description": "JSONata over the body that gives the cursor; no value, null and an empty text end the data.",
                      "type": "string",
                      "minLength": 1,
                      "examples": [
                        "meta.next_cursor",
                        "has_more ? data[-1].id"
                      ]
                    }
                  }
                },
                "link": {
                  "description": "The Link header names the next page with rel=\"next\"; without one, or with results=\"false\", the data end. A header that cannot be read is an error.",
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "more": {
                      "description": "JSONata over a page's body: false on the last page, for servers that name a next page there too.",
                      "type": "string",
                      "minLength": 1,
                      "examples": [
                        "$count($) > 0"
                      ]
                    }
                  },
                  "examples": [
                    {}
                  ]
                },
                "nextUrl": {
                  "description": "Each body holds the address of the next page, on the origin of `url`.",
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "next"
                  ],
                  "properties": {
                    "next": {
                      "description": "JSONata over the body that gives the address, whole or relative; no value, null and an empty text end the data.",
                      "type": "string",
                      "minLength": 1,
                      "examples": [
                        "links.next"
                      ]
                    }
                  }
                }
              }
            },
            "total": {
              "description": "JSONata over a page's body that gives how many records there are on all pages. It tells where numbered pages end, and a read that ends with more or fewer is an error: a page was lost, or came twice.",
              "type": "string",
              "minLength": 1,
              "examples": [
                "meta.total",
                "count"
              ]
            },
            "poll": {
              "description": "For exports that are asked for, prepared, and downloaded: `url` at the top asks for the export, its state is asked for until it is done, then the data are fetched with a GET. Data at another host need `redirects`.",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "statusUrl": {
                  "description": "JSONata over the first answer that gives the address of the export's state, whole or relative. Default: its Location header; where `method` is GET, the same address again.",
                  "type": "string",
                  "minLength": 1,
                  "examples": [
                    "status_url",
                    "\"/exports/\" & id"
                  ]
                },
                "until": {
                  "description": "JSONata over each answer: true when the export is done. Default: done when an answer is not a 202.",
                  "type": "string",
                  "minLength": 1,
                  "examples": [
                    "status = \"done\""
                  ]
                },
                "failed": {
                  "description": "JSONata over each answer: true when the export has failed, which ends the run.",
                  "type": "string",
                  "minLength": 1,
                  "examples": [
                    "status in [\"failed\", \"expired\"]"
                  ]
                },
                "url": {
                  "description": "JSONata over the last answer that gives the address of the data, or a list of addresses for an export in parts. Default: the last answer is the data.",
                  "type": "string",
                  "minLength": 1,
                  "examples": [
                    "download_url",
                    "files.url"
                  ]
                },
                "every": {
                  "description": "Time between two questions, at least; a Retry-After that is longer is respected.",
                  "type": "string",
                  "pattern": "^[0-9]{1,9}(ms|s|m)$",
                  "default": "5s",
                  "examples": [
                    "30s"
                  ]
                },
                "within": {
                  "description": "Longest time for the export to be done.",
                  "type": "string",
                  "pattern": "^[0-9]{1,9}(s|m|h)$",
                  "default": "30m",
                  "examples": [
                    "2h"
                  ]
                }
              },
              "examples": [
                {
                  "until": "status = \"done\"",
                  "url": "download_url"
                }
              ]
            },
            "redirects": {
              "description": "Other hosts that data may be fetched from, after a redirect or for `poll.url`: file stores, mostly. They get neither credentials nor the definition's headers. A port other than the usual one belongs to the name.",
              "type": "array",
              "items": {
                "description": "One host.",
                "type": "string",
                "pattern": "^[A-Za-z0-9.-]+(:[0-9]{1,5})?$"
              },
              "minItems": 1,
              "uniqueItems": true,
              "examples": [
                [
                  "files.example.com"
                ]
              ]
            },
            "cursor": {
              "description": "Read only what changed since the last apply: the greatest value of a column is remembered, and asked for.",
              "type": "object",
              "additionalProperties": false,
              "required": [
                "column",
                "param"
              ],
              "properties": {
                "column": {
                  "description": "Name in each record of the time or number of its last change, with dots where it is inside an object: ISO 8601 timestamps, numbers, or text that sorts.",
                  "type": "string",
                  "minLength": 1,
                  "examples": [
                    "updated_at",
                    "properties.hs_lastmodifieddate"
                  ]
                },
                "param": {
                  "description": "Parameter that asks for records changed from then on. The API should give equal values again.",
                  "type": "string",
                  "minLength": 1,
                  "examples": [
                    "updated_since",
                    "filter.updated_after"
                  ]
                },
                "in": {
                  "description": "Where the parameter goes: into the query, or into the JSON `body` of a POST. In a body, `param` is a path with dots, such as filter.updated_after.",
                  "type": "string",
                  "enum": [
                    "query",
                    "body"
                  ],
                  "default": "query"
                },
                "lag": {
                  "description": "How much further back to read, for changes that become visible late: a duration for timestamps, a number in the column's own unit for whole numbers.",
                  "examples": [
                    "5m",
                    300
                  ],
                  "anyOf": [
                    {
                      "description": "a duration such as 5m",
                      "type": "string",
                      "pattern": "^[0-9]{1,9}(ms|s|m|h|d)$"
                    },
                    {
                      "description": "a whole number",
                      "type": "integer",
                      "minimum": 0
                    }
                  ]
                }
              }
            },
            "rateLimit": {
              "description": "Most calls that the API allows: perMinute or perSecond. Calls that repeat a failed one count, too.",
              "type": "object",
              "additionalProperties": false,
              "minProperties": 1,
              "maxProperties": 1,
              "properties": {
                "perMinute": {
                  "description": "Calls in any 60 seconds.",
                  "type": "integer",
                  "minimum": 1,
                  "examples": [
                    60
                  ]
                },
                "perSecond": {
                  "description": "Calls in any second.",
                  "type": "integer",
                  "minimum": 1,
                  "examples": [
                    5
                  ]
                }
              }
            },
            "timeout": {
              "description": "Longest time for one whole answer, its body included. After it the page is asked for again, up to five times in all.",
              "type": "string",
              "pattern": "^[0-9]{1,9}(ms|s|m)$",
              "default": "60s",
              "examples": [
                "2m"
              ]
            },
            "wait": {
              "description": "Longest time that one page is waited for while the server says that it is not ready (202, 409, 425), or that no calls are left (429; 403 with Retry-After or X-RateLimit-Remaining: 0).",
              "type": "string",
              "pattern": "^[0-9]{1,9}(s|m|h)$",
              "default": "5m",
              "examples": [
                "1h"
              ]
            },
            "maxBytes": {
              "description": "Largest body of one page in bytes, once it is unpacked: a page is held in memory.",
              "type": "integer",
              "minimum": 1,
              "maximum": 500000000,
              "default": 268435456
            },
            "maxValues": {
              "description": "Most values of one JSON page, where a list or an object counts twice and a key behind the thousandth of one object five times: what a page takes in memory follows from them, and hardly from its bytes.",
              "type": "integer",
              "minimum": 1,
              "default": 5000000
            },
            "maxPages": {
              "description": "Most pages of one read, against pages without end.",
              "type": "integer",
              "minimum": 1,
              "default": 100000
            },
            "maxEmptyPages": {
              "description": "So many pages in a row without a new record are an error where yet another page should follow. For APIs that filter after they page, and give empty pages before the last one.",
              "type": "integer",
              "minimum": 1,
              "maximum": 100000,
              "default": 3
            }
          }
        },
        "postgres": {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "title": "PostgresSource",
          "description": "Rows of one PostgreSQL query, read in one read-only snapshot. A numeric is text digit for digit, a timestamptz is ISO 8601 in UTC, a timestamp has no time zone and gets none: nothing is rounded or guessed.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "connection"
          ],
          "oneOf": [
            {
              "required": [
                "query"
              ]
            },
            {
              "required": [
                "file"
              ]
            }
          ],
          "properties": {
            "connection": {
              "description": "A name under `connections:` of planhat-sync.yaml, or a postgres:// URL from the environment. The URL takes sslmode (disable, prefer, require, verify-ca, verify-full), sslrootcert, connect_timeout (seconds), statement_timeout (milliseconds), and startup_options=off for a proxy that takes no options at the start.",
              "type": "string",
              "minLength": 1,
              "examples": [
                "warehouse",
                "${WAREHOUSE_URL}"
              ]
            },
            "query": {
              "description": "One SQL statement that returns rows and changes nothing. Every column needs a name of its own.",
              "type": "string",
              "minLength": 1,
              "examples": [
                "SELECT account_id, name, mrr FROM accounts WHERE region = $1"
              ]
            },
            "file": {
              "description": "An .sql file with the query, relative to the project folder and inside it.",
              "type": "string",
              "minLength": 1,
              "pattern": "\\.[sS][qQ][lL]$",
              "examples": [
                "sql/accounts.sql"
              ]
            },
            "params": {
              "description": "Values of $1, $2 … in the query. They are bound, never written into the SQL.",
              "type": "array",
              "items": {
                "description": "Value of one parameter; PostgreSQL reads it as the type that the query needs there.",
                "anyOf": [
                  {
                    "description": "a text",
                    "type": "string"
                  },
                  {
                    "description": "a number",
                    "type": "number"
                  },
                  {
                    "description": "true or false",
                    "type": "boolean"
                  },
                  {
                    "description": "null",
                    "type": "null"
                  }
                ]
              },
              "default": [],
              "examples": [
                [
                  "emea",
                  100
                ]
              ]
            },
            "cursor": {
              "description": "Reads only what changed since the last apply.",
              "type": "object",
              "additionalProperties": false,
              "required": [
                "column"
              ],
              "properties": {
                "column": {
                  "description": "Column of the query that grows with every change of a row: timestamptz, timestamp, date, a number, uuid or text in byte order.",
                  "type": "string",
                  "minLength": 1,
                  "examples": [
                    "updated_at"
                  ]
                },
                "lag": {
                  "description": "How far before the last value to read again, for changes that were committed late: a duration (30s, 5m, 2h, 1d) for a time, a whole number for a number.",
                  "default": 0,
                  "examples": [
                    "5m",
                    1000
                  ],
                  "anyOf": [
                    {
                      "description": "a duration",
                      "type": "string",
                      "pattern": "^(?:0|[0-9]{1,6}(?:ms|s|m|h|d))$"
                    },
                    {
                      "description": "a whole number",
                      "type": "integer",
                      "minimum": 0,
                      "maximum": 9007199254740991
                    }
                  ]
                }
              }
            }
          }
        },
        "sqlite": {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "title": "SqliteSource",
          "description": "Rows of one query over a SQLite database file, which is opened to be read and nothing else. A whole number is exact, beyond 2^53 − 1 as text; dates are what the file holds, text or numbers; bytes (a blob) are refused.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "path"
          ],
          "oneOf": [
            {
              "required": [
                "query"
              ]
            },
            {
              "required": [
                "file"
              ]
            }
          ],
          "properties": {
            "path": {
              "description": "The database file, relative to the project folder and inside it.",
              "type": "string",
              "minLength": 1,
              "examples": [
                "data/crm.db"
              ]
            },
            "query": {
              "description": "One SELECT. Every column needs a name of its own.",
              "type": "string",
              "minLength": 1,
              "examples": [
                "SELECT account_id, name, mrr FROM accounts WHERE region = $1"
              ]
            },
            "file": {
              "description": "An .sql file with the query, relative to the project folder and inside it.",
              "type": "string",
              "minLength": 1,
              "pattern": "\\.[sS][qQ][lL]$",
              "examples": [
                "sql/accounts.sql"
              ]
            },
            "params": {
              "description": "Values of $1, $2 … in the query. They are bound, never written into the SQL.",
              "type": "array",
              "items": {
                "description": "Value of one parameter. SQLite compares a text with a number as two different things.",
                "anyOf": [
                  {
                    "description": "a text",
                    "type": "string"
                  },
                  {
                    "description": "a number",
                    "type": "number"
                  },
                  {
                    "description": "true or false, which SQLite has as 1 and 0",
                    "type": "boolean"
                  },
                  {
                    "description": "null",
                    "type": "null"
                  }
                ]
              },
              "default": [],
              "examples": [
                [
                  "emea",
                  100
                ]
              ]
            },
            "cursor": {
              "description": "Reads only what changed since the last apply.",
              "type": "object",
              "additionalProperties": false,
              "required": [
                "column"
              ],
              "properties": {
                "column": {
                  "description": "Column of the query that grows with every change of a row: a number, a time in UTC as text (2026-01-31T12:00:00Z, 2026-01-31 12:00:00), or text in byte order; one of these in all rows.",
                  "type": "string",
                  "minLength": 1,
                  "examples": [
                    "updated_at"
                  ]
                },
                "lag": {
                  "description": "How far before the last value to read again, for changes that were committed late: a duration (30s, 5m, 2h, 1d) for a time, a whole number for a number.",
                  "default": 0,
                  "examples": [
                    "5m",
                    1000
                  ],
                  "anyOf": [
                    {
                      "description": "a duration",
                      "type": "string",
                      "pattern": "^(?:0|[0-9]{1,6}(?:ms|s|m|h|d))$"
                    },
                    {
                      "description": "a whole number",
                      "type": "integer",
                      "minimum": 0,
                      "maximum": 9007199254740991
                    }
                  ]
                }
              }
            }
          }
        }
      }
    },
    "target": {
      "description": "What the rows become in Planhat.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "object"
      ],
      "properties": {
        "object": {
          "description": "Kind of object in Planhat, as its API names it.",
          "type": "string",
          "minLength": 1,
          "examples": [
            "Company",
            "Enduser"
          ]
        },
        "resend": {
          "description": "For Metric only: `true` sends a point again whose value has changed, or whose answer was lost. Right for a metric that keeps the last, the least or the greatest value of a day; one that adds up would count it twice.",
          "type": "boolean",
          "default": false
        }
      }
    },
    "mode": {
      "description": "`insert` creates what Planhat does not hold and skips the rest; `update` changes what Planhat holds and skips the rest; `upsert` does both.",
      "type": "string",
      "enum": [
        "insert",
        "update",
        "upsert"
      ],
      "enumDescriptions": [
        "Creates what Planhat does not hold, skips the rest.",
        "Changes what Planhat holds, skips the rest.",
        "Creates what Planhat does not hold, changes the rest where it differs."
      ]
    },
    "key": {
      "description": "The field that identifies a record in Planhat: one of the object's keyables, and mapped under `fields`. Default: the first mapped one in Planhat's order.",
      "type": "string",
      "minLength": 1,
      "examples": [
        "externalId",
        "email"
      ]
    },
    "fields": {
      "description": "The Planhat fields to write, and how the value of each comes from a row. A field of your own in Planhat is written `custom.Name`. \"No value\" leaves the field alone, null clears it.",
      "type": "object",
      "minProperties": 1,
      "additionalProperties": {
        "description": "A JSONata expression over one source row; or `value`, a constant; or `expr`, the long form of an expression.",
        "examples": [
          "$trim(name)",
          {
            "value": "Onboarding"
          },
          {
            "expr": "owner_id",
            "required": true
          }
        ],
        "oneOf": [
          {
            "description": "a JSONata expression",
            "type": "string",
            "minLength": 1
          },
          {
            "description": "{ value: … } for a constant",
            "type": "object",
            "additionalProperties": false,
            "required": [
              "value"
            ],
            "properties": {
              "value": {
                "description": "The constant: text, number, true, false, a list or an object; null clears the field.",
                "examples": [
                  "Onboarding",
                  12,
                  true
                ]
              }
            }
          },
          {
            "description": "{ expr: …, required: true } for an expression that must give a value",
            "type": "object",
            "additionalProperties": false,
            "required": [
              "expr"
            ],
            "properties": {
              "expr": {
                "description": "JSONata over one source row.",
                "type": "string",
                "minLength": 1,
                "examples": [
                  "owner_id"
                ]
              },
              "required": {
                "description": "`true` rejects a record that has no value here.",
                "type": "boolean",
                "default": false
              },
              "by": {
                "description": "Of a reference: what the expression gives of the record referred to, in place of its `_id`. Planhat finds a company by its externalId or sourceId itself; everything else, such as a user by `email`, is looked up in Planhat while the sync is planned.",
                "type": "string",
                "enum": [
                  "externalId",
                  "sourceId",
                  "email",
                  "name"
                ]
              },
              "missing": {
                "description": "Of a reference that is looked up: what happens where Planhat has no such record. `reject` rejects the record; `omit` leaves the field out, so that Planhat keeps what it has.",
                "type": "string",
                "enum": [
                  "reject",
                  "omit"
                ],
                "default": "reject"
              }
            }
          }
        ]
      }
    },
    "batch": {
      "description": "How many records go to Planhat in one request.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "size": {
          "description": "`auto`, or a whole number from 1 to 5000 (Planhat's limit).",
          "default": "auto",
          "anyOf": [
            {
              "description": "auto",
              "type": "string",
              "const": "auto"
            },
            {
              "description": "a whole number from 1 to 5000",
              "type": "integer",
              "minimum": 1,
              "maximum": 5000
            }
          ]
        }
      }
    },
    "guards": {
      "description": "Limits on a plan: one that breaks a guard is refused before anything is written.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "minRows": {
          "description": "The source must yield at least this many rows.",
          "type": "integer",
          "minimum": 0,
          "examples": [
            1
          ]
        },
        "maxRejected": {
          "description": "At most so many rows may be rejected: a share of the rows read, or a whole number of rows.",
          "examples": [
            "5%",
            10
          ],
          "anyOf": [
            {
              "description": "a share such as 5%",
              "type": "string",
              "pattern": "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$",
              "patternErrorMessage": "Write a share such as 5%, without a blank, or a whole number."
            },
            {
              "description": "a whole number of rows",
              "type": "integer",
              "minimum": 0
            }
          ]
        },
        "maxChanges": {
          "description": "At most so many records may change: a share of the records already known, or a whole number. A share is not applied on a first run.",
          "examples": [
            "50%",
            500
          ],
          "anyOf": [
            {
              "description": "a share such as 50%",
              "type": "string",
              "pattern": "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$",
              "patternErrorMessage": "Write a share such as 5%, without a blank, or a whole number."
            },
            {
              "description": "a whole number of records",
              "type": "integer",
              "minimum": 0
            }
          ]
        }
      }
    },
    "tests": {
      "description": "Rows with the record, or the rejection, that they must give. `planhat-sync test` runs them without network.",
      "type": "array",
      "items": {
        "description": "One row and what must become of it: exactly one of `expect` and `expectError`.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "name",
          "row"
        ],
        "oneOf": [
          {
            "required": [
              "expect"
            ]
          },
          {
            "required": [
              "expectError"
            ]
          }
        ],
        "properties": {
          "name": {
            "description": "What the test shows.",
            "type": "string",
            "minLength": 1,
            "examples": [
              "trims the name"
            ]
          },
          "row": {
            "description": "One source row: column, value. CSV gives text for every column.",
            "type": "object",
            "examples": [
              {
                "account_id": "a1",
                "name": " Acme "
              }
            ]
          },
          "now": {
            "description": "The instant that `$now()` and `$millis()` answer, such as 2024-02-29T12:00:00Z. Default: 2024-01-01T00:00:00Z.",
            "type": "string",
            "format": "date-time",
            "examples": [
              "2024-02-29T12:00:00Z"
            ]
          },
          "expect": {
            "description": "The whole record, in Planhat's shape: custom fields stand under `custom`.",
            "type": "object",
            "examples": [
              {
                "externalId": "a1",
                "name": "Acme",
                "custom": {
                  "Tier": "Growth"
                }
              }
            ]
          },
          "expectError": {
            "description": "Id of the rule that rejects the row.",
            "type": "string",
            "minLength": 1,
            "examples": [
              "required-field",
              "type-mismatch"
            ]
          }
        }
      }
    }
  }
};
