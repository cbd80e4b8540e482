import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { proposeProvisions } from '../../../src/core/official/proposedProvisions.ts'
import type { ProposedProvision } from '../../../src/core/official/proposedProvisions.ts'
import { outlineOfText } from '../outlineText.ts'

/** The keys of all provisions, in order. */
async function keys(text: string): Promise<string> {
  const outline = await outlineOfText(text)
  const flat = (parts: readonly ProposedProvision[]): readonly string[] =>
    parts.flatMap(({ label, parts: below }) => [label, ...flat(below)])
  return flat(proposeProvisions(outline, { id: 'xx-quay', type: outline.type ?? 'plan' })).join(' ')
}

suite(
  'Lists of a page within an article are its points, with the numbers that a browser prints',
  () => {
    for (const [type, numbers] of [
      ['a', ['a', 'b']],
      ['A', ['A', 'B']],
      ['i', ['i', 'ii']],
      ['I', ['I', 'II']],
      ['1', ['1', '2']],
    ] as const) {
      test(`type="${type}", in a list of another and alone`, async () => {
        const [one, two] = numbers
        const list = `<ol type="${type}"><li>lamps;</li><li>ropes.</li></ol>`
        assert.equal(
          await keys(
            `<h1>Code</h1><h2>Article 1 Quays</h2><ol><li>Keep:${list}</li><li>Rest.</li></ol><h2>Article 2 Cranes</h2>${list}`,
          ),
          `1 1.1 1.1.${one} 1.1.${two} 1.2 2 2.${one} 2.${two}`,
        )
      })
    }

    test('to any depth: A, I, 1, a, i', async () => {
      assert.equal(
        await keys(
          '<h1>Code</h1><h2>Article 1</h2><ol type="A"><li>One<ol type="I"><li>Two<ol><li>Three<ol type="a"><li>Four<ol type="i"><li>Five</li><li>Six</li></ol></li></ol></li></ol></li></ol></li><li>Seven</li></ol>',
        ),
        '1 1.A 1.A.I 1.A.I.1 1.A.I.1.a 1.A.I.1.a.i 1.A.I.1.a.ii 1.B',
      )
    })

    test('start, value and reversed count as they say, and style as type', async () => {
      assert.equal(
        await keys(
          '<h1>Code</h1><h2>Article 1</h2><ol start="3"><li>Three</li><li value="7">Seven</li><li>Eight</li></ol><h2>Article 2</h2><ol style="list-style-type: lower-alpha" start="5"><li>e</li><li>f</li></ol>',
        ),
        '1 1.3 1.7 1.8 2 2.e 2.f',
      )
      const reversed = await outlineOfText(
        '<h1>Plan</h1><h2>Quays</h2><ol reversed><li>Mend the mole.</li><li>Light the lamps.</li></ol>',
      )
      assert.deepEqual(
        reversed.parts[0]?.parts[0]?.parts.map(({ printed }) => printed),
        ['2.', '1.'],
      )
    })

    test('a list behind a paragraph that bears its number in words stands in that, and the next goes on behind it', async () => {
      assert.equal(
        await keys(
          '<h1>Code</h1><h2>Article 1</h2><p>(1) Keep:</p><ol><li>lamps;</li><li>ropes.</li></ol><p>(2) Mend:</p><ol type="a"><li>moles;</li><li>quays.</li></ol><p>(3) Rest.</p>',
        ),
        '1 1.1 1.1.1 1.1.2 1.2 1.2.a 1.2.b 1.3',
      )
    })

    test('a list whose words bear its numbers has these alone', async () => {
      assert.equal(
        await keys(
          '<h1>Code</h1><h2>Article 1</h2><ol><li>(a) lamps;</li><li>(b) ropes.</li></ol><h2>Article 2</h2><ol><li>1. Rest.</li><li>2. Sleep.</li></ol><h2>Article 3</h2><ol><li>(a) Both in one.</li><li>Next.</li></ol>',
        ),
        '1 1.a 1.b 2 2.1 2.2 3 3.1 3.1.a 3.2',
      )
    })

    test('a paragraph behind a list within an item is of that item', async () => {
      const outline = await outlineOfText(
        '<h1>Code</h1><h2>Article 1</h2><ol><li>Keep:<ol type="a"><li>lamps;</li></ol><p>by night.</p></li><li>Rest.</li></ol>',
      )
      assert.equal(outline.parts[0]?.parts[0]?.text, 'Keep:\n\nby night.')
    })
  },
)

suite(
  'Lists of Markdown within an article are its points, with their numbers as they are written',
  () => {
    test('1) is printed so, and lists within it are its points', async () => {
      const outline = await outlineOfText(
        '# Code\n\n## Article 1 Quays\n\n1) Log.\n2) Report:\n   1. yearly;\n   2. on demand.\n3) Rest.\n',
      )
      const [article] = outline.parts
      assert.deepEqual(
        article?.parts.map(({ printed, parts }) => [printed, ...parts.map((one) => one.printed)]),
        [['1)'], ['2)', '1.', '2.'], ['3)']],
      )
    })

    test('numbers within (1) are its points, and begin anew within (2)', async () => {
      assert.equal(
        await keys(
          '# Treaty\n\n## Article 1 Aim\n\nIt aims.\n\n## Article 2 Duties\n\n(1) Keep:\n\n1. lamps;\n\n2. ropes.\n\n(2) Mend:\n\n1. moles;\n\n2. quays.\n',
        ),
        '1 2 2.1 2.1.1 2.1.2 2.2 2.2.1 2.2.2',
      )
    })

    test('numbers that leave some out stay beside one another', async () => {
      assert.equal(
        await keys('# Code\n\n## Article 1\n\n3. Three.\n4. Four.\n7. Seven.\n'),
        '1 1.3 1.4 1.7',
      )
    })
  },
)

suite('Reasons in the rows of tables are recitals, whatever the classes of the page', () => {
  const articles =
    '<p>HAS ADOPTED THIS DECISION:</p><p>Article 1</p><p>Subject</p><p>1. It binds:</p><table><tr><td>(a)</td><td>quays;</td></tr></table><table><tr><td>(b)</td><td>moles.</td></tr></table><p>Article 2</p><p>It enters into force.</p>'
  const wanted = 'rct-1 rct-2 1 1.1 1.1.a 1.1.b 2'
  const row = (number: string, text: string): string =>
    `<table><tr><td><p>${number}</p></td><td><p>${text}</p></td></tr></table>`
  for (const [what, before] of [
    ['one table each', `<p>Whereas:</p>${row('(1)', 'Tides rise.')}${row('(2)', 'Fog comes.')}`],
    [
      'one table for all',
      '<p>Whereas:</p><table><tr><td>(1)</td><td>Tides rise.</td></tr><tr><td>(2)</td><td>Fog comes.</td></tr></table>',
    ],
    [
      'numbers with a full stop',
      `<p>Whereas:</p>${row('1.', 'Tides rise.')}${row('2.', 'Fog comes.')}`,
    ],
    [
      'numbers alone',
      '<p>Whereas:</p><table><tr><td>1</td><td>Tides rise.</td></tr><tr><td>2</td><td>Fog comes.</td></tr></table>',
    ],
    [
      'behind what the act rests on',
      `<p>Having regard to the Treaty,</p>${row('(1)', 'Tides rise.')}${row('(2)', 'Fog comes.')}`,
    ],
    ['below a heading', `<h2>Whereas</h2>${row('(1)', 'Tides rise.')}${row('(2)', 'Fog comes.')}`],
  ] as const) {
    test(what, async () => {
      const found = await keys(
        `<html><body><p>DECISION of 3 May 2031</p>${before}${articles}</body></html>`,
      )
      assert.equal(found.replace(/^sec-whereas /u, ''), wanted)
    })
  }

  test('in Markdown likewise, with points of a reason', async () => {
    assert.equal(
      await keys(
        '# Decision\n\nWhereas:\n\n| | |\n|---|---|\n| (1) | Tides rise: |\n| (a) | by night; |\n| (2) | Fog comes. |\n\nHAS ADOPTED THIS DECISION:\n\n## Article 1\n\nIt binds.\n\n## Article 2\n\nIt enters into force.\n',
      ),
      'rct-1 rct-1.a rct-2 1 2',
    )
  })

  test('rows 1., 2. within an article are its paragraphs', async () => {
    assert.equal(
      await keys(
        `<p>Article 1</p>${row('1.', 'It binds:')}${row('(a)', 'quays;')}${row('(b)', 'moles.')}${row('2.', 'It rests.')}<p>Article 2</p><p>It ends.</p>`,
      ),
      '1 1.1 1.1.a 1.1.b 1.2 2',
    )
  })
})

suite('A list that begins in the line of its heading stands within it', () => {
  for (const [mark, text] of [
    ['a full stop', '(b) Time. (1) Within a day.'],
    ['a dash', '(b) Time—(1) Within a day.'],
    ['a colon', '(b) Time: (1) Within a day.'],
  ] as const) {
    test(`behind ${mark}`, async () => {
      const outline = await outlineOfText(
        `Section 1. Reports.\n\n(a) Ships report.\n\n${text}\n\n(2) On demand. (i) By lamp; or\n\n(ii) by flag.\n\n(c) None else.\n`,
      )
      const [, time] = outline.parts[0]?.parts ?? []
      assert.deepEqual(
        [time?.heading, ...(time?.parts ?? []).flatMap((one) => [one.label, one.parts.length])],
        ['Time', '1', 0, '2', 2],
      )
    })
  }
})
