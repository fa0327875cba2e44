import { render } from "preact";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { PageFile, PageOverview } from "../../model/page.ts";
import { Definition } from "./definition.tsx";
import { EntryList, matching } from "./entry-list.tsx";
import { useKeys } from "./keys.ts";
import { useFetched, useLive } from "./live.ts";
import { Plan } from "./plan.tsx";
import { Sample } from "./sample.tsx";
import { Tests } from "./tests.tsx";

/** The page beside `watch`: the definitions, one of them with its problems, records and tests. It follows each save. */
function WatchPage() {
  const { value: overview, isConnected } = useLive<PageOverview>("events");
  const [chosen, setChosen] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [follows, setFollows] = useState(true);
  const [filter, setFilter] = useState("");
  const [planSince, setPlanSince] = useState<number>();
  const [line, setLine] = useState<{ readonly number: number }>();
  const filterBox = useRef<HTMLInputElement>(null);
  const entries = overview?.entries ?? [];
  const selected = entries.find(({ id }) => id === chosen)?.id ?? firstOf(overview);
  const address = selected === undefined ? undefined : `file?id=${encodeURIComponent(selected)}`;
  const file = useFetched<PageFile>(address, overview?.run);

  const select = useCallback((id: string) => {
    setChosen(id);
    setLine(undefined);
    history.replaceState(null, "", `#${encodeURIComponent(id)}`);
  }, []);
  const plan = useCallback(() => {
    setPlanSince(Date.now());
    ask({ kind: "plan" });
  }, []);
  useEffect(() => {
    if (follows && overview?.focus !== undefined && overview.cause.startsWith("saved"))
      select(overview.focus);
  }, [overview, follows, select]);
  useEffect(() => {
    document.title = titleOf(overview);
  }, [overview]);
  const isUnread = file?.sync?.sample.kind === "unread";
  useEffect(() => {
    if (isUnread && selected !== undefined) ask({ kind: "look", file: selected });
  }, [isUnread, selected]);
  const handlers = useMemo(() => {
    const shown = matching(entries, filter);
    const move = (by: number) => () => {
      const at = shown.findIndex(({ id }) => id === selected);
      const next = shown[Math.max(0, Math.min(shown.length - 1, at + by))];
      if (next !== undefined) select(next.id);
    };
    return {
      j: move(1),
      k: move(-1),
      a: () => ask({ kind: "all" }),
      p: plan,
      f: () => setFollows((before) => !before),
      "/": () => filterBox.current?.focus(),
    };
  }, [entries, filter, selected, select, plan]);
  useKeys(handlers);

  if (overview === undefined) return <p class="waiting">The first run is on its way …</p>;
  const freshPlan =
    overview.plan !== undefined && overview.plan.time >= (planSince ?? 0) ? overview.plan : undefined;
  return (
    <div class="page">
      <TopBar
        overview={overview}
        isConnected={isConnected}
        follows={follows}
        onFollow={setFollows}
        onPlan={plan}
      />
      <EntryList {...{ entries, selected, filter, filterBox, onSelect: select }} onFilter={setFilter} />
      <main>{file === undefined ? null : <File key={file.id} {...{ file, line }} onLine={setLine} />}</main>
      {planSince !== undefined && (
        <Plan plan={freshPlan} onAgain={plan} onClose={() => setPlanSince(undefined)} />
      )}
    </div>
  );
}

interface TopBarProps {
  readonly overview: PageOverview;
  readonly isConnected: boolean;
  readonly follows: boolean;
  readonly onFollow: (follows: boolean) => void;
  readonly onPlan: () => void;
}

function TopBar({ overview, isConnected, follows, onFollow, onPlan }: TopBarProps) {
  const { counts, apply } = overview;
  return (
    <header class="top">
      <h1>
        planhat-sync <span>{overview.project}</span>
      </h1>
      <p class="status" role="status">
        {isConnected ? (
          <>
            <span class="cause">{overview.cause}</span>
            <span class="faint">{Math.max(1, Math.round(overview.milliseconds))} ms</span>
          </>
        ) : (
          <span class="chip bad">watch has ended</span>
        )}
        {apply !== undefined && <span class={`chip ${apply.tone}`}>{apply.text}</span>}
      </p>
      <p class="chips">
        {counts.errors > 0 && <span class="chip bad">{amount(counts.errors, "error")}</span>}
        {counts.warnings > 0 && <span class="chip warning">{amount(counts.warnings, "warning")}</span>}
        {counts.errors + counts.warnings + counts.failed === 0 && <span class="chip good">no problems</span>}
        {counts.failed > 0 && <span class="chip bad">{amount(counts.failed, "test")} failed</span>}
        {counts.passed > 0 && <span class="chip good">{amount(counts.passed, "test")} passed</span>}
      </p>
      <div class="buttons">
        <label class="follow">
          <input
            type="checkbox"
            checked={follows}
            onChange={({ currentTarget }) => onFollow(currentTarget.checked)}
          />
          Follow <kbd>f</kbd>
        </label>
        <button type="button" class="button" onClick={() => ask({ kind: "all" })}>
          Run all <kbd>a</kbd>
        </button>
        <button type="button" class="button main" onClick={onPlan}>
          Plan now <kbd>p</kbd>
        </button>
      </div>
    </header>
  );
}

interface FileProps {
  readonly file: PageFile;
  readonly line: { readonly number: number } | undefined;
  readonly onLine: (line: { readonly number: number }) => void;
}

function File({ file, line, onLine }: FileProps) {
  const { sync } = file;
  return (
    <div class="panes">
      <section class="pane" aria-label="Definition">
        <header class="bar">
          <h2>
            {file.title}
            {sync !== undefined && (
              <span class="faint">
                {sync.object}, {sync.how}, from {sync.source}
              </span>
            )}
          </h2>
        </header>
        <Definition file={file} line={line} />
      </section>
      <div class="pane">
        {sync === undefined ? (
          <p class="remark">No records yet: they come with the first version that has no errors.</p>
        ) : (
          <>
            <Tests tests={sync.tests} onLine={(number) => onLine({ number })} />
            <Sample sync={sync} onFind={(key) => ask({ kind: "find", file: file.id, key })} />
          </>
        )}
      </div>
    </div>
  );
}

function firstOf(overview: PageOverview | undefined): string | undefined {
  const { focus, entries = [] } = overview ?? {};
  return focus ?? (entries.find(({ object }) => object !== undefined) ?? entries[0])?.id;
}

function titleOf(overview: PageOverview | undefined): string {
  if (overview === undefined) return "planhat-sync watch";
  const { errors, failed } = overview.counts;
  return `${errors + failed > 0 ? "✗" : "✓"} ${overview.project} · planhat-sync`;
}

function amount(count: number, what: string): string {
  return `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;
}

function ask(request: object): void {
  // What comes of it arrives as an event; where nothing does, the status says that watch has ended.
  fetch("ask", { method: "POST", body: JSON.stringify(request) }).catch(() => undefined);
}

const root = document.getElementById("app");
if (root !== null) render(<WatchPage />, root);
