import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { publishedStyle } from '../../support/officialSource.ts'
import { remarks } from './manuals.ts'
import { expectedThing } from './expectedThing.ts'
import { referencesPage } from './page.ts'
import { filteredByKey, printedThing } from './printedThing.ts'
import { tableStyles, type TableStyle } from './tableStyles.ts'
import { things } from './things.ts'

function publishedAs({ file }: TableStyle): {
  readonly skip: false | string
  readonly csl?: string
} {
  if (file === undefined) return { skip: false }
  const { file: path, skip } = publishedStyle(file)
  return skip === false ? { skip, csl: readFileSync(path, 'utf8') } : { skip }
}

for (const style of tableStyles) {
  const { skip, csl } = publishedAs(style)
  suite(`the table of references, ${style.name}`, { skip }, () => {
    for (const thing of things) {
      test(`prints ${thing.name} as the table says`, async () => {
        assert.deepEqual(await printedThing(thing, style, csl), expectedThing(thing, style))
      })
      test(`the filter makes the same of ${thing.name} by its key`, async () => {
        const expected = expectedThing(thing, style)?.filtered
        assert.deepEqual(await filteredByKey(thing, style, csl), expected)
      })
    }
  })
}

test('each remark on a manual is of styles and things of the table, and says what differs or where it was read', () => {
  const styles = new Set(tableStyles.map(({ name }) => name))
  const names = new Set(things.map(({ name }) => name))
  const lost = remarks.filter(
    ({ style, things: named, source, difference }) =>
      !styles.has(style) ||
      !named.every((name) => names.has(name)) ||
      (source === 'unsettled' && difference === undefined),
  )
  assert.deepEqual(lost, [])
})

test('where a form of the manual is given, the style prints another', () => {
  const same = remarks.filter(({ style, things: [name], cited, listed }) => {
    const thing = things.find((one) => one.name === name)
    const inStyle = tableStyles.find((one) => one.name === style)
    const expected = thing && inStyle && expectedThing(thing, inStyle)
    return cited === expected?.cited || (listed !== undefined && listed === expected?.listed)
  })
  assert.deepEqual(same, [])
})

test('the page for people says what the table says', () => {
  const page = new URL('../../../docs/references.md', import.meta.url)
  assert.equal(readFileSync(page, 'utf8'), referencesPage())
})
