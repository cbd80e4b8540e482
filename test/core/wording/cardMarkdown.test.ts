import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { lexer, walkTokens } from 'marked'
import { cardOf } from '../../../src/core/corpus/card.ts'
import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import type { Language } from '../../../src/core/corpus/language.ts'
import { cardMarkdown, cardParts, type CardExtras } from '../../../src/wording/cardMarkdown.ts'
import { corpusOf, fixtureCorpus, readFixture } from '../../support/fixtureLibrary.ts'

function cardOfKey(corpus: Corpus, key: string, language: Language = 'en'): string {
  const provision = corpus.byKey.get(key) ?? assert.fail(key)
  return cardMarkdown(cardOf(corpus, provision), language)
}

/** All links and images, and all HTML, that VS Code's parser finds on a card. */
function dangerous(markdown: string): readonly string[] {
  const found: string[] = []
  void walkTokens(lexer(markdown), (token) => {
    if (token.type === 'image' || token.type === 'html') found.push(token.raw)
    if (token.type === 'link') found.push(String(token.href))
  })
  return found
}

suite('the card', () => {
  const corpus = fixtureCorpus()

  test('of a place deeper than the corpus says what is cited and how far the corpus goes', () => {
    const said = (key: string, language: Language): string => {
      const card = cardOf(corpus, corpus.byKey.get(key) ?? assert.fail(key))
      return cardMarkdown(card, language, { deeper: '(7) [x](http://x.example)' })
    }
    assert.match(
      said('xx-quay-act:5.1', 'en'),
      /is cited; the corpus goes no deeper than this: Article 5/,
    )
    assert.match(said('xx-quay-act:5.1', 'zh-Hans'), /比语料库更细，库中只收录到：第5条第1款/)
    assert.match(said('xx-quay-act:chp-I', 'zh-Hant'), /比語料庫更細，庫中只收錄到：第一章/)
    assert.match(
      said('xx-quay-act', 'en'),
      /The corpus has nothing of “[^”]+”, which is cited here/,
    )
    const links = dangerous(said('xx-quay-act:5.1', 'en'))
    assert.ok(links.every((link) => !link.includes('x.example')))
  })

  test('of a place whose title is its label says it once on the way, and both where they differ', () => {
    const framework = corpusOf([
      {
        name: 'xx-rmf.md',
        text:
          '---\nid: xx-rmf\ntype: plan\ntitle: Framework\n---\n\n' +
          '# Govern {#GOVERN kind=function place=GOVERN}\n\n- zh-Hans: 治理\n\n' +
          '## Policies {#GOVERN.1 kind=category place="GOVERN 1"}\n',
      },
    ])
    assert.match(cardOfKey(framework, 'xx-rmf:GOVERN.1'), /Framework › GOVERN › GOVERN 1$/m)
    assert.match(cardOfKey(framework, 'xx-rmf:GOVERN.1', 'zh-Hans'), /GOVERN：治理 › GOVERN 1$/m)
  })

  test('of a measure says what it is, who leads it, where it stands, and in whose words', () => {
    const card = cardOfKey(corpus, 'xx-lantern-2031:I.1.2', 'zh-Hans')
    for (const part of [
      '培训起重机司机转任监督员',
      'Retrain crane drivers',
      '`xx-lantern-2031:I.1.2`',
      'UNION',
      'SKILL',
      '第 2–3 页',
      '港务部',
      '2031',
      'Policy Citation 自撰',
      'lantern.pdf#page=4',
    ]) {
      assert.ok(card.includes(part), `${part} in ${card}`)
    }
  })

  test('has the aliases of the reader’s script, and says where a summary is not in their language', () => {
    const text =
      '---\nid: p\ntype: plan\ntitle: Plan\n---\n\n# One {#1}\n\nKeep the quays.\n\n- aliases: quays; 码头; 碼頭; 工人\n'
    const spoken = (language: Language): readonly string[] =>
      cardOfKey(corpusOf([{ name: 'p.md', text }]), 'p:1', language).split('\n')
    assert.ok(spoken('en').some((line) => line.endsWith('** quays')))
    assert.ok(spoken('en').includes('Keep the quays.'))
    assert.ok(spoken('zh-Hans').some((line) => line.endsWith('** 码头；工人')))
    assert.ok(spoken('zh-Hans').includes('（摘要仅有英文）Keep the quays.'))
    assert.ok(spoken('zh-Hant').some((line) => line.endsWith('** 碼頭；工人')))
  })

  test('says how a citation will print, or what would tell', () => {
    const printed = (extras: CardExtras): string | undefined =>
      cardMarkdown(
        cardOf(corpus, corpus.byKey.get('xx-lantern-2031:I.1') ?? assert.fail()),
        'en',
        extras,
      )
        .split('\n')
        .find((line) => /Prints|prints/u.test(line))
    assert.equal(
      printed({ printed: { kind: 'words', text: '(*Guild* 2031, 3)', style: 'apa' } }),
      '**Prints as (APA)** \\(\\*Guild\\* 2031, 3\\)',
    )
    assert.equal(
      printed({ printed: { kind: 'otherStyle', name: 'ieee' } }),
      '“Preview References” shows how ieee prints it.',
    )
  })

  test('of a section lists its measures, each on a line', () => {
    const lines = cardOfKey(corpus, 'xx-lantern-2031:I.1')
      .split('\n')
      .filter((line) => line.startsWith('- '))
    assert.equal(lines.length, 3)
  })

  test('case 60: reads as text: no fact is said by colour, picture or icon alone', () => {
    const card = cardOfKey(corpus, 'xx-lantern-2031:I.1.2')
    const text: string[] = []
    void walkTokens(lexer(card), (token) => {
      if (token.type === 'text' || token.type === 'codespan') text.push(String(token.text))
    })
    const read = text.join(' ')
    for (const part of [
      'Retrain crane drivers',
      'Led by',
      'UNION',
      'Through',
      'SKILL',
      'Policy Citation’s words',
    ]) {
      assert.ok(read.includes(part), `${part} in ${read}`)
    }
    assert.doesNotMatch(card, /\$\(|<|!\[/u)
  })

  test('of a measure lists what is said of it and its counterparts, each a line', () => {
    const card = cardOfKey(corpus, 'xx-lantern-2031:I.1.1')
    assert.match(card, /What is said of it/u)
    assert.match(card, /- `press-xx-lantern-2031:2\.1` Ada Fjord: .* · not in the instrument/u)
    assert.match(card, /Counterparts/u)
    assert.match(card, /- `xx-lantern-2031:I` Quays That Think .* · broader\. The pillar/u)
    const chinese = cardOfKey(corpus, 'xx-lantern-2031:I.1.1', 'zh-Hant')
    assert.match(chinese, /- `xx-lantern-2031:I` .* · [^ .]+。\S/u)
  })

  test('of a claim says who claims it, that the plan does not contain it, and what does', () => {
    const card = cardOfKey(corpus, 'press-xx-lantern-2031:2.1')
    assert.match(card, /Automation does not contain this\.\*\* A shipyard proposed them\./u)
    assert.match(card, /`xx-lantern-2031:I\.1\.1` Test driverless cranes at night \(p\. 2\)/u)
    assert.match(card, /\*\*Said by\*\* Ada Fjord, Guild of Pilots/u)
    assert.match(card, /\*\*Compares\*\* Crews: United States, China/u)
    const chinese = cardOfKey(corpus, 'press-xx-lantern-2031:2.1', 'zh-Hans')
    assert.match(chinese, /《港口自动化灯塔计划》没有这一内容。\*\* 船厂的提议。/u)
    assert.match(chinese, /\*\*比较维度\*\* 班组：美国、中国/u)
  })

  test('of what no longer holds says so first, and whose heading it bears', () => {
    const lines = cardOfKey(corpus, 'xx-order-7:1').split('\n')
    assert.equal(lines[2], '⚠ Lamp Order was revoked on 2031\\-01\\-20 by Order 12.')
    assert.match(lines.join('\n'), /Lamp Order › Section 1 · confidence: medium/u)
    assert.match(lines.join('\n'), /Order on Quay Lamps › Section 1/u)
    assert.match(lines.join('\n'), /The English title is the printed heading\./u)
    assert.match(cardOfKey(corpus, 'xx-order-7:1.a'), /› Section 1\\\(a\\\)/u)
  })

  test('of a whole instrument names no page, and its title once', () => {
    const card = cardOfKey(corpus, 'xx-lantern-2031')
    assert.doesNotMatch(card, /p\. \d/u)
    const title = corpus.byKey.get('xx-lantern-2031')?.titles.en ?? assert.fail('no title')
    assert.equal(card.split(title).length - 1, 1)
  })

  test('shows the issuer’s own words as a quotation, paragraph by paragraph, and nothing of them is markup', () => {
    const measure = corpus.byKey.get('xx-lantern-2031:I.1.1') ?? assert.fail('no measure')
    const text = `First <b>bold</b> ![x](https://example.org/x.png)\n\n# Second ${'x'.repeat(3000)}`
    const passage = { text, pages: { first: 2, last: 3 } }
    const dated = cardMarkdown(cardOf(corpus, measure), 'en', { passage, textDay: '2031-06-01' })
    assert.ok(dated.includes('**The issuer’s own words** (pp. 2–3) · text of 2031\\-06\\-01\n\n> '))
    const card = cardMarkdown(cardOf(corpus, measure), 'en', { passage })
    assert.match(card, /\*\*The issuer’s own words\*\* \(pp\. 2–3\)\n\n> First &lt;b/u)
    assert.match(card, /\n>\n> \\# Second x+…/u)
    assert.deepEqual(
      dangerous(card).filter((link) => link.includes('example.org/x')),
      [],
    )
    assert.ok(card.length < 5000)
  })
})

/** The links of each part of a card that holds any, as `action key label`. */
function linksOf(corpus: Corpus, key: string, extras: CardExtras = {}): readonly string[] {
  const provision = corpus.byKey.get(key) ?? assert.fail(key)
  return cardParts(cardOf(corpus, provision), 'en', extras)
    .flatMap((part) => (part.kind === 'links' ? part.links : []))
    .map((link) => `${link.action} ${link.key} ${link.label}`)
}

suite('the links of a card', () => {
  const corpus = fixtureCorpus()

  test('are what can be done next, then children, claims and counterparts', () => {
    const key = 'xx-lantern-2031:I.1.1'
    assert.deepEqual(linksOf(corpus, key), [
      `copyCitation ${key} Copy citation`,
      `showInCorpus ${key} Show in corpus`,
      'showInCorpus press-xx-lantern-2031:2.1 `press-xx-lantern-2031:2.1`',
      'showInCorpus xx-lantern-2031:I `I`',
    ])
    const [, , first] = linksOf(corpus, 'xx-lantern-2031:I.1')
    assert.equal(first, 'showInCorpus xx-lantern-2031:I.1.1 `I.1.1`')
    assert.match(
      linksOf(corpus, 'press-xx-lantern-2031:2.1').join('\n'),
      /xx-lantern-2031:I\.1\.1/u,
    )
  })

  test('lead to the attached copy where there is one', () => {
    const passage = { text: 'Words.', pages: { first: 2, last: 2 } }
    const links = linksOf(corpus, 'xx-lantern-2031:I.1.1', { passage })
    assert.ok(links.includes('showPassage xx-lantern-2031:I.1.1 Show passage'))
  })

  test('fold a long list, and lead to the rest', () => {
    const heads = Array.from(
      { length: 21 },
      (_, at) => `# Measure ${String(at)} {#${String(at)}}\n`,
    )
    const text = `---\nid: p\ntype: plan\ntitle: Plan\n---\n\n${heads.join('\n')}`
    const long = corpusOf([{ name: 'p.md', text }])
    assert.equal(linksOf(long, 'p').at(-1), 'browsePlan p … and 12 more')
    const card = cardOfKey(long, 'p')
    assert.equal(card.match(/^- /gmu)?.length, 9)
    assert.match(card, /\n\n… and 12 more$/u)
  })

  test('cases 1 to 5: hold words of our own and keys alone, whatever a corpus says', () => {
    const corpora = [corpus, corpusOf([readFixture('hostile.md')])]
    for (const one of corpora) {
      for (const provision of one.provisions) {
        for (const part of cardParts(cardOf(one, provision), 'en')) {
          const labels = part.kind === 'links' ? part.links.map(({ label }) => label) : []
          const strange = labels.filter(
            (label) => !/^(?:`[\w:.-]+`|[A-Z][a-z ]+|… and \d+ more)$/u.test(label),
          )
          assert.deepEqual(strange, [])
          if (part.kind === 'text') assert.doesNotMatch(part.markdown, /\]\(command:/u)
        }
      }
    }
  })

  test('stand behind what matters: title, place, state, summary, agencies, the official document', () => {
    const measure = corpus.byKey.get('xx-lantern-2031:I.1.1') ?? assert.fail('no measure')
    const [head, next, ...others] = cardParts(cardOf(corpus, measure), 'en')
    assert.ok(head?.kind === 'text' && next?.kind === 'links')
    const order = [
      'Test driverless cranes',
      'Recommended action 1',
      'Try driverless',
      'Led by',
      'lantern.pdf',
    ]
    const places = order.map((words) => head.markdown.indexOf(words))
    assert.ok(!places.includes(-1))
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    )
    assert.ok(others.length > 2)
  })
})

suite('the card of hostile measures', () => {
  const corpus = corpusOf([readFixture('hostile.md')])

  test('cases 1 to 5: holds no image, no HTML and no link but the address of the instrument', () => {
    assert.ok(corpus.provisions.length > 3)
    for (const { key } of corpus.provisions) {
      const found = dangerous(cardOfKey(corpus, key))
      assert.deepEqual(
        found.filter((link) => !link.startsWith('https://')),
        [],
        key,
      )
      assert.ok(found.length <= 1, key)
    }
  })

  test('case 6: is short, however long its texts are', () => {
    const long = corpusOf([
      {
        name: 'long.md',
        text: `---\nid: xx-long\ntype: plan\ntitle: Long\n---\n\n# M {#1}\n\n${'x'.repeat(60_000)}\n`,
      },
    ])
    assert.ok(cardOfKey(long, 'xx-long:1').length < 5000)
  })
})
