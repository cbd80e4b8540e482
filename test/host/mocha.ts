// Mocha's browser build in both extension hosts: it needs no file system, so the same bundle of
// tests runs in a worker and in Node.
import './locationForMocha.ts'
import 'mocha/mocha.js'
import { longestWait } from '../support/eventually.ts'

// The base of all reporters prints nothing by itself: index.ts prints.
// What hangs is named by the wait that it hangs in, which ends sooner.
mocha.setup({ ui: 'tdd', timeout: longestWait * 2, color: false, reporter: Mocha.reporters.Base })

export const { suite, test } = globalThis

/** Starts what suite files have declared so far; `done` is called at the end. */
export function startMocha(done: () => void): Mocha.Runner {
  return mocha.run(done)
}
