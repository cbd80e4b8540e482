import assert from 'node:assert/strict'
import { test } from 'node:test'
import { longestNames, NamedThings } from '../../../src/core/names/namedThings.ts'

function found(names: readonly string[], text: string): readonly string[] {
  const things = new NamedThings(names.map((name) => [name, name]))
  return longestNames(things.find(text)).map(({ span }) => text.slice(span.start, span.end))
}

for (const [name, text, written] of [
  ['chip passport', 'They want chip passports now.', 'chip passports'],
  ['chip passport', 'The Chip-Passport’s owner', 'Chip-Passport'],
  ['GPU quotas', 'a GPU quota of ten', 'GPU quota'],
  ['data center', 'the data centres’ power', 'data centres'],
  ['Department of Defense', 'the Departments of Defence and Labour', 'Departments of Defence'],
  ['ten-year moratorium', 'two ten-year moratoria', 'ten-year moratoria'],
  ['moratorium on state laws', 'moratoriums on state laws', 'moratoriums on state laws'],
  ['industrial policy', 'their industrial policies', 'industrial policies'],
  ['model switch', 'model switches', 'model switches'],
  ['芯片护照', '所谓晶片護照與芯片護照', '芯片護照'],
  ['商务部', '由美國商務部主導', '商務部'],
  ['chip passport', 'microchip passports, chip passportage', undefined],
] as const) {
  test(`“${name}” is named in “${text}”: ${written ?? 'no'}`, () => {
    assert.deepEqual(found([name], text), written === undefined ? [] : [written])
  })
}

test('of names that overlap the longest counts, and things that bear one name are all named', () => {
  assert.deepEqual(found(['plan', 'action plan', 'plan for AI'], 'the action plan for AI'), [
    'action plan',
  ])
  const things = new NamedThings([
    ['the plan', 1],
    ['The Plan', 2],
  ])
  assert.deepEqual(
    things.find('the plan').map(({ thing }) => thing),
    [1, 2],
  )
})
