import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import MarkdownIt12 from 'markdown-it-12'
import footnotes from 'markdown-it-footnote'
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { printReport } from '../../../src/core/features/printing.ts'
import { assembleCorpus } from '../../../src/core/corpusFile/assembleCorpus.ts'
import { parseCorpusFile } from '../../../src/core/corpusFile/parseCorpusFile.ts'
import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import type { Language } from '../../../src/core/corpus/language.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { printCitations } from '../../../src/vscode/preview/printCitations.ts'
import { previewedReport } from '../../../src/vscode/preview/printedHtml.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const library = libraryCorpus()

/** What the parser of VS Code's preview makes of `report`, as HTML; those of the newest and of the oldest one. */
const parsers = [
  ['markdown-it 14', () => new MarkdownIt({ html: true, linkify: true })],
  ['markdown-it 12, of VS Code 1.91', () => new MarkdownIt12({ html: true, linkify: true })],
] as const

function html(
  source: string,
  { corpus = library, language = 'en', parser = parsers[0][1], style }: Options = {},
): string {
  const md = parser()
  printCitations(md, (text) => {
    const report = analyseReport(text)
    const printed = printReport(report, corpus, style === undefined ? {} : { name: style })
    return previewedReport(printed, report, {
      corpus,
      language,
      day: '2026-11-29',
      tooltips: new Map(),
      known: new WeakMap(),
    })
  })
  return md.render(source)
}

interface Options {
  readonly corpus?: Corpus
  readonly language?: Language
  readonly parser?: () => MarkdownIt
  readonly style?: string
}

/** An element as far as tests ask. */
interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly text: string
}

/** All elements of `markup`, as a browser reads it, those within others before these. */
function elementsOf(markup: string): readonly Element[] {
  const elements: Element[] = []
  const read = (node: DefaultTreeAdapterTypes.Node): string => {
    // No line ends between an abbreviation and its number.
    if ('value' in node) return node.value.replaceAll('\u00A0', ' ')
    const text = 'childNodes' in node ? node.childNodes.map(read).join('') : ''
    if ('tagName' in node) {
      const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]))
      elements.push({ name: node.tagName, attributes, text })
    }
    return text
  }
  read(parseFragment(markup))
  return elements
}

function withClass(markup: string, name: string): readonly Element[] {
  return elementsOf(markup).filter(({ attributes }) =>
    (attributes.get('class') ?? '').split(' ').includes(name),
  )
}

function cited(markup: string): readonly string[] {
  return withClass(markup, 'policy-citation').map(({ text }) => text)
}

test('what was amended, deleted or does not apply yet says so behind its citation', () => {
  const text = `---
id: xx-act
type: act
title: Quay Act
amended-by: Act 9 | 2026-05-02 | 2026-06-01
---

# Lamps {#4}

- replaced-by: Act 9

# Cranes {#5}

- deleted-by: Act 9

# Ropes {#6}

- applies-from: 2027-01-01

# Nets {#7}
`
  const corpus = assembleCorpus([parseCorpusFile(text, 'act.md')])
  const words = (source: string, language?: Language): readonly string[] =>
    withClass(html(source, { corpus, ...(language && { language }) }), 'policy-ended').map(
      (element) => element.text,
    )
  assert.deepEqual(words('[@xx-act, art. 4]'), ['amended'])
  assert.deepEqual(words('[@xx-act:5]'), ['deleted'])
  assert.deepEqual(words('[@xx-act, art. 6]'), ['not yet applicable'])
  assert.deepEqual(words('[@xx-act, art. 7]'), [])
  assert.deepEqual(words('[@xx-act:5]', 'zh-Hant'), ['已刪除'])
})

for (const [name, parser] of parsers) {
  suite(`Citations in the preview, ${name}`, () => {
    test('are printed wherever Pandoc reads them, and nowhere else', () => {
      const markup = html(everywhere, { parser })
      assert.deepEqual(cited(markup), [
        '(Regulation (EU) 2024/1689 2024, art. 5(1)(a))',
        '(White House 2025, 3, pillar I, sec. 1, action 3)',
        '(Regulation (EU) 2024/1689 2024, art. 6)',
        '(Regulation (EU) 2024/1689 2024, annex III)',
        '(White House 2025)',
        '(Exec. Order No. 14320 2025, § 3(b))',
        '(White House 2025, 4)',
      ])
      const code = elementsOf(markup).filter(({ name: tag }) => tag === 'code')
      assert.deepEqual(
        code.map(({ text }) => text),
        ['[@eu-ai-act]', '[@eu-ai-act]\n'],
      )
      assert.ok(markup.includes('mail ann@eu-ai-act.example and'))
      assert.ok(markup.includes('根据@eu-ai-act 的规定'))
    })

    test('are found where lines end in CR LF', () => {
      assert.deepEqual(
        cited(html(everywhere.replaceAll('\n', '\r\n'), { parser })),
        cited(html(everywhere, { parser })),
      )
    })

    test('of notes are numbered with the footnotes of the report', () => {
      const markup = html(
        'First [@eu-ai-act].[^own] Then @us-aiap-2025 [p. 3] and^[a note [@eu-ai-act, art. 6]].\n\n' +
          '[^own]: See [@us-aiap-2025].\n',
        { parser, style: 'chicago-notes-bibliography' },
      )
      const numbers = withClass(markup, 'footnote-ref').map(({ text }) => text)
      assert.deepEqual(numbers, ['[1]', '[2]', '[3]', '[4]'])
      const notes = withClass(markup, 'footnote-item').map(({ text }) => text.trim())
      assert.equal(notes.length, 4)
      assert.match(notes[0] ?? '', /^Regulation \(EU\) 2024\/1689 of the European Parliament/u)
      assert.match(notes[1] ?? '', /^See \(White House, Winning the Race/u)
      assert.match(notes[3] ?? '', /^a note \(Regulation \(EU\) 2024\/1689, art\. 6\)/u)
    })

    test('the list stands in its division, behind what that holds, else last', () => {
      const cites = 'Text [@eu-ai-act].\n\n'
      const placed = html(`${cites}::: {#refs}\n## Sources\n:::\n\nBehind.\n`, { parser })
      assert.ok(placed.indexOf('Sources') < placed.indexOf('policy-references'))
      assert.ok(placed.indexOf('policy-references') < placed.indexOf('Behind.'))
      assert.ok(!placed.includes(':::'))
      const last = html(`${cites}Behind.\n`, { parser })
      assert.ok(last.indexOf('Behind.') < last.indexOf('policy-references'))
    })
  })
}

const everywhere = `# Heading [@eu-ai-act, art. 5(1)(a)]

> A quotation [@us-aiap-2025, p. 3,
> pillar I, sec. 1, action 3] over lines.

| a | b |
|---|---|
| [@eu-ai-act, art. 6] | x [@eu-ai-act, annex III] |

\`[@eu-ai-act]\` code, mail ann@eu-ai-act.example and 根据@eu-ai-act 的规定.[^one]

    [@eu-ai-act]

A [link [@us-aiap-2025]](https://a.example) and^[a note [@us-aiap-2025, p. 4]].

[^one]: As [@us-eo-14320, sec. 3(b)] says.
`

suite('A citation in the preview', () => {
  test('is printed in a cell with a bar of its own', () => {
    const markup = html('| a | b |\n|---|---|\n| [@eu-ai-act, art. 6, one \\| two] | c |\n')
    const [citation] = withClass(markup, 'policy-citation')
    assert.match(citation?.text ?? '', /^\(Regulation .*, art\. 6, one .*\| two\)$/u)
    assert.ok(!markup.includes('[@'))
  })

  test('has the card as its tooltip, and a link to the official place', () => {
    const markup = html('So [@us-aiap-2025, p. 3, pillar I, sec. 1, action 3].\n')
    const [citation] = withClass(markup, 'policy-citation')
    assert.deepEqual(citation?.attributes.get('title')?.split('\n'), [
      'Weigh state AI rules in funding awards',
      'AIAP › Pillar I › Section 1 › Recommended action 3 · p. 3 · not binding · says “recommended”',
      "OMB has agencies that hand out discretionary AI money look, as far as the law allows, at each state's AI rules before deciding, and limit awards whose effect those rules may weaken.",
      'Led by Office of Management and Budget (OMB)',
    ])
    const link = elementsOf(markup).find(({ name }) => name === 'a')
    assert.match(link?.attributes.get('href') ?? '', /^https:.*AI-Action-Plan\.pdf#page=6$/u)
    assert.equal(link?.text, '3, pillar I, sec. 1, action 3')
  })

  test('of several works has a tooltip at each place', () => {
    const markup = html(
      'So [@us-aiap-2025, p. 3, pillar I, sec. 1, action 3; @eu-ai-act, art. 57].\n',
    )
    const titles = elementsOf(markup).map(
      ({ attributes }) => attributes.get('title')?.split('\n')[0],
    )
    assert.deepEqual(
      titles.filter((title) => title !== undefined),
      ['Weigh state AI rules in funding awards', 'AI regulatory sandboxes'],
    )
  })

  test('speaks the language of the reader', () => {
    const markup = html('So [@us-eo-14110, sec. 4.2].\n', { language: 'zh-Hans' })
    const [citation] = withClass(markup, 'policy-citation')
    assert.match(citation?.attributes.get('title') ?? '', /⚠ 第14110号|⚠ .*2025-01-20/u)
    assert.deepEqual(
      withClass(markup, 'policy-ended').map(({ text }) => text),
      ['已撤销'],
    )
  })

  test('of what is revoked says so behind it, of what is unknown in place', () => {
    const markup = html('So [@us-eo-14110] and [@eu-ai-act:999].\n')
    assert.deepEqual(
      withClass(markup, 'policy-ended').map(({ text }) => text),
      ['revoked'],
    )
    const [unknown] = withClass(markup, 'policy-unknown')
    assert.match(unknown?.text ?? '', /@eu-ai-act:999/u)
    assert.equal(unknown?.attributes.get('title'), 'Policy Citation knows no eu-ai-act:999.')
  })

  test('that a letter runs into stays, and does not stand for another one', () => {
    const markup = html('根据@eu-ai-act 的规定，另见 @eu-ai-act 。\n')
    assert.match(markup, /根据@eu-ai-act 的规定，另见 <span class="policy-citation"/u)
  })

  test('of others among ours keeps its key as it is', () => {
    const markup = html('See @smith [p. 3; @eu-ai-act] and [@smith, p. 3; @eu-ai-act].\n', {
      style: 'oscola',
    })
    const notes = withClass(markup, 'footnote-item').map(({ text }) => text)
    assert.match(notes[1] ?? '', /^@smith, p\. 3; /u)
  })

  test('of others stands as written', () => {
    assert.equal(
      html('So [see @smith2020, p. 3] and @octocat.\n'),
      plainly('So [see @smith2020, p. 3] and @octocat.\n'),
    )
  })
})

test('footnotes that another extension brings come once, whoever comes first', () => {
  for (const isFirst of [true, false]) {
    const md = new MarkdownIt()
    if (isFirst) md.use(footnotes)
    printCitations(md, () => undefined)
    if (!isFirst) md.use(footnotes)
    const markup = md.render('Hi[^1].\n\n[^1]: A note.\n')
    assert.equal(withClass(markup, 'footnotes').length, 1, markup)
    assert.match(markup, /A note\./u)
  }
})

test('footnotes are shown as the extension of the parser shows them', () => {
  const text =
    'One[^a], two[^b], again[^a], none[^c] and^[one *within*].\n\n[^a]: First.\n\n    - More.\n\n' +
    'Text between.\n\n[^b]: Second.\n    [^d]: Inner.\n\n    Behind it.\n\n> [^c]: Quoted.\n\nLast[^d].\n'
  const [ours, theirs] = [new MarkdownIt(), new MarkdownIt()]
  printCitations(ours, () => undefined)
  assert.equal(ours.render(text), theirs.use(footnotes).render(text))
})

test('a part of a document that somebody parses for himself is parsed', () => {
  const md = new MarkdownIt()
  printCitations(md, () => undefined)
  const tokens: unknown = Reflect.apply(md.parse.bind(md), undefined, ['x [@y]\n'])
  assert.ok(Array.isArray(tokens) && tokens.length === 3)
})

test('a document that is no report is read as before', () => {
  const md = new MarkdownIt()
  printCitations(md, () => undefined)
  assert.equal(md.render('So [@eu-ai-act].\n'), plainly('So [@eu-ai-act].\n'))
})

test('a style that is not printed is said to be shown as Chicago', () => {
  const markup = html('So [@eu-ai-act].\n', { style: 'ieee' })
  const [said] = withClass(markup, 'policy-other-style')
  assert.match(
    said?.text ?? '',
    /^Shown as Chicago \(author-date\): the preview does not know ieee/u,
  )
})

function plainly(source: string): string {
  return new MarkdownIt().render(source)
}

suite('Text of a corpus in the preview', () => {
  test('is text, whatever it is', () => {
    let printed = 0
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (text) => {
        const markup = html('So [@xx-any:1] and @xx-any.\n', { corpus: corpusCalled(text) })
        const others = elementsOf(markup).filter(({ name }) => !/^(?:p|span|a|div|em)$/u.test(name))
        assert.deepEqual(others, [])
        const names = elementsOf(markup).flatMap(({ attributes }) => [...attributes.keys()])
        assert.deepEqual(
          names.filter((name) => !ourAttributes.has(name)),
          [],
        )
        printed += cited(markup).length
      }),
      { numRuns: 300, seed: 20261129 },
    )
    assert.ok(printed > 400, `${String(printed)} citations were printed`)
  })

  test('leads nowhere but to the official place', () => {
    for (const text of ['"><script>x</script>', 'javascript:alert(1)', '<img src=x onerror=y>']) {
      const markup = html('So [@xx-any:1].\n', { corpus: corpusCalled(text) })
      const links = elementsOf(markup).flatMap(({ attributes }) => attributes.get('href') ?? [])
      assert.deepEqual([...new Set(links)], ['https://plans.example/any.pdf'])
    }
  })
})

const ourAttributes = new Set(['class', 'title', 'href', 'id', 'style'])

/** A plan whose every text is `text`. */
function corpusCalled(text: string): Corpus {
  const quoted = JSON.stringify(text)
  const escaped = text.replace(/[\p{P}\p{S}]/gu, (mark) => (mark < '\u0080' ? `\\${mark}` : mark))
  const file = `---
id: xx-any
type: plan
title: ${quoted}
issuer: ${quoted}
issued: 2031-01-01
url: https://plans.example/any.pdf
---

# ${escaped.replace(/[\r\n]+/gu, ' ')} {#1 kind=action}

${escaped}
`
  return assembleCorpus([parseCorpusFile(file, 'any.md')])
}
