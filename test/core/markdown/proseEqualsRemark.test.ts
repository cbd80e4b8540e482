import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { decidedByPandoc } from './decidedByPandoc.ts'
import { differences, examples, isDecidedByRemark } from './proseDifferences.ts'
import { citableKeys } from './proseOf.ts'
import { allDeviations, type Deviation } from './remarkOracle.ts'

const none: ReadonlySet<Deviation> = new Set()

/** The examples that say that backticks are closed by as many or not at all, and fences by the end of what they stand in. */
const decidedOtherwise: readonly number[] = [127, 128, 139, 237, 347]

suite('What is prose, by the specification', () => {
  for (const { number, section, source } of examples) {
    test(`example ${String(number)} of CommonMark (${section}) as remark reads it`, () => {
      const deviations = decidedOtherwise.includes(number) ? allDeviations : none
      assert.equal(differences(source, deviations), '')
    })
  }
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
