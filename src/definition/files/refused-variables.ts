/**
 * Variables that belong to a machine, a CI job or a cloud account. A definition may come from a stranger's pull
 * request: it must not be able to carry them into a path, a URL or an error.
 */
const REFUSED_NAMES: ReadonlySet<string> = new Set([
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AZURE_CLIENT_SECRET",
  "BITBUCKET_STEP_OIDC_TOKEN",
  "BUILDKITE_AGENT_ACCESS_TOKEN",
  "CI_BUILD_TOKEN",
  "CI_DEPLOY_PASSWORD",
  "CI_JOB_JWT",
  "CI_JOB_JWT_V2",
  "CI_JOB_TOKEN",
  "CI_REGISTRY_PASSWORD",
  "CIRCLE_OIDC_TOKEN",
  "CIRCLE_OIDC_TOKEN_V2",
  "CODECOV_TOKEN",
  "DOCKER_AUTH_CONFIG",
  "GH_ENTERPRISE_TOKEN",
  "GH_TOKEN",
  "GITHUB_ENTERPRISE_TOKEN",
  "GITHUB_TOKEN",
  "GITLAB_TOKEN",
  "GOOGLE_APPLICATION_CREDENTIALS",
  "GOOGLE_CREDENTIALS",
  "GPG_PRIVATE_KEY",
  "KUBECONFIG",
  "NODE_AUTH_TOKEN",
  "NODE_OPTIONS",
  "NPM_CONFIG__AUTH",
  "NPM_CONFIG__AUTHTOKEN",
  "NPM_TOKEN",
  "SYSTEM_ACCESSTOKEN",
  "VAULT_TOKEN",
]);

const REFUSED_PREFIXES = ["ACTIONS_", "RUNNER_", "SSH_", "SUDO_"];

/** Why a definition may not read a variable, to follow a colon; undefined where it may. */
export function refusedVariable(name: string): string | undefined {
  const upper = name.toUpperCase();
  const refused = REFUSED_NAMES.has(upper) || REFUSED_PREFIXES.some((prefix) => upper.startsWith(prefix));
  return refused ? "it belongs to the machine, the CI or a cloud account, not to a sync" : undefined;
}
