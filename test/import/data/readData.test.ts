import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import type { Part } from '../../../src/core/official/outline.ts'
import { fieldMapText, parseFieldMap } from '../../../src/core/corpus/imports/fieldMap.ts'
import { outlineOf } from '../../../src/import/outlineOf.ts'
import { officialSource } from '../../support/officialSource.ts'
import { counts, lines, outlineOfText, partAt, source } from '../outlineText.ts'

async function mapped(text: string, map: string) {
  return outlineOf(new TextEncoder().encode(text), parseFieldMap(map))
}

function unread({ unread: all }: Awaited<ReturnType<typeof outlineOfText>>): readonly string[] {
  return all.map(({ where, what }) => `${where}: ${what}`)
}

suite('Lists whose fields say what they are', () => {
  const goals = [
    'goal | 13 | Lamps | ',
    '  target | 13.1 |  | Survey the mole',
    '  target | 13.10 |  | Keep, and trim, the lamps',
    '  target | 13.a |  | Train divers',
    'goal | 14 | Cranes | ',
    '  target | 14.1 |  | Rest at night',
  ]

  for (const delimiter of [',', ';', '\t']) {
    test(`are read of a table parted by ${JSON.stringify(delimiter)}: numbers stay as they are written`, async () => {
      const rows = [
        ['goal', 'goal_title', 'target', 'target_text', 'by'],
        ['13', 'Lamps', '13.1', 'Survey the mole', '2031'],
        ['13', 'Lamps', '13.10', '"Keep, and trim, the lamps"', ''],
        ['13', 'Lamps', '13.a', 'Train divers', '2032'],
        ['14', 'Cranes', '14.1', 'Rest at night', '2033'],
      ]
      const outline = await outlineOfText(rows.map((row) => row.join(delimiter)).join('\r\n'))
      assert.deepEqual(lines(outline), goals)
      assert.deepEqual(unread(outline), ['by: “2031”, and 2 more'])
    })
  }

  test('are read of YAML with lists within lists: 13.10 is no number', async () => {
    const outline = await outlineOfText(`# Goals and targets
title: Harbour plan
issued: 2031-05-09
issuer: Port Office
language: en
goals:
  - number: 13
    title: Lamps
    targets:
      - {number: 13.1, text: Survey the mole}
      - {number: 13.10, text: 'Keep, and trim, the lamps'}
      - {number: 13.a, text: Train divers, lead: Divers}
  - number: 14
    title: Cranes
    targets:
      - {number: 14.1, text: Rest at night}
`)
    const { title, issued, issuer, language } = outline
    assert.deepEqual(
      { title, issued, issuer, language },
      { title: 'Harbour plan', issued: '2031-05-09', issuer: 'Port Office', language: 'en' },
    )
    assert.deepEqual(lines(outline), goals)
    assert.deepEqual(unread(outline), ['lead: “Divers”'])
    assert.deepEqual(partAt(outline, '13', '13.a')?.asides, [{ kind: 'text', text: 'Divers' }])
  })

  test('are read of JSON, where one list names the items of another: 13.10 is no number', async () => {
    const outline = await outlineOfText(`{"title": "Harbour plan",
      "goals": [{"id": 13, "name": "Lamps"}, {"id": 14, "name": "Cranes"}],
      "targets": [{"id": 13.1, "goal_id": 13, "description": "Survey the mole"},
        {"id": 13.10, "goal_id": 13, "description": "Keep, and trim, the lamps"},
        {"id": "13.a", "goal_id": 13, "description": "Train divers"},
        {"id": "14.1", "goal_id": 14, "description": "Rest at night"}]}`)
    assert.deepEqual(lines(outline), goals)
  })

  test('are read of JSON line by line', async () => {
    const outline = await outlineOfText(
      '{"code":"A","text":"Survey the mole"}\n{"code":"B","text":"Rest"}\n',
    )
    assert.deepEqual(lines(outline), ['measure | A |  | Survey the mole', 'measure | B |  | Rest'])
  })

  test('are put in the order of their numbers where they stand under these, which have none of their own', async () => {
    const parts = await outlineOfText(
      '10-1-title: Rest\n10-a-title: Sleep\n2-10-title: Trim\n2-2-title: Burn\n',
    )
    assert.deepEqual(
      parts.parts.map(({ label }) => label),
      ['2.2', '2.10', '10.1', '10.a'],
    )
    const maps = await outlineOfText(
      '"13":\n  title: Lamps\n  targets:\n    "13.2": Burn all night\n    "13.1": Trim\n"2":\n  title: Quays\n',
    )
    assert.deepEqual(lines(maps), [
      'measure | 2 | Quays | ',
      'division | 13 | Lamps | ',
      '  target | 13.1 |  | Trim',
      '  target | 13.2 |  | Burn all night',
    ])
  })

  test('nest by their numbers, and by what they say that they stand in', async () => {
    const outline = await outlineOfText(
      'no,title,text\n1,Quays,\n1.1,Mole,Survey it\n1.1.a,Stones,Count them\n2,Cranes,Rest\n',
    )
    assert.deepEqual(lines(outline), [
      'division | 1 | Quays | ',
      '  division | 1.1 | Mole | Survey it',
      '    measure | 1.1.a | Stones | Count them',
      'measure | 2 | Cranes | Rest',
    ])
    const circle = await outlineOfText('id,parent,text\na1,b1,One\nb1,a1,Two\nc1,b1,Three\n')
    assert.deepEqual(counts(circle), { division: 1, measure: 2 })
  })

  test('in Chinese are read likewise', async () => {
    const outline = await outlineOfText(
      '编号,标题,内容\n一,码头,每次风暴后检查防波堤。\n二,起重机,夜间停用。\n',
    )
    assert.deepEqual(lines(outline), [
      'measure | 一 | 码头 | 每次风暴后检查防波堤。',
      'measure | 二 | 起重机 | 夜间停用。',
    ])
  })

  test('keep the codes by which frameworks call what they have', async () => {
    const outline = await outlineOfText(
      `function,category_id,category_text,subcategory_id,description\n${[
        'Govern,GOVERN 1,Rules are in place.,GOVERN 1.1,Laws are known.',
        'Govern,GOVERN 1,Rules are in place.,GOVERN 1.2,Tides are known.',
        'Map,MAP 1,Quays are drawn.,MAP 1.1,Lamps are drawn.',
      ].join('\n')}`,
    )
    const called = (parts: readonly Part[]): readonly string[] =>
      parts.flatMap(({ kind, place, parts: below }) => [
        `${kind ?? ''} ${place ?? ''}`,
        ...called(below),
      ])
    assert.deepEqual(called(outline.parts), [
      ...[
        'function GOVERN',
        'category GOVERN 1',
        'subcategory GOVERN 1.1',
        'subcategory GOVERN 1.2',
      ],
      ...['function MAP', 'category MAP 1', 'subcategory MAP 1.1'],
    ])
  })
})

suite('Lists whose fields do not say what they are', () => {
  const odd =
    '[{"x":"K1","y":"Survey the mole","z":"Quays"},{"x":"K2","y":"Rest","z":"Cranes"},{"x":"K3","y":"Trim","z":"Quays"}]'

  test('are refused, and the fields named', async () => {
    await assert.rejects(outlineOfText(odd), { reason: 'unclear fields', names: ['x, y, z'] })
  })

  test('are shown by what stands in their fields first', async () => {
    const fields = [
      { name: 'x', values: ['K1', 'K2', 'K3'] },
      { name: 'y', values: ['Survey the mole', 'Rest', 'Trim'] },
      { name: 'z', values: ['Quays', 'Cranes'] },
    ]
    await assert.rejects(outlineOfText(odd), { fields })
  })

  test('are read by a map, which may name what several share', async () => {
    assert.deepEqual(lines(await mapped(odd, 'label=x,text=y,parent=z')), [
      'division |  | Quays | ',
      '  measure | K1 |  | Survey the mole',
      '  measure | K3 |  | Trim',
      'division |  | Cranes | ',
      '  measure | K2 |  | Rest',
    ])
  })

  test('are refused where the map names a field that they do not have', async () => {
    await assert.rejects(mapped(odd, 'label=x,text=w'), {
      reason: 'unknown field',
      names: ['w', 'x, y, z'],
    })
  })

  test('a map has each role once, and no other', () => {
    assert.deepEqual(parseFieldMap('label=code, title=name'), { label: 'code', title: 'name' })
    for (const wrong of [
      '',
      'label',
      'label=',
      'label=a,label=b',
      'colour=red',
      'label=a,',
      'label="a',
    ])
      assert.equal(parseFieldMap(wrong), undefined)
  })

  test('where a field that was named is not there, those that are stand beside what is in them', async () => {
    await assert.rejects(mapped('x,y\nK1,Survey the mole\nK2,Rest\n', 'label=x,text=w'), {
      reason: 'unknown field',
      names: ['w', 'x, y'],
      fields: [
        { name: 'x', values: ['K1', 'K2'] },
        { name: 'y', values: ['Survey the mole', 'Rest'] },
      ],
    })
  })

  test('a map is written as it is read, whatever its fields are called', () => {
    assert.equal(fieldMapText({ title: 'name', label: 'no' }), 'label=no,title=name')
    assert.deepEqual(parseFieldMap('label="a, b" , text=c'), { label: 'a, b', text: 'c' })
    const name = fc.string({ minLength: 1, unit: 'binary' })
    fc.assert(
      fc.property(
        fc.record({ label: name, title: name, text: name }, { noNullPrototype: true }),
        (map) => {
          assert.deepEqual(parseFieldMap(fieldMapText(map)), map)
        },
      ),
    )
  })

  test('data without a list, a model of OSCAL that is no catalog, and broken JSON are told apart', async () => {
    await assert.rejects(outlineOfText('{"a": 1, "b": [1, 2]}'), { reason: 'no list' })
    await assert.rejects(outlineOfText('{"profile": {"metadata": {}}}'), {
      reason: 'unknown format',
      names: ['“profile”'],
    })
    await assert.rejects(outlineOfText('{"a": 1,,}'), { reason: 'malformed' })
    const deep = `${'['.repeat(5000)}{}${']'.repeat(5000)}`
    await assert.rejects(outlineOfText(deep), { reason: 'too deep' })
  })

  test('a text that has colons, commas or brackets is a text', async () => {
    for (const text of [
      'Date: 2031\nIssuer: Port Office\n',
      '- Purpose: to rest\n- Scope: all cranes\n',
      '---\ntitle: Quays\n---\n\n# Lamps\n\nThey burn.\n',
      '[Lamps](#lamps), which burn.\n',
      'Dear divers, rest.\nGood night, all.\n',
      '# Quays\n\nLamps: they burn.\n\nCranes rest.\n',
      'a: &x [1, 2]\nb: *x\n',
    ]) {
      const outline = await outlineOfText(text)
      assert.ok(
        outline.unread.every(({ where }) => where.startsWith('line ')),
        text,
      )
    }
  })
})

suite('OSCAL catalogs', () => {
  const catalog = {
    metadata: {
      title: 'Harbour Controls',
      'last-modified': '2031-05-09T10:00:00-05:00',
      parties: [{ uuid: 'p', name: 'Port Office' }],
      'responsible-parties': [{ 'role-id': 'creator', 'party-uuids': ['p'] }],
    },
    groups: [
      {
        id: 'gv',
        class: 'function',
        title: 'Govern',
        props: [{ name: 'label', value: 'Govern (GV)' }],
        controls: [
          {
            id: 'gv-1',
            class: 'requirement',
            title: 'Lamps',
            params: [
              { id: 'p1', label: 'time' },
              {
                id: 'p2',
                select: {
                  'how-many': 'one-or-more',
                  choice: ['red', 'for {{ insert: param, p1 }}'],
                },
              },
            ],
            props: [{ name: 'label', value: 'GV-1' }],
            parts: [
              {
                name: 'statement',
                prose: 'Lamps burn {{ insert: param, p2 }}:',
                parts: [
                  {
                    name: 'item',
                    props: [{ name: 'label', value: 'a.' }],
                    prose: 'on [quays](#q);',
                  },
                ],
              },
              { name: 'guidance', prose: 'Oil helps.' },
            ],
            controls: [
              { id: 'gv-1.1', title: 'Fog', props: [{ name: 'label', value: 'GV-1(1)' }] },
            ],
          },
        ],
      },
    ],
    'back-matter': { resources: [] },
  }
  const expected = [
    'function | GV | Govern | ',
    '  measure | GV-1 | Lamps | Lamps burn [Selection (one or ',
    '    item | a |  | on [quays];',
    '    measure | GV-1.1 | Fog | ',
  ]

  test('have groups, controls, and the items of their statements; what explains these is listed', async () => {
    const outline = await outlineOfText(JSON.stringify({ catalog }))
    assert.deepEqual(
      [outline.title, outline.issued, outline.issuer],
      ['Harbour Controls', '2031-05-09', 'Port Office'],
    )
    assert.deepEqual(lines(outline), expected)
    assert.equal(
      partAt(outline, 'GV-1')?.text,
      'Lamps burn [Selection (one or more): red; for [Assignment: organization-defined time]]:',
    )
    assert.equal(partAt(outline, 'GV-1.1')?.place, 'GV-1(1)')
    assert.deepEqual(unread(outline), ['guidance: guidance', 'back-matter: back-matter'])
  })

  test('say the same in XML', async () => {
    const outline =
      await outlineOfText(`<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="u">
<metadata><title>Harbour Controls</title><last-modified>2031-05-09T10:00:00-05:00</last-modified>
<party uuid="p" type="organization"><name>Port Office</name></party>
<responsible-party role-id="creator"><party-uuid>p</party-uuid></responsible-party></metadata>
<group id="gv" class="function"><title>Govern</title><prop name="label" value="Govern (GV)"/>
<control id="gv-1" class="requirement"><title>Lamps</title><param id="p1"><label>time</label></param>
<param id="p2"><select how-many="one-or-more"><choice>red</choice><choice>for <insert type="param" id-ref="p1"/></choice></select></param>
<prop name="label" value="GV-1"/><part name="statement"><p>Lamps burn <insert type="param" id-ref="p2"/>:</p>
<part name="item"><prop name="label" value="a."/><p>on [quays];</p></part></part><part name="guidance"><p>Oil helps.</p></part>
<control id="gv-1.1"><title>Fog</title><prop name="label" value="GV-1(1)"/></control></control></group><back-matter/></catalog>`)
    assert.deepEqual(
      [outline.title, outline.issued, outline.issuer],
      ['Harbour Controls', '2031-05-09', 'Port Office'],
    )
    assert.deepEqual(lines(outline), expected)
    assert.deepEqual(unread(outline), ['guidance: guidance', 'back-matter: back-matter'])
  })
})

suite('Lists of the real world', () => {
  for (const language of ['en', 'zh-Hans']) {
    const goals = source(`un-sdg/${language}-global_goals.yml`)
    test(`17 goals in ${language}, by their headings`, { skip: goals.skip }, async () => {
      const outline = await goals.read()
      assert.deepEqual(
        outline.parts.map(({ label }) => label),
        Array.from({ length: 17 }, (_, at) => String(at + 1)),
      )
      assert.ok(outline.parts.every(({ heading = '' }) => heading !== ''))
      assert.deepEqual(
        outline.unread.map(({ where }) => where),
        ['short'],
      )
    })
    const targets = source(`un-sdg/${language}-global_targets.yml`)
    test(`169 targets in ${language}, by their words`, { skip: targets.skip }, async () => {
      const outline = await targets.read()
      const labels = outline.parts.map(({ label }) => label)
      assert.equal(labels.length, 169)
      assert.deepEqual(
        labels.filter((label) => label?.startsWith('13.')),
        ['13.1', '13.2', '13.3', '13.a', '13.b'],
      )
      assert.ok(outline.parts.every(({ text }) => text.length > 10))
      assert.deepEqual(outline.unread, [])
    })
  }

  const subcategories = source('us-nist-ai-rmf/ai-rmf-1.0-subcategories.json')
  test('4 functions, 19 categories, 72 subcategories', { skip: subcategories.skip }, async () => {
    const outline = await subcategories.read()
    assert.deepEqual(counts(outline), { function: 4, category: 19, subcategory: 72 })
    assert.deepEqual(outline.unread, [])
  })

  const actions = source('us-nist-ai-600-1/ai-600-1-1.0-actions.json')
  test('212 actions', { skip: actions.skip }, async () => {
    const outline = await actions.read()
    const file = officialSource('us-nist-ai-600-1/ai-600-1-1.0-actions.json').file
    const all = JSON.parse(readFileSync(file, 'utf8')) as readonly {
      readonly action_id: string
      readonly suggested_action: string
    }[]
    assert.equal(counts(outline)['action'], all.length)
    for (const { action_id: id, suggested_action: text } of all)
      assert.equal(partAt(outline, id)?.text, text)
  })
})
