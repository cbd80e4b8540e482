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
