// A product's API with data of its own: accounts by pages, people by cursors, both for one token.
import { createServer } from "node:http";

const PAGE = 4;
const ACCOUNTS = ["Northwind", "Contoso", "Fabrikam"].map((name, index) => ({ id: `a${index + 1}`, name }));
// Ids beyond what a JavaScript number holds, as many databases make them.
const PEOPLE = Array.from({ length: 9 }, (_, index) => ({
  id: 9007199254740993n + BigInt(index),
  email: `Person.${index + 1}@example.com`,
  account: `a${(index % 3) + 1}`,
  name: { given: "Person", family: String(index + 1) },
  updated_at: new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString(),
}));

/** Answers once it listens: its `url`, the paths asked for so far in `requests`, and `stop()`. */
export function startApi(token) {
  const requests = [];
  const server = createServer(({ url, headers }, response) => {
    requests.push(url);
    const known = headers.authorization === `Bearer ${token}`;
    const body = known ? answer(new URL(url, "http://api")) : undefined;
    response.writeHead(body === undefined ? (known ? 404 : 401) : 200, {
      "content-type": "application/json",
    });
    response.end(body);
  });
  return new Promise((done) => {
    server.listen(0, "127.0.0.1", () => {
      const stop = () => server.close().closeAllConnections();
      done({ url: `http://127.0.0.1:${server.address().port}`, requests, stop });
    });
  });
}

function answer({ pathname, searchParams }) {
  if (pathname === "/v1/accounts") return accounts(searchParams);
  return pathname === "/v1/people" ? people(searchParams) : undefined;
}

function accounts(query) {
  const size = Number(query.get("per_page"));
  const from = (Number(query.get("page")) - 1) * size;
  return JSON.stringify(ACCOUNTS.slice(from, from + size));
}

function people(query) {
  const since = query.get("updated_since") ?? "";
  const changed = PEOPLE.filter(({ updated_at }) => updated_at >= since);
  const from = Number(query.get("cursor") ?? 0);
  const next = from + PAGE < changed.length ? String(from + PAGE) : null;
  const data = changed
    .slice(from, from + PAGE)
    .map(person)
    .join();
  return `{"data":[${data}],"meta":{"next_cursor":${JSON.stringify(next)}}}`;
}

/** JSON.stringify has no way to write a large number. */
function person({ id, ...rest }) {
  return `{"id":${id},${JSON.stringify(rest).slice(1)}`;
}
