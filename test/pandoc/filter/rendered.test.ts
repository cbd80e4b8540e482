import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import type { BibliographyText } from '../../../src/core/bibliography/plan.ts'
import { formatCitation } from '../../../src/core/citation/format.ts'
import { languageOfTag } from '../../../src/core/corpus/language.ts'
import { renderReport } from '../../../src/core/printing/placing/rendering.ts'
import { readStyle } from '../../../src/core/printing/placing/citationStyle.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { libraryCorpus } from '../../core/search/libraryCorpus.ts'
import { publishedStyle } from '../../support/officialSource.ts'
import { newBibliography } from '../newBibliography.ts'
import { filterFile, filtering, pandocPlain } from '../pandoc.ts'
import { writtenIn } from '../references/printedThing.ts'
import { tableStyles, type TableStyle } from '../references/tableStyles.ts'
import { things } from '../references/things.ts'

const corpus = libraryCorpus()

/** Styles beside those of the table: a numeric one whose bracket holds all numbers, one that raises them, and more notes. */
const others: readonly TableStyle[] = [
  ...[
    'australian-guide-to-legal-citation',
    'mcgill-en',
    'bluebook-inline',
    'modern-language-association-notes',
  ].map((file) => ({ name: file, file, kind: 'note', lang: 'en-GB' }) as const),
  {
    name: 'GB/T 7714-2025 notes',
    file: 'china-national-standard-gb-t-7714-2025-note',
    kind: 'note',
    lang: 'zh-CN',
  },
]

const styles = [...tableStyles, ...others]

const smith = { id: 'smith', type: 'book', title: 'Ports', author: [{ family: 'Smith' }] }

/** What Pandoc prints of the report that `text` is in `style`: with the filter, and of what is rendered without it. */
async function printedTwice(text: string, { lang, file }: TableStyle, front = '') {
  const csl = file === undefined ? undefined : readFileSync(publishedStyle(file).file, 'utf8')
  const named = csl === undefined ? '' : 'csl: s.csl\n'
  const source = `---\nlang: ${lang}\n${named}${front}bibliography: [b.json, o.json]\n---\n\n${text}\n`
  const files = {
    'b.json': newBibliography(source, corpus),
    'o.json': JSON.stringify([smith]),
    ...(csl !== undefined && { 's.csl': csl }),
  }
  const textOf = (path: string): BibliographyText =>
    path === 'b.json' || path === 'o.json'
      ? { kind: 'read', text: files[path] }
      : { kind: 'missing' }
  const style = readStyle(csl === undefined ? undefined : 's.csl', csl)
  const rendered = renderReport(analyseReport(source), corpus, style, textOf)
  assert.deepEqual([rendered.listsAll, rendered.lacksReferences], [false, false])
  return {
    filtered: inParagraphs(await pandocPlain(source, { ...files, ...filterFile }, filtering)),
    rendered: inParagraphs(await pandocPlain(rendered.text, files)),
  }
}

/** Where comments stood are two spaces. */
function inParagraphs(printed: string): readonly string[] {
  return printed
    .replace(/[ \u00A0]+/gu, ' ')
    .trim()
    .split('\n\n')
}

const hard = [
  'See [see @us-aiap-2025, p. 3, pillar I; @smith, p. 4; but @eu-ai-act:5.1.a, *so*; @eu-ai-act:6].',
  '@us-aiap-2025:I.1.3 says, as @us-aiap-2025 [p. 3, pillar I; @smith] and @us-aiap-2025 [@smith], -@us-eo-14110:4.2.',
  '[@us-aiap-2025:I.1.3, p. 9; @us-aiap-2025, pp. 4-5; @us-aiap-2025; @us-aiap-2025:I.1]',
  '[@eu-ai-act:5, (1)(a)] [@eu-ai-act, art. 5(1)(a), recital 29] [@us-eo-14110, sec. 4.2, x]',
  'A note^[So [@us-aiap-2025:I.1.3; see @eu-ai-act, art. 6] and @smith [p. 3].] and another.[^1]',
  '[^1]: It says [@us-eo-14320:3.b;\n    @us-aiap-2025, p. 3,\n    pillar I].',
  '> Quoted [@us-aiap-2025, p. 3,\n> pillar I, sec. 1; @eu-ai-act:5.1.a]\n\n- item [@eu-ai-act, art. 5]\n- @eu-ai-act:6',
  '| a | b |\n|---|---|\n| [@eu-ai-act:5; @smith] | [@us-aiap-2025, 3] |',
  '[@us-aiap-2025, as @eu-ai-act:5 says 5, and [@us-eo-14110:4.2]; @smith]',
  '[@us-aiap-2025{p. 3}, foo; @eu-ai-act{}, 4; @us-aiap-2025 and others]',
  '[@us-aiap-2025, p.&nbsp;3&ndash;4 \\& \\*x\\* "quoted" \'s and America\'s -- 5...; @eu-ai-act:5, \\[x\\] y\\_z; @smith]',
  '[@cn-genai-2023, 第12条第3款；见下; @cn-genai-2023:12] [@cn-gaigap-2025，第3点]',
  'Text <!-- policy-citation-ignore --> more [@us-aiap-2025, p. 3, pillar I] <!-- policy-citation-ignore -->.',
  '1. a\n\n<!-- policy-citation-disable -->\n\n1. b [@press-us-aiap-2025-08:8.5]',
  '根据[@eu-ai-act:5]，根据@eu-ai-act:6，`[@eu-ai-act:6]`',
  '[@eu-ai-act:5.1.a][^2] @eu-ai-act:5.1.a[^2] @eu-ai-act:5.1.a(x) @eu-ai-act:5.1.a[x](y) [@eu-ai-act:6, 6\"]\n\n[^2]: A note.',
  '[@{eu-ai-act:5.1.a}, x; -@eu-ai-act:6] @{us-aiap-2025:I.1}',
  '[see *all* @us-aiap-2025, pp. 3-4 and *passim*; @us-aiap-2025, p. 5 (*so*); **but** @eu-ai-act, art. 6 *bis*, **(2)**]',
  '[@us-aiap-2025, *pillar I*, sec. 1; @us-aiap-2025, p. 3, "Red *Tape*" [*sic*]; @us-aiap-2025:I.1 ^1^, so *5*]',
  '[@us-aiap-2025, {p. 3, pillar I} so *x*] @us-aiap-2025 [*p. 4*, so] [@us-aiap-2025, p. 3 [link *so*](https://example.org), `x`]',
  '[@cn-genai-2023，第12条*之二*，**见**上（*着重*）] [@us-aiap-2025, p. 3 (see **so** and `x`), *lit.* 4]',
]

for (const style of styles) {
  const skip = style.file === undefined ? false : publishedStyle(style.file).skip
  suite(`What is rendered is printed as with the filter, ${style.name}`, { skip }, () => {
    for (const form of ['pandoc', 'key'] as const) {
      test(`every thing to cite, style ${form}`, async () => {
        const text = things.map((thing) => writtenIn(thing, style, form)).join('\n\n')
        const { filtered, rendered } = await printedTwice(text, style)
        assert.deepEqual(rendered, filtered)
      })
    }

    test('groups, notes, tables, several works', async () => {
      const { filtered, rendered } = await printedTwice(hard.join('\n\n'), style)
      assert.deepEqual(rendered, filtered)
    })

    test('what metadata and `nocite` name', async () => {
      const front = "nocite: '@*'\nabstract: |\n  So [@eu-ai-act:5; @eu-ai-act:6].\n"
      const text = '[@us-eo-14110:4.2]'
      const { filtered, rendered } = await printedTwice(text, style, front)
      assert.deepEqual(rendered, filtered)
    })
  })
}

for (const name of ['Chicago notes', 'OSCOLA', 'Bluebook', 'GB/T 7714-2025 numeric']) {
  const style = tableStyles.find((one) => one.name === name) ?? assert.fail(name)
  const skip = style.file === undefined ? false : publishedStyle(style.file).skip
  test(
    `every provision of the library is rendered as with the filter, ${name}`,
    { skip },
    async () => {
      const language = languageOfTag(style.lang)
      const format = { corpus, language, withPage: true, before: '', after: '' }
      const text = corpus.provisions.map((one) => formatCitation([one], 'key', format)).join('\n\n')
      const { filtered, rendered } = await printedTwice(text, style)
      assert.ok(filtered.length > corpus.provisions.length)
      assert.deepEqual(rendered, filtered)
    },
  )
}
