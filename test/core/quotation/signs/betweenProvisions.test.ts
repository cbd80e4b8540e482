import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { PassagePart } from '../../../../src/core/quotation/passageIndex.ts'
import { hiddenBy, type Hidden } from '../../../../src/core/quotation/signs/omissions.ts'
import { omittedIn } from './omittedIn.ts'

suite('A sign of omission between provisions', () => {
  /** What is hidden by the words in braces, of a text of which each line begins with the key of its part. */
  const hidden = (marked: string, opensPart = false): Hidden | undefined => {
    const parts: PassagePart[] = []
    const keys: string[] = []
    let text = ''
    for (const line of marked.split('\n')) {
      const [, key = '', words = ''] = /^([^ ]*)\| (.*)$/u.exec(line) ?? ['', '', line]
      if (text !== '') text += '\n\n'
      const start = text.replaceAll(/[{}]/gu, '').length
      text += words
      const end = text.replaceAll(/[{}]/gu, '').length
      if (key === '') continue
      parts.push({ key, span: { start, end } })
      keys.push(key)
    }
    const { wording, numbers, shape, from, to } = omittedIn(text, parts)
    const link = {
      sort: 'omission',
      before: 1,
      span: { start: 0, end: 1 },
      says: [],
      opensPart,
    } as const
    return hiddenBy(link, { from, to }, { wording, numbers, shape, keys })
  }

  test('hides that one ends where half of it is left out, or that half of the next is', () => {
    assert.equal(hidden('a| Ships pay {fees at night.\nb| Boats} rest.'), 'provisions')
    assert.equal(hidden('a| Ships pay {fees.\nb| Boats of masters} rest.'), 'provisions')
    assert.equal(hidden('a| Ships pay fees {at night.\nb| Boats of} masters rest.'), undefined)
    assert.equal(hidden('a| Ships pay fees{.\nb| Boats of} masters rest.'), undefined)
    assert.equal(hidden('a| Ships pay {fees at night.\nb| Boats} rest.', true), undefined)
  })

  test('hides nothing of one and the same, or where words are of none', () => {
    assert.equal(hidden('a| Ships pay {fees at night.\na| Boats} rest all the year.'), undefined)
    assert.equal(hidden('| Ships pay {fees at night.\nb| Boats} rest all the year.'), undefined)
    assert.equal(hidden('a| Ships pay {fees at night.\n| Boats} rest all the year.'), undefined)
    assert.equal(hidden('| Ships pay {fees at night.\n| Boats} rest all the year.'), undefined)
  })

  test('hides in a list that half of a point goes on with half of another, not with the end of one', () => {
    assert.equal(
      hidden('a.1| keep a store {of stone there;\na.2| mark the long channel} with lamps;'),
      'provisions',
    )
    assert.equal(
      hidden('a.1| keep a store {of stone there;\na.2| mark} the channel with lamps;'),
      undefined,
    )
    assert.equal(
      hidden('a.1| keep a store {of it;\na.2| mark the long channel} with lamps;'),
      undefined,
    )
    assert.equal(
      hidden('a| keep a store {of stone there\na.2| mark the long channel} with lamps;'),
      undefined,
    )
    assert.equal(
      hidden('a.2| keep a store {of stone there;\na| mark the long channel} with lamps;'),
      undefined,
    )
    assert.equal(
      hidden('a| keep a store {of stone there;\nab| mark the long channel} with lamps;'),
      'provisions',
    )
  })

  test('enters a list from the words before it, whatever of its points is left out', () => {
    const list = (point: string): string =>
      `a| Each port shall:{\n${point}| keep a store of stone. Mark the long channel there. Train} pilots in winter.`
    assert.equal(hidden(list('a.1')), undefined)
    assert.equal(hidden(list('b')), 'provisions')
    assert.equal(hidden(list('ab')), 'provisions')
    assert.equal(hidden(list('a')), 'sentences')
    assert.equal(
      hidden(
        'a| Each port shall{\na.1| keep a store of stone. Mark the long channel there. Train} pilots in winter.',
      ),
      'provisions',
    )
  })

  test('hides nothing where it stands for no word, or before the first', () => {
    assert.equal(hidden('a| Ships pay {}not.'), undefined)
    assert.equal(hidden('a| {Ships shall not} pay.'), undefined)
  })

  test('hides a negation of up to three words of its sentence', () => {
    assert.equal(hidden('a| Ships keep {no other lamps} and oil.'), 'negation')
    assert.equal(hidden('a| Ships keep {no other old lamps} and oil.'), undefined)
    assert.equal(hidden('a| Ships keep lamps {or not.} Boats rest.'), undefined)
    assert.equal(hidden('a| Ships keep {or not all} lamps.'), undefined)
  })

  test('hides no more than a sentence, and beside one less than five words', () => {
    assert.equal(
      hidden('a| Ships pay fees {at night. Boats of masters pay. All of} them rest.'),
      undefined,
    )
    assert.equal(
      hidden('a| Ships pay fees {at night each. Boats of masters pay. All of} them rest.'),
      'sentences',
    )
    assert.equal(
      hidden('a| Ships pay fees here. {Boats of masters pay. All of them rest.} They sleep.'),
      'sentences',
    )
  })
})
