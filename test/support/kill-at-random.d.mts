export function killAtRandom(options: {
  readonly moments: number;
  readonly seed: number;
  readonly say?: (line: string) => void;
}): Promise<{ readonly before: number; readonly amid: number; readonly after: number }>;
