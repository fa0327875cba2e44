import { useEffect, useRef } from "preact/hooks";
import type { PageFile, PageLine, PageProblem } from "../../model/page.ts";

/** The text of a file with its problems under the lines they are about. `line` is brought into sight. */
export function Definition({
  file,
  line,
}: {
  readonly file: PageFile;
  readonly line: { readonly number: number } | undefined;
}) {
  const sought = useRef<HTMLDivElement>(null);
  useEffect(() => sought.current?.scrollIntoView({ block: "center" }), [line]);
  const problems = new Map<number, PageProblem[]>();
  for (const problem of file.problems) {
    problems.set(problem.line, [...(problems.get(problem.line) ?? []), problem]);
  }
  const shown = file.lines.length > 0 ? file.lines : [{ number: 1, parts: [], isNew: false }];
  return (
    <div class="code">
      {shown.map((one) => (
        <div key={one.number} ref={one.number === line?.number ? sought : null}>
          <CodeLine line={one} />
          {(problems.get(one.number) ?? []).map((problem) => (
            <Problem key={`${problem.rule} ${problem.column}`} problem={problem} />
          ))}
        </div>
      ))}
    </div>
  );
}

function CodeLine({ line }: { readonly line: PageLine }) {
  return (
    <div class={line.isNew ? "line new" : "line"}>
      <span class="number" aria-hidden="true">
        {line.number}
      </span>
      <code>
        {line.parts.map((part, index) => {
          const look = part.mark === undefined ? part.kind : `${part.kind} marked ${part.mark}`;
          return (
            // The parts of a line have no name but their place, and nothing moves within a line.
            <span key={index} class={look}>
              {part.text}
            </span>
          );
        })}
      </code>
    </div>
  );
}

function Problem({ problem }: { readonly problem: PageProblem }) {
  return (
    <div class={`problem ${problem.severity}`}>
      <p>
        <strong>{problem.severity}</strong> {problem.message} <span class="rule">{problem.rule}</span>
        {problem.isNew && <span class="badge">new</span>}
      </p>
      {problem.hint !== undefined && <p class="hint">{problem.hint}</p>}
    </div>
  );
}
