// What activation costs: `require` of the packed main bundle plus `activate`, in a fresh process each
// time, against an editor that does nothing; beside it, in the same run, an empty module, and the part
// that is loaded behind activation. `npm run build -- --production`, then
// `node test/bench/activation.bench.ts [processes]`
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { printRow, printTitle, quantiles } from './measured.ts'

const processes = Number(process.argv[2] ?? 40)
const root = join(import.meta.dirname, '../..')
const bundle = join(root, 'dist/extension.js')
const adapter = join(root, 'dist/chunks/adapter.js')
if (!existsSync(bundle)) throw new Error('Build first: npm run build -- --production')

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
  'QuickInputButtons', 'QuickPickItemKind', 'StatusBarAlignment', 'Uri', 'commands', 'env', 'languages', 'window', 'workspace']
const classes = { CompletionItem: Nothing, EventEmitter: Nothing, MarkdownString: Nothing }
const vscode = { ...Object.fromEntries(names.map((name) => [name, part])), ...classes, l10n: { t: (text) => text } }
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

const empty = 'require(process.cwd() + "/test/bench/empty.cjs")'
const activate = `require(${JSON.stringify(bundle)}).activate({ extensionUri: part, subscriptions: [] })`
const all = `require(${JSON.stringify(adapter)})`

printTitle(`milliseconds, ${String(processes)} processes`, ['p50', 'p99', 'runs'])
const rows: readonly (readonly [string, string])[] = [
  ['an empty module', empty],
  ['require and activate', activate],
  ['the part loaded behind activation', all],
]
const times = rows.map((): number[] => [])
for (let round = 0; round < processes; round += 1) {
  rows.forEach(([, work], row) => times[row]?.push(timed(work)))
}
rows.forEach(([name], row) => {
  printRow(name, quantiles(times[row] ?? []))
})
