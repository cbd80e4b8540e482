import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { suite, test } from 'node:test'
import { promisify } from 'node:util'

const run = promisify(execFile)
const folder = path.resolve(import.meta.dirname, '../../bench')

/** What `file` prints when it does the least that it can measure; it ends with the test. */
async function printedBy(file: string, signal: AbortSignal): Promise<string> {
  const bench = path.join(folder, file)
  const quiet = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'
  const { stdout } = await run(process.execPath, [quiet, bench, '--smallest'], { signal })
  return stdout
}

const figure = /\d (?:ms|µs|MB\/s|KB|bytes|times)\b|\d ?%/u
const unit = / (?:ms|%|MB)$/u

/** Whether a figure with a unit stands in what was printed: beside it, or above it in a Markdown table. */
function hasFigure(printed: string): boolean {
  const lines = printed.split('\n')
  return lines.some((line) => figure.test(line)) || hasColumnOfFigures(lines.map(cellsOf))
}

function cellsOf(line: string): readonly string[] {
  return line.split('|').map((cell) => cell.trim())
}

function hasColumnOfFigures(rows: readonly (readonly string[])[]): boolean {
  const head = rows.find((cells) => cells.some((cell) => unit.test(cell)))
  const column = head?.findIndex((cell) => unit.test(cell)) ?? -1
  return rows.some((cells) => /^\d[\d.,]*$/u.test(cells[column] ?? ''))
}

suite('Every benchmark runs at its smallest size and prints figures', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.bench.ts'))
  assert.ok(files.length >= 9)

  test('and CONTRIBUTING lists them all', () => {
    const page = readFileSync(path.resolve(folder, '../../.github/CONTRIBUTING.md'), 'utf8')
    assert.deepEqual(
      files.filter((file) => !page.includes(`| \`test/bench/${file}\` |`)),
      [],
    )
  })

  for (const file of files) {
    test(file, async ({ signal }) => {
      const printed = await printedBy(file, signal)
      assert.ok(hasFigure(printed), `no figure with a unit:\n${printed}`)
      assert.doesNotMatch(printed, /\bNaN\b|\bundefined\b/u)
    })
  }
})
