import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import type { Part } from '../../../src/core/official/outline.ts'
import { readInOrder } from '../../../src/core/official/reading.ts'
import { officialSource } from '../../support/officialSource.ts'
import { lines, outlineOfText, source } from '../outlineText.ts'

const body = ['GV-1 | Mend the old mole.', 'GV-2 | Print tide tables.']

suite('A row that begins with a printed label is a measure with that label', () => {
  test('in a pipe table, with the words that head its other columns', async () => {
    const outline = await outlineOfText(
      '# Harbour\n\n| ID | Action | Lead |\n|----|----|----|\n| GV-1 | Mend the *old* mole. | Port Office |\n| GV-2 | Print tide tables. | |\n',
    )
    assert.deepEqual(lines(outline), [
      'division |  | Harbour | ',
      '  measure | GV-1 |  | Mend the old mole.\n\nLead: Port',
      '  measure | GV-2 |  | Print tide tables.',
    ])
    assert.deepEqual(outline.unread, [])
  })

  test('in a grid table', async () => {
    const outline = await outlineOfText(
      `# Harbour

+------+-----------------+
| ID   | Action          |
+======+=================+
| GV-1 | Mend the old    |
|      | mole.           |
+------+-----------------+
| GV-2 | Print tide      |
|      | tables.         |
+------+-----------------+
`,
    )
    assert.deepEqual(
      lines(outline).slice(1),
      body.map((row) => `  measure | ${row.replace(' | ', ' |  | ')}`),
    )
  })

  test('in a table whose columns a rule draws, with one line a row or several', async () => {
    const simple = await outlineOfText(
      '# Harbour\n\nID    Action\n----  ------------------\nGV-1  Mend the old mole.\nGV-2  Print tide tables.\n\nText.\n',
    )
    const long = await outlineOfText(
      `# Harbour

-------------------
ID    Action
----  -------------
GV-1  Mend the old
      mole.

GV-2  Print tide
      tables.
-------------------

Text.
`,
    )
    for (const outline of [simple, long]) {
      assert.deepEqual(
        lines(outline).slice(1),
        body.map((row) => `  measure | ${row.replace(' | ', ' |  | ')}`),
      )
      assert.equal(outline.parts[0]?.text, 'Text.')
    }
  })

  test('numbers are labels where they count, not where they are years or amounts', async () => {
    const table = (numbers: readonly string[]): string =>
      `# Harbour\n\n| No. | What |\n|---|---|\n${numbers.map((number) => `| ${number} | Mend the mole |`).join('\n')}\n`
    for (const counted of [
      ['3.1', '3.2', '3.a'],
      ['1', '2', '3'],
      ['(a)', '(b)'],
      ['I.', 'II.'],
    ]) {
      const { parts } = await outlineOfText(table(counted))
      assert.equal(parts[0]?.parts.length, counted.length, counted.join())
    }
    for (const amounts of [
      ['2019', '2020'],
      ['3.5', '4.7', '9.1'],
      ['12', '15', '30'],
    ]) {
      const outline = await outlineOfText(table(amounts))
      assert.deepEqual(outline.parts[0]?.parts, [], amounts.join())
      assert.deepEqual(outline.unread, [{ where: 'line 3', what: 'table' }])
    }
  })
})

suite('Rows stand below those that head them', () => {
  test('by their labels, wherever these stand', async () => {
    const outline = await outlineOfText(
      `# Core

| Categories | Subcategories |
|---|---|
| MOOR 1: Policies are in place. | MOOR 1.1: Laws are understood. MOOR 1.2: Trust is built. |
| MOOR 2: Somebody answers. | MOOR 2.1: Roles are documented. |
`,
    )
    assert.deepEqual(lines(outline), [
      'division |  | Core | ',
      '  division | MOOR 1 |  | Policies are in place.',
      '    measure | MOOR 1.1 |  | Laws are understood.',
      '    measure | MOOR 1.2 |  | Trust is built.',
      '  division | MOOR 2 |  | Somebody answers.',
      '    measure | MOOR 2.1 |  | Roles are documented.',
    ])
  })

  test('by a row that is one cell from side to side', async () => {
    const outline = await outlineOfText(
      '# Core\n\n| No. | Action |\n|---|---|\n| Pillar I: Quays | |\n| 1.1 | Mend quays. |\n| 1.2 | Build quays. |\n| Pillar II: Tides | |\n| 2.1 | Print tables. |\n',
    )
    assert.deepEqual(lines(outline), [
      'division |  | Core | ',
      '  pillar | I | Quays | ',
      '    measure | 1.1 |  | Mend quays.',
      '    measure | 1.2 |  | Build quays.',
      '  pillar | II | Tides | ',
      '    measure | 2.1 |  | Print tables.',
    ])
  })
})

test('a row that goes on on the next page, in the next table, is one row', async () => {
  const outline = await outlineOfText(
    `# Core

| MOOR 1: People are committed to a culture | MOOR 1.1: Moles are mended. Continued on next page |
|---|---|

| Categories (Continued) | |
|---|---|
| that talks about tides. | MOOR 1.2: Tables are printed. |
`,
  )
  assert.deepEqual(lines(outline).slice(1), [
    '  division | MOOR 1 |  | People are committed to a cult',
    '    measure | MOOR 1.1 |  | Moles are mended.',
    '    measure | MOOR 1.2 |  | Tables are printed.',
  ])
  assert.equal(
    outline.parts[0]?.parts[0]?.text,
    'People are committed to a culture that talks about tides.',
  )
})

test('a sentence that a label interrupts belongs to the label', async () => {
  const outline = await outlineOfText(
    '# Core\n\n| GV-1 | Mend moles. |\n|---|---|\n| | Print tables of all tides, and |\n| GV-2 | hand them out. |\n| | Establish rules for cranes |\n| GV-3 | that lift. |\n',
  )
  assert.deepEqual(
    outline.parts[0]?.parts.map(({ label, text }) => `${label ?? ''}: ${text}`),
    [
      'GV-1: Mend moles.',
      'GV-2: Print tables of all tides, and hand them out.',
      'GV-3: Establish rules for cranes that lift.',
    ],
  )
})

test('a row without a label is listed, as is a table of contents, and a table of figures', async () => {
  const outline = await outlineOfText(
    `# Core

| 1 | Framing | 4 |
|---|---|---|
| 1.1 | Risks | 5 |
| 1.2 | Harms | 7 |
| 2 | Audience | 9 |

| Port | Tons |
|---|---|
| Hamburg | 12 |

| ID | Action |
|---|---|
| GV-1 | Mend moles. |
| GV-2 | Print tables. |
| All | others are sought. |
`,
  )
  assert.deepEqual(
    outline.unread.map(({ where, what }) => `${where}: ${what}`),
    [
      'line 3: a table of contents',
      'line 9: table',
      'line 17: row of a table: All others are sought.',
    ],
  )
})

test('all words of a table stay in the document, and a fenced one is none', async () => {
  const outline = await outlineOfText(
    '# Core\n\n| ID | Action |\n|---|---|\n| GV-1 | Mend moles. |\n| GV-2 | Print tables. |\n\n```\n| GV-3 | Not this. |\n|---|---|\n```\n',
  )
  const { text, asides } = readInOrder(outline, 'numbers and headings')
  assert.equal(text.replaceAll(/\s+/gu, ' '), 'Core GV-1 Mend moles. GV-2 Print tables.')
  assert.ok(
    asides.some(
      ({ aside }) =>
        aside.kind === 'table' && aside.text === 'ID Action GV-1 Mend moles. GV-2 Print tables.',
    ),
  )
})

test('a table of twenty thousand rows is read', async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => `| AA-${String(at)} | Mend. |`).join('\n')
  const outline = await outlineOfText(`# T\n\n| ID | A |\n|---|---|\n${rows}\n`)
  assert.equal(outline.parts[0]?.parts.length, 20_000)
})

/** All parts by what they print as their number. */
function byNumber(parts: readonly Part[]): ReadonlyMap<string, Part> {
  const found = new Map<string, Part>()
  const visit = (part: Part): void => {
    const number = part.printed?.replace(/:$/u, '')
    if (number !== undefined) found.set(number, part)
    part.parts.forEach(visit)
  }
  parts.forEach(visit)
  return found
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/** The values of two fields of each item of a list. */
function listed(name: string, id: string, words: string): readonly (readonly [string, string])[] {
  const items = JSON.parse(readFileSync(officialSource(name).file, 'utf8')) as Record<
    string,
    string
  >[]
  return items.map((item) => [item[id] ?? '', item[words] ?? ''])
}

const framework = source('us-nist-ai-rmf/nist.ai.100-1.md')
test(
  'the framework of NIST: its 72 subcategories, word for word, in their categories',
  framework,
  async () => {
    const found = byNumber((await framework.read()).parts)
    const categories = listed(
      'us-nist-ai-rmf/ai-rmf-1.0-subcategories.json',
      'subcategory_id',
      'category_id',
    )
    for (const [id, category] of categories) {
      const part = found.get(id)
      assert.equal(part?.level, 'measure', id)
      assert.ok(found.get(category)?.parts.includes(part), id)
    }
    for (const [id, words] of listed(
      'us-nist-ai-rmf/ai-rmf-1.0-subcategories.json',
      'subcategory_id',
      'description',
    )) {
      assert.ok(folded(found.get(id)?.text ?? '').includes(folded(words)), id)
    }
  },
)

const profile = source('us-nist-ai-600-1/ai-600-1-1.0.md')
test(
  'its profile for generative AI: all of its 212 actions that stand in tables',
  profile,
  async () => {
    const found = byNumber((await profile.read()).parts)
    const actions = listed(
      'us-nist-ai-600-1/ai-600-1-1.0-actions.json',
      'action_id',
      'suggested_action',
    )
    assert.equal(actions.length, 212)
    // The number of this one stands before its table, alone.
    assert.deepEqual(
      actions.filter(([id]) => found.get(id)?.level !== 'measure').map(([id]) => id),
      ['MS-2.3-004'],
    )
    // In others the columns of the PDF ran into one another when it was made into text.
    const whole = actions.filter(([id, words]) =>
      folded(found.get(id)?.text ?? '').includes(folded(words)),
    )
    assert.ok(whole.length >= 184, String(whole.length))
  },
)

suite('Rows are parts in the order in which they stand, by whatever they are numbered', () => {
  test('2a and 2b beside 1 and 2, and a name in place of a number', async () => {
    const outline = await outlineOfText(
      '# Plan\n\n| No. | Action | Lead |\n|---|---|---|\n| 1 | Mend moles | Port |\n| 2 | Fund cranes | Port |\n| 2a | Buy cranes | City |\n| 2b | Oil cranes | City |\n| 3 | Light lamps | City |\n| Cross-cutting | Train staff | All |\n| Total | 6 actions | |\n',
    )
    assert.deepEqual(lines(outline).slice(1), [
      '  measure | 1 |  | Mend moles\n\nLead: Port',
      '  measure | 2 |  | Fund cranes\n\nLead: Port',
      '  measure | 2a |  | Buy cranes\n\nLead: City',
      '  measure | 2b |  | Oil cranes\n\nLead: City',
      '  measure | 3 |  | Light lamps\n\nLead: City',
      '  measure |  | Cross-cutting | Train staff\n\nLead: All',
    ])
    assert.deepEqual(
      outline.unread.map(({ what }) => what),
      ['row of a table: Total 6 actions'],
    )
  })

  test('1, 2a., 2b., 3A: with a full stop, and in capitals', async () => {
    const outline = await outlineOfText(
      '# Plan\n\n| Ref | Action |\n|---|---|\n| 1. | Mend |\n| 2a. | Buy |\n| 2b. | Oil |\n| 3A. | Light |\n| 3B. | Trim |\n',
    )
    assert.deepEqual(
      outline.parts[0]?.parts.map(({ label }) => label),
      ['1', '2a', '2b', '3A', '3B'],
    )
  })

  test('names of things with a number and a letter are none: 3G, 5G', async () => {
    const outline = await outlineOfText(
      '# Plan\n\n| Band | Speed |\n|---|---|\n| 3G | slow |\n| 5G | fast |\n',
    )
    assert.deepEqual(outline.parts[0]?.parts, [])
  })

  for (const [where, text, wanted] of [
    [
      'before a heading',
      '## 2 Fog\n\n| 2.1 | Ring bells |\n|---|---|\n| 2.2 | Train crews |\n\n### 2.3 Reviews\n\nYearly.\n',
      ['2.1', '2.2', '2.3'],
    ],
    [
      'between headings',
      '## 2 Fog\n\n### 2.1 Bells\n\nRing.\n\n## 3 Tides\n\n| 3.1 | Print tables |\n|---|---|\n| 3.2 | Sell tables |\n\n### 3.3 Reviews\n\nYearly.\n',
      ['2.1', '3.1', '3.2', '3.3'],
    ],
  ] as const) {
    test(`beside headings of the same part: ${where}`, async () => {
      const outline = await outlineOfText(`# Plan\n\n${text}`)
      assert.deepEqual(
        (outline.parts[0]?.parts ?? []).flatMap(({ parts }) => parts.map(({ label }) => label)),
        wanted,
      )
    })
  }
})
