import { Server, Socket } from "node:net";
import { failOnForbidden, forbidden, replaceOnce } from "./forbidden.ts";

failOnForbidden();

replaceOnce(Socket.prototype, "connect", () => refuse);
replaceOnce(Server.prototype, "listen", () => refuse);

function refuse(): never {
  throw forbidden("This test opens a socket: give its file a name that ends in .io.test.ts.");
}
