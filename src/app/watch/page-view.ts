import { basename } from "node:path";
import type { PagePlan } from "../../model/page.ts";
import type { WatchReport } from "../../model/watch.ts";
import { pageFiles } from "../../page/page-files.ts";
import { type PageRequest, type PageServer, startPage } from "../../page/page-server.ts";
import { pagePlan } from "../../report/watch/page-plan.ts";
import { pageFile, pageOverview } from "../../report/watch/page-view.ts";
import type { Request } from "../../watch/work.ts";
import type { Context } from "../context.ts";
import type { Shown } from "./watch-session.ts";

export interface PageView {
  readonly url: string;
  show(shown: Shown): void;
  close(): Promise<void>;
}

/** The page in a browser: it gets the last report, and what it asks for becomes a run. */
export async function pageView(
  context: Context,
  port: number,
  onRequest: (request: Request) => void,
): Promise<PageView> {
  const { redaction, projectDir } = context;
  let report: WatchReport | undefined;
  let before: ReadonlyMap<string, string> = new Map();
  let plan: PagePlan | undefined;
  const nameOf = (file: string) => report?.snapshot.syncs.find((sync) => sync.file === file)?.name;
  const page: PageServer = await startPage({
    files: pageFiles("watch-page", "planhat-sync watch"),
    port,
    overview: () => {
      if (report === undefined) return undefined;
      const overview = pageOverview(report, { project: basename(projectDir), redact: redaction.redact });
      return plan === undefined ? overview : { ...overview, plan };
    },
    file: (id) => (report === undefined ? undefined : pageFile(id, report, before, redaction.redact)),
    onRequest: (request) => {
      const asked = requestOf(request, nameOf);
      if (asked !== undefined) onRequest(asked);
    },
  });
  return {
    url: page.url,
    show: (shown) => {
      const isNext = shown.report.snapshot.run !== report?.snapshot.run;
      if (isNext) before = report?.snapshot.texts ?? shown.report.snapshot.texts;
      report = shown.report;
      if (shown.report.plan !== undefined) plan = pagePlan(shown.report.plan, report.time, redaction.redact);
      else if (plan !== undefined && shown.work.files.size > 0) plan = { ...plan, isOld: true };
      page.update();
    },
    close: () => page.close(),
  };
}

function requestOf(request: PageRequest, nameOf: (file: string) => string | undefined): Request | undefined {
  switch (request.kind) {
    case "all":
    case "again":
    case "plan":
      return { kind: request.kind };
    case "look":
    case "find": {
      const sync = nameOf(request.file);
      if (sync === undefined) return undefined;
      return request.kind === "look" ? { kind: "look", sync } : { kind: "find", sync, key: request.key };
    }
    default:
      return request satisfies never;
  }
}
