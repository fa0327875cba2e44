/** JSONata that reads a column's values as numbers, if all of them are; undefined otherwise. */
export function numberExpression(value: string, values: readonly string[]): string | undefined {
  if (values.length === 0) return undefined;
  const found = FORMS.find(({ pattern }) => values.every((one) => pattern.test(one)));
  if (found === undefined || !values.every((one) => isExact(found.plain(one)))) return undefined;
  return found.expression(value);
}

interface NumberForm {
  readonly pattern: RegExp;
  /** As JSON would write it. */
  readonly plain: (text: string) => string;
  readonly expression: (value: string) => string;
}

const FORMS: readonly NumberForm[] = [
  {
    pattern: /^-?\d+(\.\d+)?$/,
    plain: (text) => text,
    expression: (value) => `$number(${value})`,
  },
  {
    // 1,234.50, with a currency in front of it or behind
    pattern: /^[^\d\s,.-]{0,3} ?-?\d{1,3}(,\d{3})*(\.\d+)? ?[^\d\s,.-]{0,3}$/,
    plain: (text) => text.replace(/[^\d.-]/g, ""),
    expression: (value) => `$number($replace(${value}, /[^0-9.-]/, ""))`,
  },
  {
    // 1.234,50
    pattern: /^[^\d\s,.-]{0,3} ?-?\d{1,3}(\.\d{3})*,\d+ ?[^\d\s,.-]{0,3}$/,
    plain: (text) => text.replace(/[^\d,-]/g, "").replace(",", "."),
    expression: (value) => `$number($replace($replace(${value}, /[^0-9,-]/, ""), ",", "."))`,
  },
];

/** More digits than a number holds are an id: they would change. */
function isExact(text: string): boolean {
  return text.replace(/\D/g, "").replace(/^0+/, "").length <= 15;
}
