import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lines, outlineOfText } from '../outlineText.ts'

test('a page that shows a plain text is that text: a bill as GovInfo gives it', async () => {
  const outline = await outlineOfText(`<html><head><title>Tides</title></head><body><pre>
[Harbour Bills]

&lt;DOC&gt;
                                 A BILL

    Be it enacted by the Council,

SECTION 1. SHORT TITLE.

    This Act may be cited as the \`\`Tide Act''.

SEC. 2. TIDES.

    (a) In General.--Tides come twice.
    (b) Moon.--The Moon--
            (1) pulls; and
            (2) shines.
                                 &lt;all&gt;
</pre></body></html>`)
  assert.equal(outline.title, 'Tide Act')
  assert.deepEqual(lines(outline), [
    'section | 1 | SHORT TITLE | This Act may be cited as the `',
    'section | 2 | TIDES | ',
    '  paragraph | a |  | In General.--Tides come twice.',
    '  paragraph | b |  | Moon.--The Moon--',
    '    point | 1 |  | pulls; and',
    '    point | 2 |  | shines.',
  ])
})

test('a resolution: reasons line by line, and what is resolved', async () => {
  const outline = await outlineOfText(`<html><body><pre>
                               RESOLUTION

                 Thanking the Moon for its tides.

Whereas tides have come since the Moon was;
Whereas ports depend
on them: Now, therefore, be it
    Resolved, That the Council--
            (1) thanks the Moon; and
            (2) asks--
                    (A) ports to note tides; and
                    (B) pilots to tell them.
</pre></body></html>`)
  assert.equal(outline.title, 'Thanking the Moon for its tides.')
  assert.deepEqual(lines(outline), [
    'recital |  |  | Whereas tides have come since ',
    'recital |  |  | Whereas ports depend on them: ',
    'measure | 1 |  | thanks the Moon; and',
    'measure | 2 |  | asks--',
    '  paragraph | A |  | ports to note tides; and',
    '  paragraph | B |  | pilots to tell them.',
  ])
})

test('a text that a browser saved is Markdown where it is written so', async () => {
  const outline = await outlineOfText(
    '<html><head></head><body><pre style="white-space: pre-wrap;"># Plan\n\n## Docks\n\n- Build docks.\n- Train pilots.\n</pre></body></html>',
  )
  assert.deepEqual(lines(outline), [
    'division |  | Plan | ',
    '  division |  | Docks | ',
    '    measure |  |  | Build docks.',
    '    measure |  |  | Train pilots.',
  ])
})

test('an example in a page does not make the page a plain text', async () => {
  const outline = await outlineOfText(
    '<html><body><h1>Plan</h1><h2>Docks</h2><ul><li>Build docks where the old ones fell.</li><li>Train pilots.</li></ul><pre>tide --up</pre></body></html>',
  )
  assert.equal(outline.parts[0]?.parts[0]?.parts.length, 2)
})

test('links of headings to themselves are no words of them, nor of the title', async () => {
  const outline = await outlineOfText(
    '<html><head><title>Rules — Port docs</title></head><body><h1>Rules<a class="headerlink" href="#rules">¶</a></h1><h2><a id="x" href="#x"></a>Docks<a href="#docks">#</a></h2><ul><li>Build.</li></ul></body></html>',
  )
  assert.equal(outline.title, 'Rules')
  assert.equal(outline.parts[0]?.parts[0]?.heading, 'Docks')
})

test('a title ends before the names of a Chinese site', async () => {
  const titled = async (title: string): Promise<string | undefined> =>
    (
      await outlineOfText(
        `<html><head><title>${title}</title></head><body><p>一、总体要求</p><p>（一）发展港口。</p></body></html>`,
      )
    ).title
  assert.equal(await titled('关于印发港口规划的通知_政策_中国政府网'), '关于印发港口规划的通知')
  assert.equal(await titled('港口规划-某某市人民政府门户网站'), '港口规划')
  assert.equal(await titled('关于建设物联网的意见'), '关于建设物联网的意见')
})

const consolidated = `<html xml:lang="en"><head><title>CL2031R0001EN0010010.0001.3bi_cp 1..1</title></head><body>
<p class="title-doc-first">TIDE REGULATION 2031/1</p><p class="title-doc-last">of 1 May 2031</p>
<table><tr><td><p>Amended by:</p></td><td></td></tr><tr><td><p>►M1</p></td><td><p>Regulation 2032/2</p></td></tr></table>
<p class="modref"><a>▼B</a></p><p class="title-doc-first">TIDE REGULATION 2031/1</p>
<p class="title-article-norm">Article 1</p><p class="stitle-article-norm">Tides</p>
<div class="norm"><span class="no-parag">1.  </span><div class="inline-element">Tides come.</div></div>
<div class="norm"><span class="no-parag">2.  </span><div class="inline-element"><p class="norm">They:</p>
<div class="grid-list"><div><span>(a) </span></div><div><p class="norm">rise;</p></div></div>
<div class="grid-list"><div><span>(b) </span></div><div><p class="norm">►M1 <span>fall again</span> ◄.</p></div></div></div></div>
<p class="modref"><a>▼M1</a></p>
<p class="title-article-norm">Article 1a</p><p class="norm">They rest.</p></body></html>`

test('a consolidated text: paragraphs whose numbers stand apart, no marks of amendments', async () => {
  const outline = await outlineOfText(consolidated)
  assert.equal(outline.title, 'TIDE REGULATION 2031/1 of 1 May 2031')
  assert.deepEqual(lines(outline), [
    'article | 1 | Tides | ',
    '  paragraph | 1 |  | Tides come.',
    '  paragraph | 2 |  | They:',
    '    point | a |  | rise;',
    '    point | b |  | fall again.',
    'article | 1a |  | They rest.',
  ])
  assert.match(JSON.stringify(outline.asides), /►M1/u)
})

test('a number that nothing follows is a paragraph still', async () => {
  const outline = await outlineOfText(
    '<html><body><h1>A</h1><p>Article 1</p><p>It says.</p><p>1.</p><h2>B</h2><p>(a)</p></body></html>',
  )
  assert.equal(outline.parts[0]?.text, 'It says.\n\n1.')
  assert.match(JSON.stringify(outline), /\(a\)/u)
})
