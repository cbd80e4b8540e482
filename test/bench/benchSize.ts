/**
 * Whether the least was asked for, `node test/bench/x.bench.ts --smallest`: a benchmark then does all
 * that it does, once and on its smallest input, so that a test sees in seconds that it still runs.
 */
export const isSmallest = process.argv.includes('--smallest')

/** What a benchmark takes as a rule, or the `smallest` of it where the least was asked for. */
export function sized<Usual, Least>(usual: Usual, smallest: Least): Usual | Least {
  return isSmallest ? smallest : usual
}

/** How often a benchmark repeats its work: the number behind its name, else `usual`. */
export function roundsAsked(usual: number): number {
  return isSmallest ? 1 : Number(process.argv[2] ?? usual)
}
