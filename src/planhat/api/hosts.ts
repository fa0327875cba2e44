import { Stop } from "../../model/stop.ts";

interface AddressOptions {
  /** PLANHAT_API_URL: a proxy or a sandbox. */
  readonly apiUrl?: string | undefined;
  /** Why an address that an environment gives must not be used. */
  readonly addressFault?: { readonly kind: "unset" | "foreign"; readonly what: string };
  /** What the addresses are called where they do not come from the variables. */
  readonly addressNames?: { readonly api: string; readonly analytics: string };
}

export interface HostOptions extends AddressOptions {
  /** The region's prefix (`us1`), or empty for the default host. */
  readonly region: string;
}

const REGION = /^[a-z0-9-]{2,16}$/;
/** The Planhat within the command. Without its port, which is another each time: the state of one run is known in the next. */
export const OWN_SANDBOX = "http://127.0.0.1";
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The origin that gets the token, and no other: `https://api.planhat.com`, its regional form, or the host named
 * by PLANHAT_API_URL (plain http on this machine only). Throws a Stop for anything else.
 */
export function apiOrigin({ region, apiUrl, addressFault, addressNames = VARIABLES }: HostOptions): string {
  requireAddress(addressFault);
  if (usesOwnSandbox({ apiUrl })) return OWN_SANDBOX;
  if (apiUrl !== undefined && apiUrl !== "") return overrideOrigin(addressNames.api, apiUrl);
  if (region === "") return "https://api.planhat.com";
  if (!REGION.test(region)) {
    throw new Stop("region-invalid", "planhat.region is not a region of Planhat.", {
      fix: "Write the part behind app- in the address of your Planhat: us1 for app-us1.planhat.com; leave it empty for app.planhat.com.",
    });
  }
  const url = new URL(`https://api-${region}.planhat.com`);
  if (!url.hostname.endsWith(".planhat.com")) {
    throw new Stop("region-invalid", "planhat.region leads away from planhat.com.", {
      fix: "Write only the region, such as us1.",
    });
  }
  return url.origin;
}

export interface AnalyticsHostOptions extends AddressOptions {
  /** PLANHAT_ANALYTICS_URL: a proxy or a sandbox. */
  readonly analyticsUrl?: string | undefined;
}

const VARIABLES = { api: "PLANHAT_API_URL", analytics: "PLANHAT_ANALYTICS_URL" } as const;

/**
 * The origin that takes points and events, and in its paths the tenant's UUID: `https://analytics.planhat.com` for
 * every region, or the host named by PLANHAT_ANALYTICS_URL. Throws a Stop for anything else, and where only the API
 * was redirected: who works against a sandbox must not write to the real tenant.
 * Source: https://www.planhat.com/developers/api/metrics
 */
export function analyticsOrigin({
  analyticsUrl = "",
  apiUrl = "",
  addressFault,
  addressNames = VARIABLES,
}: AnalyticsHostOptions): string {
  requireAddress(addressFault);
  if (usesOwnSandbox({ apiUrl })) return OWN_SANDBOX;
  if (analyticsUrl !== "") return overrideOrigin(addressNames.analytics, analyticsUrl);
  if (apiUrl === "") return "https://analytics.planhat.com";
  throw new Stop(
    "address-invalid",
    `${addressNames.api} is set and ${addressNames.analytics} is not, so metric points and user activities would go to the real Planhat.`,
    {
      fix: `Set ${addressNames.analytics} too: for the sandbox to the same address, for a proxy of the API alone to https://analytics.planhat.com.`,
    },
  );
}

/** `PLANHAT_API_URL=sandbox`: a Planhat that the command runs within itself, for both hosts. */
export function usesOwnSandbox({ apiUrl }: { readonly apiUrl?: string | undefined }): boolean {
  return apiUrl === "sandbox";
}

function requireAddress(fault: AddressOptions["addressFault"]): void {
  if (fault === undefined) return;
  throw new Stop("address-invalid", fault.what, {
    fix:
      fault.kind === "unset"
        ? "Set it, or write it into the file .env beside planhat-sync.yaml."
        : `Write the address into an environment variable, and name that variable there: \${STAGING_API_URL}.`,
  });
}

/** Whether an origin is on this machine. */
export function isLoopback(origin: string): boolean {
  return LOOPBACK.test(new URL(origin).hostname);
}

function overrideOrigin(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== "https:" && url.protocol !== "http:")) {
    throw new Stop("address-invalid", `${name} is not an http or https address.`, {
      fix: "Write it like http://127.0.0.1:4010, or sandbox for one within the command; unset it to reach Planhat itself.",
    });
  }
  if (url.username !== "" || url.password !== "") {
    throw new Stop("address-invalid", `${name} contains a user name or password.`, {
      fix: "Take them out: the token goes in PLANHAT_API_TOKEN, the tenant's UUID in PLANHAT_TENANT_UUID.",
    });
  }
  if (url.pathname.length > 1 || url.search !== "" || url.hash !== "") {
    throw new Stop(
      "address-invalid",
      `${name} has a path or a query after the host, which would not be used.`,
      {
        fix: "Write the address up to the host and its port: the paths are Planhat's own. A proxy has to forward them as they are.",
      },
    );
  }
  if (url.protocol === "http:" && !LOOPBACK.test(url.hostname)) {
    throw new Stop("address-invalid", `${name} would send a secret unencrypted to another machine.`, {
      fix: "Use https, or an address on this machine such as http://127.0.0.1:4010.",
    });
  }
  return url.origin;
}
