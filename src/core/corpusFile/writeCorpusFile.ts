import type { Corpus } from '../corpus/corpus.ts'
import { pathOf } from '../corpus/key.ts'
import { usualKinds } from '../corpus/kinds.ts'
import type { Instrument, Measure, Pages, Provision } from '../corpus/provision.ts'
import { known } from '../corpus/stored/knownProvisions.ts'
import { fieldNames, type FieldOwner, type FieldSite } from './fields/fields.ts'
import { escapedMarkdown, yamlValue } from './writtenText.ts'

/**
 * The corpus file of `instrument`, one of `corpus`, as it is shown: reads as all that the corpus says of
 * it, but for the phrases that are only searched. Comments and the order of fields are not kept.
 */
export function writeCorpusFile(corpus: Corpus, instrument: Instrument): string {
  const depths = new Map<string, number>()
  const sections = known(corpus.provisions)
    .ofInstrument(instrument.key)
    .map((provision) => {
      const depth = 'parent' in provision ? (depths.get(provision.parent) ?? 0) + 1 : 0
      depths.set(provision.key, depth)
      return [...beginning(provision, depth, instrument), ...told(provision)].join('\n\n')
    })
  return `${sections.join('\n\n')}\n`
}

/** The front matter of an instrument, the heading of all else. */
function beginning(provision: Provision, depth: number, { type }: Instrument): readonly string[] {
  const owner = ownerOf(provision)
  if (!('kind' in provision)) {
    const fields = written(provision, owner, 'front matter').map(
      ([name, value]) => `${name}: ${yamlValue(value)}`,
    )
    return [['---', ...fields, '---'].join('\n')]
  }
  const isUsual = provision.level === 'measure' && provision.kind === usualKinds.get(type)
  const attributes = written(provision, owner, 'heading')
    .filter(([name]) => name !== 'kind' || !isUsual)
    .map(([name, value]) => ` ${name}=${/^[\w.-]+$/u.test(value) ? value : JSON.stringify(value)}`)
  const title = escapedMarkdown(provision.titles.en)
  return [`${'#'.repeat(depth)} ${title} {#${pathOf(provision.key) ?? ''}${attributes.join('')}}`]
}

/** The paragraphs of the summary, and the list of facts. */
function told(provision: Provision): readonly string[] {
  const { summary, extra = new Map<string, string>() } = provision
  const facts = [...written(provision, ownerOf(provision), 'list'), ...extra].map(
    ([name, value]) => `- ${escapedMarkdown(`${name}: ${value}`)}`,
  )
  const paragraphs = summary?.en.split('\n\n').map(escapedMarkdown) ?? []
  return facts.length === 0 ? paragraphs : [...paragraphs, facts.join('\n')]
}

function ownerOf(provision: Provision): FieldOwner {
  return provision.level === 'measure' && provision.claim ? 'claim' : provision.level
}

/** The fields that `owner` may have at `site`, where `provision` has them, with their values. */
function written(
  provision: Provision,
  owner: FieldOwner,
  site: FieldSite,
): readonly (readonly [string, string])[] {
  const members = membersOf(provision)
  return fieldNames(owner, site).flatMap((name) => {
    const value = valueOf(name, members)
    return value === undefined ? [] : [[name, value] as const]
  })
}

type Members = ReadonlyMap<string, unknown>

/** All that a provision has, with what it has of them in parts of its own, and its pages as they are written. */
function membersOf(provision: Provision): Members {
  const { claim, reference, pages }: Parts = provision
  return membersIn({ ...claim, ...reference, ...provision, pages: pages && pagesText(pages) })
}

type Parts = Pick<Measure, 'claim' | 'pages'> & Pick<Instrument, 'reference'>

function pagesText({ first, last }: Pages): string {
  return first === last ? String(first) : `${String(first)}-${String(last)}`
}

function membersIn(value: object): Members {
  return new Map<string, unknown>(Object.entries(value))
}

/**
 * What the field `name` holds, a text in the language that its name ends in. The member may be called as
 * several are; of numbers an instrument has `number` and others.
 */
function valueOf(name: string, members: Members): string | undefined {
  const [, base = '', language = 'en'] = /^(.*?)-?(zh-Han[st](?:-HK)?)?$/u.exec(name) ?? []
  const one = base.replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase())
  const several = base === 'number' ? undefined : members.get(`${one}s`)
  const value = members.get(memberOf.get(base) ?? one) ?? several
  if (base === 'complete' && Array.isArray(value) && value.length === 0) return 'none'
  return valueIn(language, value, columnsOf.get(base))
}

/** The members that are called neither as their fields are, nor as several of these. */
const memberOf: ReadonlyMap<string, string> = new Map([
  ['id', 'key'],
  ['', 'titles'],
  ['source', 'provenance'],
])

/** The parts of the fields whose values have several, in order. */
const columnsOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['amended-by', ['name', 'issued', 'inForce', 'url']],
  ['applies-from', ['day', 'of']],
  ['follow-up', ['what', 'date', 'url']],
  ['deadline', ['by', 'what']],
  ['amount', ['sum', 'what']],
])

/** `value` as a field says it in `language`; `undefined` where it says nothing, or not in this language. */
function valueIn(
  language: string,
  value: unknown,
  columns?: readonly string[],
): string | undefined {
  if (typeof value === 'string' || typeof value === 'number') {
    return language === 'en' ? String(value) : undefined
  }
  if (Array.isArray(value)) return listIn(language, value, columns)
  if (!(value instanceof Object)) return undefined
  const members = membersIn(value)
  if (columns === undefined) return valueIn('en', members.get(language))
  if (language !== 'en') return valueIn(language, wordsOf(members))
  const cells = columns.map((name) => valueIn('en', members.get(name)) ?? '')
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1).join(' | ')
}

/** The values of `items`, in another language than English of those with words; nothing where one lacks it. */
function listIn(
  language: string,
  items: readonly unknown[],
  columns?: readonly string[],
): string | undefined {
  const isOfWords = language !== 'en' && columns !== undefined
  const told = isOfWords
    ? items.filter((item) => item instanceof Object && wordsOf(membersIn(item)))
    : items
  const texts = told.map((item) => valueIn(language, item, columns))
  return texts.length === 0 || texts.includes(undefined) ? undefined : texts.join('; ')
}

/** The words of a value of several parts: the one that comes in several languages. */
function wordsOf(members: Members): unknown {
  return [...members.values()].find((member) => typeof member === 'object')
}
