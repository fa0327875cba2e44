import { useState } from "preact/hooks";
import type { PageRow, PageSync } from "../../model/page.ts";
import { Cells } from "./value.tsx";

interface SampleProps {
  readonly sync: PageSync;
  readonly onFind: (key: string) => void;
}

/** The first rows on the left, the records that they become on the right. */
export function Sample({ sync, onFind }: SampleProps) {
  const changed = sync.rows.filter(({ change }) => change !== undefined).length;
  return (
    <section aria-label="Sample records">
      <header class="bar">
        <h2>
          Sample
          <span class="faint">
            {sync.rows.length} {sync.rows.length === 1 ? "row" : "rows"}
            {changed > 0 ? `, ${changed} changed by the last save` : ""}
          </span>
        </h2>
        <Find onFind={onFind} />
      </header>
      <Remarks sync={sync} />
      {sync.rows.map((row) => (
        <Row key={row.place} row={row} object={sync.object} />
      ))}
      {sync.gone.length > 0 && <p class="remark">No longer among these rows: {sync.gone.join(", ")}</p>}
    </section>
  );
}

function Remarks({ sync }: { readonly sync: PageSync }) {
  const { kind, message, hint } = sync.sample;
  return (
    <>
      {sync.isStale && (
        <p class="remark warning">The definition has errors: these records are of its last good version.</p>
      )}
      {kind === "failed" && (
        <p class="remark bad">
          {message} {hint}
        </p>
      )}
      {(kind === "reading" || kind === "unread") && <p class="remark">Reading the rows …</p>}
      {kind === "read" && sync.rows.length === 0 && <p class="remark">The source has no rows.</p>}
    </>
  );
}

function Find({ onFind }: { readonly onFind: (key: string) => void }) {
  const [key, setKey] = useState("");
  return (
    <form
      class="find"
      onSubmit={(event) => {
        event.preventDefault();
        if (key.trim() === "") return;
        onFind(key.trim());
        setKey("");
      }}
    >
      <input
        type="search"
        placeholder="Add the row with key …"
        aria-label="Add the row with this key"
        value={key}
        onInput={({ currentTarget }) => setKey(currentTarget.value)}
      />
    </form>
  );
}

const CHANGES = {
  changed: "changed",
  rejected: "now rejected",
  accepted: "accepted again",
  row: "new row",
} as const;

function Row({ row, object }: { readonly row: PageRow; readonly object: string }) {
  const label = row.change === undefined ? undefined : CHANGES[row.change];
  return (
    <article class={row.kind === "reject" ? "row reject" : "row"} aria-label={row.key ?? row.place}>
      <div class="side">
        <h3>
          <span class="place">{row.place}</span>
        </h3>
        <Cells cells={row.source} empty="The row has no columns." />
      </div>
      <div class="side">
        <h3>
          <span class="object">{row.kind === "reject" ? "rejected" : object}</span>
          {row.key !== undefined && <span class="key">{row.key}</span>}
          {label !== undefined && <span class={`badge ${row.change}`}>{label}</span>}
        </h3>
        {row.message !== undefined && (
          <p class="why">
            {row.message} <span class="rule">{row.rule}</span>
          </p>
        )}
        <Cells cells={row.record} empty="Nothing was mapped." />
      </div>
    </article>
  );
}
