import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { judgeQuotation } from '../../../../src/core/quotation/judgeQuotation.ts'
import { indexPassages } from '../../../../src/core/quotation/passageIndex.ts'

/**
 * What the sign of omission in `marked` hides: a text in which braces enclose what the quotation leaves out,
 * and `|` stands where the quotation begins and ends.
 */
function hidden(marked: string): string {
  const text = marked.replaceAll(/[{}|]/gu, '')
  const [, quotedPart = marked] = marked.split('|')
  const quoted = quotedPart.replaceAll(/\{[^}]*\}/gu, '…')
  const { verdict, alterations } = judgeQuotation(quoted, [{ key: 'x', text }], indexPassages([]))
  const found = alterations.map(({ trespass = 'altered' }) => trespass)
  return found.join(' ') || (verdict === 'verified' ? 'nothing' : verdict)
}

function hides(what: string, ...texts: readonly string[]): void {
  assert.deepEqual(
    texts.map((text) => `${hidden(text)}: ${text}`),
    texts.map((text) => `${what}: ${text}`),
  )
}

suite('A negation is hidden', () => {
  test('where few words are left out and one of them is a negation', () => {
    hides(
      'negation',
      'The port shall {not} close its gates at night.',
      'The port has {no lamps} and gates at night.',
      'Gates of the port {which are not} new are of iron.',
      '港务局{不}公布检查结果和记录。',
    )
  })

  test('where it stands right before what is quoted', () => {
    hides(
      'negation',
      'The master of the port in winter {and the keeper of all lamps shall not} close the gates.',
      'The master of the port in winter {and the keeper of all lamps do not ever} close the gates.',
      'The master of the port in winter {and the keeper of all lamps do not knowingly} close the gates.',
      'The master of the port in winter {and the keeper of lamps will never be} asked to pay.',
      '港务局在冬季应当检查，{并且所有的船舶在夜间都不得}驶入港口。',
      '港务局在冬季应当检查，{并且所有的船舶在夜间都禁止随意}驶入港口。',
    )
  })

  test('where it begins a phrase that the verb stands behind', () => {
    hides(
      'negation',
      'The master of the port in winter {and each of the pilots shall not under any circumstances} close the gates.',
      'The master of the port in winter {and each of the pilots may not in any way} close the gates.',
    )
  })

  test('where it follows a modal verb that is quoted, and no other one is left out', () => {
    hides(
      'negation',
      'The master of the port shall {not for a whole week or longer} close the gates.',
      'The master of the port shall {not, having no lamps to give at all,} close the gates.',
    )
  })

  test('but not where it takes back other words that are left out', () => {
    hides(
      'nothing',
      'The port that is {built of stone that is not cut and} new has gates.',
      'The port keeps lamps {that do not burn at night, oil,} and gates of iron.',
      'The port shall {not close the gates but shall} light the lamps.',
      'The port shall {not be asked to} close the gates.'.replace('{not be', '{be'),
      'Ports with lamps {of a kind that is not for sale to anybody else} close the gates.',
      'The port has lamps {which the council did not pay for} and gates.',
      '港务局检查船舶{不得使用的}灯标和浮标并公布。',
      '港务局公布检查结果{，不断改进，}保存记录十年。',
      'The port shall close {not only the gates but also} the quays.',
    )
  })

  test('and not where it is farther off than a clause', () => {
    hides(
      'nothing',
      'The port lights the lamps at dusk{; it does not close; and} the keeper closes the gates.',
      'The port lights the lamps {and is not closed: but} the keeper closes the gates of iron.',
    )
  })
})

suite('Strength is hidden', () => {
  test('where a modal verb is left out right before its verb', () => {
    hides(
      'strength',
      'The masters of the port {should} close the gates at night.',
      'The masters of the port {should also} close the gates at night.',
      'The masters of the port {may therefore} close the gates at night.',
      'The masters of the port {may openly} close the gates at night.',
      'The masters of the port {also may} close the gates at night.',
      '港务局在冬季{应当}检查外防波堤和灯标。',
      '港务局在冬季{可}检查外防波堤和灯标。',
      '港务局在冬季{可以}检查外防波堤和灯标。',
    )
  })

  test('where a modal verb of another strength is quoted before', () => {
    hides('strength', 'The masters must close the gates and {may} light the lamps at dusk.')
  })

  test('but not with other words, nor where one of the same strength is quoted before', () => {
    hides(
      'nothing',
      'The masters of the port {and keepers should} close the gates at night.',
      'The masters must close the gates and {shall} light the lamps at dusk.',
      'The masters of the port {also} close the gates at night.',
      'The fees are paid in {May} for all ships of the coast.',
      'The masters of the port {should also ever yet further thus then} close the gates.',
      'Masters should close the gates. The keepers {also} light the lamps.',
    )
    hides('strength', 'Masters should close the gates. Keepers {should} light the lamps at dusk.')
  })
})

suite('A condition is hidden', () => {
  test('at the beginning of what is left out, and before what depends on it', () => {
    hides(
      'condition',
      'Ships may enter the port {unless it is closed by ice, and} at night with lamps.',
      'Ships may enter the port {except in the winter months of a year} at night with lamps.',
      'Ships may enter the port{, excepting those of the north,} at night with lamps.',
      'Ships may enter the port{, provided that they carry two lamps,} at night.',
      'Ships may enter the port{, provided they carry two lamps,} at night.',
      'Ships may enter the port{ on condition that they carry lamps} at night.',
      'Ships may enter the port{ on the condition that they carry lamps} at night.',
      'Ships may enter the port{, save where ice is seen,} at night with lamps.',
      'Ships may enter the port, {subject to the leave of its master,} at night.',
      'Ships may enter the port, with {the exception of those of the north, and} at night.',
      'Ships may enter the port {only if they carry lamps} at night with pilots.',
      'Ships may enter the port {only when they carry lamps and stay} at night.',
      'Ships may enter the port {if they carry lamps} at night with pilots.',
      'Ships may enter the port at night. {Where ice is seen,} they shall wait outside of it.',
      'Ships may enter the port at night. {When ice is seen,} they shall wait outside of it.',
      'Ships may enter the port at night. {Only} pilots shall wait outside of it.',
    )
  })

  test('at the end of what is left out, and at the beginning of its last clause', () => {
    hides(
      'condition',
      'Ships may enter the port at night; {pilots wait for them; unless ice is seen} they pay no fee.',
      'Ships may enter the port at night; {pilots wait for them; if ice is seen} they pay no fee.',
      'Ships of the port shall enter {the harbour at its northern side only} at night.',
    )
  })

  test('where what is quoted is said not to apply', () => {
    hides(
      'condition',
      'Ships shall pay the fee in winter. {This obligation does not apply to boats.} Pilots wait for ships in the port.',
      'Ships shall pay the fee in winter{; this rule shall not apply to boats; and} pilots wait in the port.',
      'Ships shall pay the fees in winter{; they shall not apply to boats; and} pilots wait in the port.',
      'Ships shall pay the fee in winter{; it does not apply to boats; and} pilots wait in the port.',
    )
  })

  test('but not where the word opens none', () => {
    hides(
      'nothing',
      'Ships pay for lamps {even if they burn, oil} and gates of iron.',
      'Ships ask {if the port is open} and pay the fee.',
      'Ships pay, {if necessary,} the fee of the port.',
      'Ships pay the fee {as if they were boats} at the gate.',
      'Ships pay the fee of {the only port in} the north.',
      'Ships pay the fee {not only in winter but} at night.',
      'Ships pay the fee of a {read-only table in} the north.',
      'Ships pay the fee {that has only recently been} set for all of them.',
      'Ships use the lamps {that are provided that way by} masters of ports.',
      'Ships save {for the winter and} pay the fee.',
      'Ships pay at the port {where they are built and moored} in the north.',
      'Ships are subject {to the fee of} the port in winter.',
      'Ships of all ports use {the information provided that day by} masters and pilots.',
      'Ships may take {exception to the fee of} the port in winter.',
      'Ships of good {condition that the port keeps} pay no fee.',
    )
  })

  test('and not where it is one of words that are left out with it', () => {
    hides(
      'nothing',
      'The port shall {close its gates if it freezes and} publish the tides of the year.',
      'Ships pay the fee{, and boats, which may enter only at night,} in the port.',
      'Ships pay the fee{; boats pay it if they carry lamps; masters} and keepers rest.',
    )
  })

  test('in Chinese', () => {
    hides(
      'condition',
      '船舶可以驶入港口，{除非港务局另有规定，}并在夜间停泊。',
      '船舶可以驶入港口，{但结冰的时候}不收费用。',
      '船舶{未经许可的时候}可以驶入港口停泊。',
      '船舶可以驶入港口，{除涉及海防的以外，}在夜间停泊。',
      '船舶可以驶入港口，{如果没有结冰，}在夜间停泊。',
      '船舶可以驶入港口，{仅限于白天}停泊和装卸货物。',
      '港口的船舶{只有在白天}停泊和装卸货物。',
      '港口的船舶{仅在白天}停泊和装卸货物。',
    )
    hides(
      'nothing',
      '船舶可以驶入港口，{并清除积雪，}在夜间停泊。',
      '船舶可以驶入港口，{不但停泊，}还装卸货物。',
      '港口的船舶{不仅停泊、}还装卸货物。',
      '港口的船舶{停泊一只小船}并装卸货物。',
    )
  })
})

suite('More than a sentence is hidden', () => {
  test('where it stands between, with more than a little beside it', () => {
    hides(
      'sentences',
      'Ships pay the fee in winter {at the northern gate. Pilots wait for them. Masters of} ports keep the lamps.',
      'Ships pay the fee in winter. {Pilots wait for them. Boats pay nothing at all.} Ports keep lamps.',
    )
    hides(
      'nothing',
      'Ships pay the fee in winter. {Pilots of the port wait.} Ports keep lamps at night.',
      'Ships pay the fee in winter {each year. Pilots of the port wait. All} ports keep lamps.',
    )
  })

  test('where more of two sentences is left out than the longer one has', () => {
    hides(
      'sentences',
      '|Ships of {the north pay fees in winter. Each year all of the old northern ports of} keep lamps|.',
    )
    hides(
      'nothing',
      'Ships of the north pay fees {in winter. All old} ports of the coast keep lamps.',
    )
  })

  test('headings and abbreviations end no sentence', () => {
    hides(
      'nothing',
      'Ships pay the fee in winter. {Part One\n\nPilots of the port wait.} Ports keep lamps.',
      'Ships pay the fee of Mr. {Smith and of Dr. Brown. Old} ports of the coast keep lamps.',
      'Ships pay the fee under Art. {5 of the law. Old} ports of the coast keep lamps.',
      'Ships pay the fee of J. {Smith at the gate. Old} ports of the coast keep lamps.',
    )
  })
})
