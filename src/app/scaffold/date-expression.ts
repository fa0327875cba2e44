/** JSONata that gives a column's values as ISO 8601 dates, if all of them are dates of one form; undefined otherwise. */
export function dateExpression(value: string, values: readonly string[]): string | undefined {
  if (values.length === 0) return undefined;
  const form = FORMS.find(({ pattern }) => values.every((one) => pattern.test(one)));
  return form?.expression(value, values);
}

interface DateForm {
  readonly pattern: RegExp;
  readonly expression: (value: string, values: readonly string[]) => string | undefined;
}

const FORMS: readonly DateForm[] = [
  {
    pattern: /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/,
    expression: (value) => value,
  },
  {
    // A time without a zone is taken for UTC, which the expression shows.
    pattern: /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d+)?)?$/,
    expression: (value) => `$replace(${value}, " ", "T") & "Z"`,
  },
  { pattern: /^\d{1,2}\.\d{1,2}\.\d{4}$/, expression: (value) => picture(value, "[D].[M].[Y]") },
  {
    pattern: /^\d{1,2}\/\d{1,2}\/\d{4}$/,
    // 03/04/2024 alone says nothing: some value has to be a day that is no month.
    expression: (value, values) => {
      if (values.some((one) => Number(one.split("/")[0]) > 12)) return picture(value, "[D]/[M]/[Y]");
      return values.some((one) => Number(one.split("/")[1]) > 12) ? picture(value, "[M]/[D]/[Y]") : undefined;
    },
  },
];

function picture(value: string, form: string): string {
  return `$fromMillis($toMillis(${value}, "${form}"), "[Y0001]-[M01]-[D01]")`;
}
