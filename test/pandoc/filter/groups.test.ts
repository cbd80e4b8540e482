import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { libraryCorpus } from '../../core/search/libraryCorpus.ts'
import { newBibliography } from '../newBibliography.ts'
import { filterFile, filtering, pandocPlain } from '../pandoc.ts'
import { printedStyles } from '../styles.ts'

const corpus = libraryCorpus()

/** Books of others, and a work of ours that no library has. */
const others = JSON.stringify([
  { id: 'smith', type: 'book', title: 'Ports', author: [{ family: 'Smith' }] },
  { id: 'jones', type: 'book', title: 'Quays', author: [{ family: 'Jones' }] },
  { id: 'xx', type: 'report', title: 'Frame', 'policy-work': 'xx' },
  { id: 'xx:5', type: 'chapter', title: 'Tides', 'policy-work': 'xx' },
])

/** The styles of the tests; `note` puts `p.` before all locators, `bareNote` nothing. */
const styles = {
  ...printedStyles,
  /** As IEEE: each number in a bracket of its own. */
  ownBrackets: printedStyles.numeric?.replace(
    /<layout[^>]*><group/u,
    '<layout delimiter=", "><group prefix="[" suffix="]"',
  ),
  bareNote: printedStyles.note?.replace('<label variable="locator" form="short"/>', ''),
}

interface Asked {
  readonly style?: keyof typeof styles
  /** Lines of the front matter. */
  readonly front?: string
  readonly options?: Readonly<Record<string, unknown>>
  /** Keys of ours that the bibliography has, where they are not all in brackets. */
  readonly keys?: string
}

/** What Pandoc prints of `text`, with the filter; without the list. */
async function filtered(text: string, asked: Asked = {}): Promise<string> {
  const { style = 'in-text', front = '', options = filtering, keys = '[@us-aiap-2025]' } = asked
  const csl = styles[style]
  const report = `---\nsuppress-bibliography: true\n${front}---\n\n${text}\n`
  const files = {
    ...filterFile,
    'b.json': newBibliography(`${report}\n${keys}\n`, corpus),
    'o.json': others,
    ...(csl !== undefined && { 's.csl': csl }),
  }
  const named = { bibliography: ['b.json', 'o.json'], ...(csl !== undefined && { csl: 's.csl' }) }
  return (await pandocPlain(report, files, { ...named, ...options }))
    .replaceAll('\u00A0', ' ')
    .trim()
}

/** What is written and what is printed of it, in the styles of the tests. */
const printed: readonly (readonly [string, keyof typeof styles, string, string])[] = [
  [
    'several places of one work are one citation, and a word before one keeps it apart',
    'in-text',
    '[@us-aiap-2025, p. 3, sec. 1; @us-aiap-2025, pp. 4-5; but @us-aiap-2025, p. 6, x]',
    '(White House 2025, 3, sec. 1; 4–5; but White House 2025, 6, x)',
  ],
  [
    'a whole and a place in it stay two',
    'in-text',
    '[@us-aiap-2025; @us-aiap-2025, p. 3, pillar I]',
    '(White House 2025; White House 2025, 3, pillar I)',
  ],
  [
    'key and place are one',
    'in-text',
    '[@us-aiap-2025, p. 3, pillar I; @us-aiap-2025:I.1.3]',
    '(White House 2025, 3, pillar I; 3, pillar I, sec. 1, action 3)',
  ],
  [
    'the page that a writer gives a key goes before ours',
    'in-text',
    '[@us-aiap-2025:I.1.3, p. 9] [@us-aiap-2025:I.1.3, 9, so called]',
    '(White House 2025, 9, pillar I, sec. 1, action 3) (White House 2025, 9, pillar I, sec. 1, action 3, so called)',
  ],
  [
    'parts in parentheses go on where a key ends',
    'in-text',
    '[@eu-ai-act:5, (1)(a)]',
    '(Regulation (EU) 2024/1689 2024, art. 5(1)(a))',
  ],
  [
    'a key in the sentence, with brackets behind and without',
    'in-text',
    '@us-aiap-2025:I.1.3 says, as @us-aiap-2025 [p. 3, pillar I; @smith], so',
    'White House (2025, 3, pillar I, sec. 1, action 3) says, as White House (2025, 3, pillar I; Smith, n.d.), so',
  ],
  [
    'in a note all that is said of the place is before what comes behind',
    'bareNote',
    '[see @xx, p. 3 and 7, point 4, at the end]',
    '[1]\n\n[1] See Frame, 3 and 7, point 4, at the end.',
  ],
  [
    'words that are no place stay where they are, as do markup and notes',
    'bareNote',
    '[@xx and others; @jones, p. 3, *so*; @xx, sec. 3, *all* of it]',
    '[1]\n\n[1] Frame and others; Jones, Quays, 3, so; Frame, sec. 3, all of it.',
  ],
  [
    'emphasis that belongs to a place is within it, where nothing is set',
    'bareNote',
    '[@xx, pp. 3-4 and *passim*; @jones; @xx, art. 5 *bis*, **(2)**; @jones; @xx, p. *6*, "So *it* is"; @jones; @xx, *pillar I*]',
    '[1]\n\n[1] Frame, 3–4 and passim; Jones, Quays; Frame, art. 5 bis, (2); Jones, Quays; Frame, 6, “So it is”; Jones, Quays; Frame, pillar I.',
  ],
  [
    'emphasis that is said beside a place stays behind it, with its brackets',
    'bareNote',
    '[@xx, p. 3 (*so*); @jones; @xx, p. 4, **so** called; @jones; @xx, p. 5 [*so*], x]',
    '[1]\n\n[1] Frame, 3 (so); Jones, Quays; Frame, 4, so called; Jones, Quays; Frame, 5 [so], x.',
  ],
  [
    'whoever has written braces means them',
    'bareNote',
    '[@xx{p. 3}, foo; @jones; @xx{}, p. 4; @jones; @xx, unlike \\{ 5; @jones; @xx, {p. 3} foo]',
    '[1]\n\n[1] Frame, 3, foo; Jones, Quays; Frame, p. 4; Jones, Quays; Frame, unlike { 5; Jones, Quays; Frame, 3 foo.',
  ],
  [
    'a key whose place nobody says is its document',
    'bareNote',
    '[@xx:5, *so*]',
    '[1]\n\n[1] Frame, so.',
  ],
  [
    'labels with hyphens and full stops stay as they are',
    'bareNote',
    '[@xx, action GV-1.1-001, 5.a]',
    '[1]\n\n[1] Frame, action GV-1.1-001, 5.a.',
  ],
  [
    'a sign before a number stays whole',
    'bareNote',
    '[@xx, § 5; @xx § 6]',
    '[1]\n\n[1] Frame, § 5; § 6.',
  ],
  [
    'words without a page are no pages in notes that label all locators',
    'note',
    '[@xx, action 5] [@xx, p. 3, action 5]',
    '[1][2]\n\n[1] Frame, action 5.\n\n[2] Frame, pp. 3, action 5.',
  ],
  [
    'words stand within the bracket of their number, the page last',
    'ownBrackets',
    '[@us-aiap-2025, p. 3, pillar I; @us-aiap-2025, pp. 4-5, pillar II; @smith, p. 3] @xx [art. 5], [@xx:5]',
    '[1, pillar I, p. 3; pillar II, pp. 4–5], [2, p. 3] [3, art. 5], [3]',
  ],
  [
    'a page or a term alone, and a term that would be a plural, stay',
    'ownBrackets',
    '[@xx, p. 3] [@xx, sec. 4] [@xx, p. 3, sec. 4]',
    '[1, p. 3] [1, sec. 4] [1, p. 3], sec. 4',
  ],
  [
    'each document with a place has a bracket of its own where numbers share one',
    'numeric',
    '[@eu-ai-act, art. 5; @us-eo-14110, sec. 4; @smith; @jones, p. 3; @xx] [@smith; @jones] [@xx; @smith]',
    '[1, art. 5] [2, sec. 4] [3; 4, p. 3; 5] [3; 4] [5; 3]',
  ],
]

suite('a group, filtered', () => {
  for (const [name, style, text, expected] of printed) {
    test(name, async () => {
      assert.equal(await filtered(text, { style }), expected)
    })
  }
})

test('a Chinese place with digits glued to it is no page, and nothing else is set apart', async () => {
  const text = '[@cn-genai-2023, 第12条第3款，见AI计划2025版]'
  assert.equal(
    await filtered(text, { front: 'lang: zh-CN\n' }),
    '(生成式人工智能服务管理暂行办法 2023年, 第 12 条第 3 款，见AI计划2025版)',
  )
})

/** What the filter alone makes of `text`, as Markdown. */
async function rewritten(text: string, front = '', filter = filtering['filters']): Promise<string> {
  const filters = Array.isArray(filter) ? filter.slice(0, 1) : []
  const options = { filters, citeproc: false, to: 'markdown', wrap: 'none' }
  return filtered(text, { front, options })
}

const ofOthers = `A [see @smith, {p. 3}, *so*; -@jones, pp. 4-5 and *more*^[a note [@smith]]], @smith [p. 3] and
@jones. [@nobody, p. 3; @smith][] [@{https://a.example/x}, art. 5] <!-- a comment -->
`

test('what others are cited by is not touched, byte by byte', async () => {
  for (const front of ['', 'csl: oscola\n', 'csl: ieee\n', 'csl: gb-t-7714-2025-numeric\n']) {
    const plainly = await rewritten(ofOthers, front, [])
    assert.match(plainly, /see @smith/u)
    assert.equal(await rewritten(ofOthers, front), plainly)
  }
})

/** Styles that nobody can read, by their names: what a place becomes. */
for (const [csl, place] of [
  ['https://www.zotero.org/styles/oscola', '[@eu-ai-act {}, art 5(1)(a)]'],
  ['bluebook-law-review', '[@eu-ai-act {}, art. 5(1)(a)]'],
  ['chicago-notes-bibliography', '[@eu-ai-act, {p. art. 5(1)(a)}]'],
  ['some-style-notes', '[@eu-ai-act {}, art. 5(1)(a)]'],
  ['china-national-standard-gb-t-7714-2025-numeric', '[@eu-ai-act {}, art. 5(1)(a)]'],
  ['apa', '[@eu-ai-act, art. 5(1)(a)]'],
  ['/home/oscola/styles/apa.csl', '[@eu-ai-act, art. 5(1)(a)]'],
] as const) {
  test(`a style that cannot be read is known by its name, ${csl}`, async () => {
    const said = await rewritten('[@eu-ai-act:5.1.a]', `csl: ${csl}\n`)
    assert.equal(said.replace(/^---[\s\S]*---\s*/u, ''), place)
  })
}

test('`nocite` lists documents, whatever keys name', async () => {
  const front = "nocite: '@*'\nsuppress-bibliography: false\n"
  const text = 'Bans [@eu-ai-act:5.1.a].'
  const html = await filtered(text, { front, options: { ...filtering, to: 'html' } })
  const ids = Array.from(html.matchAll(/id="ref-(.*?)"/gu), ([, id]) => id)
  assert.deepEqual(ids.sort(), ['eu-ai-act', 'jones', 'smith', 'us-aiap-2025', 'xx'])
})

test('comments for Policy Citation do not reach the page, others do', async () => {
  const text =
    'A <!-- policy-citation-ignore --> b.\n\n<!-- policy-citation-disable\nx -->\n<!-- other -->\n\nC d.'
  const html = await filtered(text, { options: { ...filtering, to: 'html' } })
  assert.match(html, /<!-- other -->/u)
  assert.doesNotMatch(html, /policy-citation/u)
  assert.match(html, /<p>A\s+b\.<\/p>/u)
})

test('a report without a bibliography is what it was', async () => {
  const report = 'A [@nobody, p. 3].\n'
  const html = { to: 'html' }
  assert.equal(
    await pandocPlain(report, filterFile, { ...filtering, ...html, filters: filtersOnly }),
    await pandocPlain(report, {}, { ...html, citeproc: false }),
  )
})

const filtersOnly = [{ type: 'lua', path: 'policy-citation.lua' }]
