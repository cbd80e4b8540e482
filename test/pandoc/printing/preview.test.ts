// The preview beside Pandoc: the same words in paragraphs, notes and list, whatever stands around them.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import MarkdownIt from 'markdown-it'
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { printReport } from '../../../src/core/features/printing.ts'
import { ownStyles, type OwnStyle } from '../../../src/core/printing/printed.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { printCitations } from '../../../src/vscode/preview/printCitations.ts'
import { previewedReport } from '../../../src/vscode/preview/printedHtml.ts'
import { libraryCorpus } from '../../core/search/libraryCorpus.ts'
import { publishedStyle } from '../../support/officialSource.ts'
import { newBibliography } from '../newBibliography.ts'
import { filterFile, filtering, pandocPage } from '../pandoc.ts'

const corpus = libraryCorpus()

const everywhere = `# A heading [@eu-ai-act, art. 5(1)(a)]

The plan says so [see @us-aiap-2025, p. 3, pillar I, sec. 1, action 3; @eu-ai-act:5.1.a]. As @us-eo-14110 [sec. 4.2]
asked, *and* [@us-aiap-2025].[^own] Then @us-aiap-2025 [p. 4] and^[a note [@eu-ai-act, art. 6]] so.[^first]

> A quotation [@us-aiap-2025, p. 3,
> pillar I, sec. 1, action 3] over lines.

| a | b |
|---|---|
| [@eu-ai-act, art. 6] | x [@eu-ai-act, annex III] |

- An item [-@uk-aioap-2025, rec. 12].[^two]

[^own]: See [@us-aiap-2025].

[^first]: [see @cn-genai-2023, art. 12; @us-aiap-2025, p. 5].

[^two]: As [@us-eo-14320, sec. 3(b)] says, see @us-aiap-2025 [p. 6].

    And [@eu-ai-act, art. 57].
`

const listed = `---
nocite: |
  @eu-ai-act, @uk-aioap-2025
---

# Text

So [@us-aiap-2025, p. 3] and [@eu-ai-act, art. 6].^[See @eu-ai-act [art. 7].]
`

for (const style of ownStyles) {
  const published = publishedStyle(style)
  suite(`The preview prints what Pandoc prints in ${style}`, { skip: published.skip }, () => {
    for (const [name, text] of [
      ['citations everywhere', everywhere],
      ['the sample report', example('brief.md')],
      ['what is listed and not cited', listed],
    ] as const) {
      test(name, async () => {
        const report = text === listed ? text : withoutFields(text)
        const csl = readFileSync(published.file, 'utf8')
        assert.deepEqual(previewed(report, style), await printed(report, csl))
      })
    }
  })
}

function example(name: string): string {
  return readFileSync(new URL(`../../../examples/${name}`, import.meta.url), 'utf8')
}

/** Without front matter, and without the place of the list, which is last then. */
function withoutFields(text: string): string {
  return text.replace(/^---\n.*?\n---\n/su, '').replace(/# References\n.*$/su, '')
}

function previewed(source: string, name: OwnStyle): readonly string[] {
  const md = new MarkdownIt({ html: true })
  printCitations(md, (text) => {
    const report = analyseReport(text)
    const printedReport = printReport(report, corpus, { name })
    return previewedReport(printedReport, report, {
      corpus,
      language: 'en',
      day: '2026-11-29',
      tooltips: new Map(),
      known: new WeakMap(),
    })
  })
  const lines = linesOf(md.render(source))
  // It knows no front matter by itself.
  return source.startsWith('---') ? lines.slice(lines.indexOf('Text')) : lines
}

async function printed(source: string, csl: string): Promise<readonly string[]> {
  const files = { ...filterFile, 'b.json': newBibliography(source, corpus), 's.csl': csl }
  const options = { bibliography: 'b.json', csl: 's.csl', ...filtering }
  return linesOf(await pandocPage(source, 'html', files, options))
}

type Node = DefaultTreeAdapterTypes.Node

/** What is read on a page, line by line, in order: headings, paragraphs, cells, notes and entries. */
function linesOf(html: string): readonly string[] {
  const lines: string[] = []
  const read = (node: Node): string => {
    if ('value' in node) return node.value
    if ('attrs' in node && isLeftOut(node)) return ''
    const text = 'childNodes' in node ? node.childNodes.map(read).join('') : ''
    if (!('tagName' in node) || !/^(?:h1|p|td|th|li|div)$/u.test(node.tagName)) return text
    // Pandoc sets the number of an entry apart.
    if (classesOf(node).some((one) => /^csl-(?:left-margin|right-inline)$/u.test(one))) return text
    const line = text.replaceAll('’', "'").replace(/\s+/gu, ' ').trim()
    if (line !== '') lines.push(line)
    return ''
  }
  read(parseFragment(html))
  return lines
}

/** Marks of notes and the ways back from them look otherwise, and only the preview says what is revoked. */
function isLeftOut(element: DefaultTreeAdapterTypes.Element): boolean {
  const marks = ['footnote-ref', 'footnote-back', 'footnote-backref', 'policy-ended']
  return classesOf(element).some((one) => marks.includes(one))
}

function classesOf({ attrs }: DefaultTreeAdapterTypes.Element): readonly string[] {
  return attrs.find(({ name }) => name === 'class')?.value.split(' ') ?? []
}
