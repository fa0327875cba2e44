import { expressionFailed } from "../../definition/transform/row-fault.ts";
import type { CompiledField, CompiledSync, Transformed } from "../../model/compiled-sync.ts";
import { type CompiledExpression, EvaluationError } from "../../model/expression.ts";
import type { FieldTrace, FieldTraceError } from "../../model/field-trace.ts";
import { given } from "../../model/given.ts";
import type { Json, JsonObject } from "../../model/json.ts";
import type { Row } from "../../model/row.ts";
import type { expressionPlaces } from "./expression-places.ts";

type Places = ReturnType<typeof expressionPlaces>;

export interface TraceOptions {
  readonly places: Places;
  /** What `$now()` answers, in milliseconds since the epoch. */
  readonly now: number;
}

/** Each field of a row once more, by itself: what its expression reads, and what it gives or why it fails. */
export async function traceRow(
  sync: CompiledSync,
  row: Row,
  result: Transformed,
  options: TraceOptions,
): Promise<readonly FieldTrace[]> {
  const traces: FieldTrace[] = [];
  for (const field of sync.fields) traces.push(await traceField(field, row.data, result, options));
  return traces;
}

async function traceField(
  { name, value }: CompiledField,
  data: JsonObject,
  transformed: Transformed,
  { places, now }: TraceOptions,
): Promise<FieldTrace> {
  if (value.kind === "constant") {
    const refused = refusal(name, transformed);
    return { field: name, ...places(name), inputs: {}, missing: [], result: value.constant, ...refused };
  }
  const { expression } = value;
  const about = {
    field: name,
    ...places(name, 0),
    expression: expression.text,
    ...inputsOf(expression, data),
  };
  try {
    const result = await expression.evaluate(data, { runStart: now });
    return { ...about, ...given({ result }), ...refusal(name, transformed) };
  } catch (error) {
    return { ...about, error: failure(name, expression.text, error, places) };
  }
}

function inputsOf({ columns }: CompiledExpression, data: JsonObject): Pick<FieldTrace, "inputs" | "missing"> {
  if (columns === undefined) return { inputs: data, missing: [] };
  const inputs: Record<string, Json> = Object.create(null);
  const missing: string[] = [];
  for (const column of columns) {
    const value = Object.hasOwn(data, column) ? data[column] : undefined;
    if (value === undefined) missing.push(column);
    else inputs[column] = value;
  }
  return { inputs, missing };
}

/** A result that the field does not take, or that is missing. */
function refusal(name: string, transformed: Transformed): { readonly error?: FieldTraceError } {
  if (transformed.kind === "record" || transformed.rejection.field !== name) return {};
  const { rule, reason } = transformed.rejection;
  return { error: { rule, reason } };
}

function failure(name: string, text: string, error: unknown, places: Places): FieldTraceError {
  const offset = error instanceof EvaluationError ? error.offset : undefined;
  const at = offset === undefined ? {} : places(name, startOfCall(text, offset));
  const { rule, reason } = expressionFailed(name, error);
  return { rule, reason, ...at };
}

/** JSONata places a failing call at its parenthesis. */
function startOfCall(text: string, offset: number): number {
  return text[offset] === "(" ? offset - (/\$?\w*$/.exec(text.slice(0, offset))?.[0].length ?? 0) : offset;
}
