import assert from 'node:assert/strict'
import { test } from 'node:test'
import { longestQuery, mostUnits, parseQuery, type Piece } from '../../../src/core/search/query.ts'

/** The pieces as one line: words apart, runs of Chinese as their pairs, pages as `p.3`. */
function show(text: string): string {
  return parseQuery(text).pieces.map(showPiece).join(' ')
}

function showPiece(piece: Piece): string {
  if (piece.kind === 'page') return `p.${piece.page}${piece.begun ? '…' : ''}`
  const terms = piece.terms.map((term) =>
    term.kind === 'word'
      ? term.unit.text + (term.unit.wholeOnly ? '!' : '')
      : term.pairs.map((pair) => pair.text).join('+'),
  )
  const rest = piece.ordinal?.rest === undefined ? '' : ` ${showPiece(piece.ordinal.rest)}`
  return [
    ...terms,
    ...(piece.joined === undefined ? [] : [`=${piece.joined.text}`]),
    ...(piece.ordinal === undefined ? [] : [`no.${piece.ordinal.number}${rest}`]),
  ].join(',')
}

const readings: readonly (readonly [typed: string, shown: string])[] = [
  ['export controls', 'export controls'],
  ['  Export,  CONTROLS; ', 'export controls'],
  ['open-source', 'open,source,=opensource'],
  ['science of the AI', 'science ai'],
  ['of the', 'of the'],
  ['secure-by-design', 'secure,design,=securebydesign'],
  ['AI出口管制', 'ai,出口+口管+管制'],
  ['节', '节'],
  ['U.S.', 'u!,s!,=us'],
  ['U.S', 'u!,s,=us'],
  ['a', 'a'],
  ['3', '3!'],
  ['chips 3', 'chips 3'],
  ['chips 3 ', 'chips 3!'],
  ['p. 3', 'p.3…'],
  ['P.3 ', 'p.3'],
  ['p3 chips', 'p.3 chips'],
  ['pages 3', 'p.3…'],
  ['第3页', 'p.3'],
  ['第 12 頁', 'p.12'],
  ['3页', 'p.3'],
  ['第3', 'p.3…'],
  ['第3条', '第,3!,条,no.3 条'],
  ['第三条', '第三+三条,no.3 条'],
  ['第一百〇五条', '第一+一百+百〇+〇五+五条,no.105 条'],
  ['third action', 'third,no.3 action'],
  ['3rd', '3rd,no.3'],
  ['第三', '第三,no.3'],
  ['page', 'page'],
  ['page rules', 'page rules'],
  ['FAST-41', 'fast,41'],
  ['@[-;:.', ''],
  ['', ''],
]

for (const [typed, shown] of readings) {
  test(`${JSON.stringify(typed)} is read as ${JSON.stringify(shown)}`, () => {
    assert.equal(show(typed), shown)
  })
}

test(`of a long text the first ${longestQuery} units are read`, () => {
  assert.equal(show('x'.repeat(10_000)), 'x'.repeat(longestQuery))
  assert.equal(show(`${' '.repeat(longestQuery)}chips`), '')
})

test(`at most ${mostUnits} words or pairs are read`, () => {
  const words = parseQuery('ab '.repeat(80))
  assert.equal(words.pieces.length, mostUnits)
  const run = parseQuery('数据中心许可'.repeat(40)).pieces[0]
  assert.ok(run?.kind === 'text' && run.terms[0]?.kind === 'run')
  assert.equal(run.terms[0].pairs.length + 1, mostUnits)
})

test('every unit has a slot of its own below the limit', () => {
  const { pieces } = parseQuery('open-source 数据中心 NIST-评估 state-of-the-art '.repeat(5))
  const slots = pieces.flatMap((piece) =>
    piece.kind !== 'text'
      ? []
      : [
          ...piece.terms.flatMap((term) =>
            term.kind === 'word'
              ? [term.unit.slot]
              : [...new Set([...term.pairs, term.tail])].map((unit) => unit.slot),
          ),
          ...(piece.joined === undefined ? [] : [piece.joined.slot]),
        ],
  )
  assert.equal(new Set(slots).size, slots.length)
  assert.ok(Math.max(...slots) < mostUnits)
})
