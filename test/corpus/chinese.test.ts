import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameIn, type Language, type Names } from '../../src/core/corpus/language.ts'
import type { Measure, Provision, ReferenceData } from '../../src/core/corpus/provision.ts'
import { isSimplified, isTraditional } from '../../src/core/text/scripts.ts'
import { libraryCorpus } from '../core/search/libraryCorpus.ts'
import {
  forbiddenBesideHeadings,
  forbiddenVariants,
  foreignToHongKong,
  mainlandWords,
  namesOfBodies,
  wordsOf,
} from './chineseUsage.ts'

const corpus = libraryCorpus()

/** Names and texts of the library, by where they stand. Titles are those of a whole instrument. */
interface Shown {
  readonly where: string
  readonly what: 'title' | 'name' | 'text'
  readonly names: Names | undefined
}

/** One of them in one of the languages. */
interface ChineseText {
  readonly where: string
  readonly what: Shown['what']
  readonly language: Language
  readonly text: string
}

const shown: readonly Shown[] = [
  ...corpus.provisions.flatMap(shownOf),
  ...corpus.relations.flatMap(({ from, to, titles, reason }): readonly Shown[] => [
    { where: `${from} and ${to}`, what: 'name', names: titles },
    { where: `${from} and ${to}`, what: 'text', names: reason },
  ]),
  ...corpus.terms.map(({ names }): Shown => ({ where: names.en, what: 'title', names })),
  ...[...corpus.agencies.values()].map(({ code, names }): Shown => ({
    where: code,
    what: 'name',
    names,
  })),
]

const chinese: readonly ChineseText[] = shown.flatMap(({ where, what, names }) =>
  (['zh-Hans', 'zh-Hant', 'zh-Hant-HK'] as const).flatMap((language) => {
    const text = names?.[language]
    return text === undefined ? [] : [{ where, what, language, text }]
  }),
)

const simplified = chinese.filter(({ language }) => language === 'zh-Hans')
const traditional = chinese.filter(({ language }) => language !== 'zh-Hans')
const taiwanese = chinese.filter(({ language }) => language === 'zh-Hant')

/** What is not yet mended, each a place and what is wrong there: take out what is. */
const known: ReadonlySet<string> = new Set([
  'eu-ai-act:50.4: 文本 for 文字, or 條文 of a law',
  'eu-ai-act:rct-179: 文本 for 文字, or 條文 of a law',
  'eu-ai-act:111.4: 圖像 for 影像',
  'eu-ai-act:annex-XI.sec-1.1.e: 圖像 for 影像',
  'eu-ai-act:annex-XIV.3.b: 圖像 for 影像',
  'eu-ai-act:rct-99: 圖像 for 影像',
  'eu-ai-act:rct-90: 合同 for 契約',
  'eu-ai-act:3.60: 深偽 for 深度偽造',
  'eu-ai-act:50.4: 深偽 for 深度偽造',
  'eu-ai-act:rct-134: 深偽 for 深度偽造',
  'eu-ai-act:75.1c: 公部門 for 公營部門',
  'eu-ai-act:99.8: 公部門 for 公營部門',
  'eu-ai-act:3.26: 市场监督条例',
  'eu-ai-act:3.26: 市場監督規則',
  'eu-ai-act:42.3: 网络韧性法案',
  'eu-ai-act:42.3: 網路韌性法',
  'eu-ai-act:rct-136: 数字服务法',
  'eu-ai-act:rct-136: 數位服務法',
  'eu-ai-act:rct-175: 委員會程序規則',
])

test('every provision has its summary in both scripts, and whatever else is said of it', () => {
  const untold = shown
    .filter(({ what }) => what === 'text')
    .filter(({ names }) => names?.['zh-Hans'] === undefined || names['zh-Hant'] === undefined)
  assert.deepEqual(
    untold.map(({ where }) => where),
    [],
  )
})

test('Simplified text has only Simplified characters, Traditional text only Traditional ones', () => {
  none([
    ...faults(simplified, ({ text }) => strangers(text, isSimplified)),
    ...faults(traditional, ({ text }) => strangers(text, isTraditional)),
  ])
})

test('no mainland word stands in text for Taiwan, names of bodies apart', () => {
  none(
    faults(taiwanese, ({ text }) => {
      const ours = without(text, namesOfBodies)
      return mainlandWords.flatMap(({ word, taiwan }) => {
        const found = word.exec(ours)
        return found === null ? [] : [`${found[0]} for ${taiwan}`]
      })
    }),
  )
})

test('no name for Hong Kong has a word that Hong Kong writes otherwise', () => {
  const names = shown
    .filter(({ what, names }) => what !== 'text' && names?.['zh-Hant'] !== undefined)
    .map(({ names, ...rest }) => ({ ...rest, text: names ? nameIn(names, 'zh-Hant-HK') : '' }))
  none(
    faults(names, ({ text }) =>
      [...foreignToHongKong]
        .filter(([foreign]) => text.includes(foreign))
        .map(([foreign, own]) => `${foreign} for ${own}`),
    ),
  )
})

test('what a term must not be called is no name of it', () => {
  for (const [term, variants] of forbiddenVariants) {
    const names = corpus.terms.find(({ names }) => names.en === term)?.names
    assert.ok(names !== undefined, `${term} is no term of the glossary`)
    agree(names, variants)
  }
  for (const [key, variants] of forbiddenBesideHeadings) {
    const heading = corpus.byKey.get(key)?.titles
    assert.ok(heading !== undefined, `${key} has no heading`)
    agree(heading, variants)
  }
})

test('a thing has one name in each script, the words of others in quotation marks apart', () => {
  const variants = [...forbiddenVariants.values(), ...forbiddenBesideHeadings.values()]
  none(
    faults(chinese, ({ text, language }) =>
      language === 'zh-Hant-HK'
        ? []
        : variants
            .flatMap((variant) => variant[language as 'zh-Hans' | 'zh-Hant'] ?? [])
            .filter((variant) => unquoted(text).includes(variant)),
    ),
  )
})

test('titles of laws and plans stand in 《》 wherever a text names them', () => {
  const titles = titlesOf()
  none(
    faults(
      chinese.filter(({ what }) => what !== 'title'),
      ({ text }) => titles.filter((title) => unquoted(unmarked(text)).includes(title)),
    ),
  )
})

test('a law that is cited by an article stands in 《》', () => {
  const bare =
    /(?<![号號该該本原])(?:法|法典|法案|条例|條例|规定|規定|办法|辦法|规则|規則)第[\d一二三四五六七八九十]+[条條]/u
  none(
    faults(
      chinese.filter(({ what }) => what !== 'title'),
      ({ text }) => bare.exec(text) ?? [],
    ),
  )
})

test('marks beside Chinese characters are full-width, brackets of a letter or number apart', () => {
  const narrow = /\p{Script=Han}[,;:?!()"']|[,;:?!()"']\p{Script=Han}/u
  none(faults(chinese, ({ text }) => narrow.exec(text.replace(/\([\da-z]{1,4}\)/gu, '')) ?? []))
})

test('quotation marks are “” in Simplified text and 「」 in Traditional text', () => {
  none([
    ...faults(simplified, ({ text }) => /[「」『』]/u.exec(text) ?? []),
    ...faults(traditional, ({ text }) => /[“”‘’]/u.exec(text) ?? []),
  ])
})

test('no space stands beside a Chinese character or a full-width mark', () => {
  const spaced =
    /[\p{Script=Han}，。；：、（）《》“”「」]\s|\s[\p{Script=Han}，。；：、（）《》“”「」]/u
  none(faults(chinese, ({ text }) => spaced.exec(text) ?? []))
})

test('a text ends with a full stop, a name with none', () => {
  none(
    faults(chinese, ({ what, text }) => (text.endsWith('。') === (what === 'text') ? [] : [text])),
  )
})

test('a summary that is no duty says so: what should be, is recommended, may be or is considered', () => {
  none(
    corpus.provisions.flatMap((provision) =>
      provision.level === 'measure' && provision.deletedBy === undefined
        ? strengthFaults(provision)
        : [],
    ),
  )
})

/** The languages in which `measure` has no word of its strength; a duty is put in many ways. */
function strengthFaults({ key, strength, summary, sameAs }: Measure): readonly string[] {
  const words = strength && strength !== 'shall' && sameAs === undefined && wordsOf[strength]
  return words
    ? (['zh-Hans', 'zh-Hant'] as const)
        .filter((language) => !words.test(summary?.[language] ?? ''))
        .map((language) => `${key} in ${language}: ${strength}`)
    : []
}

/** What of `provision` readers see, beside its numbers. */
function shownOf(provision: Provision): readonly Shown[] {
  const where = provision.key
  const own = provision.level === 'instrument' ? 'title' : 'name'
  return [
    { where, what: own, names: provision.titles },
    { where, what: 'text', names: provision.summary },
    ...(provision.level === 'instrument' ? namesOfInstrument(provision) : []),
    ...(provision.level !== 'instrument' && provision.formerlySaid !== undefined
      ? [{ where, what: 'text' as const, names: provision.formerlySaid }]
      : []),
    ...(provision.level === 'measure' ? shownOfClaim(provision) : []),
  ]
}

function namesOfInstrument({
  key: where,
  issuer,
  reference = {},
}: Provision & { readonly level: 'instrument' }): readonly Shown[] {
  const { citeAs, officialTitles, issuers = [] }: ReferenceData = reference
  return [
    ...[citeAs, officialTitles].map((names): Shown => ({ where, what: 'title', names })),
    ...[issuer, ...issuers].map((names): Shown => ({ where, what: 'name', names })),
  ]
}

function shownOfClaim({
  key: where,
  claim,
}: Provision & { readonly level: 'measure' }): readonly Shown[] {
  if (claim === undefined) return []
  const { speaker, affiliation, dimension, origin } = claim
  return [
    ...[speaker, affiliation, dimension].map((names): Shown => ({ where, what: 'name', names })),
    ...(origin === undefined ? [] : [{ where, what: 'text' as const, names: origin }]),
  ]
}

/** What `faultsOf` finds in `texts`, each with its place, what is known left out. */
function faults<T extends { readonly where: string; readonly text: string }>(
  texts: readonly T[],
  faultsOf: (text: T) => readonly string[],
): readonly string[] {
  return texts
    .flatMap((text) => faultsOf(text).map((fault) => `${text.where}: ${fault}`))
    .filter((fault) => !known.has(fault))
}

function none(found: readonly string[]): void {
  assert.deepEqual([...new Set(found)], [])
}

/** The Chinese characters of `text` that are none of the script. */
function strangers(text: string, isOfScript: (text: string) => boolean): readonly string[] {
  return (text.match(/\p{Script=Han}/gu) ?? []).filter((character) => !isOfScript(character))
}

/** Whether no name has in it what it must not be called. */
function agree(names: Names, variants: Readonly<Partial<Record<Language, readonly string[]>>>) {
  for (const language of ['zh-Hans', 'zh-Hant'] as const) {
    for (const variant of variants[language] ?? []) {
      assert.ok(!names[language]?.includes(variant), `${names.en}: ${variant}`)
    }
  }
}

/** What stands in 《》 anywhere in the library, and the titles of its instruments, from four characters on. */
function titlesOf(): readonly string[] {
  const marked = chinese.flatMap(({ text }) =>
    [...text.matchAll(/《([^《》]+)》/gu)].map(([, title]) => title ?? ''),
  )
  const issued = corpus.instruments.filter(({ type }) => type !== 'article')
  const ours = issued.flatMap(({ titles, reference }) =>
    [titles, reference?.citeAs].flatMap((names) => [
      names?.['zh-Hans'] ?? '',
      names?.['zh-Hant'] ?? '',
    ]),
  )
  return [...new Set([...marked, ...ours])].filter((title) => title.length >= 4)
}

function unmarked(text: string): string {
  return text.replaceAll(/《[^《》]*》/gu, '')
}

function unquoted(text: string): string {
  return text.replaceAll(/“[^“”]*”|「[^「」]*」/gu, '')
}

function without(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => rest.replaceAll(name, ''), text)
}
