import path from 'node:path'
import { isInstalled, noteInstalled, npm } from '../npmPackages.ts'

/** A part of the code whose tests must notice nearly every small change to it. */
export interface Mutated {
  /** Patterns of files, from the root of the project. */
  readonly files: readonly string[]
  /** Patterns of the test files that are run for each change. */
  readonly tests: readonly string[]
  /** Whether they can run in one process, see {@link file://./inProcess.ts}: so many changes are tried. */
  readonly isInProcess?: boolean
  /** Whether they can, and may keep what they read from one to the next, see {@link file://./oneProcess.ts}. */
  readonly isEvaluatedAnew?: boolean
}

/** By the names that `npm run mutation` takes. */
export const mutated: Readonly<Record<string, Mutated>> = {
  scanner: {
    files: ['src/core/markdown/**/*.ts'],
    // But not those that take half a minute for a change: what is generated, and what counts effort.
    tests: ['test/core/markdown/!(hostile|proseOfGenerated).test.ts'],
    isInProcess: true,
  },
  inert: {
    files: ['src/core/text/inertMarkdown.ts', 'src/core/text/escapeMarkdown.ts'],
    tests: ['test/core/text/{inertMarkdown,escapeMarkdown}.test.ts'],
  },
  keys: {
    files: ['src/core/pandoc/keySyntax.ts', 'src/core/corpus/key.ts'],
    tests: ['test/core/pandoc/{keySyntax,syntax}.test.ts', 'test/core/corpus/key.test.ts'],
  },
  paths: {
    files: ['src/workspace/addresses.ts', 'src/workspace/corpora/ownPlaces.ts'],
    tests: ['test/workspace/{addresses,ownPlaces,finding,attachedWords,bibliographies}.test.ts'],
  },
  merging: {
    files: ['src/core/bibliography/{articles,heldKeys,mergedEntry,cslFile}.ts'],
    tests: [
      'test/core/bibliography/{cslFile,heldKeys,describedArticle,articles,written}.test.ts',
      'test/core/features/uncited.test.ts',
    ],
  },
  quotations: {
    files: ['src/core/quotation/**/*.ts'],
    // But not the effort on megabytes, which takes four times as long as all others, nor random texts, of
    // which each run notices something else. Fewer tests only notice less. The slow ones come last.
    tests: [
      'test/core/quotation/{print,signs}/*.test.ts',
      'test/core/quotation/!(quotation*|judgementCost|mutations|noAlteration|omissions|place*).test.ts',
      'test/core/quotation/{quotationSet,judgementCost,mutations,noAlteration,omissions,place*}.test.ts',
    ],
    isEvaluatedAnew: true,
  },
}

const folder = import.meta.dirname

/** Installs Stryker from the npm registry, where it is not: 70 MB, once. */
export function readyStryker(log: (line: string) => void): void {
  if (isInstalled(folder)) return
  log('installing Stryker from the npm registry (70 MB, once)')
  npm(folder, ['ci', '--ignore-scripts'])
  noteInstalled(folder)
}

/** The script that runs Stryker, once {@link readyStryker} was called. */
export const strykerScript = path.join(folder, 'node_modules/@stryker-mutator/core/bin/stryker.js')

/** What Stryker is told of a part: each change is tried on the test files that come by the changed line. */
export function strykerSettings(part: Mutated): object {
  const isQuick = part.isInProcess === true || part.isEvaluatedAnew === true
  return {
    packageManager: 'npm',
    ...runnerOf(part),
    mutate: part.files,
    coverageAnalysis: 'perTest',
    // A machine that does other things as well makes no change look as if it never ended.
    timeoutMS: isQuick ? 15_000 : 30_000,
    timeoutFactor: part.isInProcess === true ? 2 : 3,
    ignorePatterns: ['dist', '.test-out', 'docs', 'examples', 'media', 'test/{ui,host}'],
    warnings: { slow: false, unknownOptions: false },
    reporters: ['progress', 'clear-text'],
    clearTextReporter: { allowColor: false, logTests: false },
  }
}

function runnerOf({ tests, isInProcess = false, isEvaluatedAnew = false }: Mutated): object {
  if (isEvaluatedAnew) return oneProcess(tests)
  return isInProcess ? inProcess(tests) : inProcesses(tests)
}

/** Each test file in a process of its own. */
function inProcesses(testFiles: readonly string[]): object {
  return {
    plugins: [path.join(folder, 'node_modules/@stryker-mutator/tap-runner/dist/src/index.js')],
    testRunner: 'tap',
    tap: {
      testFiles,
      nodeArgs: [
        '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
        '--test-reporter=tap',
        '-r',
        '{{hookFile}}',
        '{{testFile}}',
      ],
    },
  }
}

function inProcess(testFiles: readonly string[]): object {
  return {
    plugins: [path.join(folder, 'inProcess.ts')],
    testRunner: 'in-process',
    testRunnerNodeArgs: ['--disable-warning=ExperimentalWarning'],
    inProcess: { testFiles },
  }
}

function oneProcess(testFiles: readonly string[]): object {
  return {
    plugins: [path.join(folder, 'oneProcess.ts')],
    testRunner: 'oneProcess',
    oneProcess: { testFiles },
  }
}
