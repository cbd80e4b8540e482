/** What repeated runs took, in milliseconds. */
export interface Measured {
  readonly p50: number
  readonly p99: number
  readonly runs: number
}

/** Runs `work` a few times to warm up, then `runs` times with the clock. */
export function measured(runs: number, work: () => unknown): Measured {
  const count = Math.max(3, Math.round(runs))
  for (let round = 0; round < Math.min(5, count); round += 1) work()
  const times = Array.from({ length: count }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return quantiles(times)
}

/** The median and the 99th percentile of `times`. */
export function quantiles(times: readonly number[]): Measured {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN
  return { p50: at(0.5), p99: at(0.99), runs: times.length }
}

/** Prints the head of a table. */
export function printTitle(about: string, columns: readonly string[]): void {
  console.log([about.padEnd(52), ...columns.map((column) => column.padStart(14))].join(''))
}

/** Prints a row of a table. */
export function printRow(name: string, { p50, p99, runs }: Measured): void {
  console.log(
    [
      name.padEnd(52),
      `${p50.toFixed(3)} ms`.padStart(14),
      `${p99.toFixed(3)} ms`.padStart(14),
      String(runs).padStart(14),
    ].join(''),
  )
}
