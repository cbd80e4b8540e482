// Mocha's browser build in both extension hosts: it needs no file system, so the same bundle of
// tests runs in a worker and in Node.
import './locationForMocha.ts'
import 'mocha/mocha.js'
import type Mocha from 'mocha'

mocha.setup({ ui: 'tdd', timeout: 20_000, color: false, reporter: silentReporter })

export const { suite, test, setup, teardown, suiteSetup, suiteTeardown } = globalThis

/** Starts what suite files have declared so far; `done` is called at the end. */
export function startMocha(done: () => void): Mocha.Runner {
  return mocha.run(done)
}

/** index.ts prints; Mocha's own reporters want a terminal or a page. */
function silentReporter(): void {
  // Nothing to report to.
}
