import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instrumentOf } from '../../../src/core/corpus/corpus.ts'
import type { Instrument } from '../../../src/core/corpus/provision.ts'
import { writeStratml } from '../../../src/core/export/stratml.ts'
import {
  allWithin,
  childElements,
  lineOf,
  type MarkupElement,
} from '../../../src/import/markup/element.ts'
import { readXml } from '../../../src/import/xml/readXml.ts'
import { readXmlTree } from '../../../src/import/xml/xmlTree.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()

/** The children of each element that we write, in the order of the schema of 2016-02-16. */
const schema: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'PerformancePlanOrReport',
    [
      'Name',
      'Description',
      'OtherInformation',
      'StrategicPlanCore',
      'AdministrativeInformation',
      'Submitter',
    ],
  ],
  ['StrategicPlanCore', ['Organization', 'Vision', 'Mission', 'Value', 'Goal']],
  ['Organization', ['Name', 'Acronym', 'Identifier', 'Description', 'Stakeholder']],
  [
    'Goal',
    [
      'Name',
      'Description',
      'Identifier',
      'SequenceIndicator',
      'Stakeholder',
      'OtherInformation',
      'Objective',
    ],
  ],
  [
    'Objective',
    [
      'Name',
      'Description',
      'Identifier',
      'SequenceIndicator',
      'Stakeholder',
      'OtherInformation',
      'PerformanceIndicator',
    ],
  ],
  ['Stakeholder', ['Name', 'Description', 'Role']],
  ['Role', ['Name', 'Description', 'RoleType']],
  [
    'AdministrativeInformation',
    ['Identifier', 'StartDate', 'EndDate', 'PublicationDate', 'Source'],
  ],
])

function assertFollowsSchema(element: MarkupElement): void {
  const children = childElements(element)
  if (children.length === 0) return
  const order = schema.get(element.name) ?? assert.fail(element.name)
  const places = children.map(({ name }) => order.indexOf(name))
  assert.ok(!places.includes(-1), `${element.name}: ${children.map(({ name }) => name).join()}`)
  assert.deepEqual(
    places,
    places.toSorted((one, other) => one - other),
    element.name,
  )
  children.forEach(assertFollowsSchema)
}

function wholeOf(whole: Instrument): string {
  const provisions = corpus.provisions.filter(({ key }) => instrumentOf(corpus, key) === whole)
  return writeStratml({ name: whole.titles.en, provisions, whole }, corpus)
}

for (const whole of corpus.instruments) {
  test(`${whole.key} is written as the schema has it, each provision once, under its own key`, () => {
    const root = readXmlTree(wholeOf(whole))
    assertFollowsSchema(root)
    const identifiers = allWithin(root, 'Identifier').map((one) => lineOf(one) ?? '')
    assert.equal(new Set(identifiers).size, identifiers.length)
    for (const one of identifiers) assert.match(one, /^[a-z][\w.-]*$/u)
    const keys = corpus.provisions
      .filter(({ key }) => instrumentOf(corpus, key) === whole)
      .map(({ key }) => key)
    assert.deepEqual(identifiers.map((one) => one.replace('_', ':')).sort(), [...keys].sort())
    assert.ok(allWithin(root, 'Goal').length > 0)
  })
}

test('the American plan: a goal for each pillar and section, an objective for each action, with who leads it', () => {
  const plan = corpus.instruments.find(({ key }) => key === 'us-aiap-2025') ?? assert.fail()
  const root = readXmlTree(wholeOf(plan))
  assert.equal(allWithin(root, 'Goal').length, 33)
  assert.equal(allWithin(root, 'Objective').length, 103)
  const outline = readXml(wholeOf(plan))
  const action = outline.parts.flatMap(({ parts }) => parts).find(({ label }) => label === 'I.1.1')
  assert.deepEqual(action?.agencies, ['Office of Science and Technology Policy (OSTP)'])
  assert.equal(outline.issuer, plan.issuer?.en)
  assert.equal(outline.issued, plan.issued)
})

test('what a report cites stands under the divisions that it belongs to; hostile texts stay text', () => {
  const cited = ['us-aiap-2025:I.1.3', 'eu-ai-act:5.1.c', 'us-aiap-2025'].map(
    (key) => corpus.byKey.get(key) ?? assert.fail(key),
  )
  const written = writeStratml({ name: 'a <b> & "c" \u0001\uFFFE', provisions: cited }, corpus)
  const root = readXmlTree(written)
  assertFollowsSchema(root)
  assert.equal(lineOf(childElements(root, 'Name')[0]), 'a <b> & "c"')
  assert.deepEqual(
    allWithin(root, 'Identifier').map((one) => lineOf(one)),
    [
      'us-aiap-2025_I.1',
      'us-aiap-2025_I.1.3',
      'eu-ai-act_chp-II',
      'eu-ai-act_5.1.c',
      'us-aiap-2025',
    ],
  )
})
