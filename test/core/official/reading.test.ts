import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { readInOrder } from '../../../src/core/official/reading.ts'
import type { Outline, Part } from '../../../src/core/official/outline.ts'
import { sliceSpan } from '../../../src/core/text/span.ts'

const point = (label: string, text: string, at?: number): Part => ({
  level: 'measure',
  kind: 'point',
  label,
  printed: `(${label})`,
  text,
  parts: [],
  ...(at !== undefined && { at }),
})

const intro = 'Every quay shall have:'
const article: Part = {
  level: 'measure',
  kind: 'article',
  label: '4',
  heading: 'Quays',
  printed: 'Article 4 Quays',
  text: `${intro}\n\nPoint (a) holds for piers.`,
  parts: [point('a', 'a lamp;', intro.length), point('b', 'a bell.', intro.length)],
}
const outline: Outline = {
  title: 'Harbour Act',
  text: 'We, the harbour masters,\n\nDone at the mole.',
  asides: [{ kind: 'note', text: 'See the older act.', page: 2 }],
  parts: [{ ...article, at: 'We, the harbour masters,'.length }],
  unread: [],
}

suite('An official document in its own order', () => {
  test('keeps the points of an article between its introduction and its tail', () => {
    assert.equal(
      readInOrder(outline, 'headings').text,
      [
        'We, the harbour masters,',
        'Quays',
        'Every quay shall have:',
        'a lamp;',
        'a bell.',
        'Point (a) holds for piers.',
        'Done at the mole.',
      ].join('\n\n'),
    )
  })

  test('has numbers and headings as they are printed where these are asked for', () => {
    const { text } = readInOrder(outline, 'numbers and headings')
    assert.match(text, /Article 4 Quays\n\nEvery quay shall have:\n\n\(a\)\n\na lamp;\n\n\(b\)/)
  })

  test('knows where each part stands, from its heading to the end of its tail', () => {
    const { text, spans } = readInOrder(outline, 'headings')
    const [whole] = outline.parts
    const [, second] = article.parts
    const span = (part: Part | undefined) =>
      sliceSpan(text, (part && spans.get(part)) ?? { start: 0, end: 0 })
    assert.match(span(whole), /^Quays\n\n[\s\S]*for piers\.$/)
    assert.equal(span(second), 'a bell.')
  })

  test('has its title and notes beside its text', () => {
    const { asides } = readInOrder(outline, 'headings')
    assert.deepEqual(
      asides.map(({ aside }) => aside.text),
      ['Harbour Act', 'See the older act.'],
    )
  })

  test('turns its pages within and behind its parts', () => {
    const paged: Outline = {
      parts: [
        {
          level: 'division',
          text: 'One.\n\nTwo.',
          pages: { first: 1, last: 3 },
          pageStarts: [
            { page: 1, offset: 0 },
            { page: 3, offset: 6 },
          ],
          parts: [
            {
              ...point('a', 'Between.', 4),
              pages: { first: 2, last: 2 },
              pageStarts: [{ page: 2, offset: 0 }],
            },
          ],
        },
      ],
      unread: [],
    }
    const { text, pageStarts } = readInOrder(paged, 'headings')
    assert.deepEqual(
      pageStarts.map(({ page, offset }) => [page, text.slice(offset, offset + 3)]),
      [
        [1, 'One'],
        [2, 'Bet'],
        [3, 'Two'],
      ],
    )
  })
})
