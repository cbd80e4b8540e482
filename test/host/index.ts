// What VS Code is given as extensionTestsPath, in the Node and in the web-worker extension host.
// `scripts/build.mjs` bundles it, once for each, with every file of suite/.
import type Mocha from 'mocha'
import { startMocha } from './mocha.ts'

/** Runs the suites, prints each test and, last, the counts that the launcher reads. */
export async function run(): Promise<void> {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  await new Promise<void>((resolve) => {
    const runner: Mocha.Runner = startMocha(resolve)
    runner.on('pass', (test) => {
      counts.passed += 1
      console.log(`  ✔ ${test.fullTitle()} (${String(test.duration ?? 0)} ms)`)
    })
    runner.on('fail', (test, error: unknown) => {
      counts.failed += 1
      console.log(`  ✖ ${test.fullTitle()}\n${troubleText(error)}`)
    })
    runner.on('pending', (test) => {
      counts.skipped += 1
      console.log(`  - ${test.fullTitle()} (skipped)`)
    })
  })
  console.log(`host results ${JSON.stringify(counts)}`)
  if (counts.failed > 0) throw new Error(`${String(counts.failed)} test(s) failed`)
}

function troubleText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
