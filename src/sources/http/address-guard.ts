import { lookup as systemLookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** An address that no definition may reach. Its message names no address but the reason. */
export class AddressRefused extends Error {
  override readonly name = "AddressRefused";
}

interface Resolved {
  readonly address: string;
  readonly family: number;
}

type Lookup = (
  hostname: string,
  options: { readonly all: true; readonly family?: number | undefined },
  done: (error: NodeJS.ErrnoException | null, addresses: readonly Resolved[]) => void,
) => void;

/**
 * A lookup for sockets that refuses by the address a name resolves to, at the moment of connecting. A name that was
 * public and turns private is refused too: somebody else's DNS must not lead into this network.
 */
export function guardedLookup(resolve: Lookup = systemLookup as Lookup): LookupFunction {
  const seenPublic = new Set<string>();
  return (hostname, options, done) => {
    const family = typeof options.family === "number" ? options.family : undefined;
    resolve(hostname, { all: true, family }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) return done(error ?? noAddress(hostname), "", 0);
      const refusal = addresses
        .map(({ address }) => refusedAddress(address))
        .find((why) => why !== undefined);
      if (refusal !== undefined) return done(new AddressRefused(refusal), "", 0);
      if (addresses.every(({ address }) => !isPrivateAddress(address))) seenPublic.add(hostname);
      else if (seenPublic.has(hostname)) return done(new AddressRefused(TURNED_PRIVATE), "", 0);
      if (options.all === true) done(null, [...addresses]);
      else done(null, first.address, first.family);
    });
  };
}

const TURNED_PRIVATE = "it led to a public address before and leads to a private one now";

/** Why an address is refused, or undefined. For IP addresses as `URL.hostname` or a resolver writes them. */
export function refusedAddress(host: string): string | undefined {
  const address = host.replace(/^\[|\]$/g, "");
  const family = isIP(address);
  if (family === 0) return undefined;
  const kind = family === 4 ? "ipv4" : "ipv6";
  return REFUSED.find(({ list }) => list.check(address, kind))?.why;
}

/** Loopback and private networks: reached only where the definition names the host. */
export function isPrivateAddress(host: string): boolean {
  const address = host.replace(/^\[|\]$/g, "");
  return PRIVATE.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/** `localhost`, 127.0.0.0/8 and ::1, as `URL.hostname` writes them. */
export function isLoopbackHost(host: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host);
}

// A list of IPv4 networks also meets their IPv6 spelling (::ffff:…), but not that of NAT64 and 6to4.
const REFUSED: readonly { readonly list: BlockList; readonly why: string }[] = [
  {
    why: "it is a link-local address, where clouds keep the credentials of their machines",
    list: networks(["169.254.0.0", 16], ["fe80::", 10], ["64:ff9b::a9fe:0", 112], ["2002:a9fe::", 32]),
  },
  {
    why: "it is an address of a cloud's metadata service",
    list: networks(
      ["100.100.100.200", 32],
      ["168.63.129.16", 32],
      ["192.0.0.192", 32],
      ["fd00:ec2::254", 128],
      ["fd20:ce::254", 128],
    ),
  },
  {
    why: "it is no address of a server",
    list: networks(["0.0.0.0", 8], ["224.0.0.0", 4], ["255.255.255.255", 32], ["::", 128], ["ff00::", 8]),
  },
];

const PRIVATE = networks(
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["::1", 128],
  ["fc00::", 7],
);

function networks(...nets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of nets) list.addSubnet(net, prefix, net.includes(":") ? "ipv6" : "ipv4");
  return list;
}

function noAddress(hostname: string): Error {
  return Object.assign(new Error(`${hostname} has no address`), { code: "ENOTFOUND" });
}
