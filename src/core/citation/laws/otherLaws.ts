import { partKinds } from '../locatorLabels.ts'
import type { LocatorStep } from '../locatorSteps.ts'
import { lawEndings, lawNouns } from './lawWords.ts'
import { ownMark } from './ownNames.ts'

/** Abbreviations that are laws wherever they stand. */
const knownLaws =
  'GDPR|UK\\sGDPR|DS-?GVO|RGPD|AVG|TFEU|TEU|AEUV|EUV|TFUE|ECHR|EMRK|CFR|CFREU|EUCFR|GRCh|DSA|DMA|DGA|CRA|NIS\\s?2|NIS2|LED|eIDAS|MDR|IVDR|PLD|AILD|ePD|EMFA|DORA|BDSG|BGB|StGB|GG|CCPA|CPRA|HIPAA|FERPA|FCRA|ECOA|FTCA|FOIA|APA|ECRA|DPA|ICCPR|UDHR|UNCRC|PIPL|DSL|CSL|PDPA|LGPD|PIPEDA|AIDA|U\\.?\\s?S\\.?\\s?C\\.?|C\\.?\\s?F\\.?\\s?R\\.?'
/** Abbreviations that are none: what a provision is about, whose it is, language versions. */
const noLaws =
  'CAC|NDRC|MIIT|DSIT|APST|DOJ|FTC|DOC|AI|KI|IT|ICT|ML|GPAI|GPAIS|AGI|LLM|LLMs|GenAI|EU|US|USA|UK|UN|OECD|NATO|NIST|OSTP|OMB|CAISI|CEN|ISO|IEC|API|PDF|HTML|FAQ|OJ|URL|DOI|FRIA|DPIA|CE|SMEs?|RBI|QMS|EN|DE|FR|ZH|CN|NB|[IVXLC]+'
const acronym = `(?!(?:${noLaws})(?![\\p{L}\\p{N}]))\\p{Lu}[\\p{Lu}\\d]+(?:-\\p{Lu}+)*(?:\\s\\d+)?`

const capital = `\\p{Lu}[\\p{L}\\p{N}’'.&-]*`
const small = '(?:of|the|on|and|for|in|to|against|as)'
/** Nouns that stand in headings of provisions, too: `Art. 6 Classification Rules`. */
const headingNouns: ReadonlySet<string> = new Set([
  ...['code', 'rules', 'measures', 'provisions', 'guidelines', 'guidance', 'framework', 'standard'],
  ...['plan', 'action plan', 'strategy', 'roadmap', 'communication', 'proposal', 'amendment'],
  ...['principles', 'draft', 'compact', 'decision', 'declaration', 'agreement', 'initiative'],
])
const lawNames = capitalised(lawNouns.filter((noun) => !headingNouns.has(noun)))
const namesBehindWords = capitalised(
  lawNouns.filter((noun) => noun !== 'principles' && noun !== 'draft'),
)

function capitalised(nouns: readonly string[]): string {
  return nouns
    .map((noun) => noun.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()))
    .join('|')
}

const wordEnd = '(?![\\p{L}\\p{N}])'

/** `Digital Services Act`, `Directive 2016/680`, `E.O. 13960`; `Colorado AI Act` too, whose last words are a name of the instrument itself. */
function titleWith(nouns: string): string {
  return `(?:${capital}\\s(?:${small}\\s){0,2}){0,7}(?:(?:${nouns})${wordEnd}|(?:Civil|Penal|Criminal)\\sCode|United\\sStates\\sCode|(?:Directive|Decision)\\s[(\\d]|E\\.?\\s?O\\.?\\s\\d)|(?:${capital}\\s){1,2}${ownMark}`
}

/** What may stand between a label and the law: `lit. f`, `, first sentence,`. */
const finer =
  '(?:[\\s,]+(?:Abs|UAbs|lit|Nr|No|Satz|sentence|sent|al|let)\\.?\\s?\\(?[\\da-zA-Z]{1,3}\\)?)*'
/** Where an abbreviation ends and no words go on with it: `GPAI models`. */
const closed = `${wordEnd}(?!\\s(?!(?:and|or|in|as|with|which|see|to|cf|read)${wordEnd})\\p{Ll})`
const lowerCaseLaw = `(?:the|that|its|an?)\\s(?:[\\p{Ll}\\p{N}’'-]+\\s){0,3}(?:${lawNouns.join('|')})${wordEnd}`

const otherLaw = new RegExp(
  `^${finer}(?:` +
    [
      `[\\s,]*(?:${knownLaws})${wordEnd}`,
      `\\s?\\((?:${knownLaws})\\)`,
      `\\s?${acronym}${closed}`,
      `[\\s,]+(?:the\\s)?(?:${titleWith(lawNames)})`,
      `[\\s,]+of\\s(?:(?:the|that|its|an?)\\s)?(?:${capital}|\\d+/\\d)`,
      `[\\s,]+(?:under|in|from|per)\\s(?:the\\s)?(?:${titleWith(namesBehindWords)}|${acronym}${closed})`,
      `[\\s,]+(?:of|under|in|from)\\s${lowerCaseLaw}`,
      `\\s?[(]?《[^《》]{1,60}(?:${lawEndings})》`,
    ].join('|') +
    ')',
  'u',
)

/**
 * `steps` without those of another law: the ones behind which (`behind`, with the names of the cited
 * instrument marked) its name stands, `GDPR`, `of the Charter`, `of Directive 2016/680`, and all that
 * lead to these: both articles of `Articles 13 and 35 GDPR`, `point (a)` of `point (a) of Article 6(1)
 * GDPR`.
 */
export function withoutOthers(
  steps: readonly LocatorStep[],
  behind: (step: LocatorStep) => string,
): readonly LocatorStep[] {
  let leans = false
  const own = steps.toReversed().filter((step, at, reversed) => {
    const isOfAnother = leans || otherLaw.test(behind(step))
    leans = isOfAnother && leansOn(step, reversed[at + 1])
    return !isOfAnother
  })
  return own.toReversed()
}

/** Whether `step` is of the law that the one `before` it is of. */
function leansOn({ kinds, link, goesOn }: LocatorStep, before: LocatorStep | undefined): boolean {
  if (kinds === undefined || goesOn === true || link === 'of' || link === 'to') return true
  if (link !== undefined) return false
  return kinds.some((kind) => partKinds.has(kind)) || isSectionOf(kinds, before?.kinds)
}

function isSectionOf(kinds: Kinds, above: Kinds | undefined = []): boolean {
  return kinds.includes('section') && above.some((kind) => aboveSections.has(kind))
}

type Kinds = NonNullable<LocatorStep['kinds']>

const aboveSections: ReadonlySet<string> = new Set(['title', 'part', 'chapter'])
