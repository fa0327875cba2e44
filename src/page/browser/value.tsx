import type { PageCell, PageValue } from "../../model/page.ts";

/** A value, told by its type: a text stands as it is, an empty one shows that it is there. */
export function Value({ value }: { readonly value: PageValue }) {
  const isEmpty = value.type === "text" && value.text === "";
  return (
    <span class={`value ${value.type}`} title={value.text.length > 60 ? value.text : undefined}>
      {isEmpty ? <span class="faint">empty text</span> : value.text}
    </span>
  );
}

/** Names and values; what the last run changed stands beside what was there before. */
export function Cells({ cells, empty }: { readonly cells: readonly PageCell[]; readonly empty: string }) {
  if (cells.length === 0) return <p class="faint">{empty}</p>;
  return (
    <dl class="cells">
      {cells.map((cell) => (
        <div key={cell.name} class={cell.before === undefined ? "cell" : "cell changed"}>
          <dt title={cell.name}>{cell.name}</dt>
          <dd>
            {cell.before !== undefined && (
              <>
                <del>
                  <Value value={cell.before} />
                </del>
                <span class="arrow" aria-hidden="true">
                  →
                </span>
              </>
            )}
            {cell.before === undefined ? (
              <Value value={cell.value} />
            ) : (
              <ins>
                <Value value={cell.value} />
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
