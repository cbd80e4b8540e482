import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lines, outlineOfText } from '../outlineText.ts'

test('a Korean law: chapters, articles with their titles and those put between, circled paragraphs', async () => {
  const outline = await outlineOfText(`# 조석법

제1장 총칙

제1조(목적) 이 법은 조석을 정한다.
제2조(정의) ① 조석은 물이다.
② 항구는 땅이다.

제2조의2(달) 달은 둥글다.

제2장 항구

제3조 항구는 열린다.
`)
  assert.deepEqual(lines(outline), [
    'chapter | 1 | 총칙 | ',
    '  article | 1 | 목적 | 이 법은 조석을 정한다.',
    '  article | 2 | 정의 | ',
    '    paragraph | ① |  | 조석은 물이다.',
    '    paragraph | ② |  | 항구는 땅이다.',
    '  article | 2-2 | 달 | 달은 둥글다.',
    'chapter | 2 | 항구 | ',
    '  article | 3 |  | 항구는 열린다.',
  ])
  const headed = await outlineOfText(
    '<html lang="ko"><body><h1>선언</h1><h2>제 1 조</h2><p>물은 온다.</p><h2>제 2 조</h2><p>물은 간다.</p></body></html>',
  )
  assert.deepEqual(
    headed.parts.map(({ kind, label }) => [kind, label]),
    [
      ['article', '1'],
      ['article', '2'],
    ],
  )
})

test('articles of laws in Cyrillic, Vietnamese, Indonesian', async () => {
  for (const [chapter, article] of [
    ['Глава 1', 'Статья'],
    ['Chương I', 'Điều'],
    ['BAB I', 'Pasal'],
  ] as const) {
    const outline = await outlineOfText(
      `<html><body><h1>T</h1><h2>${chapter}</h2><h3>${article} 1. Aqua</h3><p>1. Venit.</p><p>2. Abit.</p><h3>${article} 2</h3><p>Finis.</p></body></html>`,
    )
    assert.deepEqual(
      lines(outline).map((line) => line.split(' | ').slice(0, 2).join(' ')),
      [
        'chapter ' + (chapter.endsWith('I') ? 'I' : '1'),
        '  article 1',
        '    paragraph 1',
        '    paragraph 2',
        '  article 2',
      ],
    )
  }
})

test('supplementary provisions of a Japanese law count their articles anew', async () => {
  const outline = await outlineOfText(
    '# 潮汐法\n\n第一条　潮は満ちる。\n\n第二条　潮は引く。\n\n附　則\n\n第一条　この法律は、公布の日から施行する。\n',
  )
  assert.deepEqual(
    outline.parts.map(({ kind, label, parts }) => [kind, label, parts.length]),
    [
      ['article', '1', 0],
      ['article', '2', 0],
      ['annex', undefined, 1],
    ],
  )
})

test('sections of the Code of Federal Regulations as text: two spaces, and no mark', async () => {
  const outline = await outlineOfText(`                 PART 7--TIDES

Sec.  7.1  Purpose.

    Tides are told.

Sec.  7.2  Reports of tides.

    (a) Each port must report:
    (1) Height; and
    (2) Hour.
    (b) Reports are public.
`)
  assert.deepEqual(lines(outline), [
    'part | 7 | TIDES | ',
    '  section | 7.1 | Purpose | Tides are told.',
    '  section | 7.2 | Reports of tides | ',
    '    paragraph | a |  | Each port must report:',
    '      point | 1 |  | Height; and',
    '      point | 2 |  | Hour.',
    '    paragraph | b |  | Reports are public.',
  ])
})
