import type { RefObject } from "preact";
import type { PageEntry } from "../../model/page.ts";

interface EntryListProps {
  readonly entries: readonly PageEntry[];
  readonly selected: string | undefined;
  readonly filter: string;
  readonly filterBox: RefObject<HTMLInputElement | null>;
  readonly onFilter: (filter: string) => void;
  readonly onSelect: (id: string) => void;
}

/** The definitions, each with how it is. */
export function EntryList({ entries, selected, filter, filterBox, onFilter, onSelect }: EntryListProps) {
  const shown = matching(entries, filter);
  return (
    <nav class="sidebar" aria-label="Definitions">
      <div class="search">
        <input
          ref={filterBox}
          type="search"
          placeholder="Filter  /"
          aria-label="Filter the definitions"
          value={filter}
          onInput={({ currentTarget }) => onFilter(currentTarget.value)}
        />
      </div>
      <ul>
        {shown.map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              class={entry.id === selected ? "entry selected" : "entry"}
              aria-current={entry.id === selected ? "true" : undefined}
              onClick={() => onSelect(entry.id)}
            >
              <span class={`dot ${entry.tone}`} aria-hidden="true" />
              <span class="what">
                <span class="name">{entry.name}</span>
                <span class="note">
                  {entry.object === undefined ? "" : `${entry.object} · `}
                  {entry.note}
                </span>
              </span>
              {entry.changes > 0 && <span class="count">{entry.changes}</span>}
            </button>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p class="faint pad">Nothing bears that name.</p>}
    </nav>
  );
}

export function matching(entries: readonly PageEntry[], filter: string): readonly PageEntry[] {
  const wanted = filter.trim().toLowerCase();
  return entries.filter(({ name, id }) => `${name} ${id}`.toLowerCase().includes(wanted));
}
