// Times several pieces of work in turns, so that what the machine does meanwhile meets all of them alike.

/** Median seconds of each; the first round warms up and does not count. */
export async function inTurns(rounds, works) {
  const seconds = works.map(() => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, work] of works.entries()) {
      const started = performance.now();
      await work();
      if (round > 0) seconds[index].push((performance.now() - started) / 1000);
    }
  }
  return seconds.map((times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]);
}

/** `123,456 rows/s`. */
export function rate(rows, seconds) {
  return `${Math.round(rows / seconds).toLocaleString("en")} rows/s`;
}
