import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outline, Part } from '../../../src/core/official/outline.ts'
import { outlineOf } from '../../../src/import/outlineOf.ts'
import { lines } from '../outlineText.ts'
import { docxFile, item, level, paragraph, run, style, type DocxParts } from './docxFile.ts'

async function outlineOfDocx(parts: DocxParts): Promise<Outline> {
  return outlineOf(docxFile(parts))
}

/** All paragraphs, headings as they are printed, in the order of the document. */
async function printed(parts: DocxParts): Promise<readonly string[]> {
  const outline = await outlineOfDocx(parts)
  const of = (part: Pick<Part, 'text' | 'parts'> & Partial<Part>): readonly string[] => {
    const head = part.printed ?? part.heading
    const [first = '', ...others] = part.text.split('\n\n')
    const own =
      head === undefined || part.level === 'division' ? [head, first] : [`${head} ${first}`]
    return [...own, ...others, ...part.parts.flatMap(of)].filter((text) => text !== undefined)
  }
  return of({ text: outline.text ?? '', parts: outline.parts }).filter((text) => text.trim() !== '')
}

const headings = `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
${style('berschrift1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')}
${style('berschrift2', 'Überschrift 2')}
${style('Kapitel', 'Kapitel', '<w:basedOn w:val="berschrift1"/>')}
${style('Quote', 'Block', '<w:basedOn w:val="berschrift1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')}
${style('Title', 'Title')}${style('TOC1', 'toc 1')}`

const styled = (id: string): string => `<w:pStyle w:val="${id}"/>`

test('headings by the level of their style, of one that it is based on, by its name in any language, or by their own', async () => {
  const outline = await outlineOfDocx({
    styles: headings,
    body: [
      paragraph('Harbour Plan', styled('Title')),
      paragraph('Quays', styled('Kapitel')),
      paragraph('Lamps', styled('berschrift2')),
      paragraph('They burn.'),
      paragraph('No heading, a quotation.', styled('Quote')),
      paragraph('Bells', '<w:outlineLvl w:val="0"/>'),
      paragraph('Ropes', styled('Heading2')),
    ].join(''),
  })
  assert.equal(outline.title, 'Harbour Plan')
  assert.equal(outline.language, 'en-GB')
  assert.deepEqual(lines(outline), [
    'division |  | Quays | ',
    '  division |  | Lamps | They burn.\n\nNo heading, a quot',
    'division |  | Bells | ',
    '  division |  | Ropes | ',
  ])
})

const lists = `
<w:abstractNum w:abstractNumId="1">${[
  level(0, 'upperRoman', 'Part %1.'),
  level(1, 'decimal', '%1.%2.'),
  level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>'),
].join('')}</w:abstractNum>
<w:abstractNum w:abstractNumId="2">${[
  level(0, 'decimal', '%1.'),
  level(1, 'lowerLetter', '(%2)'),
  level(2, 'lowerRoman', '(%3)'),
  level(3, 'bullet', '•'),
].join('')}</w:abstractNum>
<w:abstractNum w:abstractNumId="3">${level(0, 'chineseCountingThousand', '第%1条', '<w:suff w:val="nothing"/>')}</w:abstractNum>
<w:abstractNum w:abstractNumId="4">${level(0, 'decimal', '%1)')}${level(1, 'decimal', '%1.%2', '<w:lvlRestart w:val="0"/>')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="4"/></w:num>`

test('numbers of lists as they are printed: forms, levels above, restarts, lists that go on, and digits throughout', async () => {
  const body = [
    item(1, 0, 'Quays'),
    item(1, 1, 'Lamps'),
    item(1, 1, 'Bells'),
    item(1, 2, 'of brass'),
    item(1, 0, 'Ropes'),
    item(1, 1, 'Knots'),
    item(2, 0, 'Ask'),
    item(2, 1, 'masters'),
    item(2, 2, 'of ships'),
    item(2, 2, 'of tugs'),
    item(2, 0, 'Answer'),
    item(2, 1, 'in time'),
    item(5, 0, 'Goes on'),
    item(4, 0, 'Begins anew'),
    item(4, 0, 'Counts'),
    item(6, 0, 'One'),
    item(6, 1, 'more'),
    item(6, 0, 'Two'),
    item(6, 1, 'still more'),
    item(7, 0, 'Of no list'),
    item(3, 0, '为了港口。'),
  ]
  assert.deepEqual(await printed({ body: body.join(''), numbering: lists }), [
    'Part I. Quays',
    'I.1. Lamps',
    'I.2. Bells',
    '1.2.1 of brass',
    'Part II. Ropes',
    'II.1. Knots',
    '1. Ask',
    '(a) masters',
    '(i) of ships',
    '(ii) of tugs',
    '2. Answer',
    '(a) in time',
    '3. Goes on',
    '1. Begins anew',
    '2. Counts',
    '1) One',
    '1.1 more',
    '2) Two',
    '2.2 still more',
    'Of no list',
    '第一条 为了港口。',
  ])
})

test('headings that their style numbers bear the number as their label', async () => {
  const numbering = `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', 'Chapter %1.', styled('A'))}${level(1, 'decimal', '%1.%2', styled('B'))}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`
  const list = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
  const outline = await outlineOfDocx({
    numbering,
    styles: `${style('A', 'heading 1', list)}${style('B', 'heading 2', list)}`,
    body: ['A', 'A', 'B', 'B'].map((id) => paragraph(`Of ${id}`, styled(id))).join(''),
  })
  assert.deepEqual(
    lines(outline).map((line) => line.trim().split(' | ').slice(1, 3)),
    [
      ['1', 'Of A |'],
      ['2', 'Of A |'],
      ['2.1', 'Of B |'],
      ['2.2', 'Of B |'],
    ],
  )
})

const notes = `<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${run(' See the harbour rules.')}</w:p></w:footnote>`

test('notes are words beside the part that refers to them, wherever in it they are called', async () => {
  const called = '<w:r><w:footnoteReference w:id="2"/></w:r>'
  const outline = await outlineOfDocx({
    styles: headings,
    footnotes: notes,
    endnotes: `<w:endnote w:id="1">${paragraph('Of 1890.')}</w:endnote>`,
    body: [
      paragraph('Quays', styled('berschrift1')),
      `<w:p>${run('Lamps')}${called}${run(' burn.')}</w:p>`,
      paragraph('Bells', styled('berschrift1')),
      `<w:tbl><w:tr><w:tc>${paragraph('In fog')}</w:tc><w:tc><w:p>${run('they ring')}<w:r><w:endnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
    ].join(''),
  })
  const [quays, bells] = outline.parts
  assert.equal(quays?.text, 'Lamps burn.')
  assert.deepEqual(quays.asides, [{ kind: 'note', text: 'See the harbour rules.' }])
  assert.ok(bells?.asides?.some(({ kind, text }) => kind === 'note' && text === 'Of 1890.'))
  const all = JSON.stringify(bells)
  assert.ok(all.includes('In fog') && all.includes('they ring') && !all.includes('*'))
})

test('of tracked changes, what was inserted is read, and what was deleted is not', async () => {
  const deletedEnd = '<w:rPr><w:del w:id="1"/></w:rPr>'
  const outline = await outlineOfDocx({
    body: [
      `<w:p>${run('Lamps ')}<w:ins w:id="1">${run('shall ')}</w:ins><w:del w:id="2"><w:r><w:delText>may </w:delText></w:r></w:del>${run('burn.')}</w:p>`,
      `<w:p><w:pPr>${deletedEnd}</w:pPr>${run('Bells ring ')}</w:p>${paragraph('in fog.')}`,
      `<w:p><w:pPr>${deletedEnd}</w:pPr><w:del w:id="3"><w:r><w:delText>All gone.</w:delText></w:r></w:del></w:p>`,
      `<w:p><w:moveFrom w:id="4">${run('Moved away.')}</w:moveFrom></w:p><w:p><w:moveTo w:id="5">${run('Moved here.')}</w:moveTo></w:p>`,
      `<w:tbl><w:tr><w:trPr><w:del w:id="6"/></w:trPr><w:tc>${paragraph('Row gone')}</w:tc></w:tr><w:tr><w:tc>${paragraph('Row kept')}</w:tc></w:tr></w:tbl>`,
      `<w:p><w:pPr><w:pPrChange w:id="7"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr></w:pPrChange></w:pPr>${run('No item any more.')}</w:p>`,
    ].join(''),
    numbering: lists,
  })
  assert.equal(
    outline.text,
    'Lamps shall burn.\n\nBells ring in fog.\n\nMoved here.\n\nRow kept\n\nNo item any more.',
  )
})

test('numbers count what is left once changes are accepted', async () => {
  const gone = '<w:rPr><w:del w:id="1"/></w:rPr>'
  const deleted = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>${gone}</w:pPr><w:del w:id="2"><w:r><w:delText>Gone</w:delText></w:r></w:del></w:p>`
  assert.deepEqual(
    await printed({ body: item(2, 0, 'One') + deleted + item(2, 0, 'Two'), numbering: lists }),
    ['1. One', '2. Two'],
  )
})

test('what is hidden, deleted into fields or only asks for words is not read; results of fields and links are', async () => {
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`
  const outline = await outlineOfDocx({
    body: [
      `<w:p>${run('Seen')}${run(' unseen', '<w:vanish/>')}<w:hyperlink>${run(' linked')}</w:hyperlink></w:p>`,
      `<w:p>${run('Page ')}${mark('begin')}${code(' REF x ')}${mark('separate')}${run('7')}${mark('end')}${run('.')}</w:p>`,
      `<w:p>${mark('begin')}${code(' IF ')}${mark('begin')}${code(' DATE ')}${mark('separate')}${run('inner')}${mark('end')}${mark('separate')}${run('Outer.')}${mark('end')}</w:p>`,
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph('Click here')}</w:sdtContent></w:sdt>`,
      `<w:sdt><w:sdtContent>${paragraph('Written.')}</w:sdtContent></w:sdt>`,
      `<w:p>${run('A')}<w:r><w:br/></w:r>${run('B')}<w:r><w:tab/></w:r>${run('C')}<w:r><w:noBreakHyphen/></w:r>${run('D')}<w:r><w:softHyphen/></w:r>${run('e')}</w:p>`,
    ].join(''),
  })
  assert.equal(outline.text, 'Seen linked\n\nPage 7.\n\nOuter.\n\nWritten.\n\nA B C-De')
})

test('a box of text is read once, behind the paragraph that it is anchored in', async () => {
  const box = `<w:txbxContent>${paragraph('Boxed.')}</w:txbxContent>`
  const outline = await outlineOfDocx({
    body: `<w:p>${run('Around.')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>${paragraph('Behind.')}`,
  })
  assert.equal(outline.text, 'Around.\n\nBoxed.\n\nBehind.')
})

test('a table of contents is no part: by its style, its field, or its gallery', async () => {
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const outline = await outlineOfDocx({
    styles: headings,
    body: [
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('1. Quays 3')}</w:sdtContent></w:sdt>`,
      paragraph('2. Bells 4', styled('TOC1')),
      `<w:p>${mark('begin')}<w:r><w:instrText> TOC \\o </w:instrText></w:r>${mark('separate')}${run('3. Ropes 5')}</w:p><w:p>${run('4. Knots 6')}</w:p><w:p>${mark('end')}</w:p>`,
      paragraph('Quays', styled('berschrift1')),
      paragraph('Lamps burn.'),
    ].join(''),
  })
  assert.deepEqual(lines(outline), ['division |  | Quays | Lamps burn.'])
  assert.deepEqual(
    outline.asides?.map(({ text }) => text),
    ['1. Quays 3', '2. Bells 4', '3. Ropes 5', '4. Knots 6'],
  )
})

test('raised words and formulas stay apart from what they are raised above', async () => {
  const outline = await outlineOfDocx({
    body: `<w:p>${run('More than 10')}${run('25', '<w:vertAlign w:val="superscript"/>')}${run(' and ')}<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></w:p>`,
  })
  assert.match(outline.text ?? '', /^More than 10.?25 and x.?2$/u)
})

test('title, date and language from what the document says of itself, unless a program put it there', async () => {
  const properties = (title: string): string =>
    `<dc:title>${title}</dc:title><dcterms:created>2030-01-02T03:04:05Z</dcterms:created><dc:language>fr-FR</dc:language>`
  const said = await outlineOfDocx({
    properties: properties('Plan du port'),
    body: paragraph('Oui.'),
  })
  assert.equal(said.title, 'Plan du port')
  assert.equal(said.issued, '2030-01-02')
  assert.equal(said.language, 'fr-FR')
  for (const title of [
    'Microsoft Word - Document1',
    'Document2',
    'plan-final.docx',
    '文档1',
    ' ',
  ]) {
    const { title: read } = await outlineOfDocx({
      properties: properties(title),
      body: paragraph('Oui.'),
    })
    assert.equal(read, undefined, title)
  }
})

test('a text in Chinese is Chinese, whatever its template was', async () => {
  const body = paragraph('第一条 为了保障港口安全，制定本条例。')
  assert.equal((await outlineOfDocx({ body, styles: headings })).language, 'zh-CN')
  assert.equal(
    (await outlineOfDocx({ body, properties: '<dc:language>en-US</dc:language>' })).language,
    'zh',
  )
})
