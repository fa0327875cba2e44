import type { Project } from "../model/project.ts";
import type { LeaseHolder } from "../model/state-store.ts";

/** What a use case tells while it works, besides its result. Texts may hold secrets: whoever shows them redacts them. */
export type AppEvent =
  /** The project was read for a run. With errors among its diagnostics the run ends here. */
  | { readonly kind: "loaded"; readonly project: Project }
  /** Something that deserves attention and stops nothing. */
  | { readonly kind: "warning"; readonly text: string }
  /** The same of the surroundings, which whoever asked for quiet knows. */
  | { readonly kind: "notice"; readonly text: string }
  /** Another apply holds the state, and its end is waited for. Told once for each holder. */
  | { readonly kind: "waiting"; readonly holder: LeaseHolder }
  /** Only where somebody asked for details: a call to Planhat, a column that no expression reads. */
  | { readonly kind: "detail"; readonly text: string };
