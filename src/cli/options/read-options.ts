import { Stop } from "../../model/stop.ts";

/** What commander gives: by name, and of no type. */
export type GivenOptions = Readonly<Record<string, unknown>>;

interface Needed<T> {
  readonly isOptional: false;
  /** Follows "--limit takes ". */
  readonly takes: string;
  /** undefined: it is no such value. */
  read(value: unknown): T | undefined;
}

interface Optional<T> extends Omit<Needed<T>, "isOptional"> {
  readonly isOptional: true;
}

type Readers<T> = {
  readonly [name in keyof T]-?: undefined extends T[name]
    ? Optional<Exclude<T[name], undefined>>
    : Needed<T[name]>;
};

/** A command's own options as it declares them. Throws a Stop that names the option whose value is another than declared. */
export function readOptions<T extends object>(given: GivenOptions, readers: Readers<T>): T {
  const read: Record<string, unknown> = {};
  for (const [name, reader] of Object.entries<Needed<unknown> | Optional<unknown>>(readers)) {
    const value = given[name];
    if (value === undefined && reader.isOptional) continue;
    const known = reader.read(value);
    if (known === undefined) throw misread(name, reader.takes);
    read[name] = known;
  }
  return read as T;
}

export function optional<T>(reader: Needed<T>): Optional<T> {
  return { ...reader, isOptional: true };
}

export const TEXT = needed("a text", (value) => (typeof value === "string" ? value : undefined));

export const NUMBER = needed("a number", (value) => (typeof value === "number" ? value : undefined));

export const TEXTS = needed("texts", (value): readonly string[] | undefined =>
  Array.isArray(value) && value.every((one): one is string => typeof one === "string") ? value : undefined,
);

export const FLAG = optional(needed("no value", (value) => (typeof value === "boolean" ? value : undefined)));

export function oneOf<T extends string>(...choices: readonly T[]): Needed<T> {
  return needed(`one of ${choices.join(", ")}`, (value) => choices.find((choice) => choice === value));
}

function needed<T>(takes: string, read: (value: unknown) => T | undefined): Needed<T> {
  return { isOptional: false, takes, read };
}

function misread(name: string, takes: string): Stop {
  const option = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return new Stop("options-conflict", `${option} takes ${takes}.`, {
    fix: "See --help of the command.",
  });
}
