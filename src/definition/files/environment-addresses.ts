import type { AddressFault, ProjectSettings } from "../../model/project.ts";
import { at, inEnvironment } from "./environments.ts";
import type { SettingsView } from "./settings-view.ts";
import { pointer, type SubstitutedText } from "./substitute.ts";

type Addresses = Pick<ProjectSettings, "apiUrl" | "analyticsUrl" | "addressFault" | "addressNames">;

/**
 * Where an environment writes to: what it says itself, or else PLANHAT_API_URL and PLANHAT_ANALYTICS_URL. A file comes
 * with a pull request, and whoever writes it must not be able to send a token elsewhere: a host that is neither Planhat's
 * nor this machine's has to come from a variable that the file does not set.
 */
export function addressesOf(view: SettingsView): Addresses {
  const api = addressOf(view, "apiUrl");
  const analytics = addressOf(view, "analyticsUrl");
  const fault = api.fault ?? analytics.fault;
  return {
    apiUrl: api.written ?? view.env["PLANHAT_API_URL"],
    analyticsUrl: analytics.written ?? view.env["PLANHAT_ANALYTICS_URL"],
    ...(fault === undefined ? {} : { addressFault: fault }),
    ...(api.name === undefined && analytics.name === undefined
      ? {}
      : {
          addressNames: {
            api: api.name ?? "PLANHAT_API_URL",
            analytics: analytics.name ?? "PLANHAT_ANALYTICS_URL",
          },
        }),
  };
}

interface Address {
  readonly written?: string;
  /** Where it is written. */
  readonly name?: string;
  readonly fault?: AddressFault;
}

function addressOf(view: SettingsView, key: "apiUrl" | "analyticsUrl"): Address {
  const { environment, value, texts, ownVariables } = view;
  const path = inEnvironment(environment, ["planhat", key]);
  const written = environment === undefined ? undefined : at(value, path);
  if (typeof written !== "string") return {};
  const name = path.join(".");
  const text = texts.get(pointer(path));
  if (text?.complete === false) {
    const what = `${name} needs the environment variable ${text.missing.join(" and ")}, which is not set.`;
    return { written, name, fault: { kind: "unset", path, what } };
  }
  // A variable that is empty: Planhat itself.
  if (written === "" || isOwnHost(written) || isFromOutside(text, ownVariables)) return { written, name };
  const what = `${name} names a host that is neither Planhat's nor this machine's, and the token would be sent there.`;
  return { written, name, fault: { kind: "foreign", path, what } };
}

/** Whether all of it is the value of one variable that was set outside of the file. */
function isFromOutside(text: SubstitutedText | undefined, own: ReadonlySet<string>): boolean {
  const [only, ...more] = text?.variables ?? [];
  return (
    only !== undefined &&
    more.length === 0 &&
    only.value === text?.value &&
    !only.isDefault &&
    !own.has(only.name)
  );
}

function isOwnHost(address: string): boolean {
  if (address === "sandbox") return true;
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return hostname.endsWith(".planhat.com") || /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
