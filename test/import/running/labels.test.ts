import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { proposed } from '../proposed.ts'
import { assertLabels } from './assertLabels.ts'

suite('Chinese texts whose lines follow one another without blank lines', () => {
  test('are divided by 一、 and （一）, below a line without a stop, too', async () => {
    await assertLabels({
      '码头通知\n各单位：\n现通知如下：\n一、总体要求\n坚持安全。\n二、任务\n（一）修码头。全面检修。\n（二）修吊车。\n三、要求\n抓好落实。\n':
        'sec-1=section sec-2=section 1 2 sec-3=section',
      '一、任务\n（一）修码头\n支持企业\n1.修吊车；\n2.修灯塔。\n（二）养海\n1、清淤\n2、种草\n':
        'sec-1=section 1 1.1=paragraph 1.2=paragraph 2 2.1=paragraph 2.2=paragraph',
      '<!doctype html><html lang="zh"><p>一、目标<br>探索。<br>二、内容<br>（一）开放<br>1．目录<br>2．接口<br>三、要求</p></html>':
        'sec-1=section sec-2=section 1 1.1=paragraph 1.2=paragraph sec-3=section',
    })
  })

  test('and by 第二章, 第一节 below the line of an article', async () => {
    await assertLabels({
      '第一章　总则\n第一条　为了修码头，制定本办法。\n第二章　规范\n第一节 材料\n第二条　应当报告：\n1．事故；\n2．泄漏。\n第三章　附则\n第三条　即日施行。\n':
        'chp-1=chapter 1 chp-2=chapter chp-2.sec-1=section 2 2.1=paragraph 2.2=paragraph chp-3=chapter 3',
    })
  })

  test('but not where a line goes on with the words of a sentence', async () => {
    await assertLabels({
      '第一条　根据港口法\n第二章规定，制定本办法。\n第二条　推动\n一、二、三产业融合，依照第三条第\n（一）项办理。\n':
        '1 2',
    })
  })
})

suite('Measures that a word and a number begin', () => {
  test('are measures with their printed numbers, as paragraphs, bold, alone in a line', async () => {
    const { labels, titles } = await proposed(
      '# Plan\n\n## Quays\n\n**Recommendation 1: Mend the mole.** It leaks.\n\nRECOMMENDATION 2 – Paint the cranes\n\nBy spring.\n\n**Recommendation 3**\n\nBuild a quay\n\n## Rules\n\n**Action 4** Write a code\n\nPrinciple 5. Be fair.\n\nTarget 6.1: Ten quays.\n\nCommitment 7: We will share.\n',
    )
    assert.equal(
      labels,
      'sec-quays=section 1=recommendation 2=recommendation 3=recommendation sec-rules=section 4 5=principle 6.1=target 7',
    )
    assert.equal(titles.get('2'), 'Paint the cranes')
    assert.equal(titles.get('3'), 'Build a quay')
  })

  test('as bullets of Markdown and HTML, beside bullets that bear none', async () => {
    await assertLabels({
      '# Plan\n\n## Priority 1: Quays\n\n- **Action 1:** Mend.\n- **Action 2:** Paint.\n  - in red\n\n## Priority 2: Rules\n\n- Action 3. Write.\n- Consult.\n':
        'sec-1=section 1 2 sec-2=section 3 sec-2.2',
      '<!doctype html><h1>Plan</h1><h2>Quays</h2><ul><li><b>Recommendation 1</b>: Mend</li><li><b>Recommendation 2:</b> Paint</li></ul>':
        'sec-quays=section 1=recommendation 2=recommendation',
    })
  })

  test('in a text without blank lines', async () => {
    await assertLabels({
      'Plan\n\nRecommendation 1: Mend the mole.\nIt leaks.\nRecommendation 2: Paint.\n':
        '1=recommendation 2=recommendation',
      'Plan\n\n**Action 1:** Mend the mole.\n**Action 2:** Paint.\n': '1 2',
    })
  })

  test('in other languages', async () => {
    await assertLabels({
      '# 规划\n\n## 码头\n\n建议1：修码头。\n\n建议二：修吊车。\n\n- 行动三：修灯塔\n\n原则四：公平。\n':
        'sec-1=section 1=recommendation 2=recommendation 3 4=principle',
      '# Plan\n\n## Quais\n\nRecommandation 1 : Réparer le quai.\n\nMesure 2 : Peindre.\n':
        'sec-quais=section 1=recommendation 2',
    })
  })

  test('but not where a sentence speaks of one, nor in an article', async () => {
    await assertLabels({
      '# Plan\n\n## Quays\n\nRecommendation 3 was accepted.\n\nAction 4, above, is under way.\n\nAction A of the crew.\n\nTarget 2030 Agenda\n':
        '1=section',
      '# Act\n\n## Article 1 Quays\n\nThe list says:\n\nAction 3: Mend.\n': '1',
    })
  })
})

suite('Annexes without a number', () => {
  test('are annexes, as a heading, as a line, with the title in the line behind', async () => {
    const act = '# Quay Act\n\n## Article 1 Scope\n\nQuays.\n\n'
    for (const annex of ['ANNEX', 'Annex', 'SCHEDULE', 'APPENDIX', 'Annexe', 'ANHANG', 'Anexo']) {
      await assertLabels({
        [`${act}## ${annex}\n\n1. Moles.\n\n2. Piers.\n`]: '1 annex=annex annex.1 annex.2',
        [`${act}${annex}\n\nList of quays\n\n(1) Moles.\n\n(2) Piers.\n`]:
          '1 annex=annex annex.1 annex.2',
        [`${act}${annex}\nList of quays\n(1) Moles.\n(2) Piers.\n`]:
          '1 annex=annex annex.1 annex.2',
        [`${act}## ${annex}: List of quays\n\nNone.\n`]: '1 annex=annex',
      })
    }
    await assertLabels({
      '<!doctype html><h1>Act</h1><h2>Article 1<br>Scope</h2><p>Quays.</p><h2>ANNEX<br>List of quays</h2><p>(1) Moles.</p>':
        '1 annex=annex annex.1',
    })
    const { titles } = await proposed(`${act}ANNEX\n\nList of quays\n\n(1) Moles.\n`)
    assert.equal(titles.get('annex'), 'List of quays')
    assert.equal((await proposed(`${act}## ANNEX\n\n1. Moles.\n`)).titles.get('annex'), 'Annex')
  })

  test('are annexes of plans, beside annexes with numbers', async () => {
    await assertLabels({
      '# Plan\n\n## Quays\n\n- Mend.\n\n## Annex: Method\n\nTalks.\n\n## Annex A\n\nData.\n':
        '1=section 1.1 annex=annex annex-A=annex',
    })
  })

  test('stand in none of the parts that bear a number', async () => {
    await assertLabels({
      '<!doctype html><h1>Act</h1><h2>CHAPTER I</h2><h3>Article 1 Scope</h3><p>Quays.</p><p>APPENDIX</p><p>List</p><p>1. Moles.</p>':
        'chp-I=chapter 1 annex=annex annex.1',
      '# 码头法\n\n## 第一章 总则\n\n第一条 修码头。\n\n附件\n\n重点名单\n':
        'chp-1=chapter 1 annex=annex',
      '第一章 总则\n\n第一条 修码头。\n\n附件\n\n1. 甲类；\n':
        'chp-1=chapter 1 annex=annex annex.1',
    })
  })

  test('take the keys of no others', async () => {
    await assertLabels({
      '# Act\n\n## Article 1 Scope\n\nQuays.\n\n## Annex: Moles\n\nM.\n\n## Annex: Piers\n\nP.\n\n## Annex 2\n\nQ.\n':
        '1 annex-moles=annex annex-piers=annex annex-2=annex',
    })
  })
})

suite('Attachments of Chinese notices', () => {
  const notice = '# 码头通知\n\n一、修码头。全面检修。\n\n二、修吊车。及时报告。\n\n'

  test('that are but listed are no annexes, nor are those who sign', async () => {
    for (const list of [
      '附件：1. 任务清单\n\n2. 检测指标\n\n港务局\n\n2025年3月1日\n',
      '附件：\n1．任务清单\n2．检测指标\n\n港务局\n2025年3月1日\n',
      '附件：任务清单\n\n二〇二五年三月一日\n',
      '附件1：任务清单\n\n附件2：检测指标\n',
    ]) {
      const { labels, unread } = await proposed(notice + list)
      assert.equal(labels, '1 2', list)
      assert.ok(
        unread.some((line) => line.includes('任务清单')),
        unread.join('\n'),
      )
    }
  })

  test('are annexes where they have words', async () => {
    await assertLabels({
      [`${notice}附件：任务清单\n\n2025年3月1日\n\n## 附件1\n\n任务清单\n\n1. 修桥。\n\n2. 修路。\n`]:
        '1 2 annex-1=annex annex-1.1 annex-1.2',
      [`${notice}附件：工作方案\n\n一、总体要求\n\n坚持安全。\n`]:
        '1 2 annex=annex annex.sec-1=section',
      [`${notice}附件\n\n任务清单\n\n1. 修桥。\n`]: '1 2 annex=annex annex.1',
      [`${notice}附 件 1\n\n任务清单\n\n1. 修桥。\n\n附件2.检测指标\n\n1. 修路。\n`]:
        '1 2 annex-1=annex annex-1.1 annex-2=annex annex-2.1',
    })
  })
})

suite('Lists in plain texts', () => {
  test('of a. and a) are read line by line, behind a clause, or where they go on', async () => {
    await assertLabels({
      'Section 1. Reports. Each office shall report:\n  a. the quay;\n  b. its crane; and\n  c. its light.\n\nSection 2. Lists. Lists state\n  a) the quay\n  b) the crane\n\nSection 3. Steps. The office shall:\n  i. ask;\n  ii. test.\n':
        '1 1.a=paragraph 1.b=paragraph 1.c=paragraph 2 2.a=paragraph 2.b=paragraph 3 3.i=paragraph 3.ii=paragraph',
    })
  })

  test('but not where a line begins with an initial, or the rest of a sentence', async () => {
    await assertLabels({
      'Section 1. Terms. The quay of\nA. Smith is meant in paragraph\n(b) of the order.\n': '1',
    })
  })
})

suite('Headings that name sections', () => {
  test('are measures where points stand right below them', async () => {
    await assertLabels({
      '# Order\n\n## Preliminary\n\nWords.\n\n## Section 1. Scope\n\nQuays.\n\n## Section 2. Duties\n\n(a) Mend:\n\n- moles\n- piers\n\n(b) Paint:\n\n(i) red;\n\n(ii) blue.\n':
        '1 2 2.a=paragraph 2.b=paragraph 2.b.i=point 2.b.ii=point',
      '<!doctype html><h1>Order</h1><h3>SECTION 1 Scope</h3><p>(1) Quays.</p><p>(2) Moles.</p><h3>SECTION 2 Duties</h3><p>Mend.</p>':
        '1 1.1=paragraph 1.2=paragraph 2',
    })
  })

  test('hold what stands in them where they have bullets, headings or articles', async () => {
    await assertLabels({
      '# Plan\n\n## Section 1: Quays\n\n- Mend.\n- Paint.\n\n## Section 2: Rules\n\n(a) One.\n\n(b) Two.\n':
        'sec-1=section sec-1.1 sec-1.2 sec-2=section sec-2.a sec-2.b',
      '# Act\n\n## Section 1 Scope\n\nArticle 1\n\n(1) Quays.\n\n## Section 2 Duties\n\nArticle 2\n\n(1) Mend.\n':
        'sec-1=section 1 1.1=paragraph sec-2=section 2 2.1=paragraph',
    })
  })
})

suite('Articles and sections of acts of many countries', () => {
  test('German: § 1 with its paragraphs, parts, chapters, annexes', async () => {
    const { labels, titles } = await proposed(
      '# Hafengesetz\n\n## Abschnitt 1 Allgemeines\n\n### § 1 Zweck\n\n(1) Es regelt Häfen.\n\n(2) Es gilt für:\n\n1. Molen,\n\n2. Kräne.\n\n### § 1a Begriffe\n\nEin Hafen ist ein Ort.\n\n### § 2 (weggefallen)\n\n## Anlage 1\n\nMuster.\n',
    )
    assert.equal(
      labels,
      'sec-1=section 1 1.1=paragraph 1.2=paragraph 1.2.1=point 1.2.2=point 1a 2 annex-1=annex',
    )
    assert.equal(titles.get('1a'), 'Begriffe')
    await assertLabels({
      'Hafengesetz\n\nTeil 1\nAllgemeines\n\n§ 1\nZweck\n\n(1) Es gilt. § 5 Abs. 2 bleibt.\n\n§ 2 Begriffe\n\nHäfen.\n\n§ 3 Absatz 1 gilt entsprechend.\n':
        'part-1=part 1 1.1=paragraph 2',
    })
  })

  test('French: Article 1er, 5 bis, premier, L. 123-4', async () => {
    await assertLabels({
      '# Loi\n\n## TITRE Ier Dispositions\n\n### Article 1er\n\nTexte.\n\n### Article 2\n\nTexte.\n\n### Article 2 bis Exceptions\n\nTexte.\n\n### Article L. 123-4\n\nTexte.\n\n## ANNEXE\n\n1. Quai.\n':
        'title-I=title 1 2 2bis L123-4 annex=annex annex.1',
      'TITRE PREMIER\nDISPOSITIONS\n\nArticle premier\nTexte.\n\nArt. R. 12-3. - Texte.\n\nArticle 5 ter. Texte.\n':
        'title-1=title 1 R12-3 5ter',
    })
  })

  test('Spanish, Portuguese, Italian, Dutch', async () => {
    await assertLabels({
      '# Ley\n\n## TÍTULO I Puertos\n\n### Artículo 1. Objeto\n\nTexto.\n\n### Artículo 4.- Ámbito\n\n1. Uno.\n\n2. Dos:\n\na) tres;\n\nb) cuatro.\n':
        'title-I=title 1 4 4.1=paragraph 4.2=paragraph 4.2.a=point 4.2.b=point',
      'CAPÍTULO I\nPORTOS\n\nArtigo 1.º\nObjeto\n\nTexto.\n\nArtigo 2.º\nÂmbito\n\nTexto.\n':
        'chp-I=chapter 1 2',
      '# Codice\n\nArt. 5 bis. (Registro)\n\nTesto.\n\nArt. 5-ter - Sanzioni\n\nTesto.\n\nArt. 6. Ambito\n\nTesto.\n':
        '5bis 5-ter 6',
      '# Wet\n\n## Hoofdstuk 1 Algemeen\n\n### Artikel 1\n\nTekst.\n\n### Artikel 2a Plichten\n\nTekst.\n\n## BIJLAGE\n\n1. Kade.\n':
        'chp-1=chapter 1 2a annex=annex annex.1',
    })
  })

  test('of regulations of the United States: § 7.2 Reports.', async () => {
    await assertLabels({
      '§ 7.2 Reports.\n\n(a) Quays report.\n\n(b) Moles do not.\n\n§ 7.3 Forms.\n\nIn writing.\n':
        '7.2 7.2.a=paragraph 7.2.b=paragraph 7.3',
    })
  })

  test('but not where a sentence speaks of one', async () => {
    await assertLabels({
      '# Act\n\n## Article 1 Scope\n\nArtikel 5 bis 7 gelten.\n\nArticle 5 of the Act applies.\n\nArt. 5 Abs. 2 gilt.\n\nart. 6 wordt gewijzigd.\n':
        '1',
    })
  })
})

suite('A heading without a number', () => {
  test('holds none of the measures whose headings are of its depth', async () => {
    await assertLabels({
      '# Treaty\n\n## Introduction\n\nWords.\n\n## Article 1 Aim\n\nA.\n\n## Article 2 Duties\n\nB.\n\n## Signatures\n\nC.\n':
        '1 2',
      '# Plan\n\n## Foreword\n\nWords.\n\n## Recommendation 1: Mend\n\nA.\n\n## Conclusion\n\nB.\n':
        'sec-foreword=section 1=recommendation sec-conclusion=section',
    })
  })

  test('holds those of a smaller depth, and one with a number those of its own', async () => {
    await assertLabels({
      '# Act\n\n## General\n\n### Article 1 Aim\n\nA.\n\n## Chapter 2 Duties\n\n## Article 2 Quays\n\nB.\n':
        'sec-general=section 1 chp-2=chapter 2',
    })
  })
})

suite('Bullets whose words begin with a number', () => {
  test('keep it below a goal, below its number, beside their like', async () => {
    const { labels, titles } = await proposed(
      '<!doctype html><h1>Plan</h1><h2>Goal 1: Quays</h2><ul><li>1.1 Mend moles</li><li>1.2 Paint cranes</li></ul><h2>Goal 2: Sea</h2><ol><li>Clean it</li><li>Test it</li></ol>',
    )
    assert.equal(labels, '1=goal 1.1=target 1.2=target goal-2=goal goal-2.1 2')
    assert.equal(titles.get('1.1'), 'Mend moles')
    await assertLabels({
      '# Plan\n\n## Quays\n\n- 2.1 Mend moles\n- 2.3 Paint cranes\n': 'sec-quays=section 2.1 2.3',
    })
  })

  test('but not where it is a figure', async () => {
    await assertLabels({
      '# Plan\n\n## Power\n\n- 1.5 GW of wind\n- 3.5 million lamps\n': '1=section 1.1 1.2',
    })
  })
})

test('reasons end where the act does something', async () => {
  const reasons = '# Act\n\nWhereas:\n\n(1) Quays sink.\n\n(2) Cranes rust.\n\n'
  for (const ending of [
    'HAS ADOPTED THIS RECOMMENDATION:',
    'HAVE AGREED AS FOLLOWS:',
    'HEREBY RECOMMENDS THAT MEMBER STATES:',
    'RECOMMENDS:',
    'Decides as follows:',
    'Invites Member States to:',
    'THE COUNCIL OF PORTS DECLARES:',
    'The Council hereby urges Member States to:',
    'Therefore, the Assembly:',
    'RESOLVED, that:',
  ]) {
    const { labels } = await proposed(`${reasons}${ending}\n\n1. Mend.\n\n2. Paint.\n`)
    assert.equal(labels, 'rct-1=recital rct-2=recital 1 2', ending)
  }
  const { labels } = await proposed(
    `${reasons}The Council has adopted several acts.\n\nRequested aid came late.\n\n(3) Tides rise.\n`,
  )
  assert.equal(labels, 'rct-1=recital rct-2=recital rct-3=recital')
})
