import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { quantiles } from '../measured.ts'
import type { StageArguments, Started, Used } from '../shapeProcess.ts'
import type { Row } from './figures.ts'

/** The stages of one product in one shape, each in a process of its own. */
export class Stages {
  readonly #told: StageArguments
  readonly #profiles: string | undefined
  readonly #cold: Started[] = []
  readonly #warm: Started[] = []

  /** Profiles of the processor go into the folder `profiles`, for VS Code to open. */
  constructor(told: StageArguments, profiles: string | undefined) {
    this.#told = told
    this.#profiles = profiles
  }

  /** Starts with nothing kept. */
  startCold(): void {
    rmSync(this.#told.storage, { recursive: true, force: true })
    this.#cold.push(this.#run('start') as Started)
  }

  /** Starts with what the last start left. */
  startWarm(): void {
    this.#warm.push(this.#run('start') as Started)
  }

  /** Starts warm once more, works with it, and gives all that was measured. */
  row(): Row {
    const used = this.#run('use') as Used
    return { cold: median(this.#cold), warm: median([...this.#warm, used.started]), used }
  }

  /** What `shapeProcess.ts` prints for a stage. */
  #run(stage: 'start' | 'use'): unknown {
    const script = join(import.meta.dirname, '../shapeProcess.ts')
    const flags = ['--expose-gc', '--max-old-space-size=12288']
    if (this.#profiles !== undefined) flags.push('--cpu-prof', `--cpu-prof-dir=${this.#profiles}`)
    const quiet = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'
    const given = [...flags, quiet, script, stage, JSON.stringify(this.#told)]
    return JSON.parse(
      execFileSync(process.execPath, given, { encoding: 'utf8', maxBuffer: 2 ** 28 }),
    ) as unknown
  }
}

/** Of each number the median of all. */
function median(starts: readonly Started[]): Started {
  const of = (number: (start: Started) => number): number => quantiles(starts.map(number)).p50
  const block = (name: 'loading' | 'naming'): Started['loading'] => ({
    longest: of((start) => start[name].longest),
    longestOfProcessor: of((start) => start[name].longestOfProcessor),
  })
  return {
    ...{ library: of(({ library }) => library), all: of(({ all }) => all) },
    ...{ first: of(({ first }) => first), settled: of(({ settled }) => settled) },
    ...{ ofProcessor: of((start) => start.ofProcessor), names: of(({ names }) => names) },
    namesOfProcessor: of((start) => start.namesOfProcessor),
    ...{ loading: block('loading'), naming: block('naming'), peak: of(({ peak }) => peak) },
  }
}
