import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  correctionText,
  isLabel,
  parseCorrection,
  type ImportCorrection,
} from '../../../src/core/corpus/imports/importCorrection.ts'
import { provisionKinds } from '../../../src/core/corpus/kinds.ts'
import { parseCorpusFile } from '../../../src/core/corpusFile/parseCorpusFile.ts'
import { correctedOutline } from '../../../src/core/features/importing/corrections.ts'
import { importedFileText } from '../../../src/core/features/importing/importing.ts'
import { labelsFrom } from '../../../src/core/features/importing/labelsFrom.ts'
import { PartNames } from '../../../src/core/features/importing/partNames.ts'
import { proposeProvisions } from '../../../src/core/official/proposedProvisions.ts'
import type { Part } from '../../../src/core/official/outline.ts'

type Given = Partial<Part>

const division = (given: Given): Part => ({ level: 'division', text: '', parts: [], ...given })
const measure = (given: Given): Part => ({ level: 'measure', text: '', parts: [], ...given })

const climate = division({
  kind: 'goal',
  label: '13',
  heading: 'Climate action',
  parts: [
    measure({ label: '13.1', text: 'Strengthen resilience.' }),
    measure({ label: '13.2', text: 'Integrate climate measures.' }),
    measure({ text: 'They follow the Convention.' }),
    measure({ label: 'a', text: 'Mobilise 100 billion.' }),
  ],
})
const oceans = division({
  label: '14',
  heading: 'Oceans',
  parts: [measure({ text: 'Reduce pollution.' })],
})
const document = [division({ heading: 'Foreword', text: 'We said.' }), climate, oceans]

/** The tree as lines, each with its level, kind, label and words, indented. */
function drawn(parts: readonly Part[], depth = 0): readonly string[] {
  return parts.flatMap(({ level, kind, label, heading, text, parts }) => [
    '  '.repeat(depth) +
      [level === 'division' ? '#' : '-', kind, label, heading ?? text].filter(Boolean).join(' '),
    ...drawn(parts, depth + 1),
  ])
}

function correct(parts: readonly Part[], ...texts: readonly string[]): readonly string[] {
  const corrections = texts.map((text) => parseCorrection(text) ?? assert.fail(text))
  const { parts: made, unfit } = correctedOutline(parts, corrections, 'plan')
  assert.deepEqual(unfit, [])
  return drawn(made)
}

test('a part is left out, and what stands below it moves up', () => {
  assert.deepEqual(correct(document, 'leave out | foreword', 'leave out | (13) climate action'), [
    '- 13.1 Strengthen resilience.',
    '- 13.2 Integrate climate measures.',
    '- They follow the Convention.',
    '- a Mobilise 100 billion.',
    '# 14 Oceans',
    '  - Reduce pollution.',
  ])
})

test('kind and label of one, of all beside it, and of all but one', () => {
  const corrected = correct(
    document,
    'leave out | foreword',
    'kind target | (13) climate action / *',
    'label 13.a | (13) climate action / (a) mobilise 100 billion',
    'measure | (13) climate action / they follow the convention',
    'kind goal | (14) oceans',
  )
  assert.deepEqual(corrected, [
    '# goal 13 Climate action',
    '  - target 13.1 Strengthen resilience.',
    '  - target 13.2 Integrate climate measures.',
    '  - They follow the Convention.',
    '  - target 13.a Mobilise 100 billion.',
    '# goal 14 Oceans',
    '  - Reduce pollution.',
  ])
})

test('siblings are numbered anew from one on, around a label of its own', () => {
  const corrected = correct(
    document,
    'number 13.4 | (13) climate action / (13.2) integrate climate measures',
    'label 13.x | (13) climate action / they follow the convention',
    'number 4 | (13) climate action',
  )
  assert.deepEqual(corrected, [
    '# Foreword',
    '# goal 4 Climate action',
    '  - 13.1 Strengthen resilience.',
    '  - 13.4 Integrate climate measures.',
    '  - 13.x They follow the Convention.',
    '  - 13.5 Mobilise 100 billion.',
    '# 5 Oceans',
    '  - Reduce pollution.',
  ])
})

test('a part moves up or down with all below it, and the order of the document is kept', () => {
  assert.deepEqual(
    correct(
      document,
      'leave out | foreword',
      'down | (14) oceans',
      'leave out | (13) climate action / *',
    ),
    ['# goal 13 Climate action', '  # 14 Oceans', '    - Reduce pollution.'],
  )
  assert.deepEqual(correct([climate], 'up | (13) climate action / they follow the convention'), [
    '# goal 13 Climate action',
    '  - 13.1 Strengthen resilience.',
    '  - 13.2 Integrate climate measures.',
    '- They follow the Convention.',
    '  - a Mobilise 100 billion.',
  ])
})

test('a part becomes text of the one before it, however many do; what is below it stays', () => {
  const [goal] = correctedOutline(
    [climate],
    ['they follow the convention', '(a) mobilise 100 billion'].map((name) => ({
      does: 'merge',
      part: `(13) climate action / ${name}`,
    })),
    'plan',
  ).parts
  assert.equal(
    goal?.parts.at(-1)?.text,
    'Integrate climate measures.\n\nThey follow the Convention.\n\nMobilise 100 billion.',
  )
  assert.deepEqual(correct(document, 'merge | (13) climate action'), [
    '# Foreword',
    '  - 13.1 Strengthen resilience.',
    '  - 13.2 Integrate climate measures.',
    '  - They follow the Convention.',
    '  - a Mobilise 100 billion.',
    '# 14 Oceans',
    '  - Reduce pollution.',
  ])
})

test('the next edition is corrected alike, where a part has another number, heading or place by now', () => {
  const next = [
    division({ label: '12', heading: 'New' }),
    division({
      ...climate,
      label: '15',
      parts: [
        measure({ label: '15.1', text: 'Strengthen resilience.' }),
        measure({ label: '15.2', text: 'Another one.' }),
        measure({ label: 'a', text: 'Mobilise 200 billion.' }),
      ],
    }),
  ]
  assert.deepEqual(
    correct(
      next,
      'kind target | (13) climate action / *',
      'label 15.a | (13) climate action / (a) mobilise 100 billion',
      'merge | (13) climate action / (13.1) strengthen resilience',
    ),
    [
      '# 12 New',
      '# goal 15 Climate action',
      '  - target 15.2 Another one.',
      '  - target 15.a Mobilise 200 billion.',
    ],
  )
})

test('a correction that fits nothing, or more than one, is told and changes nothing', () => {
  const twice = [oceans, { ...oceans, parts: [measure({ text: 'Reduce pollution.' })] }]
  const corrections = [
    'leave out | (99) no such part',
    'label 7 | (13) climate action / x y z',
  ].map((text) => parseCorrection(text) ?? assert.fail(text))
  const { parts, unfit } = correctedOutline(twice, corrections, 'plan')
  assert.deepEqual(unfit, corrections)
  assert.deepEqual(parts, twice)
  assert.deepEqual(correct(twice, 'leave out | (14) oceans [2]'), [
    ...drawn([oceans]),
    '- Reduce pollution.',
  ])
})

const someText = fc.oneof(
  fc.constantFrom(
    'Quays',
    'The tide',
    '港口起重机',
    '',
    'a; b | c / d',
    '-->\n# x {#y}',
    '\u202e\ud800: "#',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
)
const someLabel = fc.option(fc.constantFrom('1', '2', 'a', 'IV', '第三', '§ (?)', '4.1'), {
  nil: undefined,
})

const { someParts } = fc.letrec<{ someParts: Part[]; somePart: Part }>((tie) => ({
  someParts: fc.array(tie('somePart'), { maxLength: 4 }),
  somePart: fc
    .record({
      level: fc.constantFrom('division', 'measure'),
      label: someLabel,
      heading: fc.option(someText, { nil: undefined }),
      text: someText,
      parts: fc.oneof({ maxDepth: 3 }, fc.constant([]), tie('someParts')),
    })
    .map(({ label, heading, ...part }) => ({
      ...part,
      ...(label !== undefined && { label }),
      ...(heading !== undefined && { heading }),
    })),
}))

function all(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part) => [part, ...all(part.parts)])
}

const someSort = fc.oneof(
  fc.constantFrom('leave out', 'keep', 'division', 'measure', 'merge').map((does) => ({ does })),
  fc.constantFrom(...provisionKinds).map((kind) => ({ does: 'kind' as const, kind })),
  fc.constantFrom('3', 'a', '4.1', 'IX', 'z').map((label) => ({ does: 'label' as const, label })),
  fc.constantFrom('3', 'a', '4.9', 'IX', 'z').map((from) => ({ does: 'number' as const, from })),
  fc.record({ does: fc.constantFrom('up', 'down'), levels: fc.integer({ min: 1, max: 3 }) }),
)

/** A document, and corrections of parts of it. */
const someCase = someParts.chain((parts) => {
  const names = new PartNames(parts)
  const called = all(parts).flatMap((part) => [names.of(part), names.ofAllBeside(part)])
  const part = called.length === 0 ? fc.constant('nothing') : fc.constantFrom(...called)
  const correction = fc.tuple(someSort, part).map(([sort, part]) => ({ ...sort, part }))
  return fc.record({
    parts: fc.constant(parts),
    corrections: fc.array(correction, { maxLength: 8 }),
  })
})

test('each part is found by its name, and by no other', () => {
  fc.assert(
    fc.property(someParts, (parts) => {
      const names = new PartNames(parts)
      for (const part of all(parts)) {
        assert.deepEqual(names.find(names.of(part)), [part])
        assert.ok(names.find(names.ofAllBeside(part)).includes(part))
      }
    }),
  )
})

test('twice the same corrections are once, and those of different things go in any order', () => {
  fc.assert(
    fc.property(someCase, ({ parts, corrections }) => {
      const once = correctedOutline(parts, corrections, 'plan')
      assert.deepEqual(
        correctedOutline(parts, [...corrections, ...corrections], 'plan').parts,
        once.parts,
      )
      const single = corrections.filter(
        ({ part }, at) =>
          corrections.findIndex((other) => other.part === part) === at && !part.endsWith('*'),
      )
      assert.deepEqual(
        correctedOutline(parts, single.toReversed(), 'plan').parts,
        correctedOutline(parts, single, 'plan').parts,
      )
    }),
  )
})

test('no text is lost but of what is left out, and none changes its place in the document', () => {
  fc.assert(
    fc.property(someCase, ({ parts, corrections }) => {
      const without = corrections.filter(({ does }) => does !== 'leave out' && does !== 'merge')
      const { parts: made, origins, unfit } = correctedOutline(parts, without, 'plan')
      assert.deepEqual(
        unfit.filter(({ part }) => part !== 'nothing'),
        [],
      )
      assert.deepEqual(
        all(made).map((part) => origins.get(part)),
        all(parts),
      )
      const merging = corrections.filter(({ does }) => does !== 'leave out')
      const words = (some: readonly Part[]): readonly string[] =>
        all(some).flatMap(({ heading = '', text }) => [heading, ...text.split('\n\n')])
      const kept = new Set(words(correctedOutline(parts, merging, 'plan').parts))
      for (const word of words(parts)) if (word !== '') assert.ok(kept.has(word))
    }),
  )
})

test('without corrections the parts are what they were', () => {
  fc.assert(
    fc.property(someParts, (parts) => {
      const { parts: made } = correctedOutline(parts, [], 'plan')
      assert.equal(made.length, parts.length)
      for (const [at, part] of made.entries()) assert.equal(part, parts[at])
    }),
  )
})

test('corrections of any document read back from its corpus file, which has no troubles from them', () => {
  fc.assert(
    fc.property(someCase, ({ parts, corrections }) => {
      const instrument = { id: 'p', type: 'plan', title: 'P', corrections } as const
      const corrected = correctedOutline(parts, corrections, 'plan')
      const provisions = proposeProvisions({ parts: corrected.parts, unread: [] }, instrument)
      const text = importedFileText(instrument, provisions, [], () => undefined)
      const read = parseCorpusFile(text, 'p.md')
      assert.ok(read.kind === 'instrument', text)
      assert.deepEqual(
        read.troubles.filter(({ code }) => code.startsWith('instrument.')),
        [],
      )
      const written = new Set(corrections.map(correctionText))
      assert.deepEqual(read.file.instrument.imports ?? [], [...written])
    }),
  )
})

test('a correction reads back from its text; what is none is refused', () => {
  fc.assert(
    fc.property(someSort, (sort) => {
      const correction = { ...sort, part: '(1) a / *' } as ImportCorrection
      assert.deepEqual(parseCorrection(correctionText(correction)), correction)
    }),
  )
  for (const none of [
    ...['', 'leave out', 'leave out |', '| x', 'delete | x', 'kind planet | x', 'kind | x'],
    ...['label a b | x', 'label <b> | x', 'number -1 | x', 'up 0 | x', 'up 10 | x', 'down x | x'],
    ...[
      'measure | x: y',
      'measure | a; b',
      'measure | x\ny',
      'measure | <b>',
      `measure | ${'x'.repeat(2000)}`,
    ],
  ]) {
    assert.equal(parseCorrection(none), undefined, none)
  }
})

test('labels go on as they are printed', () => {
  const four = (from: string): string => {
    const labels = labelsFrom(from)
    return Array.from({ length: 4 }, () => labels.next().value).join(' ')
  }
  assert.equal(four('3'), '3 4 5 6')
  assert.equal(four('4.9'), '4.9 4.10 4.11 4.12')
  assert.equal(four('y'), 'y z aa ab')
  assert.equal(four('I'), 'I II III IV')
  assert.equal(four('viii'), 'viii ix x xi')
  assert.equal(four('V'), 'V W X Y')
  assert.equal(four('a-9'), 'a-9 a-10 a-11 a-12')
  assert.equal(four('A2'), 'A2 A3 A4 A5')
  for (const from of ['9999', 'zz', 'MMMCMXCIX', 'Zz', 'A.z', '0']) {
    const labels = labelsFrom(from)
    for (let count = 0; count < 40; count++) assert.ok(isLabel(labels.next().value))
  }
})
