/** Why a number written in YAML would not arrive as it was written; undefined where it does. */
export function inexactNumber(value: number | bigint, source: string): string | undefined {
  if (/^[-+]?0[0-9]/.test(source)) return "The value is read as a number, and its leading zeros are lost.";
  if (typeof value === "bigint") {
    return Number.isSafeInteger(Number(value)) ? undefined : "The number is too large to be kept exactly.";
  }
  if (!Number.isFinite(value)) return "The value is no finite number.";
  return sameDecimal(decimal(source), decimal(String(value)))
    ? undefined
    : "The number has more digits than can be kept exactly.";
}

interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

/** `-1.250e3` → digits `125`, exponent 1: value = digits × 10^exponent. The sign cannot get lost. */
function decimal(text: string): Decimal {
  const [mantissa = "", power = "0"] = text.toLowerCase().replace(/^[-+]/, "").split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const digits = (whole + fraction).replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return { digits: "", exponent: 0 };
  return {
    digits: significant,
    exponent: Number(power) - fraction.length + (digits.length - significant.length),
  };
}

function sameDecimal(a: Decimal, b: Decimal): boolean {
  return a.digits === b.digits && a.exponent === b.exponent;
}
