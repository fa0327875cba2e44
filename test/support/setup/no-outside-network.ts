import { Socket } from "node:net";
import { failOnForbidden, forbidden, replaceOnce } from "./forbidden.ts";

failOnForbidden();

// A test that reaches for the internet is wrong, even where the internet would answer. Every client of ours, undici and
// pg among them, opens its connections here.
replaceOnce(Socket.prototype, "connect", (connect) => {
  return function (this: Socket, ...args: unknown[]) {
    const host = hostOf(args);
    if (host === undefined || NOT_OUTSIDE.test(host)) return Reflect.apply(connect, this, args);
    const error = forbidden(`This test connects to ${host}, which is not on this machine.`);
    process.nextTick(() => this.destroy(error));
    return this;
  } as typeof connect;
});

/** This machine, and what is reserved for documentation and leads nowhere (RFC 2606, RFC 5737). */
const NOT_OUTSIDE = /^(127\.\d+\.\d+\.\d+|::1|localhost|192\.0\.2\.\d+|.*\.(invalid|example|test))$/;

/** `connect(options)`, `connect(port, host)`, or what `net.connect` makes of either; undefined for a path. */
function hostOf(args: readonly unknown[]): string | undefined {
  const [first, second] = (Array.isArray(args[0]) ? args[0] : args) as readonly unknown[];
  if (typeof first !== "object") return typeof second === "string" ? second : undefined;
  return (first as { host?: string } | null)?.host ?? undefined;
}
