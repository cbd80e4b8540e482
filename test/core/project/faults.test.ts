import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { codeIn, projectTexts, rowsIn, stringsIn } from './projectText.ts'

/** A row of the page. */
interface Fault {
  readonly number: string
  /** The files that are said to hold it, or why none does. */
  readonly tests: string
}

const faults: readonly Fault[] = projectTexts('docs/faults.md').flatMap(({ text }) =>
  rowsIn(text).map(([number = '', , , tests = '']) => ({ number, tests })),
)

/** The numbers that the titles of each file of tests name. */
const named: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  projectTexts('test/**/*.ts').map((file) => [
    file.path,
    new Set(stringsIn(file).flatMap((title) => numbersIn(title))),
  ]),
)

function numbersIn(title: string): readonly string[] {
  return [...title.matchAll(/\bcase (F?\d+b?)(?=[:,])/gu)].map(([, number]) => number ?? '')
}

const isHeld = ({ tests }: Fault): boolean => !tests.startsWith('No test: ')

suite('The page of faults', () => {
  test('has each number from 1 to 64 once, in order', () => {
    const numbers = faults.map(({ number }) => number).filter((number) => /^\d/u.test(number))
    assert.deepEqual(
      numbers,
      Array.from({ length: 64 }, (_, at) => String(at + 1)),
    )
  })

  test('has each number that a test names', () => {
    const known = new Set(faults.map(({ number }) => number))
    const all = new Set([...named.values()].flatMap((numbers) => [...numbers]))
    assert.ok(all.size > 60)
    assert.deepEqual(
      [...all].filter((number) => !known.has(number)),
      [],
    )
  })

  test('names for each fault files whose titles name it', () => {
    const wrong = faults.filter(isHeld).flatMap(({ number, tests }) => {
      const files = codeIn(tests)
      const others = files.filter((file) => named.get(file)?.has(number) !== true)
      return files.length === 0
        ? [`${number}: no file`]
        : others.map((file) => `${number}: ${file}`)
    })
    assert.deepEqual(wrong, [])
  })

  test('says of a fault without a test why it has none, and of no other', () => {
    const all = new Set([...named.values()].flatMap((numbers) => [...numbers]))
    for (const { number, tests } of faults.filter((fault) => !isHeld(fault))) {
      assert.ok(!all.has(number), `${number} has a test`)
      assert.match(tests, /^No test: \S.{20}/u, number)
    }
  })
})
