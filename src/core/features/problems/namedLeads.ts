import type { Corpus } from '../../corpus/corpus.ts'
import type { Agency } from '../../corpus/provision.ts'
import { isOneWord, namedAgencies } from './namedAgencies.ts'

/** An agency that a sentence names as a lead. */
export interface NamedLead {
  readonly agency: Agency
  /** Where its name begins in the sentence. */
  readonly at: number
  /** Of its name. */
  readonly length: number
  /** What it is said to lead, where that may be something else than what is cited. */
  readonly what?: string
}

/** Spaces and marks of emphasis, a few. */
const gap = '[\\s*_]{0,4}'
const leading = '牵头|牽頭|主导|主導|领衔|領銜|主责|主責'
const office = '机构|機構|单位|單位|部门|部門|机关|機關'

/** What stands before the name of a lead in English: `led by the`, `the lead agency is the Secretary of`. */
const ledBy = new RegExp(
  `(?<!\\p{L})(?:(?:co-)?(?:led|headed|spearheaded) by|lead (?:agency|department|body) is|under the (?:lead|leadership|direction) of) (?:the )?(?:U\\.?S\\.? )?(?:Secretar(?:y|ies) of (?:the )?)?${gap}$`,
  'iu',
)
/** The same in Chinese: `牵头机构为`. */
const ledByInChinese = new RegExp(
  `(?:${leading}|负责|負責|领导|領導)的?(?:${office})${gap}[为為是：:]${gap}(?:美国|美國)?${gap}$`,
  'u',
)
const by = new RegExp(`由${gap}(?:美国|美國)?${gap}$`, 'u')

/** What may stand between the name of a lead and what it does: another name in brackets, `将共同`. */
const between = `${gap}(?:（[^（）]{1,30}）|\\([^()]{1,30}\\))?${gap}`
const adverbs = `(?:[将將会會应應来來]|具体|具體|共同|联合|聯合|总体|總體|主要|负责|負責){0,3}${gap}`

/** Behind `由` and a name: the verbs that need it, and `负责` for all of it: `由其负责。`, not `由其负责培训`. */
const leadsBehind = new RegExp(
  `^${between}(?:${adverbs}(?:${leading}|领导|領導)|(?:具体|具體|主要|共同|全面|统一|統一)?[負负][責责](?:落实|落實|实施|實施|执行|執行|推进|推進)?(?![\\p{L}\\p{N}]))`,
  'u',
)

/** Behind a name alone. What an agency leads besides, `其牵头制定的标准`, is left alone. */
const leadsAlone = new RegExp(
  `^${between}(?:${adverbs}(?:${leading})(?!${office}|\\p{Script=Han}{0,2}的)|(?:[是为為]|担任|擔任|作为|作為)(?:${leading})(?:${office}))`,
  'u',
)

/** Behind a name in English; what is led stands behind it. */
const leads = new RegExp(
  `^${between}(?:(?:also|jointly) )?(?:(?:leads|heads|spearheads|(?:will|shall|is to) (?:lead|head|spearhead))(?= (?:the|this|it|that) |[\\s*_]*(?:[.,;:)]|$))|(?:(?:is|will be|acts as|serves as) (?:the )?lead(?: agency| department| body|(?= (?:for|in|on) |[\\s*_]*(?:[.,;:)]|$)))|takes the lead|is in the lead|is in charge)(?![\\p{L}-])) ?([^.,;:()]*)`,
  'u',
)

/** What makes it another time, a wish, a question or the contrary: `不由`, `曾由`, `若由`, `是否由`. */
const isOtherwise = new RegExp(
  `(?:[不非未][是再会會能宜该該应應仅僅只]?|[曾原改若]|是否|能否|此前|以前|过去|過去|本应|本應|如果|假如)由?${gap}(?:美国|美國)?$`,
  'u',
)

/** The same of a sentence in English that says `leads`. */
const maySayOtherwise =
  /(?<!\p{L})(?:if|unless|whether|when|once|until|would|should|could|might|wants?|hopes?|claims?|argues?|says?|said|believes?|thinks?|formerly|previously|earlier|instead|rather|where|which|while|whereas)(?!\p{L})|\?/iu

/** That a name belongs to another country, or goes on before it. */
const isForeign = /(?:(?<!美)[国國]|欧盟|歐盟|日本|印度|俄罗斯|俄羅斯|以色列|加拿大|[A-Za-z\d])$/u

/** The same in English: `British`, `Colorado’s`. */
const isForeignInEnglish =
  /(?:['’]s|\p{L}\s(?!The |And |But |Here |As )\p{Lu}\p{L}*|^(?!The |And |But |Here |As |Both |Federal |America)\p{Lu}\p{L}*)\s(?:the )?$/u

/** How a sentence goes on behind a name of one word that is no other noun there: `Commerce and NIST`, not `State laws`. */
const endsName =
  /^(?!\sand \p{Lu}\p{L}* Committee)(?:[\s*_]*(?:[^\s\p{L}\p{N}'’-]|\p{Script=Han}|$)|\sand (?:the )?\p{Lu}|\s(?:with|through|in|to|at|on|by|is|will|shall|asks|since|under|for|which|takes|acts|serves|leads|heads|spearheads|also|jointly)(?!\p{L}))/u

/** So much before the name of a lead, and behind it, may say something of it, in UTF-16 units. */
const farthest = 90

/**
 * The agencies that the sentence `words` names as leads, each once, in English (`led by`, `leads`) or
 * Chinese, where the words say nothing else: no wish, no question, no other time, and nothing else that an
 * agency leads.
 */
export function namedLeads(words: string, corpus: Corpus): readonly NamedLead[] {
  if (!telltale.test(words)) return []
  const isPlain = !maySayOtherwise.test(words)
  return namedAgencies(words, corpus).flatMap(({ thing: agency, name, span: { start, end } }) => {
    const before = onOneLine(words.slice(Math.max(0, start - farthest), start))
    const after = onOneLine(words.slice(end, end + farthest))
    if (
      isOtherwise.test(before) ||
      (isOneWord(name) && /[a-z]/.test(name) && !endsName.test(after))
    )
      return []
    const lead = { agency, at: start, length: end - start }
    const isIntroduced = ledBy.test(before) || ledByInChinese.test(before)
    if (isIntroduced || (by.test(before) && leadsBehind.test(after))) return [lead]
    if (leadsAlone.test(after)) return isForeign.test(before) ? [] : [lead]
    const what = leads.exec(after)?.[1]
    const isCertain = isPlain && what !== undefined && !isForeignInEnglish.test(before)
    return isCertain ? [{ ...lead, what }] : []
  })
}

/** Something of what each of these has. */
const telltale = new RegExp(`lead|led|head|charge|${leading}|负责|負責|领导|領導`, 'iu')

/** `words` with a space for each run of white space, and none between Chinese characters. */
function onOneLine(words: string): string {
  return words.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '').replace(/\s+/gu, ' ')
}
