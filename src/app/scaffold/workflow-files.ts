import { WORKFLOWS } from "../../model/generated/workflows.ts";
import type { ProgramSource } from "./program-source.ts";

/** The workflows of a project, by path, with the steps that install this program. */
export function workflowFiles(
  source: ProgramSource,
  { hasEnvironments } = { hasEnvironments: false },
): ReadonlyMap<string, string> {
  const lines = installSteps(source).map((line) => (line === "" ? "" : `      ${line}`));
  return new Map(
    [...WORKFLOWS].map(([path, text]) => [
      path,
      (hasEnvironments ? forStaging(text) : text).replaceAll(PLACE, () => lines.join("\n")),
    ]),
  );
}

/** Pull requests are planned for staging, and what is merged is applied there: production takes saved plans only. */
function forStaging(text: string): string {
  return text
    .replaceAll(
      `PLANHAT_API_TOKEN: \${{ secrets.PLANHAT_API_TOKEN }}\n`,
      `PLANHAT_SYNC_ENV: staging\n          STAGING_TOKEN: \${{ secrets.STAGING_TOKEN }}\n`,
    )
    .replaceAll(`PLANHAT_REGION: \${{ vars.PLANHAT_REGION }}`, `STAGING_REGION: \${{ vars.STAGING_REGION }}`)
    .replaceAll(
      `PLANHAT_SYNC_STATE: \${{ secrets.PLANHAT_SYNC_STATE }}`,
      `STAGING_STATE: \${{ secrets.STAGING_STATE }}`,
    );
}

/** A line of the templates. */
const PLACE = "      # {{install}}";

/** No script of a package runs, but our own build of a commit. */
function installSteps(source: ProgramSource): readonly string[] {
  switch (source.kind) {
    case "lockfile":
      return [
        "# What package-lock.json says, checked against its digests.",
        "- run: npm ci --ignore-scripts",
        '- run: echo "$PWD/node_modules/.bin" >> "$GITHUB_PATH"',
      ];
    case "registry":
      return [`- run: npm install --global --ignore-scripts planhat-sync@${source.version}`];
    case "file":
      return [`- run: npm install --global --ignore-scripts ./${source.path}`];
    case "tarball":
      return step(
        'cd "$RUNNER_TEMP"',
        `curl --fail --silent --show-error --location --output planhat-sync.tgz '${source.url}'`,
        `echo '${Buffer.from(source.sha512, "base64").toString("hex")}  planhat-sync.tgz' | sha512sum --check --quiet`,
        "npm install --global --ignore-scripts ./planhat-sync.tgz",
      );
    case "git":
      return step(
        'git init --quiet "$RUNNER_TEMP/planhat-sync"',
        'cd "$RUNNER_TEMP/planhat-sync"',
        `git fetch --quiet --depth 1 '${source.url}' ${source.commit}`,
        `git checkout --quiet ${source.commit}`,
        "npm ci --ignore-scripts",
        "npm run build",
        "npm install --global --ignore-scripts .",
      );
    case "unknown":
      return step(
        "# planhat-sync is not on npm yet. Do not install it by its name: whoever registers that runs code beside your",
        "# token. Write here what installs it for you, for example:",
        '#   npm ci --ignore-scripts && echo "$PWD/node_modules/.bin" >> "$GITHUB_PATH"   (package-lock.json has it)',
        "#   npm install --global --ignore-scripts ./planhat-sync-0.1.0.tgz               (a tarball in this repository)",
        'echo "::error title=planhat-sync::Write into the step \\"Install planhat-sync\\" where it is installed from."',
        "exit 1",
      );
    default:
      return source satisfies never;
  }
}

function step(...lines: readonly string[]): readonly string[] {
  return ["- name: Install planhat-sync", "  run: |", ...lines.map((line) => `    ${line}`)];
}
