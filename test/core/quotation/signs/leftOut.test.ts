import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { hidesForce, hidesNegation } from '../../../../src/core/quotation/signs/hiddenWords.ts'
import {
  endsClause,
  firstClause,
  hasMark,
  isOneClause,
  isSkipped,
  lastClause,
  markBehind,
  word,
} from '../../../../src/core/quotation/signs/omittedWords.ts'
import { all, omittedIn } from './omittedIn.ts'

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
