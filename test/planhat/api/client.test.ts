import { createServer, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { createServer as createSocketServer, type Socket } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { Stop } from "../../../src/model/stop.ts";
import { type ClientOptions, createClient } from "../../../src/planhat/api/client.ts";
import { NetworkError } from "../../../src/planhat/api/send.ts";
import { selfSigned } from "../../sources/postgres/self-signed.ts";
import { listening } from "../../support/listening.ts";

const WRITE = { method: "PUT", path: "/companies", body: "[]" } as const;
const READ = { method: "GET", path: "/companies" } as const;
const NEVER = new AbortController().signal;

function clientOf(origin: string, options: Partial<ClientOptions> = {}) {
  const client = createClient({ origin, token: "the-token", userAgent: "test", proxy: false, ...options });
  onTestFinished(() => client.close());
  return client;
}

/** A client of a server that reads each request whole and then does this with its socket. */
async function clientOfSocket(act: (socket: Socket) => void, options: Partial<ClientOptions> = {}) {
  const seen: string[] = [];
  const server = createSocketServer((socket) => {
    let text = "";
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      const end = text.indexOf("\r\n\r\n");
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
      if (end < 0 || text.length < end + 4 + length) return;
      seen.push(text);
      text = "";
      act(socket);
    });
  });
  return { client: clientOf(`http://127.0.0.1:${await listening(server)}`, options), seen };
}

async function clientOfHttp(answer: RequestListener) {
  return clientOf(`http://127.0.0.1:${await listening(createServer(answer))}`);
}

describe("a call that gets no whole answer", () => {
  test.each<[string, (socket: Socket) => void]>([
    ["reset before the first byte", (socket) => socket.resetAndDestroy()],
    ["ended before the first byte", (socket) => socket.end()],
    ["reset in the headers", (socket) => socket.write("HTTP/1.1 200 O", () => socket.resetAndDestroy())],
    [
      "reset in the body",
      (socket) =>
        socket.write("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{}", () => socket.resetAndDestroy()),
    ],
    ["ended in the body", (socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{}")],
    [
      "ended in a chunked body",
      (socket) => socket.end("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n64\r\n{}"),
    ],
    ["with a status line that is none", (socket) => socket.end("SSH-2.0-OpenSSH\r\n")],
    [
      "with headers of 100 kB",
      (socket) => socket.end(`HTTP/1.1 200 OK\r\nx: ${"y".repeat(100_000)}\r\n\r\n{}`),
    ],
  ])("[A10, A11] may have arrived: %s", async (_, act) => {
    const { client, seen } = await clientOfSocket(act);
    const error = await client.send(WRITE, NEVER).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ outlook: "unclear" });
    // Repeating is not its business, and a part of an answer is never asked for.
    expect(seen).toHaveLength(1);
    expect(seen.join()).not.toMatch(/^range:/im);
  });

  test.each<[string, (socket: Socket) => void]>([
    ["nothing comes", () => undefined],
    [
      "it comes a byte at a time",
      (socket) => {
        socket.write("HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n");
        const drip = setInterval(() => socket.write("x"), 20);
        socket.on("close", () => clearInterval(drip));
      },
    ],
  ])("[A18] within its deadline may have arrived: %s", async (_, act) => {
    const { client } = await clientOfSocket(act, { deadline: 150 });
    await expect(client.send(WRITE, NEVER)).rejects.toMatchObject({
      outlook: "unclear",
      message: expect.stringContaining("No whole answer within"),
    });
  });

  test("because nobody listens certainly did not arrive", async () => {
    const server = createServer();
    const host = `127.0.0.1:${await listening(server)}`;
    await new Promise((done) => server.close(done));
    await expect(clientOf(`http://${host}`).send(WRITE, NEVER)).rejects.toMatchObject({
      outlook: "transient",
    });
  });

  test("and is abandoned has an outcome that nobody knows", async () => {
    const abandoning = new AbortController();
    const { client } = await clientOfSocket(() => abandoning.abort(), { abandoned: abandoning.signal });
    await expect(client.send(WRITE, NEVER)).rejects.toMatchObject({ outlook: "unclear" });
  });
});

test("a signal breaks off a read, and leaves a write in peace", async () => {
  const controller = new AbortController();
  const { client } = await clientOfSocket((socket) => {
    controller.abort(new Stop("interrupted", "Enough."));
    setImmediate(() => socket.write("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"));
  });
  expect(await client.send(WRITE, controller.signal)).toMatchObject({ status: 200, text: "{}" });
  await expect(client.send(READ, controller.signal)).rejects.toMatchObject({ message: "Enough." });
});

test("a connection that the server closes after each answer serves many calls", async () => {
  const { client, seen } = await clientOfSocket((socket) =>
    socket.end("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"),
  );
  for (let call = 0; call < 30; call += 1) {
    expect((await client.send(WRITE, NEVER)).status).toBe(200);
  }
  expect(seen).toHaveLength(30);
});

test("[A20] a kept connection that is closed on the next request may have taken it", async () => {
  let calls = 0;
  const { client } = await clientOfSocket((socket) => {
    calls += 1;
    if (calls === 2) socket.resetAndDestroy();
    else socket.write("HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: keep-alive\r\n\r\n{}");
  });
  expect((await client.send(WRITE, NEVER)).status).toBe(200);
  await expect(client.send(WRITE, NEVER)).rejects.toMatchObject({ outlook: "unclear" });
  expect((await client.send(WRITE, NEVER)).status).toBe(200);
  expect(calls).toBe(3);
});

describe("unusual answers", () => {
  test("[A21] interim answers, an empty one, double headers and trailers", async () => {
    const { client } = await clientOfSocket((socket) =>
      socket.write(
        "HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nx: a\r\nx: b\r\n" +
          "transfer-encoding: chunked\r\ntrailer: y\r\n\r\n2\r\n{}\r\n0\r\ny: z\r\n\r\n",
      ),
    );
    const answer = await client.send(WRITE, NEVER);
    expect(answer).toMatchObject({ status: 200, text: "{}", headers: { x: "a, b" } });
    const empty = await clientOfSocket((socket) => socket.write("HTTP/1.1 204 No Content\r\n\r\n"));
    expect(await empty.client.send(WRITE, NEVER)).toMatchObject({ status: 204, text: "" });
  });

  test.each([301, 302, 303, 307, 308])(
    "[A19] a redirect (%i) is not followed: the other host gets nothing",
    async (status) => {
      const reached: unknown[] = [];
      const other = `127.0.0.1:${await listening(
        createServer((request, response) => {
          reached.push(request.headers);
          response.end();
        }),
      )}`;
      const client = await clientOfHttp((_, response) =>
        response.writeHead(status, { location: `http://${other}/companies` }).end(),
      );
      await expect(client.send(WRITE, NEVER)).rejects.toThrow(`Planhat's API redirects to ${other}`);
      expect(reached).toEqual([]);
    },
  );
});

describe("[A28] TLS and proxies", () => {
  test("a certificate that nobody vouches for ends the run, also where Node is told to look away", async () => {
    const before = process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
    onTestFinished(() => {
      if (before === undefined) delete process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
      else process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = before;
    });
    const asked: unknown[] = [];
    const server = createTlsServer(selfSigned("localhost"), (request, response) => {
      asked.push(request.headers);
      response.end();
    });
    const port = await listening(server);
    for (const value of ["1", "0"]) {
      process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = value;
      await expect(clientOf(`https://localhost:${port}`).send(WRITE, NEVER)).rejects.toThrow(
        "The TLS certificate of the host was not accepted",
      );
    }
    expect(asked).toEqual([]);
  });

  test("a proxy that is no address is named before anything is sent", () => {
    const saved = process.env["HTTPS_PROXY"];
    process.env["HTTPS_PROXY"] = "proxy.example:3128";
    try {
      expect(() => clientOf("https://api.planhat.com", { proxy: true })).toThrow(
        "HTTPS_PROXY is not the address of a proxy.",
      );
      expect(() => clientOf("http://127.0.0.1:1")).not.toThrow();
    } finally {
      if (saved === undefined) delete process.env["HTTPS_PROXY"];
      else process.env["HTTPS_PROXY"] = saved;
    }
  });

  test("a proxy that asks for a login is told apart from Planhat, and the token does not reach it", async () => {
    const heard: string[] = [];
    const proxy = createServer();
    proxy.on("connect", (request, socket) => {
      heard.push(JSON.stringify(request.headers));
      socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
    });
    const before = process.env["HTTPS_PROXY"];
    onTestFinished(() => {
      if (before === undefined) delete process.env["HTTPS_PROXY"];
      else process.env["HTTPS_PROXY"] = before;
    });
    process.env["HTTPS_PROXY"] = `http://127.0.0.1:${await listening(proxy)}`;
    const client = clientOf("https://api.planhat.com", { proxy: true });
    await expect(client.send(WRITE, NEVER)).rejects.toThrow("The proxy asks for a login (407).");
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.join()).not.toContain("the-token");
  });
});
