import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  proposeProvisions,
  type ProposedProvision,
} from '../../../src/core/official/proposedProvisions.ts'
import type { Part } from '../../../src/core/official/outline.ts'

function part(kind: Part['kind'], label: string, ...parts: readonly Part[]): Part {
  const level = kind === 'section' || kind === 'part' ? 'division' : 'measure'
  return { level, ...(kind && { kind }), label, text: `Words of ${label}.`, parts }
}

/** Keys, and places where these say more. */
function keys(...parts: readonly Part[]): string {
  const flat = (all: readonly ProposedProvision[]): readonly string[] =>
    all.flatMap(({ label, place, parts: below }) => [
      place === undefined ? label : `${label}=${place}`,
      ...flat(below),
    ])
  return flat(proposeProvisions({ parts, unread: [] }, { id: 'xx-quay', type: 'act' })).join(' ')
}

suite('What was inserted behind another has a key of its own, and its number as printed', () => {
  test('subsection 1(1.1) beside subsection 1(1) and section 1.1', () => {
    assert.equal(
      keys(
        part(
          'section',
          '1',
          part('subsection', '1'),
          part('subsection', '1.1'),
          part('subsection', '2'),
        ),
        part('section', '1.1', part('subsection', '1')),
        part('section', '2'),
      ),
      'sec-1 sec-1.1 sec-1.1-1=1.1 sec-1.2 sec-1-1=1.1 sec-1-1.1 sec-2',
    )
  })

  test('paragraphs and what stands within them: (a.1) beside (a), (i.1) beside (i)', () => {
    assert.equal(
      keys(
        part(
          'section',
          '7',
          part(
            'subsection',
            '1',
            part('paragraph', 'a', part('subparagraph', 'i'), part('subparagraph', 'i.1')),
            part('paragraph', 'a.1', part('subparagraph', 'i')),
          ),
        ),
      ),
      'sec-7 sec-7.1 sec-7.1.a sec-7.1.a.i sec-7.1.a.i-1=i.1 sec-7.1.a-1=a.1 sec-7.1.a-1.i',
    )
  })

  test('sections through the whole act, whatever part they stand in', () => {
    assert.equal(
      keys(
        part('part', '1', part('section', '1', part('subsection', '1'))),
        part(
          'part',
          '2',
          part('section', '1.1'),
          part('section', '487'),
          part('section', '487.01'),
        ),
      ),
      'part-1 part-1.sec-1 part-1.sec-1.1 part-2 part-2.sec-1-1=1.1 part-2.sec-487 part-2.sec-487-01=487.01',
    )
  })

  test('a number that goes on from that of what it stands in keeps its dot', () => {
    assert.equal(
      keys(part('section', '4', part('subsection', '4.1'), part('subsection', '4.2'))),
      'sec-4 sec-4.1 sec-4.2',
    )
    assert.equal(
      keys(
        part('section', '2', part('section', '2.1', part('article', '1'))),
        part('section', '3'),
      ),
      'sec-2 sec-2.1 1 sec-3',
    )
  })
})
