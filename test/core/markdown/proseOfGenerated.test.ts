import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { differences, examples, isDecidedByRemark } from './proseDifferences.ts'
import { allDeviations } from './remarkOracle.ts'
import { leaves, prefixes, snippets } from './reportSnippets.ts'

const sharedSnippets = snippets.filter(isDecidedByRemark)
const sharedLeaves = leaves.filter(isDecidedByRemark)

const reports = fc
  .array(fc.constantFrom(...sharedSnippets), { minLength: 2, maxLength: 30 })
  .map((parts) => parts.join(''))
  .filter(isDecidedByRemark)

/** Lines that nest: each a few prefixes of containers or blanks, then a leaf. */
const nested = fc
  .array(
    fc.tuple(
      fc.array(fc.constantFrom(...prefixes), { maxLength: 4 }),
      fc.constantFrom(...sharedLeaves, ...sharedSnippets),
    ),
    { minLength: 2, maxLength: 14 },
  )
  .map((lines) => lines.map(([before, leaf]) => before.join('') + leaf).join('\n'))
  .filter(isDecidedByRemark)

/** Lines of which the first opens front matter, and others may close it. */
const fronted = fc
  .tuple(
    fc.constantFrom('---', '--- \t', '\uFEFF---', '---x', ' ---', '----'),
    fc.array(
      fc.constantFrom(
        ...['---', '...', '---\t ', '... ', ' ---', ' ...', '----', '....', '...x'],
        ...['', ' ', '\t', 'a: b', '- @key', '@key', '# h', '> q', '```', '    code'],
      ),
      { maxLength: 10 },
    ),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([first, others, lineEnd]) => [first, ...others].join(lineEnd))
  .filter(isDecidedByRemark)

/** One of the examples into which snippets are spliced at random places, and perhaps another example. */
const mutants = fc
  .tuple(
    fc.constantFrom(...examples),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(...sharedSnippets)), {
      minLength: 1,
      maxLength: 6,
    }),
    fc.option(fc.constantFrom(...examples)),
  )
  .map(([{ source }, splices, other]) => splices.reduce(splice, source + (other?.source ?? '')))
  .filter(isDecidedByRemark)

function splice(text: string, [place, snippet]: readonly [number, string]): string {
  const at = place % (text.length + 1)
  return text.slice(0, at) + snippet + text.slice(at)
}

suite('What is prose, in generated reports', () => {
  const settings = {
    seed: Number(process.env['SEED'] ?? 20260731),
    numRuns: Number(process.env['RUNS'] ?? 6000),
  }

  test('what remark reads, made of snippets', () => {
    fc.assert(
      fc.property(reports, (source) => {
        assert.equal(differences(source, allDeviations), '')
      }),
      settings,
    )
  })

  test('what remark reads, made of front matter', () => {
    fc.assert(
      fc.property(fronted, (source) => {
        assert.equal(differences(source, allDeviations), '')
      }),
      settings,
    )
  })

  test('what remark reads, made of nested lines', () => {
    fc.assert(
      fc.property(nested, (source) => {
        assert.equal(differences(source, allDeviations), '')
      }),
      settings,
    )
  })

  test('what remark reads, made by splicing snippets into the examples of CommonMark', () => {
    fc.assert(
      fc.property(mutants, (source) => {
        assert.equal(differences(source, allDeviations), '')
      }),
      settings,
    )
  })
})
