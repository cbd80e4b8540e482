import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { proposeProvisions } from '../../../src/core/official/proposedProvisions.ts'
import type { ProposedProvision } from '../../../src/core/official/proposedProvisions.ts'
import { outlineOfText } from '../outlineText.ts'

/** Keys with titles, by how deep they stand, and what is listed. */
async function proposed(text: string) {
  const outline = await outlineOfText(text)
  const rows = (parts: readonly ProposedProvision[], depth: string): readonly string[] =>
    parts.flatMap((part) => [
      `${depth}${part.label} ${part.title}`,
      ...rows(part.parts, `${depth}  `),
    ])
  return {
    rows: rows(proposeProvisions(outline, { id: 'xx-quay', type: 'plan' }), ''),
    unread: outline.unread.map(({ where }) => where),
  }
}

suite('Items within an item are its parts, whatever their list is called', () => {
  for (const name of ['sub', 'items', 'children', 'steps', 'nodes', 'subActions', 'was_drin']) {
    test(`${name}: with a number and words each, to any depth`, async () => {
      const { rows, unread } = await proposed(
        JSON.stringify([
          {
            code: 'Q1',
            text: 'Mend the mole.',
            [name]: [
              {
                code: 'Q1.1',
                text: 'Count the stones.',
                [name]: [{ code: 'Q1.1.1', text: 'Dive.' }],
              },
              { code: 'Q1.2', text: 'Pour concrete.' },
            ],
          },
          { code: 'Q2', text: 'Light the lamps.' },
        ]),
      )
      assert.deepEqual(rows, [
        'Q1 Mend the mole.',
        '  Q1.1 Count the stones.',
        '    Q1.1.1 Dive.',
        '  Q1.2 Pour concrete.',
        'Q2 Light the lamps.',
      ])
      assert.deepEqual(unread, [])
    })
  }

  test('words alone are items where the field has the name of those of the item itself', async () => {
    const { rows, unread } = await proposed(
      JSON.stringify([
        { no: '1', text: 'Mend the mole.', how: [{ text: 'Dive.' }, { text: 'Count.' }] },
        { no: '2', text: 'Light lamps.', how: [] },
      ]),
    )
    assert.deepEqual(rows, ['1 Mend the mole.', '  1.1 Dive.', '  1.2 Count.', '2 Light lamps.'])
    assert.deepEqual(unread, [])
  })

  test('links, people and sums are none, and listed', async () => {
    const { rows, unread } = await proposed(
      JSON.stringify([
        {
          id: 'A1',
          title: 'Mend',
          files: [{ title: 'Map', url: 'https://example.org' }],
          people: [{ name: 'Jo', email: 'jo@example.org' }],
          budget: { 2031: '5m', 2032: '6m' },
        },
        { id: 'A2', title: 'Light' },
      ]),
    )
    assert.deepEqual(rows, ['A1 Mend', 'A2 Light'])
    assert.deepEqual(unread, ['files', 'people', 'budget'])
  })
})

suite('A cell that merging left empty has what stands above it', () => {
  const targets = [
    '1 Goal 1',
    '  1.1 Survey the mole',
    '  1.2 Train divers',
    '2 Goal 2',
    '  2.1 Rest at night',
    '  2.2 Trim lamps',
  ]

  test('in the column of goals', async () => {
    const { rows } = await proposed(
      'Goal,Target,Description,Lead\n1,1.1,Survey the mole,Port\n,1.2,Train divers,\n2,2.1,Rest at night,\n,2.2,Trim lamps,Port\n',
    )
    assert.deepEqual(rows, targets)
  })

  test('in several columns, of which the outer one begins the inner ones anew', async () => {
    const { rows } = await proposed(
      'Pillar;Pillar title;Goal;Action no.;Action\nI;Quays;1;1.1;Survey the mole\n;;;1.2;Train divers\n;;2;2.1;Rest at night\nII;Lamps;;3.1;Trim lamps\n',
    )
    assert.deepEqual(rows, [
      'pillar-I Quays',
      '  1 Goal 1',
      '    1.1 Survey the mole',
      '    1.2 Train divers',
      '  2 Goal 2',
      '    2.1 Rest at night',
      'pillar-II Lamps',
      '  3.1 Trim lamps',
    ])
  })

  test('but not in a column that says something of each row alone', async () => {
    const { unread } = await proposed(
      'Goal,Target,Text,Lead\n1,1.1,Survey,Port\n,1.2,Train,\n2,2.1,Rest,\n,2.2,Trim,\n',
    )
    assert.deepEqual(unread, ['Lead'])
  })

  test('in Chinese likewise', async () => {
    const { rows } = await proposed('目标,编号,措施\n码头,1,检查\n,2,培训\n灯,3,修剪\n')
    assert.deepEqual(
      rows.map((row) => row.slice(row.lastIndexOf(' ') + 1)),
      ['码头', '检查', '培训', '灯', '修剪'],
    )
  })
})

suite('A goal without a title is called by its number, and not by its first target', () => {
  for (const [form, text] of [
    [
      'JSON',
      '{"goals":[{"number":"1","targets":[{"number":"1.1","text":"Survey"},{"number":"1.2","text":"Train"}]},{"number":"2","targets":[{"number":"2.1","text":"Rest"}]}]}',
    ],
    [
      'YAML',
      'goals:\n  - number: 1\n    targets:\n      - {number: 1.1, text: Survey}\n      - {number: 1.2, text: Train}\n  - number: 2\n    targets:\n      - {number: 2.1, text: Rest}\n',
    ],
    ['CSV', 'goal,target,text\n1,1.1,Survey\n1,1.2,Train\n2,2.1,Rest\n'],
    ['Markdown', '# Plan\n\n## Goal 1\n\n- Survey\n- Train\n\n## Goal 2\n\n- Rest\n'],
    [
      'HTML',
      '<h2>Goal 1</h2><ul><li>Survey</li><li>Train</li></ul><h2>Goal 2</h2><ul><li>Rest</li></ul>',
    ],
  ] as const) {
    test(form, async () => {
      const { rows } = await proposed(text)
      assert.deepEqual(rows, ['1 Goal 1', '  1.1 Survey', '  1.2 Train', '2 Goal 2', '  2.1 Rest'])
    })
  }
})
