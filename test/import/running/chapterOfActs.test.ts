import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { lines, outlineOfText } from '../outlineText.ts'

suite('The chapter of an act among those of its year is no division of it', () => {
  const title = 'An act to add Chapter 25.1 to the Harbour Code, relating to quays.'
  const wanted = [
    'section | 1 |  | Quays are old.',
    'section | 2 |  | Chapter 25.1 is added, to read',
    'chapter | 25.1 | Quays | ',
    '  section | 22757.10 |  | This chapter is on quays.',
    '  section | 22757.11 |  | Quays stand:',
    '    paragraph | a |  | at night;',
    'section | 3 |  | This act is severable.',
  ]

  for (const [form, text] of [
    [
      'a plain text',
      `Senate Bill No. 7\n\nCHAPTER 138\n\n${title}\n\nThe people of the State of California do enact as follows:\n\nSECTION 1.\n\nQuays are old.\n\nSEC. 2.\n\nChapter 25.1 is added, to read:\n\nCHAPTER 25.1. Quays\n\n22757.10.\n\nThis chapter is on quays.\n\n22757.11.\n\nQuays stand:\n\n(a) at night;\n\nSEC. 3.\n\nThis act is severable.\n`,
    ],
    [
      'Markdown',
      `# Senate Bill No. 7\n\n## CHAPTER 138\n\n${title}\n\nThe people of the State of California do enact as follows:\n\n**SECTION 1.** Quays are old.\n\n**SEC. 2.** Chapter 25.1 is added, to read:\n\nCHAPTER 25.1. Quays\n\n22757.10. This chapter is on quays.\n\n22757.11. Quays stand:\n\n(a) at night;\n\n**SEC. 3.** This act is severable.\n`,
    ],
    [
      'a page',
      `<h1>Senate Bill No. 7</h1><h2>CHAPTER 138</h2><p>${title}</p><p>The people of the State of California do enact as follows:</p><p><b>SECTION 1.</b> Quays are old.</p><p><b>SEC. 2.</b> Chapter 25.1 is added, to read:</p><p>CHAPTER 25.1. Quays</p><p>22757.10. This chapter is on quays.</p><p>22757.11. Quays stand:</p><p>(a) at night;</p><p><b>SEC. 3.</b> This act is severable.</p>`,
    ],
  ] as const) {
    test(`in ${form}: it is listed with the long title, and its sections stand beside one another`, async () => {
      const outline = await outlineOfText(text)
      assert.deepEqual(lines(outline), wanted)
      const listed = outline.unread.map(({ what }) => what).join('\n')
      assert.match(listed, /CHAPTER 138/u)
      assert.match(listed, /An act to add/u)
      assert.match(listed, /The people of the State/u)
    })
  }

  test('a chapter with a heading of its own is one', async () => {
    const outline = await outlineOfText(
      '# Harbour Act\n\n## CHAPTER 1\n\n### Article 1 Quays\n\nThey hold.\n\n## CHAPTER 2\n\n### Article 2 Lamps\n\nThey burn.\n',
    )
    assert.deepEqual(
      outline.parts.map(({ kind, label }) => `${kind ?? ''} ${label ?? ''}`),
      ['chapter 1', 'chapter 2'],
    )
  })
})
