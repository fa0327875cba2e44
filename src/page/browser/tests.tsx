import type { PageTest } from "../../model/page.ts";
import { Value } from "./value.tsx";

interface TestsProps {
  readonly tests: readonly PageTest[];
  readonly onLine: (line: number) => void;
}

/** The tests of a definition: those that fail first, each with what came out. */
export function Tests({ tests, onLine }: TestsProps) {
  const failed = tests.filter(({ ok }) => !ok);
  const passed = tests.filter(({ ok }) => ok);
  return (
    <section aria-label="Tests">
      <header class="bar">
        <h2>
          Tests
          <span class="faint">
            {tests.length === 0
              ? "none yet: add tests: with a row and what to expect of it"
              : `${passed.length} passed${failed.length > 0 ? `, ${failed.length} failed` : ""}`}
          </span>
        </h2>
      </header>
      <ul class="tests">
        {[...failed, ...passed].map((test) => (
          <li key={`${test.line} ${test.name}`} class={test.ok ? "test passed" : "test failed"}>
            <button type="button" onClick={() => onLine(test.line)} title={`line ${test.line}`}>
              <span class="sign" aria-hidden="true">
                {test.ok ? "✓" : "✗"}
              </span>
              <span class="visually-hidden">{test.ok ? "passed" : "failed"}: </span>
              {test.name}
              {test.change !== undefined && <span class={`badge ${test.change}`}>{test.change}</span>}
            </button>
            <Failure test={test} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Failure({ test }: { readonly test: PageTest }) {
  if (test.ok) return null;
  return (
    <table class="failure">
      <thead>
        <tr>
          <td />
          <th scope="col">expected</th>
          <th scope="col">got</th>
        </tr>
      </thead>
      <tbody>
        {test.fields.map((field) => (
          <tr key={field.name}>
            <th scope="row">{field.name}</th>
            <td class="expected">
              <Value value={field.expected} />
            </td>
            <td class="got">
              <Value value={field.actual} />
            </td>
          </tr>
        ))}
        {test.expected !== undefined && (
          <tr>
            <td />
            <td class="expected">{test.expected}</td>
            <td class="got">{test.got}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
