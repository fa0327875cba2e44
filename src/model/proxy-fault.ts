type Variables = Readonly<Record<string, string | undefined>>;

/** The variable that decides about a kind of address, and its value; undefined where none is set. */
export interface ProxyVariable {
  readonly name: string;
  readonly value: string;
}

/** As the HTTP library looks: the small letters first. */
export function proxyVariable(env: Variables, scheme: "http" | "https"): ProxyVariable | undefined {
  for (const name of [`${scheme}_proxy`, `${scheme.toUpperCase()}_PROXY`]) {
    const value = env[name];
    // One that is set to nothing hides the other.
    if (value !== undefined) return value === "" ? undefined : { name, value };
  }
  return undefined;
}

export interface ProxyFault {
  readonly variable: string;
  /** To follow the variable. Holds nothing of the value, which may have a password in it. */
  readonly what: string;
  readonly fix: string;
}

/** What is wrong with HTTPS_PROXY or HTTP_PROXY; undefined where both can be used as they are. */
export function proxyFault(env: Variables): ProxyFault | undefined {
  for (const scheme of ["https", "http"] as const) {
    const variable = proxyVariable(env, scheme);
    const fault = variable === undefined ? undefined : faultOf(variable.value);
    if (variable !== undefined && fault !== undefined) return { variable: variable.name, ...fault };
  }
  return undefined;
}

const SCHEMES: ReadonlySet<string> = new Set(["http:", "https:", "socks:", "socks5:"]);
const FORM = "Write it like http://proxy.example.com:3128, or unset it.";

function faultOf(value: string): Omit<ProxyFault, "variable"> | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || url.hostname === "" || !/^[a-z]+5?:\/\//i.test(value)) {
    return { what: "is not the address of a proxy", fix: FORM };
  }
  if (!SCHEMES.has(url.protocol))
    return { what: "names a proxy of another kind than http or https", fix: FORM };
  if (url.pathname.length > 1 || url.search !== "" || url.hash !== "") {
    return {
      what: "has more behind the host than a proxy's address has",
      fix: `${FORM} A .pac file is not read.`,
    };
  }
  if ((url.username === "") !== (url.password === "")) {
    return {
      what: "has only one of user name and password, and neither would be sent",
      fix: "Give both: http://user:password@proxy.example.com:3128, with special characters percent-encoded.",
    };
  }
  return undefined;
}

/** Entries of NO_PROXY that match nothing, because they are ranges of addresses. */
export function rangesInNoProxy(env: Variables): readonly string[] {
  const entries = (env["no_proxy"] ?? env["NO_PROXY"] ?? "").split(/[,\s]/);
  return entries.filter((entry) => /^[\d.:a-f]+\/\d+$/i.test(entry));
}
