import { useEffect, useRef } from "preact/hooks";
import type { PagePlan } from "../../model/page.ts";
import { Cells } from "./value.tsx";

interface PlanProps {
  /** undefined while it is made. */
  readonly plan: PagePlan | undefined;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** What an apply would change, with its first changes. */
export function Plan({ plan, onAgain, onClose }: PlanProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="plan" aria-label="Plan" onClose={onClose}>
      <header class="bar">
        <h2>
          Plan
          <span class="faint">
            {plan === undefined
              ? "reading the sources and Planhat …"
              : `of ${new Date(plan.time).toLocaleTimeString()}${plan.isOld ? ", before the last save" : ""}; nothing is written`}
          </span>
        </h2>
        <span class="buttons">
          <button type="button" class="button" onClick={onAgain}>
            Plan again
          </button>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </span>
      </header>
      {plan !== undefined && <PlanBody plan={plan} />}
    </dialog>
  );
}

function PlanBody({ plan }: { readonly plan: PagePlan }) {
  return (
    <div class="scroll">
      {plan.failure !== undefined && (
        <p class="remark bad">
          {plan.failure.message} {plan.failure.hint}
        </p>
      )}
      {plan.guards.map((guard) => (
        <p key={guard} class="remark bad">
          A guard would stop the apply: {guard}
        </p>
      ))}
      {plan.syncs.map((sync) => (
        <article key={sync.name} class="planned">
          <h3>
            {sync.name} → {sync.object}
          </h3>
          <p class="counts">
            {sync.counts.map(({ name, count }) => (
              <span key={name} class={count === 0 ? "faint" : ""}>
                <b>{count.toLocaleString("en")}</b> {name}
              </span>
            ))}
          </p>
          {sync.remarks.map((remark) => (
            <p key={remark} class="remark warning">
              {remark}
            </p>
          ))}
          {sync.changes.map((change) => (
            <details key={change.key}>
              <summary>
                <span class={`action ${change.action}`}>{change.action}</span> {change.key}
              </summary>
              <Cells cells={change.fields} empty="No fields." />
            </details>
          ))}
          {sync.more > 0 && <p class="faint">… and {sync.more.toLocaleString("en")} more</p>}
        </article>
      ))}
    </div>
  );
}
