import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { hidesCondition } from '../../../../src/core/quotation/signs/conditions.ts'
import { all, omittedIn } from './omittedIn.ts'

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
