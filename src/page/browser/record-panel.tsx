import type { SandboxRecord } from "../../model/sandbox-page.ts";
import { jsonValue, recordCells, visible } from "./json-value.ts";
import { Cells } from "./value.tsx";

interface RecordPanelProps {
  readonly value: SandboxRecord;
  readonly onClose: () => void;
}

/** One record: its fields, and who wrote them when. */
export function RecordPanel({ value, onClose }: RecordPanelProps) {
  const { record, history } = value;
  const title = record["name"] ?? record["email"] ?? record["externalId"] ?? record["_id"];
  return (
    <aside class="panel" aria-label="Record">
      <header class="bar">
        <h2>{visible(String(title))}</h2>
        <button type="button" class="button" onClick={onClose}>
          Close <kbd>esc</kbd>
        </button>
      </header>
      <div class="pad">
        <Cells cells={recordCells(record)} empty="The record has no fields." />
      </div>
      <header class="bar">
        <h2>
          History <span class="faint">the newest first</span>
        </h2>
      </header>
      <ol class="history">
        {history.map((entry) => (
          <li key={`${entry.time} ${entry.call}`}>
            <p>
              <span
                class={`badge ${entry.kind === "updated" ? "update" : entry.kind === "created" ? "create" : "failed"}`}
              >
                {entry.kind}
              </span>
              <time dateTime={new Date(entry.time).toISOString()}>{clock(entry.time)}</time>
              <span class="faint">
                {visible(entry.call)}
                {entry.agent === "" ? "" : ` by ${visible(entry.agent)}`}
              </span>
            </p>
            {entry.kind === "updated" && (
              <Cells
                cells={entry.fields.map((field) => ({
                  name: visible(field.field),
                  before: jsonValue(field.before),
                  value: jsonValue(field.after),
                }))}
                empty="No field differs."
              />
            )}
          </li>
        ))}
        {history.length === 0 && <li class="faint">It was there from the start.</li>}
      </ol>
    </aside>
  );
}

export function clock(time: number): string {
  return new Date(time).toLocaleTimeString();
}
