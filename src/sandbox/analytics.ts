import type { JsonObject } from "../model/json.ts";

/** How a metric makes one value of the points of a day. */
export type Aggregation = "SUM" | "MIN" | "MAX" | "AVG" | "LAST";

/** What was sent of one metric, record and day (UTC). */
export interface MetricPoint {
  readonly _id: string;
  readonly dimensionId: string;
  readonly model: string;
  readonly externalId: string;
  /** `_id` of the record; undefined where Planhat holds none of that externalId: a failed point. */
  readonly parentId?: string;
  readonly companyId?: string;
  /** `2026-01-31`. */
  readonly day: string;
  /** In the order of arrival: more than one where it was sent more than once. */
  readonly values: readonly number[];
}

export interface Activity {
  /** `_id` of the contact. */
  readonly enduserId: string;
  /** As it was sent, with the time of receipt where it had none. */
  readonly event: JsonObject;
}

/** What the analytics host has taken. */
export class Analytics {
  readonly #points = new Map<string, MetricPoint>();
  readonly #activities: Activity[] = [];

  get points(): readonly MetricPoint[] {
    return [...this.#points.values()];
  }

  get activities(): readonly Activity[] {
    return [...this.#activities];
  }

  addPoint(point: Omit<MetricPoint, "values">, value: number): void {
    const identity = JSON.stringify([point.dimensionId, point.model, point.externalId, point.day]);
    const known = this.#points.get(identity);
    this.#points.set(identity, { ...point, ...known, values: [...(known?.values ?? []), value] });
  }

  addActivity(activity: Activity): void {
    this.#activities.push(activity);
  }

  /** Fills an empty one from what `points` and `activities` gave. */
  load(points: readonly MetricPoint[], activities: readonly Activity[]): void {
    for (const { values, ...point } of points) for (const value of values) this.addPoint(point, value);
    this.#activities.push(...activities);
  }
}

export function aggregated(values: readonly number[], by: Aggregation): number {
  const sum = values.reduce((total, value) => total + value, 0);
  switch (by) {
    case "SUM":
      return sum;
    case "AVG":
      return sum / values.length;
    case "MIN":
      return values.reduce((least, value) => Math.min(least, value));
    case "MAX":
      return values.reduce((greatest, value) => Math.max(greatest, value));
    case "LAST":
      return values.at(-1) ?? 0;
    default:
      return by satisfies never;
  }
}
