import type { TargetReader } from "../../src/model/target-reader.ts";

/** A target that answers what a test is about; a question that it does not expect is a fault. */
export function targetOf(answers: Partial<TargetReader>): TargetReader {
  const unexpected = (): never => {
    throw new Error("nobody expected this question");
  };
  return {
    idsOfKeys: unexpected,
    idsOfReferences: unexpected,
    find: unexpected,
    records: unexpected,
    prefetch: () => false,
    ...answers,
  };
}
