import type { AddressInfo, Server, Socket } from "node:net";
import { onTestFinished } from "vitest";

/** The port of a server on 127.0.0.1 that ends with the test, whatever is still connected to it. */
export async function listening(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => sockets.add(socket));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}
