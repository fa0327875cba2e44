import { connect, createServer, type Socket } from "node:net";

/** `asked`: the query never arrives. `answered`: the server carries it out, and its answer is lost. */
export type CutAt = "asked" | "answered";

export interface CuttingProxy {
  /** The URL with this proxy in place of its server. */
  through(url: string): string;
  /** From now on: the nth query (from 1) ends its connection; then no other does. */
  cut(nth: number, at: CutAt): void;
  /** Whether that query came. */
  readonly hasCut: boolean;
  close(): Promise<void>;
}

/** A way to PostgreSQL that breaks in the middle of one query. Without TLS. */
export async function startCuttingProxy(port: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let plan: { left: number; readonly at: CutAt } | undefined;
  let hasCut = false;

  /** Whether the message is the query that is to break. */
  const strikes = (type: string): boolean => {
    // A simple query, or the end of an extended one.
    if (plan === undefined || (type !== "Q" && type !== "S")) return false;
    plan.left -= 1;
    return plan.left === 0;
  };

  const server = createServer((client) => {
    const upstream = connect(port, "127.0.0.1");
    let lost = false;
    const end = (): void => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on("error", end);
      socket.on("close", end);
    }
    upstream.on("data", (bytes) => {
      if (lost) end();
      else client.write(bytes);
    });
    const read = messageReader();
    client.on("data", (bytes) => {
      for (const { type, message } of read(bytes)) {
        if (!strikes(type)) {
          upstream.write(message);
          continue;
        }
        hasCut = true;
        if (plan?.at === "asked") return end();
        lost = true;
        upstream.write(message);
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    through: (url) => url.replace(/127\.0\.0\.1:\d+/, `127.0.0.1:${address.port}`),
    cut(nth, at) {
      plan = { left: nth, at };
      hasCut = false;
    },
    get hasCut() {
      return hasCut;
    },
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
}

interface Message {
  /** Empty for the first one, which has none. */
  readonly type: string;
  readonly message: Buffer;
}

/** Puts the messages of one client together, however its bytes come. */
function messageReader(): (bytes: Buffer) => readonly Message[] {
  let rest: Buffer = Buffer.alloc(0);
  let first = true;
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    const messages: Message[] = [];
    for (;;) {
      const head = first ? 0 : 1;
      if (rest.length < head + 4) return messages;
      const length = head + rest.readUInt32BE(head);
      if (rest.length < length) return messages;
      messages.push({
        type: first ? "" : rest.toString("latin1", 0, 1),
        message: rest.subarray(0, length),
      });
      rest = rest.subarray(length);
      first = false;
    }
  };
}
