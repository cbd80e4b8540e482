// npm run recheck: has `recheck` judge each regular expression of the source that is not on the list of
// those that passed, and writes the list anew. `open` on it are those that it does not judge in good time,
// each with the reason why they may stay.
import './nodeFloor.mjs'
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { allExpressions } from './expressions.mjs'

const list = path.resolve(import.meta.dirname, '../.config/rechecked.txt')

/** Work is counted and not timed, so that a busy machine finds what an idle one does. */
const counted = { timeout: 300_000, attackTimeout: null, incubationTimeout: null }

/** The hashes of those that passed, and of those that are open, with the reason. */
export function judged() {
  const lines = readFileSync(list, 'utf8').trim().split('\n')
  const open = lines.flatMap((line) => {
    const [hash, reason] = line.split(' open: ')
    return reason === undefined ? [] : [[hash, reason]]
  })
  return { passed: new Set(lines.filter((line) => !line.includes(' '))), open: new Map(open) }
}

/** What one judgement may take, in a process of its own: some expressions would take all the memory there is. */
const limits = { megabytes: 2000, milliseconds: 60_000 }

/** What `recheck` has against an expression, in one line; nothing where it is safe. */
export function complaint({ source, flags, places }) {
  const { stdout } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${limits.megabytes}`, import.meta.filename, 'one'],
    { input: JSON.stringify([source, flags]), timeout: limits.milliseconds, encoding: 'utf8' },
  )
  const found = stdout === '' ? 'without a verdict' : JSON.parse(stdout)
  return found === 'safe' ? undefined : `${places[0]} /${source}/${flags} is ${found}`
}

/** The verdict on an expression that the standard input has. */
function verdictOfInput() {
  // The engine in JavaScript alone: no Java, no binary of a platform.
  const { checkSync } = createRequire(import.meta.url)('recheck/lib/browser.js')
  const [source, flags] = JSON.parse(readFileSync(0, 'utf8'))
  const { status, complexity, error, attack } = checkSync(source, flags, counted)
  const why = complexity?.summary ?? error?.kind ?? ''
  return status === 'safe' ? status : `${status}: ${why} ${attack?.pattern ?? ''}`
}

if (process.argv[1] === import.meta.filename && process.argv[2] === 'one') {
  console.log(JSON.stringify(verdictOfInput()))
} else if (process.argv[1] === import.meta.filename) {
  const { passed, open } = judged()
  const { expressions } = allExpressions()
  const lines = []
  for (const one of expressions) {
    const found = passed.has(one.hash) ? undefined : complaint(one)
    if (found !== undefined) console.error(found)
    if (found === undefined) lines.push(one.hash)
    else if (open.has(one.hash)) lines.push(`${one.hash} open: ${open.get(one.hash)}`)
  }
  writeFileSync(list, `${lines.sort().join('\n')}\n`)
  const count = lines.filter((line) => !line.includes(' ')).length
  console.log(`${count} of ${expressions.length} expressions pass`)
  process.exitCode = count < expressions.length ? 1 : 0
}
