import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { shapeOf } from '../../../../src/core/quotation/passageShape.ts'
import type { PassagePart } from '../../../../src/core/quotation/passageIndex.ts'
import { hidesCondition } from '../../../../src/core/quotation/signs/conditions.ts'
import { hidesForce, hidesNegation } from '../../../../src/core/quotation/signs/hiddenWords.ts'
import { hiddenBy, type Hidden } from '../../../../src/core/quotation/signs/omissions.ts'
import {
  endsClause,
  firstClause,
  hasMark,
  isOneClause,
  isSkipped,
  lastClause,
  markBehind,
  word,
  type OmittedWords,
} from '../../../../src/core/quotation/signs/omittedWords.ts'
import { readWording } from '../../../../src/core/quotation/wording.ts'
import { WordNumbers } from '../../../../src/core/quotation/wordNumbers.ts'

/** The words in braces, left out of the text around them. */
function omittedIn(marked: string, parts: readonly PassagePart[] = []): OmittedWords {
  const numbers = new WordNumbers()
  const text = marked.replaceAll(/[{}]/gu, '')
  const [open, close] = [marked.indexOf('{'), marked.indexOf('}') - 1]
  const wording = readWording(text, numbers)
  const from = wording.starts.filter((start) => start < open).length
  const to = wording.starts.filter((start) => start < close).length
  return { wording, numbers, from, to, shape: shapeOf({ key: 'x', text, parts }, wording, numbers) }
}

function tell(
  what: (omitted: OmittedWords) => unknown,
  texts: readonly string[],
): readonly string[] {
  return texts.map((text) => `${String(what(omittedIn(text)))}: ${text}`)
}

function all(
  what: (omitted: OmittedWords) => unknown,
  expected: unknown,
  ...texts: readonly string[]
): void {
  assert.deepEqual(
    tell(what, texts),
    texts.map((text) => `${String(expected)}: ${text}`),
  )
}

suite('A condition is left out', () => {
  test('where it begins in what goes on from the words before', () => {
    all(
      hidesCondition,
      true,
      'Ships pay {unless ice is seen} at night',
      'Ships pay {of american mayors unless ice is seen} at night',
      'Ships pay {is free unless ice is seen, and} rests at night',
      'Ships {shall pay unless ice is seen} at night',
      'Ships {shall land orders unless ice is seen} at night',
      'Ships {shall, unless ice is seen and boats wait,} pay at night',
      'Ships {of the north if ice is seen} and rest',
      'Ships {of the north if land orders are seen} rest',
      'Ships {if snow and ice are seen, and boats} rest',
      'Ships {of boats, if snow and ice are seen, and} rest',
      'Ships land {unless ice is seen; all boats of the north pay} nothing',
      'The mayors {unless ice is seen; all boats of the north pay} nothing',
      'Ships pay {of ice unless seen; all boats of the north pay} nothing',
    )
    all(
      hidesCondition,
      false,
      'Ships pay {of the north} unless ice is seen',
      'Ships pay {that rest unless ice is seen} at night',
      'Ships {shall pay unless they enter, and boats} rest',
      'Ships {shall pay and unless ice is seen} rest',
      'Ships {which pay unless ice is seen,} rest',
      'Ships {that, unless ice is seen,} rest',
      'Ships {shall pay unless ice and snow are seen,} rest',
      'Ships {shall, unless ice and snow are seen} rest',
      'Ships {of boats if snow and ice are seen, and} rest',
      'Ships pay and {boats unless ice is seen; all of the north pay} nothing',
      'Ships pay that {boats unless ice is seen; all of the north pay} nothing',
      'Ships pay {and boats unless ice is seen; all of the north pay} nothing',
      'Ships pay; {all of the north; boats of ours unless ice is seen pay} nothing',
    )
  })

  test('where an “only” restricts the words behind', () => {
    all(
      hidesCondition,
      true,
      'Ships enter; {pilots wait; masters of all ports of the north pay only} the fee',
      'Ships enter; {pilots wait; all of the masters only} the fee',
      'Ships pay {only of the north boats} at night',
      'Ships pay {of boats only in the north} at night',
      'Ships pay and {of boats only in winter} at night',
      'Ships pay {of land only in winter} at night',
      'Ships pay {of orders only in winter} at night',
      'Ships pay {of boats only, in the north} at night',
      'Ships pay {of boats, only if ice is seen, and} rest',
      '船舶驶入；{引水员等候；所有船舶仅在夜间}停泊',
      '船舶驶入；{引水员等候；所有船舶只在夜间}停泊',
      '船舶驶入；{引水员等候；所有船舶仅一二三四五六七八九十一}停泊',
      '船舶驶入{船舶仅在白天停泊的码头}装卸',
      '船舶驶入{船舶僅在白天停泊的码头}装卸',
      '船舶驶入{船舶只在白天停泊的码头}装卸',
    )
    all(
      hidesCondition,
      false,
      'Ships enter; {pilots wait; masters of all ports of the north pay only,} the fee',
      'Ships enter; {pilots wait; masters of all ports of the north pay not only} the fee',
      'Ships enter; {pilots wait; masters of all ports of the north read-only} the fee',
      'Ships enter; {pilots wait; masters of all ports of the only} fee',
      'Ships enter; {pilots wait; masters of all ports of the north have only} recently paid',
      'Ships enter; {pilots wait; masters of all ports of the north pay} the only fee',
      'Ships pay {of boats only recently built} at night',
      'Ships pay {of boats, only of the north} at night',
      'Ships pay, {of boats only in winter} at night',
      'Ships pay {of boats (only in winter boats)} at night',
      'Ships pay {of boats and only in winter} at night',
      'Ships pay {and boats only in winter} at night',
      'Ships pay {of boats than only in winter} at night',
      '船舶驶入；{引水员等候；所有船舶仅在夜间停泊的}码头',
      '船舶驶入；{引水员等候；所有船舶仅在白天、夜间}停泊',
      '船舶驶入；{引水员等候；所有船舶仅一二三四五六七八九十一二}停泊',
      '船舶驶入；{引水员等候；所有船舶不仅在夜间}停泊',
      '船舶驶入；{引水员等候；所有船舶不只在夜间}停泊',
      '船舶驶入；{引水员等候；所有船舶只夜间}停泊',
      '船舶驶入；{引水员等候；所有船舶在夜间}停泊仅',
    )
  })

  test('where its first word opens one there', () => {
    all(
      hidesCondition,
      true,
      'Ships pay {of boats except those} at night',
      'Ships pay, {excepting those of the north} at night',
      'Ships pay {of the exceptions of boats there} at night',
      'Ships pay {of the only exception of boats there} at night',
      'Ships pay {of boats, providing they carry lamps, and} rest',
      'Ships pay {of boats provided that lamps burn} rest',
      'Ships pay {on condition that lamps burn} rest',
      'Ships pay {upon condition that lamps burn} rest',
      'Ships pay {on the condition that lamps burn} rest',
      'Ships pay. {Where ice is seen} they rest',
      'Ships pay. {When ice is seen} they rest',
      'Ships pay, {subject to leave} at night',
      'Ships pay {save for boats} at night',
      'Ships pay {save where boats rest} at night',
    )
    all(
      hidesCondition,
      false,
      'Ships pay {of the exception to the fee} at night',
      'Ships pay {of an exception of the fee} at night',
      'Ships pay {of breathe exception of boats} at night',
      'Ships pay {of then exception of boats} at night',
      'Ships pay {of boats provided by lamps} rest',
      'Ships pay {of boats provided that lamps, and boats} rest',
      'Ships pay {for what is provided that lamps burn} rest',
      'Ships pay {provided lamps burn} rest',
      'Ships pay {of good condition that lamps burn} rest',
      'Ships pay {on condition of lamps} rest',
      'Ships pay {of dragon condition that lamps burn} rest',
      'Ships pay {of theme condition that lamps burn} rest',
      'Ships pay. {Where} ice is seen they rest',
      'Ships pay. {Where possible} they rest',
      'Ships pay {where ice is seen} at night',
      'Ships pay {subject to leave} at night',
      'Ships pay, {subject of the crown} at night',
      'Ships pay, {boats subject to leave} at night',
      'Ships pay {save lamps} at night',
      'Ships pay {of boats save for lamps} at night',
      'Ships pay {save elsewhere} at night',
      'Ships pay {save forty} at night',
      'Ships pay {even if ice is seen} at night',
      'Ships pay {if necessary} at night',
    )
  })

  test('in Chinese', () => {
    all(
      hidesCondition,
      true,
      '船舶停泊，{除非结冰的时候}装卸',
      '船舶停泊{并除非结冰的时候}装卸',
      '船舶停泊{并除结冰以外的时候}装卸',
      '船舶停泊{并除结冰，下雪以外的时候}装卸',
      '船舶停泊{并除结冰}以外装卸',
      '船舶停泊，{除结冰的时候}装卸',
      '船舶停泊{并删，除结冰以外}装卸',
      '船舶停泊，{但结冰的时候}装卸',
      '船舶停泊{的船，但结冰的时候}装卸',
      '船舶停泊{的船如果结冰的时候}装卸',
      '船舶停泊{的船未经许可的时候}装卸',
    )
    all(
      hidesCondition,
      false,
      '船舶停泊{并在除夕的时候}装卸',
      '船舶停泊{并除结冰}的时候，以外装卸',
      `船舶停泊{并除${'结'.repeat(40)}外的时候}装卸`,
      ...Array.from(
        '删解消排免清废扣拆移去革开根铲剔撤破切驱',
        (verb) => `船舶停泊{并${verb}除结冰以外}装卸`,
      ),
      '船舶停泊不{但结冰的时候}装卸',
      '船舶停泊非{但结冰的时候}装卸',
      '船舶停泊{不但结冰的时候}装卸',
      '船舶停泊{的船结果结冰的时候}装卸',
    )
    assert.ok(hidesCondition(omittedIn(`船舶停泊{并除${'结'.repeat(38)}外的时候}装卸`)))
  })

  test('where a rule that is quoted is said not to apply', () => {
    all(
      hidesCondition,
      true,
      'Ships pay; {this rule shall not apply to boats; and all others of the north} rest',
      'Ships pay; {these requirements that boats keep do not apply; and all others} rest',
      'Ships pay; {they do not apply to boats; and all the others} rest',
      'Ships pay; {it does not apply to boats; and all the others} rest',
      'Ships pay {fees; this rule shall not apply to boats; and all others} rest',
    )
    all(
      hidesCondition,
      false,
      'Ships pay {fees; boats rest; this rule shall not apply; and all others} rest',
      'Ships pay; {this rule shall apply to boats; and all the others of the north} rest',
      'Ships pay; {this rule shall not bind the boats; and all the others} rest',
      'Ships pay; {this rule which boats of all ports keep shall not apply; and others} rest',
      'Ships pay; {the rule shall not apply to boats; and all the others} rest',
      'Ships pay; {this boat shall not apply to ports; and all the others} rest',
      'Ships pay; {boats do not apply to ports; and all the others} rest',
      'Ships pay; {this; rest of all boats; and all others shall not} apply',
    )
  })
})

suite('A negation is left out', () => {
  test('of the words behind', () => {
    all(
      hidesNegation,
      true,
      'Ships pay; {boats rest; not} all of them',
      'Ships pay {and all of the boats do not} rest',
      'Ships pay {and all of the boats do not ever} rest',
      'Ships pay {and all of the boats do never knowingly} rest',
      'Ships pay {and boats shall not in any of the ways} rest',
      'Ships pay {and boats may not under any circumstances} rest',
      '船舶停泊{并且不得随意}装卸',
      '船舶停泊{并且不得一二三四五六七八九十一二三四五六七八}装卸',
      'Ships shall {not for a week} be closed',
      'Ships shall {not pay} at night',
      'Ships pay {not, without the leave of the port,} at night',
      `Ships shall {not ${'port '.repeat(59)}} rest`,
    )
    all(
      hidesNegation,
      false,
      'Ships pay {and all boats} do not rest',
      'Ships pay {and all boats} rest not',
      'Ships pay {and boats do not pay ever} all',
      'Ships pay {and boats do not rest family} all',
      'Ships pay {and boats shall not in any of the old ways} rest',
      'Ships pay {and boats shall not in winter, all year} rest',
      'Ships pay {and boats that are not in any port} rest',
      'Ships pay {and boats shall not rest long} all',
      '船舶停泊{并且不得一二三四五六七八九十一二三四五六七八九}装卸',
      '船舶停泊{并且不得停泊的}装卸',
      '船舶停泊{并且不得停泊、}装卸',
      'Ships shall {not pay but} rest',
      'Ships shall {not have to} rest',
      'Ships shall {not pay and shall} rest',
      'Ships shall {not pay at all,} not rest',
      'Ships pay {not, as all of them say} at night',
      'Ships pay {not having any lamps,} at night',
      `Ships shall {not ${'port '.repeat(60)}} rest`,
    )
  })
})

suite('Strength is left out', () => {
  test('with a modal verb and adverbs alone', () => {
    all(
      hidesForce,
      true,
      'Ships {must} rest',
      'Ships {should also ever yet further thus} rest',
      'Ships must pay. Boats {must} rest',
      'Ships may pay and {must} rest',
      'Ships pay {also may} all',
      '船舶{可}停泊',
      '船舶{应当}停泊',
      '船舶{可以}停泊',
      'Ships {may} rest',
    )
    all(
      hidesForce,
      false,
      'Ships {should also ever yet further thus then} rest',
      'Ships {of boats must} rest',
      'Ships {must pay} rest',
      'Ships {also ever} rest',
      'Must boats {must} rest',
      'Ships must pay and {shall} rest',
      'Ships pay in {May} at night',
      '船舶可停泊{可}装卸',
      '船舶{即可}停泊',
      '船舶{船可以}停泊',
      'Ships {x; must} rest',
      'Must {also} rest',
    )
  })
})

suite('What is left out', () => {
  test('is one clause where commas alone part it from the words that are quoted, and of 120 words', () => {
    all(
      isOneClause,
      true,
      'Ships {pay} all',
      'Ships, {pay, and} all',
      `Ships {${'pay '.repeat(120)}} all`,
    )
    all(
      isOneClause,
      false,
      'Ships {pay;} all',
      'Ships; {pay} all',
      'Ships {pay: and} all',
      'Ships {pay fees here. Boats} rest',
      `Ships {${'pay '.repeat(121)}} all`,
    )
  })

  test('has a first and a last clause', () => {
    all(firstClause, 3, 'Ships {pay fees; boats rest; all} pay')
    all(lastClause, 5, 'Ships {pay fees; boats rest; all} pay')
    all(firstClause, 1, 'Ships; {pay fees} all')
    all(lastClause, 3, 'Ships {pay fees;} all')
    all(firstClause, 4, 'Ships {pay fees} all')
    all(lastClause, 1, 'Ships {pay fees} all')
    all(firstClause, 62, `Ships {${'pay '.repeat(80)}} all`)
    all(lastClause, 21, `Ships {${'pay '.repeat(80)}} all`)
  })

  test('has words, marks and ends of clauses', () => {
    const omitted = omittedIn('Ships {Pay, Fees; all} rest')
    assert.deepEqual([word(omitted, 1), word(omitted, 9), word(omitted, -1)], ['pay', '', ''])
    assert.deepEqual(
      [0, 1, 2].map((at) => markBehind(omitted, at)),
      ['', ',', ';'],
    )
    assert.deepEqual(
      [0, 1, 2, 9].map((at) => hasMark(omitted, at)),
      [false, true, true, false],
    )
    assert.deepEqual(
      [0, 1, 2].map((at) => endsClause(omitted, at)),
      [false, false, true],
    )
    assert.deepEqual(['ever', 'only', 'fully', 'ally', 'family', 'lying', 'port'].map(isSkipped), [
      true,
      false,
      true,
      false,
      true,
      false,
      false,
    ])
  })
})

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
