/**
 * What JavaScript would make of a number as JSON writes it: `exact` where no digit gets lost, `changed` where one
 * would (also -0, which no JSON keeps), `infinite` where it is too large to be a number at all.
 */
export function numberFate(written: string): "exact" | "changed" | "infinite" {
  const value = Number(written);
  if (!Number.isFinite(value)) return "infinite";
  if (Object.is(value, -0)) return "changed";
  const shown = String(value);
  return shown === written || canonical(written) === canonical(shown) ? "exact" : "changed";
}

/** The same text for the same value: its significant digits and the exponent of ten behind them. */
function canonical(written: string): string {
  const [mantissa = "", power = "0"] = written.toLowerCase().split("e");
  const negative = mantissa.startsWith("-");
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".");
  const digits = (whole + fraction).replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return "0";
  const exponent = Number(power) - fraction.length + (digits.length - significant.length);
  return `${negative ? "-" : ""}${significant}e${exponent}`;
}
