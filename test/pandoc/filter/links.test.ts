import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { zipEntry } from '../../support/zipEntry.ts'
import { filterFile, pandocPage, pandocWord } from '../pandoc.ts'
import { printing, type LinkedIn } from './linkedReports.ts'

/** The lines of front matter that leave the list of references out. */
const bare = 'suppress-bibliography: true'

/** What Pandoc prints of `text` in HTML. */
async function page(text: string, asked: LinkedIn = {}, front = bare): Promise<string> {
  const { files, options } = printing(asked)
  return pandocPage(`---\n${front}\n---\n\n${text}\n`, 'html', files, options)
}

/** `words → fragment (title)` of each link to the official page, in reading order. */
async function linksIn(
  text: string,
  asked: LinkedIn = {},
  front = bare,
): Promise<readonly string[]> {
  const html = await page(text, asked, front)
  const links = html.matchAll(
    /<a href="https:\/\/law\.example\/act(#[^"]*)" title="([^"]*)">(.*?)<\/a>/gsu,
  )
  return Array.from(links, ([, fragment, title, words]) =>
    `${words ?? ''} → ${fragment ?? ''} (${title ?? ''})`
      .replaceAll('\u00A0', ' ')
      .replace(/^A/u, 'a'),
  )
}

const point = 'art. 5(1)(a) → #a5-1-a (Banned “tides”, article 5(1)(a))'
const ebbs = 'art. 6 → #a6 (Ebbs, article 6)'

/** What is written, and what of it is linked, in every style. */
const linked: readonly (readonly [string, string, readonly string[]])[] = [
  ['a place in words', '[@xx, art. 5(1)(a)]', [point]],
  ['a key', '[@xx:6]', [ebbs]],
  [
    'words around a place, which are not linked',
    '[see @xx, art. 5(1)(a), and more; @smith, p. 3]',
    [point],
  ],
  ['a key in the sentence', '@xx [art. 5(1)(a)] and @xx:6 say', [point, ebbs]],
  ['several places in one citation, each by itself', '[@xx:6; @xx, art. 5(1)(a)]', [ebbs, point]],
  [
    'both ends of a range',
    '[@xx, arts. 5-7]',
    ['arts. 5 → #a5 (Banned tides, article 5)', '7 → #a7 (Ebbs, article 7)'],
  ],
  ['a Chinese place', '[@xx, 第五条]', ['第五条 → #a5 (被禁止的潮汐，第五条)']],
  [
    'a place deeper than what is known is left',
    '[@xx, art. 5(1)(a)(i)] [@xx, 第五条第二款] [@xx, arts. 5(2)]',
    [],
  ],
  [
    'so is one that another place leads to',
    '[@xx, annex 1, art. 5(1)(a)] [@xx, art. 8] [@xx, 7]',
    [],
  ],
  ['a work without a place is no link', '[@xx; @smith, p. 3]', []],
]

for (const style of ['in-text', 'numeric', 'raised', 'note'] as const) {
  suite(`links of places, ${style}`, () => {
    for (const [name, text, expected] of linked) {
      test(name, async () => {
        assert.deepEqual(await linksIn(text, { style }), expected)
      })
    }
  })
}

test('a place is linked wherever it is cited', async () => {
  const text = [
    '# Heading [@xx:6]\n\nNote^[In it [@xx:6].], *emphasis [@xx:6]*, “quoted [@xx:6]”.\n',
    '| a | b |\n|---|---|\n| [@xx:6] | x |\n\n: Caption [@xx:6]\n\n![Figure [@xx:6]](x.png)',
  ].join('\n')
  assert.deepEqual(
    await linksIn(text),
    Array.from({ length: 7 }, () => ebbs),
  )
})

test('within a link of the writer, and in `nocite`, there is none', async () => {
  const html = await page('[see [@xx:6]](https://b.example), [@xx:6]', {}, "nocite: '@xx, @jones'")
  assert.match(
    html,
    /<a href="https:\/\/b\.example">see <span class="citation" data-cites="xx">\(Tide Act \(2030\), 3, art\.\u00A06\)|<a href="https:\/\/b\.example">see <span class="citation" data-cites="xx">[^<]*art\.\u00A06[^<]*<\/span><\/a>/u,
  )
  assert.equal(html.match(/#a6/gu)?.length, 1)
  assert.match(html, /id="ref-jones"/u)
  assert.equal(html.match(/id="refs"/gu)?.length, 1)
})

test('a style’s own term for a place belongs to the link', async () => {
  assert.deepEqual(await linksIn('[@xx, sec. 4.2]'), ['§ 4.2 → #s4.2 (Floods, section 4.2)'])
})

test('what two works say alike is linked in the order in which they stand', async () => {
  assert.deepEqual(await linksIn('[@xx, sec. 4.2; @yy, sec. 4.2]'), [
    '§ 4.2 → #s4.2 (Floods, section 4.2)',
    'sec. 4.2 → #y (Y)',
  ])
})

test('where citations may stand in another order, it is left', async () => {
  assert.deepEqual(await linksIn('[@xx, sec. 4.2; @yy, sec. 4.2; @smith]'), [])
})

test('a reference to the list ends where the link of a place begins', async () => {
  const html = await page('[@xx, sec. 4.2]', {}, 'link-citations: true')
  assert.match(
    html,
    /\(<a href="#ref-xx" role="doc-biblioref">[^<]*<\/a><a href="[^"]*#s4\.2"[^>]*>§ 4\.2<\/a>\)/u,
  )
})

test('keys that no bibliography knows stay for whoever resolves them', async () => {
  const figure =
    'return {{ Cite = function(c) if c.citations[1].id == "fig-x" then return pandoc.Str("Figure 1") end end }}'
  const { files, options } = printing()
  const filters = [
    { type: 'lua', path: 'policy-citation.lua' },
    { type: 'lua', path: 'f.lua' },
    { type: 'citeproc' },
  ]
  const html = await pandocPage(
    '[@xx:6], see @fig-x.\n',
    'html',
    { ...files, 'f.lua': figure },
    { ...options, filters },
  )
  assert.match(html, /#a6/u)
  assert.match(html, /see Figure 1\./u)
})

test('a cross-reference in one bracket with a work leaves all to citeproc', async () => {
  const html = await page('[@xx:6; @fig-x]')
  assert.match(html, /fig-x\?/u)
  assert.doesNotMatch(html, /#a6/u)
})

suite('links in other formats', () => {
  const text = 'A [@xx, art. 5(1)(a)].\n'
  const { files, options } = printing()

  test('Word', async () => {
    const word = await pandocWord(text, files, options)
    const document = zipEntry(word, 'word/document.xml') ?? ''
    const [, id] =
      /<w:hyperlink r:id="(rId\d+)">(?:(?!<\/w:hyperlink>).)*art\. 5\(1\)\(a\)/su.exec(document) ??
      []
    const relations = zipEntry(word, 'word/_rels/document.xml.rels') ?? ''
    assert.match(
      relations,
      new RegExp(`Id="${id ?? 'none'}"[^>]*Target="https://law\\.example/act#a5-1-a"`, 'u'),
    )
  })

  for (const [to, link] of [
    ['latex', '\\href{https://law.example/act\\#a5-1-a}{art. 5(1)(a)}'],
    ['typst', '#link("https://law.example/act#a5-1-a")[art. 5(1)(a)]'],
    [
      'markdown',
      '[art. 5(1)(a)](https://law.example/act#a5-1-a "Banned “tides”, article 5(1)(a)")',
    ],
  ] as const) {
    test(to, async () => {
      const printed = await pandocPage(text, to, files, options)
      assert.ok(printed.includes(link), printed)
    })
  }

  test('pages that hold citations as data keep them', async () => {
    const alone = { ...options, filters: [{ type: 'lua', path: 'policy-citation.lua' }] }
    for (const to of ['markdown', 'typst', 'org']) {
      assert.match(await pandocPage(text, to, files, alone), /xx/u)
      assert.doesNotMatch(await pandocPage(text, to, files, alone), /law\.example/u)
    }
    assert.match(
      await pandocPage(text, 'latex', files, { ...alone, 'cite-method': 'biblatex' }),
      /\\autocite/u,
    )
  })
})

test('named a second time behind citeproc it links what is printed', async () => {
  const old = `pandoc.utils.citeproc = nil\n${filterFile['policy-citation.lua'] ?? ''}`
  const { files, options } = printing({ style: 'note' })
  const filter = { type: 'lua', path: 'policy-citation.lua' }
  const once = { ...options, filters: [filter, { type: 'citeproc' }] }
  const twice = { ...options, filters: [filter, { type: 'citeproc' }, filter] }
  const text = `---\n${bare}\n---\n\nA [@xx:6; @xx, art. 5(1)(a)].\n`
  const oldFiles = { ...files, 'policy-citation.lua': old }
  assert.doesNotMatch(await pandocPage(text, 'html', oldFiles, once), /#a6/u)
  const html = await pandocPage(text, 'html', oldFiles, twice)
  assert.match(html, /#a6[^#]*#a5-1-a/u)
  assert.equal(
    await pandocPage(text, 'html', files, twice),
    await pandocPage(text, 'html', files, once),
  )
})

test('under Quarto places are linked behind its filters, where it is named a second time', async () => {
  const quarto = `quarto = {}\n${filterFile['policy-citation.lua'] ?? ''}`
  const { files, options } = printing()
  const filter = { type: 'lua', path: 'policy-citation.lua' }
  const own = { ...files, 'policy-citation.lua': quarto, 'q.lua': '-- Quarto' }
  const before = {
    ...options,
    filters: [filter, { type: 'lua', path: 'q.lua' }, { type: 'citeproc' }],
  }
  const both = {
    ...options,
    filters: [filter, { type: 'lua', path: 'q.lua' }, filter, { type: 'citeproc' }],
  }
  assert.doesNotMatch(await pandocPage('[@xx:6]\n', 'html', own, before), /#a6/u)
  assert.match(await pandocPage('[@xx:6]\n', 'html', own, both), /#a6/u)
})

test('comments leave no gap, in text, tables and notes', async () => {
  const text = [
    'A <!-- policy-citation-ignore --> b<!--policy-citation-x-->c <!-- policy-citation-a --> <!-- policy-citation-b --> d *e <!-- policy-citation-q\nr --> f*.',
    '<!-- policy-citation-one --> Start.^[N <!-- policy-citation-n --> o.]',
    '| a <!-- policy-citation-t --> | b |\n|---|---|\n| <!-- policy-citation-t --> x | y |',
    '::: callout-note\n<!-- policy-citation-c -->\n\nText.\n:::',
  ].join('\n\n')
  for (const to of ['html', 'markdown', 'plain'] as const) {
    const printed = await pandocPage(text, to, filterFile, {
      filters: [{ type: 'lua', path: 'policy-citation.lua' }],
    })
    assert.doesNotMatch(printed, /policy-citation/u)
    assert.match(printed, /^(?:<p>)?A bc d (?:<em>|\*)?e f/mu)
  }
})
