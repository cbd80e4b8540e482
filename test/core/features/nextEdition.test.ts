import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fieldMapText, parseFieldMap } from '../../../src/core/corpus/imports/fieldMap.ts'
import { parseCorrection } from '../../../src/core/corpus/imports/importCorrection.ts'
import { parseCorpusFile } from '../../../src/core/corpusFile/parseCorpusFile.ts'
import { corpusFileOf } from '../../../src/core/features/importing/importing.ts'
import { correctedOutline } from '../../../src/core/features/importing/corrections.ts'
import { longestRising } from '../../../src/core/features/importing/longestRising.ts'
import { fileBeingMerged, mergedFile } from '../../../src/core/features/importing/mergedFile.ts'
import {
  comparedEdition,
  correctionsOf,
  isUsuallyTaken,
  nextEdition,
  type EditionRow,
  type NextEdition,
} from '../../../src/core/features/importing/nextEdition.ts'
import type { Part } from '../../../src/core/official/outline.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'

type Given = Partial<Part>

const division = (heading: string, ...parts: readonly Part[]): Part => ({
  level: 'division',
  heading,
  text: '',
  parts,
})
const measure = (text: string, given: Given = {}): Part => ({
  level: 'measure',
  text,
  parts: [],
  ...given,
})

const oldHash = '0'.repeat(64)
const newHash = '1'.repeat(64)
const noCorpus = corpusOf([])

function imported(parts: readonly Part[], ...texts: readonly string[]): string {
  return importedList(parts, undefined, ...texts)
}

/** Of a list whose fields are what `listFields` says. */
function importedList(
  parts: readonly Part[],
  listFields: string | undefined,
  ...texts: readonly string[]
): string {
  const corrections = texts.map((text) => parseCorrection(text) ?? assert.fail(text))
  const corrected = correctedOutline(parts, corrections, 'plan').parts
  const outline = { parts: corrected, unread: [] }
  const instrument = { id: 'xx-quays', type: 'plan', title: 'Quays', sha256: oldHash } as const
  return corpusFileOf({ ...instrument, outline, corrections, listFields }, noCorpus)
}

function read(text: string) {
  const file = parseCorpusFile(text, 'quays.md')
  assert.ok(file.kind === 'instrument', text)
  assert.deepEqual(file.troubles, [], text)
  return file.file
}

/** Read with its troubles, as of characters that are not seen. */
function readAnyhow(text: string) {
  const file = parseCorpusFile(text, 'quays.md')
  assert.ok(file.kind === 'instrument', text)
  return file.file
}

function compared(text: string, parts: readonly Part[]): NextEdition {
  const file = read(text)
  return nextEdition(file, { parts, unread: [] }, correctionsOf(file.instrument))
}

function merged(
  text: string,
  edition: NextEdition,
  isTaken: (row: EditionRow) => boolean = ({ kind }) => kind !== 'deleted',
): string {
  const facts = { sha256: newHash, codeOf: () => undefined }
  const made = mergedFile(text, edition, new Set(edition.rows.filter(isTaken)), facts)
  return made ?? assert.fail('not merged')
}

/** What became of what, `moved I.1.2` or with what it is now called. */
function told({ rows }: NextEdition): readonly string[] {
  return rows.map(({ kind, old, now }) => `${kind} ${old?.label ?? now?.proposed.title ?? ''}`)
}

function headings(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.startsWith('#') && line.includes('{#'))
}

const lamps = measure('Light the lamps at the ends of all quays by night.')
const cranes = measure('Rest the cranes when fog stands in the harbour.')
const stone = measure('Keep a store of cut stone at the harbour wall.')
const nets = measure('Mend the nets that were torn by ice in winter.')
const before = [division('By Night', lamps, cranes), division('By Day', stone)]

test('the same document changes nothing but the checksum', () => {
  const text = imported(before)
  const edition = compared(text, before)
  assert.deepEqual(told(edition), [])
  assert.equal(merged(text, edition), text.replace(oldHash, newHash))
})

test('what was inserted is new, and takes no key of another; what was counted behind it keeps its own', () => {
  const text = imported(before)
  const edition = compared(text, [
    division('By Night', nets, lamps, cranes),
    division('By Day', stone),
  ])
  assert.deepEqual(told(edition), ['inserted Mend the nets that were torn by ice in…'])
  const [night = '', ...others] = headings(text)
  assert.deepEqual(headings(merged(text, edition)), [
    night,
    '## Mend the nets that were torn by ice in… {#1.3}',
    ...others,
  ])
})

test('titles, summaries, facts and comments of the analyst stay, whatever the document says now', () => {
  const text = imported(before)
    .replace('## Rest the cranes when fog stands in the harbour.', '## Idle *cranes*')
    .replace('{#1.2}\n', '{#fog}\n\nOur own summary.\n')
    .replace('- first-words: Rest', '- aliases: fog rule\n- first-words: Rest')
  const changed = measure('Rest the cranes when thick fog stands in the harbour.')
  const edition = compared(text, [division('By Night', changed, lamps), division('By Day', stone)])
  assert.deepEqual(told(edition), ['moved fog'])
  const after = merged(text, edition)
  assert.match(
    after,
    /## Idle \*cranes\* \{#fog\}\n\nOur own summary\.\n[^#]*- aliases: fog rule\n- first-words: Rest the cranes when thick fog/u,
  )
  assert.ok(after.indexOf('{#fog}') < after.indexOf('{#1.1}'))
  const left = merged(text, edition, () => false)
  assert.equal(left, text.replace(oldHash, newHash))
})

test('what is gone stays where it stood unless that is taken; what stood in it stays with it', () => {
  const text = imported(before)
  const edition = compared(text, [division('By Day', stone)])
  assert.deepEqual(told(edition), ['deleted 1', 'deleted 1.1', 'deleted 1.2'])
  assert.equal(merged(text, edition), text.replace(oldHash, newHash))
  const after = merged(text, edition, () => true)
  assert.deepEqual(
    headings(after).map((line) => line.replace(/.*\{/u, '{')),
    ['{#2 kind=section}', '{#2.1}'],
  )
  const half = merged(text, edition, ({ old }) => old?.label === '1')
  assert.deepEqual(
    read(half)
      .provisions.slice(1)
      .map(({ key }) => key),
    [...['xx-quays:1.1', 'xx-quays:1.2', 'xx-quays:2', 'xx-quays:2.1']],
  )
})

test('what stands in something else now keeps its key there', () => {
  const text = imported(before)
  const edition = compared(text, [division('By Night', lamps), division('By Day', stone, cranes)])
  assert.deepEqual(told(edition), ['moved 1.2'])
  const provisions = read(merged(text, edition)).provisions
  assert.deepEqual(
    provisions.slice(1).map((one) => one.level !== 'instrument' && `${one.key} in ${one.parent}`),
    [
      ...['xx-quays:1 in xx-quays', 'xx-quays:1.1 in xx-quays:1', 'xx-quays:2 in xx-quays'],
      ...['xx-quays:2.1 in xx-quays:2', 'xx-quays:1.2 in xx-quays:2'],
    ],
  )
})

test('the next edition is corrected as the first one was, and says what fits nothing any more', () => {
  const preface = division('Preface', measure('Much was said about quays before this plan.'))
  const text = imported(
    [preface, ...before],
    'leave out | preface / *',
    'leave out | preface',
    'kind target | by night / *',
    'label x | by day / no such thing here',
  )
  assert.match(text, /\{#1\.1 kind=target\}/u)
  const edition = compared(text, [
    preface,
    division('By Night', lamps, cranes, nets),
    before[1] ?? preface,
  ])
  assert.deepEqual(told(edition), ['inserted Mend the nets that were torn by ice in…'])
  assert.deepEqual(
    edition.unfit.map(({ does }) => does),
    ['label'],
  )
  const after = merged(text, edition)
  assert.match(after, /\{#1\.3 kind=target\}/u)
  assert.deepEqual(read(after).instrument.imports, read(text).instrument.imports)
})

test('numbered provisions are known by their numbers, and pages follow', () => {
  const article = (label: string, heading: string, first: number): Part => ({
    level: 'measure',
    kind: 'article',
    label,
    heading,
    text: 'Words.',
    pages: { first, last: first },
    parts: [],
  })
  const text = imported([
    article('1', 'Scope', 1),
    article('2', 'Quays', 2),
    article('3', 'Lamps', 3),
  ])
  const edition = compared(text, [
    article('1', 'Aim and scope', 2),
    article('2', 'Quays', 3),
    article('2a', 'Cranes', 4),
    article('3', 'Lamps', 5),
  ])
  assert.deepEqual(told(edition), ['changed 1', 'inserted Cranes'])
  assert.deepEqual(headings(merged(text, edition)), [
    '# Aim and scope {#1 kind=article page=2}',
    '# Quays {#2 kind=article page=3}',
    '# Cranes {#2a kind=article page=4}',
    '# Lamps {#3 kind=article page=5}',
  ])
  assert.match(merged(text, edition), /^last-page: 5$/mu)
})

const sayings = [
  'Light all lamps by night',
  'Rest cranes in fog',
  'Keep stone',
  'Mend nets',
  'Sweep',
  'Sweep',
]
const { someParts } = fc.letrec<{ someParts: Part[]; part: Part }>((tie) => ({
  someParts: fc.array(tie('part'), { maxLength: 4 }),
  part: fc
    .record({
      isDivision: fc.boolean(),
      said: fc.constantFrom(...sayings),
      label: fc.option(fc.constantFrom('1', '2', 'a'), { nil: undefined }),
      parts: fc.oneof({ maxDepth: 3 }, fc.constant<Part[]>([]), tie('someParts')),
    })
    .map(({ isDivision, said, label, parts }): Part => {
      const below = parts.filter(({ level }) => isDivision || level === 'measure')
      const part = isDivision ? division(said, ...below) : measure(said, { parts: below })
      return { ...part, ...(label !== undefined && { label }) }
    }),
}))

test('whatever is taken, no key that is left is lost, none is there twice, and the file reads back', () => {
  fc.assert(
    fc.property(someParts, someParts, fc.infiniteStream(fc.boolean()), (one, other, choices) => {
      const text = imported(one)
      const edition = compared(text, other)
      const taken = new Map(edition.rows.map((row) => [row, choices.next().value === true]))
      const after = merged(text, edition, (row) => taken.get(row) === true)
      const keys = read(after).provisions.map(({ key }) => key)
      const kept = read(text).provisions.filter(
        ({ key }) =>
          !edition.rows.some(
            (row) =>
              row.kind === 'deleted' && taken.get(row) === true && row.old?.provision.key === key,
          ),
      )
      for (const { key } of kept) assert.ok(keys.includes(key))
      const inserted = edition.rows.filter(
        (row) => row.kind === 'inserted' && taken.get(row) === true,
      )
      assert.equal(keys.length, kept.length + inserted.length)
    }),
  )
})

test('where all is taken, the next time nothing is new, gone or moved', () => {
  fc.assert(
    fc.property(someParts, someParts, (one, other) => {
      const text = imported(one)
      const after = merged(text, compared(text, other), () => true)
      const again = compared(after, other).rows.filter(({ kind }) => kind === 'moved')
      assert.deepEqual(
        again.map(({ kind }) => kind),
        [],
      )
    }),
  )
})

test('a heading that may be the analyst’s goes only where that is said', () => {
  const parts: readonly Part[] = [
    { ...division('Cranes', measure('Paint the cranes.')), kind: 'chapter', label: 'I' },
  ]
  const own = imported(parts).replace('# Cranes', '# Cranes, all of them')
  const edition = compared(own, parts)
  assert.deepEqual(
    edition.rows.map(({ kind }) => kind),
    ['changed'],
  )
  assert.deepEqual(edition.rows.filter(isUsuallyTaken), [])
  assert.ok(merged(own, edition, isUsuallyTaken).includes('# Cranes, all of them {'))
  assert.ok(merged(own, edition).includes('# Cranes {'))
})

test('where a heading is that of no provision, nothing is written: nobody knows what belongs to it', () => {
  const parts = [division('Cranes', measure('Paint the cranes that stand.'))]
  const text = `${imported(parts)}\n# Notes of my own\n\nTo be asked.\n`
  const file = parseCorpusFile(text, 'quays.md')
  assert.ok(file.kind === 'instrument')
  const edition = nextEdition(file.file, { parts, unread: [] }, [])
  const facts = { sha256: newHash, codeOf: () => undefined }
  assert.equal(mergedFile(text, edition, new Set(), facts), undefined)
})

test('a Chinese title of the document is renewed in its field, too', () => {
  const text = imported([division('总则', measure('修船台的吊车。'))])
  const edition = compared(text, [division('总则和原则', measure('修船台的吊车。'))])
  const now = merged(text, edition)
  assert.ok(now.includes('# 总则和原则 {'), now)
  assert.ok(now.includes('- zh-Hans: 总则和原则'), now)
})

test('a label that was taken out is noted in the front matter, and no later edition gives it to something else', () => {
  const article = (label: string, heading: string): Part => ({
    ...measure('Words.', { kind: 'article', heading }),
    label,
  })
  const [light, crane] = [article('1', 'Light the lamps'), article('2', 'Rest the cranes in fog')]
  const first = imported([light, crane]).replace(
    '- first-words: Rest',
    '- formerly: xx-quays:fog\n- first-words: Rest',
  )
  const second = merged(first, compared(first, [light]), () => true)
  assert.match(second, /^gone: 2; fog\n---$/mu)
  assert.deepEqual(read(second).instrument.gone, ['2', 'fog'])
  const rail = article('2', 'Build railways to every quay')
  const third = merged(second, compared(second, [light, rail]), () => true)
  assert.deepEqual(headings(third), [
    '# Light the lamps {#1 kind=article}',
    '# Build railways to every quay {#3 kind=article}',
  ])
  const last = merged(third, compared(third, [rail]), () => true)
  assert.match(last, /^gone: 2; fog; 1\n---$/mu)
})

test('a document whose title is a heading above all parts is compared part by part', () => {
  const text = imported(before)
  const file = read(text)
  const titled = (...parts: readonly Part[]): NextEdition => {
    const outline = { title: 'Quays', parts: [division('Quays', ...parts)], unread: [] }
    return nextEdition(file, outline, [])
  }
  assert.deepEqual(told(titled(...before)), [])
  const [night, day] = before
  assert.ok(night !== undefined && day !== undefined)
  const edition = titled(division('By Night', lamps, nets, cranes), day)
  assert.deepEqual(told(edition), ['inserted Mend the nets that were torn by ice in…'])
  assert.match(merged(text, edition), /^## Mend the nets that were torn by ice in… \{#1\.3\}$/mu)
})

test('which field of a list is what stands in its file for the next edition, whatever fields are called', () => {
  const name = fc.string({ minLength: 1, unit: 'grapheme' })
  fc.assert(
    fc.property(
      fc.record({ label: name, title: name, text: name }, { noNullPrototype: true }),
      (map) => {
        const { instrument } = readAnyhow(importedList(before, fieldMapText(map)))
        assert.deepEqual(parseFieldMap(instrument.listFields ?? ''), map)
      },
    ),
    { numRuns: 50 },
  )
  assert.equal(read(imported(before)).instrument.listFields, undefined)
})

test('what is said anew of the fields of a list takes the place of what the file said', () => {
  const text = importedList(before, 'label=no,title=name', 'leave out | preface')
  const mergedWith = (listFields: string | undefined): string => {
    const edition = compared(text, before)
    const facts = { sha256: newHash, listFields, codeOf: () => undefined }
    return mergedFile(text, edition, new Set(), facts) ?? assert.fail('not merged')
  }
  assert.match(mergedWith('label=no,title=name'), /^fields: label=no,title=name$/mu)
  assert.match(mergedWith(undefined), /^fields: label=no,title=name$/mu)
  const anew = mergedWith('label=no,title="what, and when: all",parent=of')
  assert.equal(anew.match(/^fields:/gmu)?.length, 1)
  assert.equal(read(anew).instrument.listFields, 'label=no,title="what, and when: all",parent=of')
  assert.deepEqual(read(anew).instrument.imports, ['leave out | preface'])
  assert.match(
    mergedFile(imported(before), compared(imported(before), before), new Set(), {
      sha256: newHash,
      listFields: 'text=x',
      codeOf: () => undefined,
    }) ?? '',
    /^fields: text=x$/mu,
  )
})

test('what moved takes no heading nor kind from the document that may be the analyst’s: these are rows of their own', () => {
  const dusk = division('By Dusk', nets)
  const text = imported([...before, dusk])
    .replace('# By Night', '# Our words for nights')
    .replace('{#1.1}', '{#1.1 kind=target}')
  const [night, day] = before
  assert.ok(night !== undefined && day !== undefined)
  const edition = compared(text, [day, dusk, night])
  assert.deepEqual(told(edition), ['moved 1', 'changed 1', 'changed 1.1'])
  const usual = merged(text, edition, isUsuallyTaken)
  assert.deepEqual(
    headings(usual).map((line) => line.replace(/ in…|…/u, '')),
    [
      '# By Day {#2 kind=section}',
      '## Keep a store of cut stone at the harbour {#2.1}',
      '# By Dusk {#3 kind=section}',
      '## Mend the nets that were torn by ice {#3.1}',
      '# Our words for nights {#1 kind=section}',
      '## Light the lamps at the ends of all quays {#1.1 kind=target}',
      '## Rest the cranes when fog stands in the harbour. {#1.2}',
    ],
  )
  const all = merged(text, edition)
  assert.match(all, /^# By Night \{#1 kind=section\}$/mu)
  assert.match(all, /\{#1\.1\}$/mu)
})

test('a measure that begins in other words keeps the kind that the analyst gave it', () => {
  const text = imported(before).replace('{#1.2}', '{#1.2 kind=target}')
  const thick = measure('Rest the cranes when thick fog stands in the harbour.')
  const edition = compared(text, [division('By Night', lamps, thick), division('By Day', stone)])
  assert.deepEqual(
    edition.rows.map((row) => [row.kind, row.old?.label, isUsuallyTaken(row)]),
    [
      ['changed', '1.2', true],
      ['changed', '1.2', false],
    ],
  )
  const now = merged(text, edition, isUsuallyTaken)
  assert.match(now, /\{#1\.2 kind=target\}/u)
  assert.match(now, /first-words: Rest the cranes when thick fog/u)
})

test('an English heading of the analyst’s stays where only the Chinese title is the document’s', () => {
  const crane = measure('修船台的吊车。')
  const text = imported([division('总则', crane)]).replace('# 总则 {', '# General provisions {')
  const now = merged(text, compared(text, [division('总则和原则', crane)]))
  assert.match(now, /^# General provisions \{/mu)
  assert.match(now, /^- zh-Hans: 总则和原则$/mu)
})

test('lines end as those of the file do, byte order mark and odd ones included', () => {
  const windows = `\uFEFF${imported(before).replaceAll('\n', '\r\n')}`.replace(
    '# By Day {#2 kind=section}\r\n',
    '# By Day {#2 kind=section}\r\n\n<!-- own -->\n\r\nOur words.\r\n',
  )
  const now = [division('By Night', nets, cranes), division('By Day', stone)]
  const after = merged(windows, compared(windows, now), () => true)
  const odd = after.split('\r\n').filter((line) => line.includes('\n'))
  assert.deepEqual(odd, ['\n<!-- own -->\n'])
  assert.match(after, /^\uFEFF---\r\n[\s\S]*\r\ngone: 1\.1\r\n---\r\n/u)
  const same = merged(windows, compared(windows, before))
  assert.equal(same, windows.replace(oldHash, newHash))
})

test('comparing and merging pause between few provisions, so that they can be left off', () => {
  const many = Array.from({ length: 30 }, (_, part) =>
    division(
      `Part ${String(part)}`,
      ...Array.from({ length: 20 }, (_, at) =>
        measure(`Keep quay ${String(part)} and its crane ${String(at)} free of ice and snow.`),
      ),
    ),
  )
  const other = many.map((part) => ({ ...part, parts: [...part.parts.slice(3), nets] }))
  const file = read(imported(many))
  const comparing = comparedEdition(file, { parts: other, unread: [] }, [])
  let pauses = 0
  while (comparing.next().done !== true) pauses++
  assert.ok(pauses >= 600 / 50, String(pauses))
  const edition = compared(imported(many), other)
  const facts = { sha256: newHash, codeOf: () => undefined }
  const merging = fileBeingMerged(imported(many), edition, new Set(edition.rows), facts)
  pauses = 0
  while (merging.next().done !== true) pauses++
  assert.ok(pauses >= 600, String(pauses))
})

test('a longest run of rising numbers is found', () => {
  assert.deepEqual([...longestRising([3, 1, 2, 5, 4])].toSorted(), [1, 2, 4])
  assert.deepEqual([...longestRising([])], [])
})
