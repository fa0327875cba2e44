import type { RuleContext } from "../../../model/linter.ts";
import { exampleProject } from "../../examples/definition-example.ts";
import type { Finding, Rule } from "../../rule.ts";

export const stateMisplaced: Rule = {
  id: "state-misplaced",
  severity: "warning",
  family: "project",
  description:
    "The state lies where it does not last or does not belong: in a folder for temporary files, which the system empties, or among the definitions. Without the state the next apply knows of nothing that Planhat has accepted, and compares every record anew.",
  bad: exampleProject(["state: /tmp/planhat/state.db"]),
  good: exampleProject(["state: .planhat-sync/state.db"]),
  *check({ project, settings }: RuleContext): Iterable<Finding> {
    const { state, syncs } = settings;
    if (project === undefined || state.kind !== "value" || project.extent(["state"]) === undefined) return;
    const path = state.value.replace(/^\.\//, "");
    const isTemporary = /^\/(?:tmp|var\/tmp|dev\/shm)\//.test(path);
    const isAmong = syncs !== "." && path.startsWith(`${syncs}/`);
    if (!isTemporary && !isAmong) return;
    yield {
      in: project,
      path: ["state"],
      message: isTemporary
        ? "The system empties this folder. Without the state the next apply knows of nothing that Planhat has accepted."
        : "The state lies among the definitions, which are committed and reviewed.",
      hint: "write .planhat-sync/state.db, or postgres://… for a state that several machines share",
    };
  },
};
