import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { inWords } from '../../src/core/corpus/sentence.ts'
import { misreadIn, misreadSentence } from '../../src/workspace/misreadSettings.ts'
import {
  largestCorpusFile,
  namedCorpora,
  readingLimits,
  settingsIn,
} from '../../src/workspace/settings.ts'
import { projectRoot } from '../support/projectPaths.ts'

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly {
      readonly properties: Readonly<Record<string, { readonly default: unknown }>>
    }[]
  }
}

const manifest = JSON.parse(
  readFileSync(path.join(projectRoot, 'package.json'), 'utf8'),
) as Manifest
const declared = Object.assign(
  {},
  ...manifest.contributes.configuration.map(({ properties }) => properties),
) as Readonly<Record<string, { readonly default: unknown }>>

function valuesOf(values: Readonly<Record<string, unknown>>): { get(name: string): unknown } {
  return { get: (name) => values[name] }
}

const declaredValues = { get: (name: string) => declared[`policyCitation.${name}`]?.default }
const none = valuesOf({})

test('where nothing is set, what the manifest declares holds', () => {
  const { severityOf, ...declaredOnes } = settingsIn(declaredValues, 'zh-Hans')
  const { severityOf: usual, ...ours } = settingsIn(none, 'zh-Hans')
  assert.deepEqual(ours, declaredOnes)
  assert.equal(usual('citation.glued'), severityOf('citation.glued'))
  assert.equal(ours.language, 'zh-Hans')
  assert.equal(largestCorpusFile(none), largestCorpusFile(declaredValues))
  assert.deepEqual(namedCorpora(none), namedCorpora(declaredValues))
  assert.deepEqual(readingLimits(none), readingLimits(declaredValues))
  assert.deepEqual(readingLimits(none), { time: 30_000, memory: 512 })
  assert.deepEqual(misreadIn(declaredValues), [])
})

test('what is set holds', () => {
  const values = valuesOf({
    language: 'zh-Hant',
    'citation.style': 'footnote',
    'citation.page': false,
    'bibliography.update': 'onSave',
    'search.pinyin': true,
    'problems.severity': { 'citation.glued': 'off' },
    'corpora.largestFile': 2,
    corpora: ['plans/*.md'],
  })
  const { severityOf, ...settings } = settingsIn(values, 'en')
  assert.deepEqual(settings, {
    language: 'zh-Hant',
    citing: { language: 'zh-Hant', style: 'footnote', withPage: false },
    bibliographyUpdate: 'onSave',
    pinyin: true,
  })
  assert.equal(severityOf('citation.glued'), 'off')
  assert.equal(severityOf('citation.unknown-key'), 'error')
  assert.equal(largestCorpusFile(values), 2 * 1024 * 1024)
  assert.deepEqual(namedCorpora(values), ['plans/*.md'])
  assert.deepEqual(misreadIn(values), [])
})

test('an outdated bibliography is no problem where its update is off', () => {
  const severities = { 'bibliography.outdated': 'error' }
  const off = valuesOf({ 'bibliography.update': 'off', 'problems.severity': severities })
  const { severityOf } = settingsIn(off, 'en')
  assert.equal(severityOf('bibliography.outdated'), 'off')
  assert.equal(severityOf('bibliography.filter-advised'), 'hint')
  const ask = settingsIn(valuesOf({ 'problems.severity': severities }), 'en')
  assert.equal(ask.severityOf('bibliography.outdated'), 'error')
})

test('every value of the wrong type is told with what is used instead, and counts as unset', () => {
  const values = valuesOf({
    language: 'fr',
    'citation.style': 7,
    'citation.page': 'no',
    'search.pinyin': 1,
    'problems.severity': { 'citation.glued': 'fatal', 'no.such-code': 'off' },
    'corpora.largestFile': 0,
    'documents.readingTime': 0,
    'documents.readingMemory': '1 GB',
    corpora: ['plans/*.md', 5, ' '],
  })
  assert.deepEqual(
    misreadIn(values).map(({ name, fallback }) => `${name} ${fallback}`),
    [
      'policyCitation.language auto',
      'policyCitation.citation.style pandoc',
      'policyCitation.corpora.largestFile 8',
      'policyCitation.documents.readingTime 30',
      'policyCitation.documents.readingMemory 512',
      'policyCitation.citation.page true',
      'policyCitation.search.pinyin false',
      // Of a list and of a table the rest is used, as below.
      'policyCitation.corpora ',
      'policyCitation.corpora ',
      'policyCitation.problems.severity warning',
      'policyCitation.problems.severity ',
    ],
  )
  const { severityOf, ...settings } = settingsIn(values, 'en')
  const { severityOf: usual, ...unset } = settingsIn(none, 'en')
  assert.deepEqual(settings, unset)
  assert.equal(severityOf('citation.glued'), usual('citation.glued'))
  assert.equal(largestCorpusFile(values), largestCorpusFile(none))
  assert.deepEqual(readingLimits(values), readingLimits(none))
  assert.deepEqual(namedCorpora(values), ['plans/*.md'])
})

const sentences: readonly (readonly [setting: string, value: unknown, said: readonly string[]])[] =
  [
    ['language', 'fr', ['“policyCitation.language” cannot be "fr": auto is used.']],
    ['citation.page', 'yes', ['“policyCitation.citation.page” cannot be "yes": true is used.']],
    ['corpora', 'plans', ['“policyCitation.corpora” cannot be "plans": [] is used.']],
    [
      'problems.severity',
      { 'citation.glued': 'fatal', 'citation.glud': 'off', 'citation.amended': 'off' },
      [
        '“policyCitation.problems.severity” cannot set citation.glued to "fatal": warning is used.',
        '“policyCitation.problems.severity” sets "citation.glud", but no problem has this code: it is passed over.',
      ],
    ],
  ]

for (const [setting, value, said] of sentences) {
  test(`“${setting}” as ${JSON.stringify(value)} is told by name and value, with what is used instead`, () => {
    const misread = misreadIn(valuesOf({ [setting]: value }))
    assert.deepEqual(
      misread.map((one) => inWords(misreadSentence(one))),
      said,
    )
  })
}

test('a value of any length is told in a short one', () => {
  const [misread] = misreadIn(valuesOf({ language: 'x'.repeat(100_000) }))
  assert.ok(misread !== undefined && inWords(misreadSentence(misread)).length < 150)
})

const namesOfCorpora = {
  usual: [
    'plans/*.md',
    'plans/**/*.md',
    '**',
    'plans/**',
    'a/{b,c}.md',
    '*.{md,txt}',
    '/x/y.md',
    'a.md ',
  ],
  noMarkdown: ['plans', 'plans/', '*.txt', 'a/b.MD', ' ', ''],
  notClosed: ['plans/{a,b/*.md', 'plans/[ab.md'],
  tooMany: [`${'{a,b}'.repeat(12)}.md`],
  outside: ['~/plans/a.md', '../*.md', '/x/*.md', '//server/a.md', '\\\\server\\a.md'],
}

for (const [why, names] of Object.entries(namesOfCorpora)) {
  test(`corpora: ${names.map((name) => JSON.stringify(name.slice(0, 20))).join(', ')} are ${why}`, () => {
    const found = names.map((name) => misreadIn(valuesOf({ corpora: [name] }))[0]?.why ?? 'usual')
    assert.deepEqual(
      found,
      names.map(() => why),
    )
  })
}

for (const wrong of [null, 'x', 3, [], { corpora: 1 }]) {
  test(`settings that are ${JSON.stringify(wrong)} throughout are none`, () => {
    const values = { get: () => wrong }
    assert.equal(settingsIn(values, 'en').language, 'en')
    assert.equal(settingsIn(values, 'en').severityOf('citation.glued'), 'warning')
    assert.ok(misreadIn(values).length > 4)
  })
}

test('limits of reading are set in seconds and megabytes, as far as they can be', () => {
  const set = { 'documents.readingTime': 90, 'documents.readingMemory': 2048 }
  assert.deepEqual(readingLimits(valuesOf(set)), { time: 90_000, memory: 2048 })
  for (const wrong of [3601, -1, NaN, Infinity, '30']) {
    assert.equal(readingLimits(valuesOf({ 'documents.readingTime': wrong })).time, 30_000)
  }
  for (const wrong of [255, 65_537, NaN, null]) {
    assert.equal(readingLimits(valuesOf({ 'documents.readingMemory': wrong })).memory, 512)
  }
})
