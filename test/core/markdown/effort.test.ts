import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { hostileReports } from './hostileReports.ts'
import { citableKeys } from './proseOf.ts'
import { visitsOf } from './visits.ts'

/** Of each rule that keeps reading linear, a hostile report; all of them are in hostile.test.ts. */
const telling: ReadonlySet<string> = new Set([
  ...[
    'unclosed titles in parentheses',
    'a ladder of backticks',
    'dollars',
    'dollars apart',
    'escaped dollars',
  ],
  ...['display maths', 'backticks apart', 'comments', 'instructions', 'CDATA sections'],
  ...['TeX commands with unclosed brackets', 'TeX environments with braces', 'TeX environments'],
  ...['ends of TeX environments', 'comments that nothing closes'],
  ...[
    'a deep list before blank lines',
    'markers of a thematic break and a letter',
    'columns of a grid',
  ],
  ...[
    'unclosed notes',
    'labels',
    'fences that their quotation does not close',
    'lists of two kinds',
  ],
  ...[
    'definitions with unclosed titles',
    'fields of front matter',
    'quotation marks in front matter',
  ],
])

/** About so many characters tell what grows faster than they do. */
const length = 3000

suite('In a short report, no character is visited too often:', () => {
  for (const { what, size, make } of hostileReports.filter((report) => telling.has(report.what))) {
    test(what, () => {
      const whole = make(Math.ceil(size / 200)).length
      const source = make(Math.ceil(((size / 200) * length) / whole))
      const visits = visitsOf(() => citableKeys(source))
      assert.ok(visits <= 60 * source.length, `${visits} visits of ${source.length} characters`)
    })
  }
})
