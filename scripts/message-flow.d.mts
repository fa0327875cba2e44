import type { Program } from "typescript";

export interface ReadMessage {
  readonly file: string;
  readonly line: number;
  readonly operation: string;
  readonly text: string;
  readonly from: string;
}

export function findReadMessages(
  program: Program,
  isLooked: (file: string) => boolean,
): readonly ReadMessage[];
