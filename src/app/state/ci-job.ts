/** Address of the CI job that the command runs in, where its system tells: whoever waits for the lock may look there. */
export function ciJob(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const known = ADDRESSES.map((name) => env[name]).find((address) => (address ?? "") !== "");
  if (known !== undefined) return known;
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined;
}

/** GitLab, Buildkite, CircleCI, Jenkins. */
const ADDRESSES = ["CI_JOB_URL", "BUILDKITE_BUILD_URL", "CIRCLE_BUILD_URL", "BUILD_URL"];
