import { render } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type {
  SandboxOverview,
  SandboxRecord,
  SandboxRecords,
  SandboxRequests,
} from "../../model/sandbox-page.ts";
import { useKeys } from "./keys.ts";
import { useFetched, useLive } from "./live.ts";
import { RecordPanel } from "./record-panel.tsx";
import { RecordTable } from "./record-table.tsx";
import { RequestTable } from "./request-table.tsx";

const PAGE = 50;
const REQUESTS = "requests";

/** The page of the sandbox: what arrived, who wrote it, and every call. It follows by itself. */
function SandboxPage() {
  const { value: version, isConnected } = useLive<number>("browse/events");
  const overview = useFetched<SandboxOverview>("browse/overview", version);
  const [chosen, setChosen] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [search, setSearch] = useState("");
  const [offset, setOffset] = useState(0);
  const [id, setId] = useState<string>();
  const searchBox = useRef<HTMLInputElement>(null);
  const shown = chosen === "" ? firstFilled(overview) : chosen;
  const open = (path: string) => {
    setChosen(path);
    setOffset(0);
    setSearch("");
    setId(undefined);
    history.replaceState(null, "", `#${encodeURIComponent(path)}`);
  };
  useEffect(() => {
    document.title = `${isConnected ? "" : "ended · "}planhat-sync sandbox`;
  }, [isConnected]);
  const handlers = useMemo(
    () => ({ "/": () => searchBox.current?.focus(), Escape: () => setId(undefined) }),
    [],
  );
  useKeys(handlers);

  const query = new URLSearchParams({
    collection: shown ?? "",
    search,
    offset: `${offset}`,
    limit: `${PAGE}`,
  });
  const isTable = shown !== undefined && shown !== REQUESTS;
  const records = useFetched<SandboxRecords>(isTable ? `browse/records?${query}` : undefined, version, shown);
  const requests = useFetched<SandboxRequests>(shown === REQUESTS ? "browse/requests" : undefined, version);
  const record = useFetched<SandboxRecord>(
    isTable && id !== undefined
      ? `browse/record?${new URLSearchParams({ collection: shown, id })}`
      : undefined,
    version,
  );
  if (overview === undefined) return <p class="waiting">Looking into the sandbox …</p>;
  return (
    <div class="page">
      <header class="top">
        <h1>
          planhat-sync <span>sandbox</span>
        </h1>
        <p class="status" role="status">
          {isConnected ? (
            <span class="faint">follows what arrives at {location.host}</span>
          ) : (
            <span class="chip bad">the sandbox has ended</span>
          )}
        </p>
      </header>
      <Collections overview={overview} selected={shown} onSelect={open} />
      <main class={record === undefined ? "browse" : "browse with-panel"}>
        {shown === REQUESTS && (
          <section class="pane" aria-label="Calls">
            <header class="bar">
              <h2>
                Calls <span class="faint">the newest 200</span>
              </h2>
            </header>
            {requests !== undefined && <RequestTable requests={requests} />}
          </section>
        )}
        {isTable && (
          <section class="pane" aria-label="Records">
            <header class="bar">
              <h2>
                <span class="capital">{titleOf(overview, shown)}</span>
                <span class="faint">{records === undefined ? "" : rangeText(records, offset)}</span>
              </h2>
              <span class="buttons">
                <input
                  ref={searchBox}
                  type="search"
                  placeholder="Search  /"
                  aria-label="Search the records"
                  value={search}
                  onInput={({ currentTarget }) => {
                    setSearch(currentTarget.value);
                    setOffset(0);
                  }}
                />
                <Pager total={records?.total ?? 0} offset={offset} onMove={setOffset} />
              </span>
            </header>
            {records !== undefined && records.records.length > 0 && (
              <RecordTable records={records.records} selected={id} onSelect={setId} />
            )}
            {records?.records.length === 0 && (
              <p class="remark">
                {search === "" ? "Nothing has arrived here yet." : "No record holds this text."}
              </p>
            )}
          </section>
        )}
        {record !== undefined && <RecordPanel value={record} onClose={() => setId(undefined)} />}
      </main>
    </div>
  );
}

interface CollectionsProps {
  readonly overview: SandboxOverview;
  readonly selected: string | undefined;
  readonly onSelect: (path: string) => void;
}

/** Those that hold something first. */
function Collections({ overview, selected, onSelect }: CollectionsProps) {
  const filled = overview.collections.filter(({ count }) => count > 0);
  const empty = overview.collections.filter(({ count }) => count === 0);
  return (
    <nav class="sidebar" aria-label="Collections">
      <ul>
        <li>
          <Choice
            title="Calls"
            count={overview.calls}
            isSelected={selected === REQUESTS}
            onSelect={() => onSelect(REQUESTS)}
          />
        </li>
        <li class="divider" />
        {[...filled, ...empty].map(({ path, title, count }) => (
          <li key={path}>
            <Choice
              title={title}
              count={count}
              isSelected={selected === path}
              onSelect={() => onSelect(path)}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly count: number;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
}

function Choice({ title, count, isSelected, onSelect }: ChoiceProps) {
  return (
    <button
      type="button"
      class={`entry${isSelected ? " selected" : ""}${count === 0 ? " empty" : ""}`}
      aria-current={isSelected ? "true" : undefined}
      onClick={onSelect}
    >
      <span class="what">
        <span class="name capital">{title}</span>
      </span>
      <span class="amount">{count.toLocaleString("en")}</span>
    </button>
  );
}

interface PagerProps {
  readonly total: number;
  readonly offset: number;
  readonly onMove: (offset: number) => void;
}

function Pager({ total, offset, onMove }: PagerProps) {
  if (total <= PAGE) return null;
  return (
    <>
      <button type="button" class="button" disabled={offset === 0} onClick={() => onMove(offset - PAGE)}>
        Newer
      </button>
      <button
        type="button"
        class="button"
        disabled={offset + PAGE >= total}
        onClick={() => onMove(offset + PAGE)}
      >
        Older
      </button>
    </>
  );
}

function firstFilled(overview: SandboxOverview | undefined): string | undefined {
  const { collections = [] } = overview ?? {};
  return (collections.find(({ count }) => count > 0) ?? collections[0])?.path;
}

function titleOf({ collections }: SandboxOverview, shown: string): string {
  return collections.find(({ path }) => path === shown)?.title ?? shown;
}

function rangeText({ total, records }: SandboxRecords, offset: number): string {
  if (records.length === 0) return "";
  const last = offset + records.length;
  return `${(offset + 1).toLocaleString("en")}–${last.toLocaleString("en")} of ${total.toLocaleString("en")}, the newest first`;
}

const root = document.getElementById("app");
if (root !== null) render(<SandboxPage />, root);
