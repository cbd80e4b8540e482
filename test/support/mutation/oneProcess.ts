import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Script } from 'node:vm'
import { build, type Plugin } from 'esbuild'
import type { CollectedTest } from './collectedTests.ts'

/**
 * A test runner for Stryker that evaluates all code anew for each change, in one process: tests may keep
 * what they read from one to the next, as an index does, and no change sees what another one left behind.
 * Of `node:test` they may use `suite`, `test` and `context.diagnostic`.
 */
export const strykerPlugins = [
  {
    kind: 'TestRunner',
    name: 'oneProcess',
    factory: Object.assign((options: Options) => new OneProcess(options.oneProcess.testFiles), {
      inject: ['options'] as const,
    }),
  },
]

interface Options {
  readonly oneProcess: { readonly testFiles: readonly string[] }
}

/** What Stryker says of a run that is read here. */
interface MutantRun {
  readonly activeMutant: { readonly id: string }
  readonly testFilter?: readonly string[]
  readonly hitLimit?: number
}

/** What the changed code asks which change is made, and tells what it comes by. */
interface Namespace {
  activeMutant?: string
  currentTestId?: string
  hitCount?: number
  hitLimit?: number
  mutantCoverage?: object
}

const succeeded = 0
const failed = 1

class OneProcess {
  readonly #files: readonly string[]
  #script: Script | undefined

  constructor(patterns: readonly string[]) {
    this.#files = patterns.flatMap((pattern) => globSync(pattern).toSorted())
  }

  capabilities(): object {
    return { reloadEnvironment: true }
  }

  async init(): Promise<void> {
    const collector = path.join(import.meta.dirname, 'collectedTests.ts')
    const { outputFiles } = await build({
      stdin: {
        contents: [
          ...this.#files.map((file) => `import ${JSON.stringify(`./${file}`)}`),
          `export { collected } from ${JSON.stringify(collector)}`,
        ].join('\n'),
        resolveDir: process.cwd(),
      },
      alias: { 'node:test': collector },
      bundle: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      target: 'node24',
      logLevel: 'error',
      plugins: [ownAddress],
    })
    const code = outputFiles[0]?.text ?? ''
    this.#script = new Script(`(function (require, module, exports) {${code}\n})`)
  }

  /** All tests without any change, and what each of them comes by. */
  async dryRun(): Promise<object> {
    const namespace = namespaceOf({})
    const tests: object[] = []
    for (const [index, test] of this.#evaluated().entries()) {
      namespace.currentTestId = String(index)
      const begin = performance.now()
      const failureMessage = await failureOf(test)
      const timeSpentMs = performance.now() - begin
      const status = failureMessage === undefined ? succeeded : failed
      tests.push({ id: String(index), name: test.name, status, timeSpentMs, failureMessage })
    }
    return { status: 'complete', tests, mutantCoverage: namespace.mutantCoverage }
  }

  /** The tests that come by a change, up to the first one that fails. */
  async mutantRun({ activeMutant, testFilter, hitLimit = Infinity }: MutantRun): Promise<object> {
    const namespace = namespaceOf({ activeMutant: activeMutant.id, hitCount: 0, hitLimit })
    const wanted = testFilter && new Set(testFilter)
    let nrOfTests = 0
    try {
      for (const [index, test] of this.#evaluated().entries()) {
        if (wanted?.has(String(index)) === false) continue
        nrOfTests += 1
        const failureMessage = await failureOf(test)
        if (isEndless(namespace)) return { status: 'timeout', reason: `Hit limit ${hitLimit}` }
        if (failureMessage === undefined) continue
        return { status: 'killed', killedBy: [String(index)], failureMessage, nrOfTests }
      }
    } catch (error) {
      if (isEndless(namespace)) return { status: 'timeout', reason: `Hit limit ${hitLimit}` }
      return { status: 'killed', killedBy: ['0'], failureMessage: String(error), nrOfTests }
    }
    return { status: 'survived', nrOfTests }
  }

  /** The tests of all files, evaluated anew. */
  #evaluated(): readonly CollectedTest[] {
    const evaluate = this.#script?.runInThisContext() as Evaluate | undefined
    const module = { exports: { collected: [] as readonly CollectedTest[] } }
    evaluate?.(createRequire(path.resolve('tests.cjs')), module, module.exports)
    return module.exports.collected
  }
}

type Evaluate = (require: NodeJS.Require, module: object, exports: object) => void

function namespaceOf(namespace: Namespace): Namespace {
  Object.assign(globalThis, { __stryker__: namespace })
  return namespace
}

function isEndless({ hitCount = 0, hitLimit = Infinity }: Namespace): boolean {
  return hitCount > hitLimit
}

async function failureOf({ run }: CollectedTest): Promise<string | undefined> {
  try {
    await (run as (context: object) => unknown)({ diagnostic: () => undefined })
    return undefined
  } catch (error) {
    return String(error)
  }
}

/** In a bundle each test file still finds what lies beside it. */
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
