import type { Corpus } from '../../../corpus/corpus.ts'
import { allNames, nameIn, type Language } from '../../../corpus/language.ts'
import type { Agency } from '../../../corpus/provision.ts'
import type { CitedSentence, Report } from '../../../report/report.ts'
import { escapeMarkdown } from '../../../text/escapeMarkdown.ts'
import type { TextEdit } from '../../../text/textEdit.ts'
import { chineseScriptOf } from '../../../words/writtenLanguage.ts'
import { namedAgencies } from '../namedAgencies.ts'
import { findOtherLeads, type OtherLead } from '../statements.ts'

/**
 * The edit that names the lead of the measure in place of the agency that `found` spans: by its code where a code
 * stands there, else by its name in the language and script of the sentence, with its article in English,
 * and with its code in brackets where they have the other's. `undefined` where more would have to change, or
 * it is not certain what: several leads, one that the sentence names already, an agency that it names twice,
 * its secretary or its staff.
 */
export function rightLead(
  found: OtherLead,
  report: Report,
  corpus: Corpus,
  language: Language,
): TextEdit | undefined {
  const { span, measure, leads } = found
  const lead = leads[0]?.agency
  const sentence = sentenceAt(report, span.start)
  if (lead === undefined || measure.lead.length > 1 || sentence === undefined) return undefined
  if (findOtherLeads(report, corpus, [sentence]).length > 1) return undefined
  const { words } = sentence
  const [start, end] = [span.start - sentence.span.start, span.end - sentence.span.start]
  const before = words.slice(0, start)
  const after = words.slice(end)
  if (sharesOrBelongs.test(words) || ofSomebody.test(before) || staff.test(after)) return undefined
  const bracket = bracketBehind(after, found.agency)
  if (bracket === undefined) return undefined
  const isElsewhere = namedAgencies(words, corpus).some(
    ({ thing, span: { start: at } }) =>
      (thing === lead || thing === found.agency) && (at < start || at >= end + bracket.length),
  )
  if (isElsewhere) return undefined
  const written = words.slice(start, end)
  const country = /(?:美国|美國|U\.?S\.? )$/u.exec(before)?.[0] ?? ''
  const name = nameLike(
    written,
    before.slice(0, before.length - country.length),
    lead,
    words,
    language,
  )
  if (name === undefined || !isWholeName(written, found.agency)) return undefined
  return {
    span: { start: span.start - country.length, end: span.end + bracket.length },
    text: escapeMarkdown(name) + bracket.replace(/[^（）()\s]+/u, lead.code),
  }
}

function sentenceAt(report: Report, offset: number): CitedSentence | undefined {
  const block = report.blocks.around(offset)
  return (block === undefined ? [] : report.citedSentencesIn(block)).find(
    ({ span }) => span.start <= offset && offset < span.end,
  )
}

/** Several lead together. */
const sharesOrBelongs = /jointly|co-led|co-lead|together|共同|联合|聯合/iu

/** `the Secretary of`, `部长`: one of the agency's people, or a part of it. */
const ofSomebody =
  /(?:Secretar(?:y|ies)|Director|Administrator|heads?) of (?:the )?(?:U\.?S\.? )?$/iu
const staff =
  /^\s?(?:['’]s|secretary|director|staff|officials?|部?[长長]|[官局司处處办辦部]|下[属屬]|所[属屬])/iu

/** What is left of a name that the corpus does not know as such: `Departments of Commerce`. */
function isWholeName(written: string, agency: Agency): boolean {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replaceAll(/\s+/gu, '')
      .replace(/^dept\./u, 'department')
  return [agency.code, ...allNames(agency.names), ...agency.aliases].some(
    (name) => plain(name) === plain(written),
  )
}

/** The brackets behind a name with the agency's code in them; none is empty, with anything else `undefined`. */
function bracketBehind(after: string, { code }: Agency): string | undefined {
  const [bracket] = /^\s?[(（][^()（）]{0,60}[)）]/u.exec(after) ?? ['']
  if (bracket === '') return ''
  return bracket.replaceAll(/[\s()（）]/gu, '') === code ? bracket : undefined
}

/** `lead` as `written` names the other: by its code, or its name, in English with an article where none stands before it. */
function nameLike(
  written: string,
  before: string,
  lead: Agency,
  words: string,
  language: Language,
): string | undefined {
  const isCode = /^[A-Z]{2,}$/u
  if (isCode.test(written) && isCode.test(lead.code)) return lead.code
  if (/\p{Script=Han}/u.test(written)) return chineseName(lead, words, language)
  const name = lead.names.en.replace(/ \([^()]*\)$/u, '')
  if (/\bthe\s+[*_]*$/iu.test(before)) return name
  return `${/[^*_\s]/u.test(before) ? 'the' : 'The'} ${name}`
}

function chineseName({ names }: Agency, words: string, language: Language): string | undefined {
  const script = chineseScriptOf(words)
  const own = language === 'en' ? 'zh-Hans' : language
  const isOwn = script === undefined || (script === 'simplified') === (own === 'zh-Hans')
  const name = nameIn(names, isOwn ? own : script === 'simplified' ? 'zh-Hans' : 'zh-Hant')
  return /\p{Script=Han}/u.test(name) ? name : undefined
}
