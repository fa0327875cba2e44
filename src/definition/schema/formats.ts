import { dateProblem } from "../../model/fit/iso-date.ts";

/** The formats that our schemas name, as the generated validators look them up. */
export const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  "date-time": (text) => text.includes("T") && dateProblem(text) === undefined,
};
