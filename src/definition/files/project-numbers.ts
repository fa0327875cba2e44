import { isJsonObject, type Json } from "../../model/json.ts";
import { pointer, type SubstitutedText } from "./substitute.ts";

/** `callsPerMinute: ${CALLS}`: an environment has texts only, and a limit is a number. So it is in `environments`. */
export function withNumbers(value: Json, texts: ReadonlyMap<string, SubstitutedText>): Json {
  const whole = numbersIn(value, "limits", [], texts);
  if (!isJsonObject(whole) || !isJsonObject(whole["environments"])) return whole;
  const environments = Object.entries(whole["environments"]).map(([name, one]) => {
    const path = ["environments", name];
    return [name, numbersIn(numbersIn(one, "limits", path, texts), "guards", path, texts)] as const;
  });
  return { ...whole, environments: Object.fromEntries(environments) };
}

function numbersIn(
  value: Json,
  key: string,
  path: readonly string[],
  texts: ReadonlyMap<string, SubstitutedText>,
): Json {
  const section = isJsonObject(value) ? value[key] : undefined;
  if (!isJsonObject(section)) return value;
  const numbers = Object.entries(section).flatMap(([name, one]) =>
    typeof one === "string" && /^[0-9]{1,9}$/.test(one) && texts.has(pointer([...path, key, name]))
      ? [[name, Number(one)]]
      : [],
  );
  return { ...(value as object), [key]: { ...section, ...Object.fromEntries(numbers) } };
}
