import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { compileLibrary } from '../../src/core/corpusFile/compileLibrary.ts'
import { ancestorsOf, measuresWithin } from '../../src/core/corpus/corpus.ts'
import { messageOf } from '../core/corpus/corpusText.ts'
import { instrumentIdOf } from '../../src/core/corpus/key.ts'
import type { Division, Measure, Provision } from '../../src/core/corpus/provision.ts'
import { readBack } from '../support/readBack.ts'

const folder = new URL('../../corpus/', import.meta.url)

/** The files that ship: everything in the folder but its page. */
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .sort()
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))

const { bytes, troubles } = compileLibrary(files)
const corpus = readBack(bytes)

const plan = corpus.byKey.get('us-aiap-2025')
if (plan?.level !== 'instrument') throw new Error('the plan is missing')

const measures = measuresWithin(corpus, plan)
const divisions = within(plan.key).filter((provision) => provision.level === 'division')

/** All provisions of the instrument `id`, itself first. */
function within(id: string): readonly Provision[] {
  return corpus.provisions.filter(({ key }) => instrumentIdOf(key) === id)
}

/** What `faultOf` finds in `provisions`, each under its key. */
function faults<T extends Division | Measure>(
  provisions: readonly T[],
  faultOf: (provision: T) => unknown,
): readonly string[] {
  return provisions
    .map((provision) => ({ key: provision.key, fault: faultOf(provision) }))
    .filter(({ fault }) => fault !== undefined && fault !== false)
    .map(({ key, fault }) => `${key}: ${String(fault)}`)
}

/** Pairs of measures that `alike` holds for, the twins left out. */
function alikePairs(alike: (one: Measure, other: Measure) => boolean): readonly string[] {
  return measures.flatMap((one, index) =>
    measures
      .slice(index + 1)
      .filter((other) => other.sameAs !== one.key && alike(one, other))
      .map((other) => `${one.key} and ${other.key}`),
  )
}

/** The share of words that two texts have in common, of all that they have. */
function likeness(one: string, other: string): number {
  const [some, others] = [one, other].map((text) => new Set(text.toLowerCase().match(/[a-z\d]+/g)))
  if (some === undefined || others === undefined) return 0
  const shared = [...some].filter((word) => others.has(word)).length
  return shared / (some.size + others.size - shared)
}

test('the library has no troubles', () => {
  assert.deepEqual(
    troubles.map((trouble) => `${trouble.place.file}:${trouble.place.line} ${messageOf(trouble)}`),
    [],
  )
})

test('the plan has 3 pillars, 30 sections and 103 actions', () => {
  assert.equal(divisions.filter(({ kind }) => kind === 'pillar').length, 3)
  assert.equal(divisions.filter(({ kind }) => kind === 'section').length, 30)
  assert.equal(measures.filter(({ kind }) => kind === 'action').length, 103)
  assert.equal(within(plan.key).length, 1 + 3 + 30 + 103)
})

test('58 actions stand in pillar I, 29 in pillar II and 16 in pillar III, all in sections', () => {
  const counts = new Map<string, number>()
  for (const measure of measures) {
    const path = ancestorsOf(corpus, measure).map((above) =>
      above.level === 'instrument' ? above.key : `${above.kind} ${above.key}`,
    )
    assert.match(path.join(' > '), /^us-aiap-2025 > pillar \S+ > section \S+$/)
    counts.set(path[1] ?? '', (counts.get(path[1] ?? '') ?? 0) + 1)
  }
  assert.deepEqual([...counts.values()], [58, 29, 16])
})

test('a key says the pillar, the place of the section and the place of the action', () => {
  const sections = divisions.filter(({ kind }) => kind === 'section')
  assert.deepEqual(
    faults(
      [...sections, ...measures],
      ({ key, parent, ordinal }) => key !== `${parent}.${ordinal}`,
    ),
    [],
  )
})

test('printed pages rise and lie within the body, 1 to 23, and within those of the section', () => {
  assert.equal(plan.lastPage, 23)
  let last = 1
  for (const { key, pages } of [...measures]) {
    assert.ok(pages !== undefined, key)
    assert.ok(pages.first >= last && pages.last <= 23, `${key} on ${pages.first}-${pages.last}`)
    last = pages.first
  }
  assert.deepEqual(
    faults([...divisions.filter(({ kind }) => kind === 'section'), ...measures], (provision) => {
      const above = corpus.byKey.get(provision.parent)
      if (above === undefined || above.level === 'instrument' || provision.pages === undefined)
        return true
      if (above.pages === undefined) return true
      return provision.pages.first < above.pages.first || provision.pages.last > above.pages.last
    }),
    [],
  )
})

test('each agency is in the register, and has a name in three scripts', () => {
  const named = measures.flatMap(({ lead, through, with: others }) => [
    ...lead,
    ...through,
    ...others,
  ])
  assert.deepEqual(
    named.filter((code) => !corpus.agencies.has(code)),
    [],
  )
  const incomplete = [...corpus.agencies.values()].filter(
    ({ names, parent }) =>
      names['zh-Hans'] === undefined ||
      names['zh-Hant'] === undefined ||
      (parent !== undefined && !corpus.agencies.has(parent)),
  )
  assert.deepEqual(
    incomplete.map(({ code }) => code),
    [],
  )
})

test('46 actions are led by agencies, 23 others run through one, 34 name none that does either', () => {
  const led = measures.filter(({ lead }) => lead.length > 0)
  const through = measures.filter(
    (measure) => measure.lead.length === 0 && measure.through.length > 0,
  )
  const neither = measures.filter((measure) => measure.lead.length + measure.through.length === 0)
  assert.deepEqual([led.length, through.length, neither.length], [46, 23, 34])
})

test('every measure and division has its title in English and both Chinese scripts', () => {
  assert.deepEqual(
    faults([...divisions, ...measures], ({ titles }) => {
      const { 'zh-Hans': simplified = '', 'zh-Hant': traditional = '' } = titles
      return !/\p{Script=Han}/u.test(simplified) || !/\p{Script=Han}/u.test(traditional)
    }),
    [],
  )
})

test('every summary has 10 to 60 words', () => {
  assert.deepEqual(
    faults(measures, ({ summary }) => {
      const words = (summary?.en ?? '').split(/\s+/).filter((word) => word !== '').length
      return words < 10 || words > 60 ? `${words} words` : undefined
    }),
    [],
  )
})

test('no two titles are the same in any language, and no two summaries are alike', () => {
  for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
    assert.deepEqual(
      alikePairs((one, other) => one.titles[language] === other.titles[language]),
      [],
    )
  }
  assert.deepEqual(
    alikePairs((one, other) => likeness(one.summary?.en ?? '', other.summary?.en ?? '') > 0.5),
    [],
  )
})

test('the action that the plan prints twice is linked to its first print, and no other is', () => {
  const linked = measures.filter(({ sameAs }) => sameAs !== undefined)
  assert.deepEqual(
    linked.map(({ key, sameAs }) => [key, sameAs]),
    [['us-aiap-2025:III.7.3', 'us-aiap-2025:III.6.4']],
  )
})

test('the plan itself names its issuer, date, official document and checksum', () => {
  assert.equal(plan.issued, '2025-07-23')
  assert.match(plan.url ?? '', /^https:\/\/www\.whitehouse\.gov\/.*\.pdf$/)
  assert.match(plan.sha256 ?? '', /^91d56ab3[\da-f]{56}$/)
  assert.equal(plan.firstPage, 4)
  assert.ok(plan.issuer?.['zh-Hans'] !== undefined && plan.issuer['zh-Hant'] !== undefined)
  assert.ok(plan.titles['zh-Hans'] !== undefined && plan.titles['zh-Hant'] !== undefined)
})

test('case 8: no text of the library holds a character that is not seen', () => {
  const texts = files.map(
    ({ name, text }) => `${name} ${/[\p{Cf}\p{Co}\p{Cn}]/u.exec(text)?.index ?? 'clean'}`,
  )
  assert.deepEqual(
    texts,
    files.map(({ name }) => `${name} clean`),
  )
})
