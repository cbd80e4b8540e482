import { globSync, readFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { CollectedTest } from './collectedTests.ts'

/**
 * A test runner for Stryker that runs the tests of `node:test` in one process, by which a change is tried
 * within milliseconds, on the very tests that come by it; a process for each test file takes a second.
 * For tests that are made by `suite` and `test` alone, and keep nothing from one to the next.
 */
export const strykerPlugins = [
  {
    kind: 'TestRunner',
    name: 'in-process',
    factory: Object.assign((options: Options) => new InProcessRunner(options.inProcess.testFiles), {
      inject: ['options'] as const,
    }),
  },
]

interface Options {
  readonly inProcess: { readonly testFiles: readonly string[] }
}

/** How often each change was come by. */
type Hits = Record<string, number>

/** What the changed code asks which change is made, and tells what it comes by. */
interface Namespace {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  hitCount?: number | undefined
  hitLimit?: number | undefined
  mutantCoverage?: { static: Hits; perTest: Record<string, Hits> }
}

interface MutantRun {
  readonly activeMutant: { readonly id: string }
  readonly testFilter?: readonly string[]
  readonly reloadEnvironment: boolean
}

/** A test that comes by a change so often, and a hundred times as often as without it, never ends. */
const fewestHits = 1000

const succeeded = 0
const failed = 1

class InProcessRunner {
  readonly #patterns: readonly string[]
  readonly #namespace: Namespace = {}
  readonly #loader = new Loader()
  #tests: readonly CollectedTest[] | undefined
  /** How often each test comes by each change. */
  #hits: Record<string, Hits> = {}
  /** How often each test failed: what fails often is tried first. */
  readonly #failures = new Map<string, number>()

  constructor(patterns: readonly string[]) {
    this.#patterns = patterns
    Object.assign(globalThis, { __stryker__: this.#namespace })
  }

  capabilities(): object {
    return { reloadEnvironment: true }
  }

  /** Runs all tests once, so that no change is charged with what the first run prepares. */
  async init(): Promise<void> {
    await this.dryRun()
    this.#hits = this.#namespace.mutantCoverage?.perTest ?? {}
    delete this.#namespace.mutantCoverage
    await this.#loaded(true)
  }

  async dryRun(): Promise<object> {
    const namespace = this.#namespace
    const results: object[] = []
    const tests = await this.#loaded(false)
    for (const [index, { name, run }] of tests.entries()) {
      namespace.currentTestId = String(index)
      const begin = performance.now()
      const failureMessage = await failureOf(run)
      const timeSpentMs = performance.now() - begin
      const status = failureMessage === undefined ? succeeded : failed
      results.push({ id: String(index), name, status, timeSpentMs, failureMessage })
    }
    namespace.currentTestId = undefined
    return { status: 'complete', tests: results, mutantCoverage: this.#coverage() }
  }

  /**
   * What runs while the modules are loaded is loaded anew with the change, which takes longest. What the
   * tests come by as well is tried on these without that: it can only be noticed more seldom so.
   */
  #coverage(): object {
    const { static: atLoad = {}, perTest = {} } = this.#namespace.mutantCoverage ?? {}
    const tested = new Set(Object.values(perTest).flatMap((hits) => Object.keys(hits)))
    const loadedOnly = Object.entries(atLoad).filter(([mutant]) => !tested.has(mutant))
    return { static: Object.fromEntries(loadedOnly), perTest }
  }

  async mutantRun(options: MutantRun): Promise<object> {
    const { activeMutant, testFilter, reloadEnvironment } = options
    const namespace = this.#namespace
    if (!reloadEnvironment) await this.#loaded(false)
    namespace.activeMutant = activeMutant.id
    try {
      const tests = await this.#loaded(reloadEnvironment)
      return await this.#tried(activeMutant.id, tests, testFilter)
    } catch (error) {
      return { status: 'killed', killedBy: ['0'], failureMessage: String(error), nrOfTests: 0 }
    } finally {
      namespace.activeMutant = undefined
      namespace.hitLimit = undefined
      if (reloadEnvironment) this.#tests = undefined
    }
  }

  async #tried(
    mutant: string,
    tests: readonly CollectedTest[],
    ids: readonly string[] = tests.map((_, index) => String(index)),
  ): Promise<object> {
    const often = (id: string): number => this.#failures.get(id) ?? 0
    const hits = (id: string): number => this.#hits[id]?.[mutant] ?? 0
    const inOrder = ids.toSorted(
      (one, other) => often(other) - often(one) || hits(one) - hits(other),
    )
    for (const [index, id] of inOrder.entries()) {
      const hitLimit = fewestHits + 100 * hits(id)
      Object.assign(this.#namespace, { hitCount: 0, hitLimit })
      const failureMessage = await failureOf(tests[Number(id)]?.run)
      if ((this.#namespace.hitCount ?? 0) > hitLimit) {
        return { status: 'timeout', reason: `Come by more than ${hitLimit} times` }
      }
      if (failureMessage === undefined) continue
      this.#failures.set(id, often(id) + 1)
      return { status: 'killed', killedBy: [id], failureMessage, nrOfTests: index + 1 }
    }
    return { status: 'survived', nrOfTests: ids.length }
  }

  async #loaded(anew: boolean): Promise<readonly CollectedTest[]> {
    if (anew || this.#tests === undefined) {
      this.#tests = await this.#loader.load(globSync(this.#patterns).sort())
    }
    return this.#tests
  }
}

async function failureOf(run: (() => unknown) | undefined): Promise<string | undefined> {
  try {
    await run?.()
    return undefined
  } catch (error) {
    return String(error)
  }
}

/**
 * Imports test files anew each time, with the changed code and with the modules that import it; what
 * prepares examples, which takes longest, is kept.
 */
class Loader {
  #times = 0
  readonly #stripped = new Map<string, string>()

  constructor() {
    const collector = new URL('collectedTests.ts', import.meta.url).href
    registerHooks({
      resolve: (specifier, context, next) => {
        const found =
          specifier === 'node:test' ? next(collector, context) : next(specifier, context)
        if (!isOurs(found.url) || this.#isKept(found.url)) return found
        return {
          ...found,
          url: `${found.url.split('?')[0] ?? ''}?${this.#times}`,
          format: 'module',
        }
      },
      load: (url, context, next) => {
        if (!isOurs(url) || !url.includes('.ts?')) return next(url, context)
        return { format: 'module', source: this.#source(fileURLToPath(url)), shortCircuit: true }
      },
    })
  }

  /** The tests of `files`. */
  async load(files: readonly string[]): Promise<readonly CollectedTest[]> {
    this.#times += 1
    for (const file of files) await import(pathToFileURL(path.resolve(file)).href)
    const { collected } = await import('node:test').then((module) => module as unknown as Collector)
    return collected
  }

  #isKept(url: string): boolean {
    if (/\/src\/|\.test\.ts|\/collectedTests\.ts/.test(url)) return false
    return !this.#source(fileURLToPath(url.split('?')[0] ?? '')).includes('/src/')
  }

  #source(file: string): string {
    const known = this.#stripped.get(file)
    if (known !== undefined) return known
    const source = stripTypeScriptTypes(readFileSync(file, 'utf8'))
    this.#stripped.set(file, source)
    return source
  }
}

interface Collector {
  readonly collected: readonly CollectedTest[]
}

function isOurs(url: string): boolean {
  return /^file:.*\.ts(?:\?|$)/.test(url) && !url.includes('/node_modules/')
}
