import type { Corpus } from '../../corpus/corpus.ts'
import { allNames } from '../../corpus/language.ts'
import type { Agency } from '../../corpus/provision.ts'

/** An agency that a sentence names as a lead. */
export interface NamedLead {
  readonly agency: Agency
  /** Where its name begins in the sentence. */
  readonly at: number
  /** Of its name. */
  readonly length: number
}

/** Spaces and marks of emphasis, a few. */
const gap = '[\\s*_]{0,4}'
const country = /^(?:美国|美國)/u
const leading = '牵头|牽頭|主导|主導|领衔|領銜|主责|主責'
const office = '机构|機構|单位|單位|部门|部門|机关|機關'

/** What stands before the name of a lead. */
const ledBy = new RegExp(
  `(?<!\\p{L})led by (?:the )?(?:U\\.S\\. )?|由${gap}|(?:${leading}|负责|負責|领导|領導)的?(?:${office})${gap}[为為是：:]${gap}`,
  'giu',
)

/** What may stand between the name of a lead and what it does: another name in brackets, `将共同`. */
const between = `${gap}(?:（[^（）]{1,30}）|\\([^()]{1,30}\\))?${gap}`
const adverbs = `(?:[将將会會应應来來]|具体|具體|共同|联合|聯合|总体|總體|主要|负责|負責){0,3}${gap}`

/** Behind `由` and a name: the verbs that need it, and `负责` for all of it: `由其负责。`, not `由其负责培训`. */
const leadsBehind = new RegExp(
  `^${between}(?:${adverbs}(?:${leading}|领导|領導)|(?:具体|具體|主要|共同|全面|统一|統一)?[负負][责責](?:落实|落實|实施|實施|执行|執行|推进|推進)?(?![\\p{L}\\p{N}]))`,
  'u',
)

/** Behind a name alone. What an agency leads besides, `其牵头制定的标准`, is left alone. */
const leadsAlone = new RegExp(
  `${between}(?:${adverbs}(?:${leading})(?!${office}|\\p{Script=Han}{0,2}的)|(?:[是为為]|担任|擔任|作为|作為)(?:${leading})(?:${office}))`,
  'gu',
)

/** What makes it another time, a wish, a question or the contrary: `不由`, `曾由`, `若由`, `是否由`. */
const isOtherwise = new RegExp(
  `(?:[不非未][是再会會能宜该該应應仅僅只]?|[曾原改若]|是否|能否|此前|以前|过去|過去|本应|本應|如果|假如)由?${gap}(?:美国|美國)?$`,
  'u',
)

/** So much before the name of a lead may change what is said of it, in UTF-16 units. */
const farthest = 16

/** Of one sentence so many phrases are looked at. */
const mostPhrases = 50

/**
 * The agencies that the sentence `words` names as leads, each once, in English (`led by`) or Chinese, where
 * the words say nothing else: no wish, no question, no other time, and nothing else that an agency leads.
 */
export function namedLeads(words: string, corpus: Corpus): readonly NamedLead[] {
  if (!/[\r\n]|\s\s/u.test(words)) return leadsIn(words, corpus)
  const { text, offsets } = onOneLine(words)
  return leadsIn(text, corpus).map(({ agency, at, length }) => {
    const start = offsets[at] ?? 0
    return { agency, at: start, length: (offsets[at + length - 1] ?? start) + 1 - start }
  })
}

const betweenHan = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu

/** `words` with a space for each run of white space, and none between Chinese lines; with the place of each unit. */
function onOneLine(words: string): { readonly text: string; readonly offsets: readonly number[] } {
  const joined = words.replaceAll(betweenHan, (gap) =>
    /[\r\n]/.test(gap) ? joint.repeat(gap.length) : gap,
  )
  const offsets = Array.from({ length: joined.length }, (_, at) => at).filter(
    (at) => joined[at] !== joint && !/\s\s/u.test(joined.slice(at - 1, at + 1)),
  )
  const text = offsets.map((at) => joined.charAt(at).replace(/\s/u, ' ')).join('')
  return { text, offsets }
}

/** Stands for nothing. */
const joint = '\0'

function leadsIn(words: string, corpus: Corpus): readonly NamedLead[] {
  const leadsByPlace = new Map<number, NamedLead>()
  for (const lead of [...introducedLeads(words, corpus), ...leadsInFront(words, corpus)]) {
    const before = words.slice(Math.max(0, lead.at - farthest), lead.at)
    if (!isOtherwise.test(before)) leadsByPlace.set(lead.at, lead)
  }
  return [...leadsByPlace.values()]
}

/** `led by NIST`, `由国防部牵头`, `牵头机构为国防部`. */
function introducedLeads(words: string, corpus: Corpus): readonly NamedLead[] {
  return [...words.matchAll(ledBy)].slice(0, mostPhrases).flatMap(({ 0: phrase, index }) => {
    const lead = leadAt(words, index + phrase.length, corpus)
    if (lead === undefined) return []
    const behind = words.slice(lead.at + lead.length)
    return !phrase.startsWith('由') || leadsBehind.test(behind) ? [lead] : []
  })
}

/** The agency at `at`, of which a country may be said first: `美国国防部`. */
function leadAt(words: string, at: number, corpus: Corpus): NamedLead | undefined {
  const found = agencyAt(words, at, corpus)
  if (found !== undefined) return { ...found, at }
  const own = at + (country.exec(words.slice(at))?.[0].length ?? 0)
  const other = own === at ? undefined : agencyAt(words, own, corpus)
  return other && { ...other, at: own }
}

/** `国防部牵头`, `国防部为牵头机构`. */
function leadsInFront(words: string, corpus: Corpus): readonly NamedLead[] {
  return [...words.matchAll(leadsAlone)].slice(0, mostPhrases).flatMap(({ index }) => {
    const found = agencyBefore(words, index, corpus)
    if (found === undefined) return []
    const at = index - found.length
    return isForeign.test(words.slice(Math.max(0, at - farthest), at)) ? [] : [{ ...found, at }]
  })
}

/** That a name belongs to another country, or goes on before it. */
const isForeign = /(?:(?<!美)[国國]|欧盟|歐盟|日本|印度|俄罗斯|俄羅斯|以色列|加拿大|[A-Za-z\d])$/u

/** The agency whose name ends at `end`; of several, the one with the longest name. */
function agencyBefore(
  words: string,
  end: number,
  corpus: Corpus,
): Omit<NamedLead, 'at'> | undefined {
  return longestNamed(corpus, (name) => words.endsWith(name, end))
}

/** Of the agencies that have a name for which `stands` holds, the one with the longest. */
function longestNamed(
  corpus: Corpus,
  stands: (name: string) => boolean,
): Omit<NamedLead, 'at'> | undefined {
  let best: Omit<NamedLead, 'at'> | undefined
  for (const agency of corpus.agencies.values()) {
    for (const name of [agency.code, ...allNames(agency.names), ...agency.aliases]) {
      if (name.length > (best?.length ?? 0) && stands(name)) best = { agency, length: name.length }
    }
  }
  return best
}

/** The agency whose name stands at `at`; of several that begin there, the one with the longest name. */
function agencyAt(words: string, at: number, corpus: Corpus): Omit<NamedLead, 'at'> | undefined {
  return longestNamed(corpus, (name) => {
    if (!words.startsWith(name, at)) return false
    return !/^[A-Za-z\d]/u.test(words.slice(at + name.length)) || !/[a-z\d]$/iu.test(name)
  })
}
