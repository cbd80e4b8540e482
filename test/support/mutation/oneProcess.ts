import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Script } from 'node:vm'
import { build, type Plugin } from 'esbuild'

/** What Stryker asks of each of its runs that is read here. */
interface RunOptions {
  readonly activeMutant?: { readonly id: string }
  readonly testFilter?: readonly string[]
  readonly hitLimit?: number
}

/** What the changed code reads and writes: which change is on, what was reached, how often. */
interface Instruments {
  activeMutant?: string
  currentTestId?: string
  hitCount?: number
  hitLimit?: number
  mutantCoverage?: { readonly static: object; readonly perTest: object }
}

interface Test {
  readonly id: string
  readonly run: (context: object) => unknown
}

type Run = (context: object) => unknown

/** Where Stryker's changes look for what is on, and the shim for `test` and `suite`. */
const shared = globalThis as { __stryker__?: Instruments; __testShim__?: object }

/**
 * Runs test files in one process, where a process for each change and file takes ten times as long. All
 * code is evaluated anew for each change, so none of them sees what another one left behind. Of `node:test`
 * the tests may use `suite`, `test` and `context.diagnostic`.
 */
class OneProcess {
  static readonly inject = ['options']
  readonly #files: readonly string[]
  #script: Script | undefined

  constructor({ oneProcess }: { readonly oneProcess: { readonly testFiles: readonly string[] } }) {
    this.#files = oneProcess.testFiles.flatMap((pattern) => globSync(pattern).toSorted())
  }

  capabilities(): object {
    return { reloadEnvironment: true }
  }

  async init(): Promise<void> {
    const { outputFiles } = await build({
      stdin: {
        contents: this.#files.map((file) => `import './${file}'`).join('\n'),
        resolveDir: process.cwd(),
      },
      bundle: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      target: 'node24',
      logLevel: 'error',
      plugins: [testShim, ownAddress],
    })
    const [output] = outputFiles
    this.#script = new Script(`(function (require, module, exports) {${output?.text ?? ''}\n})`, {
      filename: path.resolve('oneProcess.cjs'),
    })
  }

  /** All tests without any change, and what each of them reaches. */
  async dryRun(): Promise<object> {
    const instruments: Instruments = {}
    shared.__stryker__ = instruments
    const tests: object[] = []
    for (const test of this.#load()) {
      instruments.currentTestId = test.id
      const before = performance.now()
      const failure = await failureOf(test)
      const timeSpentMs = performance.now() - before
      const outcome = failure === undefined ? { status: 0 } : { status: 1, failureMessage: failure }
      tests.push({ id: test.id, name: test.id, timeSpentMs, ...outcome })
    }
    return { status: 'complete', tests, mutantCoverage: instruments.mutantCoverage }
  }

  /** The tests that reach a change, up to the first one that fails. */
  async mutantRun({ activeMutant, testFilter, hitLimit }: RunOptions): Promise<object> {
    const instruments: Instruments = {
      ...(activeMutant && { activeMutant: activeMutant.id }),
      ...(hitLimit !== undefined && { hitLimit, hitCount: 0 }),
    }
    shared.__stryker__ = instruments
    const wanted = testFilter && new Set(testFilter)
    let nrOfTests = 0
    try {
      for (const test of this.#load()) {
        if (wanted?.has(test.id) === false) continue
        nrOfTests += 1
        const failure = await failureOf(test)
        if (isEndless(instruments)) return { status: 'timeout', reason: 'endless' }
        if (failure === undefined) continue
        return { status: 'killed', killedBy: [test.id], failureMessage: failure, nrOfTests }
      }
    } catch (error) {
      if (isEndless(instruments)) return { status: 'timeout', reason: 'endless' }
      return { status: 'killed', killedBy: [], failureMessage: String(error), nrOfTests }
    }
    return { status: 'survived', nrOfTests }
  }

  /** The tests of all files, evaluated anew. */
  #load(): readonly Test[] {
    const tests: Test[] = []
    const ids = new Set<string>()
    let suites: readonly string[] = []
    shared.__testShim__ = {
      suite: (name: string, define: () => void) => {
        const outer = suites
        suites = [...outer, name]
        define()
        suites = outer
      },
      test: (name: string, run: Run) => {
        let id = [...suites, name].join(' > ')
        while (ids.has(id)) id += ' (again)'
        ids.add(id)
        tests.push({ id, run })
      },
    }
    const evaluated: unknown = this.#script?.runInThisContext()
    const evaluate = evaluated as (require: NodeJS.Require, module: object, exports: object) => void
    evaluate(createRequire(path.resolve('oneProcess.cjs')), {}, {})
    return tests
  }
}

function isEndless({ hitCount = 0, hitLimit = Infinity }: Instruments): boolean {
  return hitCount > hitLimit
}

async function failureOf({ run }: Test): Promise<string | undefined> {
  try {
    await run({ diagnostic: () => undefined })
    return undefined
  } catch (error) {
    return String(error)
  }
}

const testShim: Plugin = {
  name: 'tests are collected',
  setup(building) {
    building.onResolve({ filter: /^node:test$/ }, ({ path: found }) => ({
      path: found,
      namespace: 'shim',
    }))
    building.onLoad({ filter: /./, namespace: 'shim' }, () => ({
      contents: 'export const { suite, test } = globalThis.__testShim__',
    }))
  },
}

const ownAddress: Plugin = {
  name: 'import.meta.url is that of the file',
  setup(building) {
    building.onLoad({ filter: /\.test\.ts$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8')
      const address = JSON.stringify(pathToFileURL(file).href)
      return { contents: text.replaceAll('import.meta.url', address), loader: 'ts' }
    })
  },
}

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'oneProcess', injectableClass: OneProcess },
]
