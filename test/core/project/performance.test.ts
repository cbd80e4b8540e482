// The page about speed has each goal with its limit, and what was measured can be written into it.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { goals } from '../../bench/goals/goals.ts'
import { filledPage, filledParts } from '../../bench/goals/performancePage.ts'
import { PrintedFigures } from '../../bench/goals/printedFigures.ts'
import { tablesIn } from '../../support/pages/tables.ts'
import { projectTexts } from './projectText.ts'

const page = projectTexts('docs/performance.md')[0]?.text ?? ''
const rowsIn = (text: string): readonly (readonly string[])[] =>
  tablesIn(text).find(({ head: [first] }) => first === 'goal')?.rows ?? []

/** The page that is written when the benchmarks printed `printed`, by their names. */
function pageOf(printed: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'performance-'))
  try {
    for (const [name, text] of Object.entries(printed)) writeFileSync(join(folder, name), text)
    return filledPage(page, filledParts(new PrintedFigures(folder)))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

suite('The page about speed', () => {
  test('has each goal, and the nine numbers of them', () => {
    assert.deepEqual(
      rowsIn(page).map(([number, what]) => `${number ?? ''} ${what ?? ''}`),
      goals.map(({ number, what }) => `${String(number)} ${what}`),
    )
    assert.deepEqual([...new Set(goals.map(({ number }) => number))], [1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('says by how much a goal is missed, and what was not measured', () => {
    const typing = [
      `${'  and the prose around it, 10 KB'.padEnd(52)}      0.040 ms      1.500 ms          2000`,
      `${'a fence at the top, 10 MB'.padEnd(52)}      0.700 ms      0.900 ms            10`,
    ]
    const search = [
      '### 100,000 measures',
      ...['| | p50 ms | p99 ms | typo % |', '| --- | ---: | ---: | ---: |'],
      '| Policy Citation | 0.335 | 0.820 | 95.5 |',
    ]
    const rows = rowsIn(
      pageOf({ 'typing.txt': typing.join('\n'), 'search.txt': search.join('\n') }),
    )
    const verdictOf = (what: string): string | undefined =>
      rows
        .find(([, name]) => name === what)
        ?.slice(2, 5)
        .join(' ')
    assert.equal(verdictOf('one typed character, report of 10 KB, p50'), '≤ 0.05 ms 0.04 ms yes')
    assert.equal(
      verdictOf('one typed character, report of 10 KB, p99'),
      '≤ 1 ms 1.5 ms **no**, 1.5 times',
    )
    assert.equal(
      verdictOf('found in ten, one typo; one index, 100,000 measures'),
      '≥ 97 % 95.5 % **no**, 1.5 points below',
    )
    assert.equal(verdictOf('the main bundle'), '≤ 40 KB – not measured')
  })

  test('keeps all that is not made of figures', () => {
    const outside = (text: string): string =>
      text.replaceAll(/<!-- (\w+) -->.*?<!-- \/\1 -->/gsu, '')
    assert.equal(outside(pageOf({})), outside(page))
  })
})
