import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { outlineOf } from '../../../src/import/outlineOf.ts'
import { docxFile, run } from '../office/docxFile.ts'
import { outlineOfText } from '../outlineText.ts'
import { proposed, proposedOf } from '../proposed.ts'

async function assertLabels(labelsOf: Readonly<Record<string, string>>): Promise<void> {
  for (const [text, labels] of Object.entries(labelsOf)) {
    assert.equal((await proposed(text)).labels, labels, text)
  }
}

suite('Goals and objectives that are lines of their own divide a plan', () => {
  const expected = '1=goal 1.1=section 1.1.1 1.1.2 1.2=section 1.2.1 2=goal 2.1=section 2.1.1'

  test('in heavy letters, in Markdown, pages, and documents of Word', async () => {
    const goals = [
      ['Goal 1: Keep the water clean', 'The water is dirty.'],
      ['Objective 1.1: Measure it', '- Buy gauges.', '- Train crews.'],
      ['Objective 1.2 Stop the oil', '- Fit filters.'],
      ['Goal 2: Keep the quays safe'],
      ['Objective 2.1: Light them', '- Hang lamps.'],
    ]
    const markdown = goals.map(([head = '', ...others]) => `**${head}**\n\n${others.join('\n')}\n`)
    await assertLabels({ [`# Plan\n\n${markdown.join('\n')}`]: expected })
    const html = goals.map(([head = '', ...others]) => {
      const items = others
        .filter((one) => one.startsWith('- '))
        .map((one) => `<li>${one.slice(2)}</li>`)
      const words = others.filter((one) => !one.startsWith('- ')).map((one) => `<p>${one}</p>`)
      return `<p><strong>${head}</strong></p>${words.join('')}<ul>${items.join('')}</ul>`
    })
    await assertLabels({ [`<!doctype html><h1>Plan</h1>${html.join('')}`]: expected })
    const listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    const body = goals.map(([head = '', ...others]) =>
      [
        `<w:p>${run(head.slice(0, 3), '<w:b/>')}${run(head.slice(3), '<w:b/>')}</w:p>`,
        ...others.map((one) =>
          one.startsWith('- ')
            ? `<w:p>${listed}${run(one.slice(2))}</w:p>`
            : `<w:p>${run(one)}</w:p>`,
        ),
      ].join(''),
    )
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const outline = await outlineOf(docxFile({ body: body.join(''), numbering }))
    assert.equal(proposedOf(outline).labels, expected)
  })

  test('before a sentence in their line, with actions below them', async () => {
    const { labels, titles, unread } = await proposed(
      '# Plan\n\n**Strategic Goal 1:** Keep the water clean.\n\n**Objective 1.1:** Measure it every day.\n\n**Action 1.1.1** Buy ten gauges.\n\n**Action 1.1.2** Train the crews.\n\n**Strategic Goal 2:** Keep the quays safe. They are dark. That must end.\n\n**Objective 2.1:** Light them.\n\n**Action 2.1.1** Hang lamps.\n',
    )
    assert.equal(labels, '1=goal sec-1.1=section 1.1.1 1.1.2 2=goal sec-2.1=section 2.1.1')
    assert.equal(titles.get('1'), 'Keep the water clean')
    assert.equal(titles.get('1.1.1'), 'Buy ten gauges.')
    assert.deepEqual(unread, [])
  })

  test('without heavy letters, where they count from 1 on', async () => {
    await assertLabels({
      '# Plan\n\nPriority 1: Water\n\n- Buy gauges.\n\nPriority 2: Quays\n\n- Hang lamps.\n':
        '1=section 1.1 2=section 2.1',
      '# Plan\n\n## Sea\n\nThis helps with these:\n\nGoal 13: Climate action\n\n- Buy gauges.\n':
        '1=section 1.1',
      '# Plan\n\n## Goal 1: Water\n\n### Objective 1.1: Measure it\n\n- Buy gauges.\n':
        '1=goal 1.1=section 1.1.1',
    })
  })

  test('and titles in heavy letters, unless they come again and again', async () => {
    await assertLabels({
      '# Plan\n\n**Cleaner water**\n\n**Actions**\n\n- Buy gauges.\n\n**Safer quays**\n\nThey are dark.\n\n**Actions**\n\n- Hang lamps.\n':
        '1=section 1.1 2=section 2.1',
      '# Plan\n\n## Water\n\n**It is dirty.** So we clean it.\n\n- Buy gauges.\n': '1=section 1.1',
    })
  })

  test('and are measures with their labels, where they are items', async () => {
    await assertLabels({
      '# Plan\n\n## Water\n\n- **Objective 1.1:** Measure it.\n- **Objective 1.2:** Clean it.\n':
        'sec-water=section 1.1 1.2',
    })
  })

  test('but not years, names or what a law speaks of', async () => {
    await assertLabels({
      '# Strategy 2030\n\n## Mission 2030\n\n- Sail.\n': '1=section 1.1',
      '# Act\n\nArticle 1. Goals\n\n**Goal 1:** Clean water.\n\nArticle 2. Fees\n\nThey are paid.\n':
        '1 2',
    })
  })
})

suite('What plans of agencies, standards and states print', () => {
  test('a sentence behind a goal that nothing follows is a measure with its label, beside bullets', async () => {
    const { labels, titles } = await proposed(
      '# Plan\n\n## Strategic Goal 1: Safety\n\n### Strategic Objective 1.1: Fewer collisions\n\n**Strategies**\n\n- Expand radar.\n- Train pilots.\n\n**Performance Goal 1.1.1:** Cut collisions by a tenth.\n\n**Performance Goal 1.1.2:** Train 400.\n\n### Strategic Objective 1.2: Faster boats\n\n**Strategies**\n\n- Base boats nearer.\n',
    )
    assert.equal(
      labels,
      '1=goal sec-1.1=section sec-1.1.1 sec-1.1.2 1.1.1 1.1.2 sec-1.2=section sec-1.2.1',
    )
    assert.equal(titles.get('1.1.1'), 'Cut collisions by a tenth.')
  })

  test('numbers that go on through （一） and （二）, and chapters counted 壹、貳、', async () => {
    await assertLabels({
      '二、任务\n（一）打基础\n1.建设施。统筹布局。\n2.供数据。推动共享。\n（二）促应用\n3.推调度。支持企业。\n4.推检测。开展试点。\n':
        '1 1.1=paragraph 1.2=paragraph 2 2.3=paragraph 2.4=paragraph',
      '# 計畫\n\n## 壹、前言\n\n## 貳、策略\n\n一、培育人才。\n\n二、延攬人才。\n\n## 拾壹、效益\n':
        'sec-1=section sec-2=section 1 2 sec-11=section',
    })
    const { titles } = await proposed('# 計畫\n\n## 壹、前言\n\n## 貳、策略\n\n一、培育。\n')
    assert.equal(titles.get('sec-2'), '策略')
  })

  test('bullets that stand as signs before paragraphs or lines', async () => {
    await assertLabels({
      '# Plan\n\n## Data\n\nWe will:\n\n✓ publish it;\n\n➢ open labs.\n': '1=section 1.1 1.2',
      '<!doctype html><h1>Plan</h1><h2>Care</h2><p>• Train nurses.<br>• Build wards.</p><p>– Ask.</p><p>– Tell.</p>':
        '1=section 1.1 1.2 1.3 1.4',
      '# 戦略\n\n## 人材\n\n○ 講座を設ける。\n○ 資格を整備する。\n': '1=section 1.1 1.2',
      '# Plan\n\n## Data\n\n– that is all there is to say.\n': '1=section',
    })
  })

  test('goals beside paragraphs with the same numbers, and pillars behind a number', async () => {
    await assertLabels({
      '# Agenda\n\n1. We met.\n\n2. We decided.\n\nGoal 1. End dirt\n\n1.1 Clean ships\n\n1.a Pay\n\nGoal 2. End darkness\n\n2.1 Hang lamps\n':
        '1 2 goal-1=goal 1.1=target 1.a=target goal-2=goal 2.1=target',
      '<!doctype html><h1>Plan</h1><h2><span>1. </span>Pillar 1: Invest</h2><p>We do.</p><ul><li>Pay.</li></ul>':
        '1=pillar 1.1',
    })
  })

  test('requirements a), b) of a standard, and its annexes', async () => {
    const { labels, titles } = await proposed(
      '# Systems\n\n## 4 Context\n\n### 4.2 Parties\n\nIt shall determine:\n\na) the parties;\n\nb) the rules:\n   1) legal;\n   2) others.\n\n## Annex A\n\n(normative)\n\nControls\n\nThey are listed.\n',
    )
    assert.equal(
      labels,
      'sec-4=section sec-4.2=section sec-4.2.a sec-4.2.b sec-4.2.b.1=paragraph sec-4.2.b.2=paragraph annex-A=annex',
    )
    assert.equal(titles.get('annex-A'), 'Controls')
  })
})

suite('A line that names a section of a plan', () => {
  test('is its heading above bullets, be it the only one', async () => {
    await assertLabels({
      '# Plan\n\nSection 1: Compute\n\n- Build.\n- Buy.\n\nSection 2: Courts\n\n- Hire.\n':
        '1=section 1.1 1.2 2=section 2.1',
      '# Plan\n\nSection 1: Compute\n\n- Build.\n- Buy.\n\n## Courts\n\n- Hire.\n':
        '1=section 1.1 1.2 2=section 2.1',
    })
  })

  test('is but spoken of, where it is a sentence and no other follows', async () => {
    const { labels, unread } = await proposed(
      '# Plan\n\n## Courts\n\nSection 1: this must go at once.\n\n- Hire.\n- Open.\n',
    )
    assert.equal(labels, '1=section 1.1 1.2')
    assert.deepEqual(unread, ['line 5: Section 1: this must go at once.'])
  })
})

suite('Boxes of Chinese plans stand beside what they interrupt', () => {
  const expected =
    'sec-1=section 1 sec-1.box-1=section sec-1.box-1.1 sec-1.box-1.2 2 sec-1.box-2=section sec-1.box-2.1 3'

  test('as paragraphs, headings, tables and layout', async () => {
    const before = '# 港口规划\n\n一、任务\n\n（一）建码头。推进改造。\n\n'
    const between = '\n\n（二）修航道。疏浚航道。\n\n'
    const behind = '\n\n（三）育人才。支持高校。\n'
    const boxes = [
      [
        '专栏1 码头工程\n\n1. 自动化。改造泊位。\n\n2. 远程。建中心。',
        '专栏2：航道工程\n1. 疏浚。',
      ],
      [
        '### 专栏1 码头工程\n\n1.自动化。改造泊位。\n\n2.远程。建中心。',
        '### 专栏2 航道工程\n\n01 疏浚\n\n疏浚航道。',
      ],
      [
        '| 专栏1 码头工程 |\n| --- |\n| 1. 自动化。改造泊位。 |\n| 2. 远程。建中心。 |',
        '<table><tr><td><p>专栏2 航道工程</p></td></tr><tr><td><p>1.疏浚。</p></td></tr></table>',
      ],
    ]
    for (const [one = '', other = ''] of boxes) {
      await assertLabels({ [before + one + between + other + behind]: expected })
    }
    const { titles } = await proposed(before + (boxes[0]?.[0] ?? '') + between)
    assert.equal(titles.get('sec-1.box-1'), '码头工程')
  })

  test('but a sentence that speaks of one is none', async () => {
    await assertLabels({
      '# 规划\n\n一、任务\n\n（一）建码头。推进改造。\n\n专栏1所列工程，由各部门负责。\n\n（二）修航道。疏浚航道。\n':
        'sec-1=section 1 2',
    })
  })
})

suite('Notes are neither measures nor words of one', () => {
  test('in Markdown, wherever they stand', async () => {
    const outline = await outlineOfText(
      '# Plan\n\n## Water\n\nWe measure it.[^1] It is dirty.[^long]\n\n- Buy gauges.[^2]\n- Train crews.\n\n[^1]: Miller 2019, *Water*.\n[^2]: See this:\n\n    - a list\n    - in a note\n\n[^long]: A long note\ngoes on.\n\n## Quays\n\n- Hang lamps.[^none]\n',
    )
    assert.deepEqual(outline.asides, [
      { kind: 'note', text: 'Miller 2019, Water.' },
      { kind: 'note', text: 'See this: - a list - in a note' },
      { kind: 'note', text: 'A long note goes on.' },
    ])
    const [water, quays] = outline.parts[0]?.parts ?? []
    assert.equal(water?.text, 'We measure it. It is dirty.')
    assert.deepEqual(
      [...water.parts, ...(quays?.parts ?? [])].map(({ text }) => text),
      ['Buy gauges.', 'Train crews.', 'Hang lamps.[^none]'],
    )
    assert.deepEqual(outline.unread, [
      { where: 'notes', what: 'notes: 3, from “Miller 2019, *Water*.”' },
    ])
  })

  test('of pages, where their marks lead to them', async () => {
    const pages = [
      '<p>We measure<sup><a href="#n1" id="r1">1</a></sup> it.</p><ul><li>Buy.<sup><a href="#n2">2</a></sup></li></ul><h2>End</h2><ul><li>Go.</li></ul><ol><li id="n1">Miller. <a href="#r1">↩</a></li><li id="n2"><p>The annex.</p></li></ol>',
      '<p>We measure<a href="#_ftn1" name="_ftnref1">[1]</a> it.</p><ul><li>Buy.<a href="page.html#_ftn2">[2]</a></li></ul><h2>End</h2><ul><li>Go.</li></ul><div><p><a href="#_ftnref1" name="_ftn1">[1]</a> Miller.</p><div id="_ftn2"><p>[2] The annex.</p></div></div>',
    ]
    for (const page of pages) {
      const outline = await outlineOfText(`<!doctype html><h1>Plan</h1><h2>Water</h2>${page}`)
      const [water, end] = outline.parts[0]?.parts ?? []
      assert.equal(water?.text, 'We measure it.')
      assert.deepEqual(
        [...water.parts, ...(end?.parts ?? [])].map(({ text }) => text),
        ['Buy.', 'Go.'],
      )
      assert.equal(outline.unread[0]?.what, 'notes: 2')
    }
  })

  test('but links to what stands above, or to more than a note, are none', async () => {
    const outline = await outlineOfText(
      `<!doctype html><h1 id="top">Plan</h1><h2>Water</h2><div id="all"><p>See<sup><a href="#top">1</a></sup> and <a href="#far">[2]</a>.</p></div><div id="far">${'<p>Many words stand here.</p>'.repeat(300)}</div>`,
    )
    assert.match(outline.parts[0]?.parts[0]?.text ?? '', /^See1 and \[2\]\.\n\nMany words/u)
  })
})

test('What nothing ends in Markdown takes no square of the time, and stands where it stood', async () => {
  const count = 5000
  for (const open of ['<!-- ', '<? ', '<![CDATA[ ']) {
    const outline = await outlineOfText(
      `# Plan\n\n## Water\n\n- Buy.\n\nx ${open.repeat(count)}y\n`,
    )
    const text = outline.parts[0]?.parts[0]?.text ?? ''
    assert.equal(text.split(open.trim()).length, count + 1, open)
  }
})
