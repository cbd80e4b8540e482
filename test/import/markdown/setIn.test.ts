import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lines, outlineOfText } from '../outlineText.ts'

test('a plain text whose paragraphs are set in is no code: a resolution', async () => {
  const outline = await outlineOfText(`Council of Harbours                              H/RES/1/2

     The Council,

     Recalling its decision of 1 March 2031, entitled
“Tides for all”,

     1.    Asks all harbours to count their cranes;

     2.    Invites pilots to meet by:

     (a)   Coming to the quay, in winter as well as in
summer;

     (b)   Writing letters.

                                             3rd meeting
`)
  assert.deepEqual(lines(outline), [
    'measure | 1 |  | Asks all harbours to count the',
    'measure | 2 |  | Invites pilots to meet by:',
    '  paragraph | a |  | Coming to the quay, in winter ',
    '  paragraph | b |  | Writing letters.\n\n3rd meeting',
  ])
  const told = outline.unread.map(({ what }) => what)
  assert.ok(told.includes('Recalling its decision of 1 March 2031, entitled “Tides for all”,'))
})

test('points that are set in deeper than Markdown allows nest as they are counted', async () => {
  const outline = await outlineOfText(`1. USE OF CRANES

        a) Cranes are used by day, and by those who have learned it before they came.
                i) Those who teach them write down what was learned, and when.
                ii) Those who learn read it.

        b) At night they rest, whatever the tide is, for the sake of those who sleep.

2. REST

        a) Nobody climbs a crane that rests, but the one who keeps it.
`)
  assert.deepEqual(lines(outline), [
    'measure | 1 |  | USE OF CRANES',
    '  paragraph | a |  | Cranes are used by day, and by',
    '    point | i |  | Those who teach them write dow',
    '    point | ii |  | Those who learn read it.',
    '  paragraph | b |  | At night they rest, whatever t',
    'measure | 2 |  | REST',
    '  paragraph | a |  | Nobody climbs a crane that res',
  ])
})

test('lines that are set in within Markdown are paragraphs where they are sentences', async () => {
  const outline = await outlineOfText(
    '# Plan\n\n## Docks\n\n- Build docks.\n\n\n\n      The docks are built by those who need them, and paid by all.\n\n## Set up\n\n    make docks --with={tide} > log.txt\n',
  )
  const [docks, setUp] = outline.parts[0]?.parts ?? []
  assert.match(`${docks?.text ?? ''}${docks?.parts[0]?.text ?? ''}`, /The docks are built by/u)
  assert.equal(setUp?.text, '')
  assert.deepEqual(
    outline.unread.map(({ what }) => what),
    ['code: make docks --with={tide} > log.txt'],
  )
})
