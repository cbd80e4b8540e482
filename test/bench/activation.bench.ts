// What activation costs: `require` of the packed main bundle plus `activate`, in a fresh process each
// time, against an editor that does nothing; beside it, in the same run, an empty module, and the part
// that is loaded behind activation. Builds what it loads. `node test/bench/activation.bench.ts [processes]`
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildExtension } from '../../scripts/build.mjs'
import { roundsAsked } from './benchSize.ts'
import { printRow, printTitle, quantiles } from './measured.ts'

const processes = roundsAsked(40)

/** An editor whose every part is a function that returns another such part. */
const editor = `
const Module = require('node:module')
const part = new Proxy(function () {}, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => '' : name === 'then' ? undefined : part),
  apply: () => part,
  construct: () => part,
})
class Nothing { constructor() { return part } }
const names = ['CodeActionKind', 'CompletionItemKind', 'ConfigurationTarget', 'DiagnosticSeverity', 'Disposable',
  'QuickInputButtons', 'QuickPickItemKind', 'StatusBarAlignment', 'Uri', 'commands', 'env', 'extensions', 'languages', 'window', 'workspace']
const classes = { CompletionItem: Nothing, EventEmitter: Nothing, MarkdownString: Nothing, SemanticTokensLegend: Nothing }
const vscode = { version: '1.91.0', ...Object.fromEntries(names.map((name) => [name, part])), ...classes, l10n: { t: (text) => text } }
const load = Module._load
Module._load = (request, ...rest) => (request === 'vscode' ? vscode : load(request, ...rest))
`

/** The milliseconds that `work` takes in a fresh process. */
function timed(work: string): number {
  const program = `${editor}
const start = performance.now()
${work}
console.log(performance.now() - start)
process.exit(0)`
  return Number(
    execFileSync(process.execPath, ['-e', program], { encoding: 'utf8', stdio: 'pipe' }),
  )
}

/** What is timed, of an extension built into `folder`. */
function rowsOf(folder: string): readonly (readonly [name: string, work: string])[] {
  const required = (file: string): string => `require(${JSON.stringify(file)})`
  const activate = 'activate({ extensionUri: part, subscriptions: [] })'
  return [
    ['an empty module', required(join(import.meta.dirname, 'empty.cjs'))],
    ['require and activate', `${required(join(folder, 'extension.js'))}.${activate}`],
    ['the part loaded behind activation', required(join(folder, 'chunks/adapter.js'))],
  ]
}

const folder = mkdtempSync(join(tmpdir(), 'activation-'))
try {
  await buildExtension(folder)
  const rows = rowsOf(folder)
  // In turn, so that all see the same load of the machine.
  const rounds = Array.from({ length: processes }, () => rows.map(([, work]) => timed(work)))
  printTitle(`${processes} processes`, ['p50', 'p99', 'runs'])
  rows.forEach(([name], row) => {
    printRow(name, quantiles(rounds.map((times) => times[row] ?? NaN)))
  })
  const { size } = statSync(join(folder, 'extension.js'))
  console.log(`${'the main bundle'.padEnd(52)}${`${(size / 1000).toFixed(1)} KB`.padStart(14)}`)
} finally {
  rmSync(folder, { recursive: true })
}
