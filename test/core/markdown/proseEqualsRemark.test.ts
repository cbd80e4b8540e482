import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import commonmarkSpec from 'commonmark-spec'
import fc from 'fast-check'
import { scanBlocks } from '../../../src/core/markdown/blocks.ts'
import { maskProse, noProse } from '../../../src/core/markdown/prose.ts'
import { decidedByPandoc } from './decidedByPandoc.ts'
import { citableKeys } from './proseOf.ts'
import { allDeviations, type Deviation, remarkProse } from './remarkOracle.ts'
import { leaves, prefixes, snippets } from './reportSnippets.ts'

const none: ReadonlySet<Deviation> = new Set()

/** The examples that say that backticks are closed by as many or not at all, and fences by the end of what they stand in. */
const decidedOtherwise: readonly number[] = [127, 128, 139, 237, 347]

/** For each offset whether the scanner takes it for prose. */
function scannedProse(source: string): Uint8Array {
  const blocks = scanBlocks(source)
  const prose = new Uint8Array(source.length)
  for (const block of blocks) {
    const mask = maskProse(source, block, blocks.definitions)
    const { start, end } = block.span
    assert.equal(mask.length, end - start)
    for (let at = 0; at < mask.length; at += 1) {
      // remark knows no metadata, Pandoc reads Markdown in its strings.
      if (mask[at] === source[start + at]) prose[start + at] = block.kind === 'frontMatter' ? 0 : 1
      else assert.ok(mask[at] === ' ' || mask[at] === noProse, JSON.stringify(source))
    }
  }
  return prose
}

const marks = '!"#$%&\'()*+,-./:;<=>?[\\]^_`{|}~'

/**
 * Whitespace may be prose or syntax, and so may ASCII punctuation, which marks up or is escaped; no
 * citation begins with either. All else is compared, `@` above all.
 */
function isTelling(character: string): boolean {
  return !marks.includes(character) && !/[\s\0]/.test(character)
}

/**
 * The source, with `«+x»` where only the scanner takes x for prose and `«-x»` where only remark does;
 * empty where they agree.
 */
function differences(source: string, deviations: ReadonlySet<Deviation>): string {
  const ours = scannedProse(source)
  const theirs = remarkProse(source, deviations)
  const marked = source.split('').map((character, at) => {
    if (!isTelling(character) || ours[at] === theirs[at]) return character
    return `«${ours[at] === 1 ? '+' : '-'}${character}»`
  })
  const text = marked.join('')
  return text === source ? '' : text
}

const examples = commonmarkSpec.tests.map((example) => ({
  ...example,
  source: example.markdown.replaceAll('→', '\t'),
}))

suite('What is prose, by the specification', () => {
  for (const { number, section, source } of examples) {
    test(`example ${String(number)} of CommonMark (${section}) as remark reads it`, () => {
      const deviations = decidedOtherwise.includes(number) ? allDeviations : none
      assert.equal(differences(source, deviations), '')
    })
  }
})

function isDecidedByRemark(source: string): boolean {
  return !decidedByPandoc.some(({ pattern }) => pattern.test(source))
}

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

interface MeantDifference {
  readonly reason: string
  readonly source: string
  /** `+x` is prose here and not in remark, `-x` the reverse. */
  readonly difference: string
}

const meant: Readonly<Record<Deviation, MeantDifference>> = {
  footnotes: {
    reason: 'CommonMark knows no notes; Pandoc and GitHub read the definition as blocks of prose',
    source: '[^1]: @key\n',
    difference: '[^1]: «+@»«+k»«+e»«+y»\n',
  },
  money: {
    reason: "remark-math pairs any two dollars; Pandoc's rule keeps amounts of money prose",
    source: 'From $5 [@a] to $10, $x$.',
    difference: 'From $«+5» [«+@»«+a»] «+t»«+o» $10, $x$.',
  },
  'unclosed front matter': {
    reason: 'remark-frontmatter reads no quote, list or note in the whole of such a report',
    source: '---\n- item\n\n    @key\n',
    difference: '---\n- item\n\n    «+@»«+k»«+e»«+y»\n',
  },
  'dots behind front matter': {
    reason: "remark-frontmatter knows no closing dots; Pandoc's metadata ends with them",
    source: '---\na: b\n...\n\n@key\n\n---\n',
    difference: '---\na: b\n...\n\n«+@»«+k»«+e»«+y»\n\n---\n',
  },
  'rules around text': {
    reason: "remark-frontmatter lets a blank line begin what Pandoc's metadata cannot begin with",
    source: '---\n\n@key\n\n---\n',
    difference: '---\n\n«+@»«+k»«+e»«+y»\n\n---\n',
  },
  'odd brackets': {
    reason: 'remark-parse reads on after ]]]>, though the line holds ]]>, which ends the block',
    source: '<![CDATA[ [x]]]>\n\n    code\n',
    difference: '<![CDATA[ [x]]]>\n\n    «-c»«-o»«-d»«-e»\n',
  },
  'bare values': {
    reason: 'remark-parse ends a value without quotation marks at a slash, and lets = follow it',
    source: 'a <b c=d/@k>\n',
    difference: 'a <«-b» «-c»=«-d»/«-@»«-k»>\n',
  },
  'shorter backticks': {
    reason: 'remark closes no code by fewer backticks; Pandoc takes the first of them for text',
    source: '``` a [@key]`` b\n',
    difference: '``` «-a» [«-@»«-k»«-e»«-y»]`` b\n',
  },
  'unclosed fences': {
    reason:
      'CommonMark lets a fence reach to the end; Pandoc takes one that nothing closes for text',
    source: 'a\n\n```\n@key\n',
    difference: 'a\n\n```\n«+@»«+k»«+e»«+y»\n',
  },
  'citation labels': {
    reason: 'Pandoc reads a citation, and no definition, where a label begins with @',
    source: '[@key]: https://a.example\n',
    difference: '[«+@»«+k»«+e»«+y»]: «+h»«+t»«+t»«+p»«+s»://«+a».«+e»«+x»«+a»«+m»«+p»«+l»«+e»\n',
  },
}

suite('Where the scanner means to differ from remark', () => {
  for (const deviation of allDeviations) {
    const { reason, source, difference } = meant[deviation]
    test(`${deviation}: ${reason}`, () => {
      assert.equal(differences(source, none), difference)
      assert.equal(differences(source, new Set([deviation])), '')
    })
  }
})

suite('Where Pandoc decides, and not as remark does', () => {
  for (const { reason, source, keys } of decidedByPandoc) {
    test(reason, () => {
      assert.deepEqual(citableKeys(source), keys)
      assert.notEqual(differences(source, allDeviations), '')
      assert.ok(!isDecidedByRemark(source))
    })
  }
})
