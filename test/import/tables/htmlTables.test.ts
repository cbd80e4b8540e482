import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { readInOrder } from '../../../src/core/official/reading.ts'
import { lines, outlineOfText } from '../outlineText.ts'

async function ofPage(body: string): Promise<Awaited<ReturnType<typeof outlineOfText>>> {
  return outlineOfText(
    `<!doctype html><html lang="en"><title>Plan</title><body>${body}</body></html>`,
  )
}

suite('A row of a table of a page that begins with a printed label is a measure', () => {
  test('with the words that head its other columns, whatever the markup in its cells', async () => {
    const outline = await ofPage(
      `<h2>Quays</h2><table><thead><tr><th>No.</th><th>Action</th><th>By</th></tr></thead>
<tbody><tr><td>GV-1</td><td><p>Mend the <b>old</b> mole<sup><a role="doc-noteref" href="#n">1</a></sup>.</p></td><td>2031</td></tr>
<tr><td><p>GV-2</p></td><td>Print tables.<br>Hand them out.</td><td></td></tr></tbody></table>`,
    )
    assert.deepEqual(
      outline.parts[0]?.parts.map(({ label, text }) => [label, text]),
      [
        ['GV-1', 'Mend the old mole.\n\nBy: 2031'],
        ['GV-2', 'Print tables. Hand them out.'],
      ],
    )
    assert.deepEqual(outline.unread, [])
  })

  test('below the cell that spans its rows', async () => {
    const outline = await ofPage(
      `<h2>Quays</h2><table><tr><th>Theme</th><th>No.</th><th>Action</th></tr>
<tr><td rowspan="2">Cranes</td><td>1.1</td><td>Oil them.</td></tr><tr><td>1.2</td><td>Paint them.</td></tr>
<tr><td rowspan="2">Tides</td><td>2.1</td><td>Print tables.</td></tr><tr><td>2.2</td><td>Sell them.</td></tr></table>`,
    )
    assert.deepEqual(lines(outline).slice(1), [
      '  division |  | Cranes | ',
      '    measure | 1.1 |  | Oil them.',
      '    measure | 1.2 |  | Paint them.',
      '  division |  | Tides | ',
      '    measure | 2.1 |  | Print tables.',
      '    measure | 2.2 |  | Sell them.',
    ])
  })

  test('and of an article, where it is counted by (a), a point', async () => {
    const outline = await ofPage(
      '<h3>Article 4</h3><p>They need:</p><table><tr><td>(a)</td><td>a lamp;</td></tr><tr><td>(b)</td><td>a rope.</td></tr></table>',
    )
    assert.deepEqual(lines(outline), [
      'article | 4 |  | They need:',
      '  paragraph | a |  | a lamp;',
      '  paragraph | b |  | a rope.',
    ])
  })
})

suite('A table that lays out a page is no data', () => {
  const action = '<h3>Cranes</h3><p>1. Oil them.</p>'
  for (const [what, table] of [
    [
      'which says so',
      `<table role="presentation"><tr><td>GV-1</td><td>${action}</td></tr></table>`,
    ],
    ['with headings in it', `<table><tr><td>Menu</td><td>${action}</td></tr></table>`],
    [
      'with tables in it',
      `<table><tr><td><table><tr><td>Menu</td></tr></table></td><td>${action}</td></tr></table>`,
    ],
    ['of one cell', `<table><tr><td>${action}</td></tr></table>`],
  ] as const) {
    test(what, async () => {
      const outline = await ofPage(`<h2>Quays</h2>${table}`)
      assert.ok(
        lines(outline).includes('    measure | 1 |  | Oil them.'),
        lines(outline).join('\n'),
      )
    })
  }
})

test('all words of a table are searched, its caption too, and it is listed where nothing of it is understood', async () => {
  const outline = await ofPage(
    '<h2>Quays</h2><table><caption>Loads</caption><tr><th>Port</th><th>Tons</th></tr><tr><td>Husum</td><td>7</td></tr></table>',
  )
  const asides = readInOrder(outline, 'headings').asides.map(({ aside }) => aside)
  assert.deepEqual(
    asides.filter(({ kind }) => kind === 'table').map(({ text }) => text),
    ['Loads', 'Port Tons Husum 7'],
  )
  assert.deepEqual(outline.unread, [{ where: 'line 1', what: 'table' }])
})

test('a table of elements within Markdown is read as one of a page', async () => {
  const outline = await outlineOfText(
    '# Quays\n\n<table>\n<tr><td>GV-1</td><td>Mend moles.</td></tr>\n\n<tr><td>GV-2</td><td>Print tables.</td></tr>\n</table>\n\nText.\n',
  )
  assert.deepEqual(lines(outline), [
    'division |  | Quays | Text.',
    '  measure | GV-1 |  | Mend moles.',
    '  measure | GV-2 |  | Print tables.',
  ])
})

test('cells that span more than there is cost no more than they are', async () => {
  const cell = '<td colspan="1000" rowspan="65534">x</td>'
  const row = `<tr>${cell.repeat(50)}</tr>`
  const outline = await ofPage(`<h2>Quays</h2><table>${row.repeat(200)}</table>`)
  assert.deepEqual(outline.parts[0]?.parts, [])
})
