import { isSecretVariable } from "../model/secret-text.ts";
import { secretParts, secretsOfUrl } from "../model/secret-values.ts";

/**
 * Secrets that no setting names and that a command may come to use all the same: logins of proxies, and whatever of the
 * program's own variables is a secret.
 */
export function secretsOfEnvironment(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.entries(env).flatMap(([name, value = ""]) => {
    if (/^(?:https?|all)_proxy$/i.test(name)) return secretsOfUrl(value);
    return /^PLANHAT_/.test(name) && isSecretVariable(name) ? secretParts(value) : [];
  });
}
