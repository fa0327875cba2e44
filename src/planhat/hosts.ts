import { Stop } from "../model/stop.ts";

export interface HostOptions {
  /** The region's prefix (`us1`), or empty for the default host. */
  readonly region: string;
  /** PLANHAT_API_URL: a proxy or a sandbox. */
  readonly apiUrl?: string | undefined;
}

const REGION = /^[a-z0-9-]{2,16}$/;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The origin that gets the token, and no other: `https://api.planhat.com`, its regional form, or the host named
 * by PLANHAT_API_URL (plain http on this machine only). Throws a Stop for anything else.
 */
export function apiOrigin({ region, apiUrl }: HostOptions): string {
  if (apiUrl !== undefined && apiUrl !== "") return overrideOrigin(apiUrl);
  if (region === "") return "https://api.planhat.com";
  if (!REGION.test(region)) {
    throw new Stop("definition", "planhat.region is not a region of Planhat.", {
      hint: "Write the part behind app- in the address of your Planhat: us1 for app-us1.planhat.com; leave it empty for app.planhat.com.",
    });
  }
  const url = new URL(`https://api-${region}.planhat.com`);
  if (!url.hostname.endsWith(".planhat.com")) {
    throw new Stop("definition", "planhat.region leads away from planhat.com.", {
      hint: "Write only the region, such as us1.",
    });
  }
  return url.origin;
}

/** Whether an origin is on this machine. */
export function isLoopback(origin: string): boolean {
  return LOOPBACK.test(new URL(origin).hostname);
}

function overrideOrigin(apiUrl: string): string {
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
  if (url === undefined || (url.protocol !== "https:" && url.protocol !== "http:")) {
    throw new Stop("environment", "PLANHAT_API_URL is not an http or https address.", {
      hint: "Write it like http://127.0.0.1:4010, or sandbox for one in this process; unset it to reach Planhat itself.",
    });
  }
  if (url.username !== "" || url.password !== "") {
    throw new Stop("environment", "PLANHAT_API_URL carries a user name or password.", {
      hint: "Take them out: the token goes in PLANHAT_API_TOKEN.",
    });
  }
  if (url.protocol === "http:" && !LOOPBACK.test(url.hostname)) {
    throw new Stop("environment", "PLANHAT_API_URL would send the token unencrypted to another machine.", {
      hint: "Use https, or an address on this machine such as http://127.0.0.1:4010.",
    });
  }
  return url.origin;
}
