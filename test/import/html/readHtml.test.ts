import assert from 'node:assert/strict'
import { test } from 'node:test'
import { counts, lines, outlineOfText, partAt, source } from '../outlineText.ts'

const page = `<!doctype html><html lang="en"><head><title>Harbour Plan - Ports</title>
<meta name="DC.date" content="2031-05-09T10:00"><meta name="author" content="Port Office">
<script>document.write('<h2>Not this</h2>')</script></head><body>
<nav><h2>Menu</h2></nav><h1>Harbour Plan</h1>
<h2 id="quays"><span>1. </span>Quays</h2><p>They hold<sup><a role="doc-noteref" href="#fn1">[1]</a></sup> the ships.</p>
<h3>1.1 Cranes</h3><p>1. <strong>Survey <abbr>AI</abbr> cranes.</strong> Yearly.</p><p>More of it.</p>
<h3>1.2 Tides</h3><p>2. Print tables.</p><p>9. is no measure.</p>
<table><tr><td>1</td><td>2</td></tr></table>
<div class="footnotes"><p>A note.</p></div><p hidden>Unseen</p></body></html>`

test('a page: headings are divisions, paragraphs that count on are measures', async () => {
  const outline = await outlineOfText(page)
  const { title, issuer, issued, language } = outline
  assert.deepEqual(
    { title, issuer, issued, language },
    { title: 'Harbour Plan', issuer: 'Port Office', issued: '2031-05-09', language: 'en' },
  )
  assert.deepEqual(lines(outline), [
    'division |  | Harbour Plan | ',
    '  division | 1 | Quays | They hold the ships.',
    '    division | 1.1 | Cranes | ',
    '      measure | 1 |  | Survey AI cranes. Yearly.\n\nMor',
    '    division | 1.2 | Tides | ',
    '      measure | 2 |  | Print tables.\n\n9. is no measur',
  ])
  assert.deepEqual(
    outline.unread.map(({ what }) => what),
    ['notes: 1', 'table'],
  )
})

const eurLex = `<html><body><div class="eli-container"><div class="eli-main-title"><p class="oj-doc-ti">REGULATION 31/7</p></div>
<div class="eli-subdivision" id="pbl_1"><p>Whereas:</p>
<div class="eli-subdivision" id="rct_1"><table><tbody><tr><td><p>(1)</p></td><td><p>Tides <i>rise</i>.</p></td></tr></tbody></table></div>
<div class="eli-subdivision" id="rct_2"><table><tbody><tr><td><p>(2)</p></td><td><p>Fog comes:</p>
<table><tbody><tr><td><p>(a)</p></td><td><p>at night;</p></td></tr></tbody></table></td></tr></tbody></table></div>
<div class="eli-subdivision" id="rct_3"><p>Cranes are heavy.</p></div></div>
<div class="eli-subdivision" id="art_1"><p class="oj-ti-art">Article 1</p><div class="eli-title"><p>Rest</p></div><p>Cranes rest.</p></div>
</div></body></html>`

test('a page of EUR-Lex: recitals by their numbers, before the articles that bear the same', async () => {
  const outline = await outlineOfText(eurLex)
  assert.deepEqual(lines(outline), [
    'recital | 1 |  | Tides rise.',
    'recital | 2 |  | Fog comes:',
    '  point | a |  | at night;',
    'recital | 3 |  | Cranes are heavy.',
    'article | 1 | Rest | Cranes rest.',
  ])
  assert.deepEqual(
    outline.parts.map(({ id }) => id),
    ['rct_1', 'rct_2', 'rct_3', 'art_1'],
  )
})

test('an act in Chinese: chapters and articles by what a line begins with', async () => {
  const outline = await outlineOfText(
    '<!doctype html><html lang="zh"><title>码头办法</title><body><h2>首页</h2>' +
      '<p>第一章　总　则</p><p><strong>第一条</strong> 为了码头。</p><p>（一）吊车；</p><p>（二）潮汐。</p><p>第十二条　本办法施行。</p></body></html>',
  )
  assert.equal(outline.type, 'act')
  assert.deepEqual(lines(outline), [
    'chapter | 1 | 总则 | ',
    '  article | 1 |  | 为了码头。',
    '    paragraph | 一 |  | 吊车；',
    '    paragraph | 二 |  | 潮汐。',
    '  article | 12 |  | 本办法施行。',
  ])
  assert.deepEqual(outline.unread, [{ where: 'heading', what: '首页' }])
})

test('case 25: a page of a hundred thousand elements within one another is refused', async () => {
  await assert.rejects(outlineOfText(`<!doctype html>${'<div>'.repeat(100_000)}x`), {
    reason: 'too deep',
  })
})

test('case 25: nothing of a page runs, is fetched, or stands in its text', async () => {
  const outline = await outlineOfText(
    '<!doctype html><body><h1>A</h1><p>Words<script>evil()</script><img src=x onerror=evil()><iframe src="https://evil.example">framed</iframe>.</p><template>hidden</template><style>p{}</style></body>',
  )
  assert.deepEqual(lines(outline), ['division |  | A | Words.'])
})

const plan = source('uk-aioap/ai-opportunities-action-plan.html')
test(
  'the British plan: its 50 recommendations, in their sections',
  { skip: plan.skip },
  async () => {
    const outline = await plan.read()
    assert.equal(counts(outline)['measure'], 50)
    for (let number = 1; number <= 50; number += 1) {
      assert.equal(partAt(outline, String(number))?.label, String(number))
    }
    assert.match(partAt(outline, '1.1')?.heading ?? '', /^Building sufficient/u)
  },
)

const measures = source('cn-genai-interim/c_1690898327029107.htm')
test(
  'the Chinese measures: 24 articles in 5 chapters, and nothing of the site',
  { skip: measures.skip },
  async () => {
    const outline = await measures.read()
    assert.deepEqual(counts(outline), { chapter: 5, article: 24, paragraph: 13 })
    assert.equal(outline.title, '生成式人工智能服务管理暂行办法')
    assert.equal(partAt(outline, '24')?.kind, 'article')
  },
)
