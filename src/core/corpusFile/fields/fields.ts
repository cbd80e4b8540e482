import { sentence, type Sentence } from '../../corpus/sentence.ts'

/** What a corpus file describes where a field stands. */
export type FieldOwner =
  | 'instrument'
  | 'register'
  | 'relations'
  | 'glossary'
  | 'division'
  | 'measure'
  | 'claim'
  | 'agency'
  | 'relation'
  | 'term'

/** Where in the file a field is written. */
export type FieldSite = 'front matter' | 'heading' | 'list'

/** What a field's value must be. */
type FieldType =
  | 'id'
  | 'instrument type'
  | 'text'
  | 'texts'
  | 'numbers'
  | 'agency code'
  | 'agency codes'
  | 'key'
  | 'keys'
  | 'word'
  | 'kinds'
  | 'kinds or none'
  | 'region code'
  | 'region codes'
  | 'language tag'
  | 'kind'
  | 'pages'
  | 'page number'
  | 'place'
  | 'anchor'
  | 'date'
  | 'day'
  | 'days'
  | 'amendments'
  | 'amendment'
  | 'amendments by name'
  | 'former keys'
  | 'follow-ups'
  | 'deadlines'
  | 'amounts'
  | 'https address'
  | 'SHA-256'
  | 'corrections'
  | 'fields of a list'
  | 'labels'

/** One field of the format. */
export interface Field {
  readonly name: string
  readonly site: FieldSite
  readonly owners: readonly FieldOwner[]
  readonly type: FieldType
  /** What keeps several values apart. */
  readonly separator?: ';'
  readonly meaning: Sentence
}

const translations = [
  ['zh-Hans', sentence`the same in Simplified Chinese`],
  ['zh-Hant', sentence`the same in Traditional Chinese, Taiwan usage`],
  ['zh-Hant-HK', sentence`the same in Traditional Chinese, Hong Kong usage, where it differs`],
] as const

const parts = ['division', 'measure'] as const

const measures = ['measure'] as const

const claims = ['claim'] as const

const titled = [...parts, 'agency', 'relation', 'term'] as const

const summed = ['instrument', ...parts, 'relation'] as const

const unsure = sentence`medium or low, where the file is not fully sure`

const everyFile = ['instrument', 'register', 'relations', 'glossary'] as const

/** All fields: a closed table. corpus/README.md prints it, and a test compares the two. */
export const fields: readonly Field[] = [
  field(
    'front matter',
    everyFile,
    'id',
    'id',
    sentence`the first part of every key of the instrument; \`agencies\` in the register, \`relations\` and \`glossary\` in files of these`,
  ),
  field(
    'front matter',
    everyFile,
    'type',
    'instrument type',
    sentence`plan, act, order, declaration or article; \`register\`, \`relations\` or \`glossary\` in files of these`,
  ),
  field('front matter', everyFile, 'title', 'text', sentence`the English title`),
  ...withTranslations('title', sentence`the English title`).slice(1),
  ...withTranslations(
    'official-title',
    sentence`the whole title as the document prints it, where \`title\` is shorter`,
  ),
  ...inChinese(
    inHead('short-title', 'text', sentence`what rows call it, in a word or two: \`AI Act\``),
  ),
  ...withTranslations(
    'cite-as',
    sentence`what a citation in the text calls it, where that is neither its number nor its title`,
  ),
  ...withTranslations(
    'number',
    sentence`the number by which it is cited, as it is written there: \`Exec. Order No. 14110\``,
  ),
  inHead(
    'aliases',
    'texts',
    sentence`other names of the instrument, in any language; a YAML sequence will do as well`,
    ';',
  ),
  inHead(
    'numbers',
    'numbers',
    sentence`its official numbers, each with a digit: CELEX, ELI, document numbers, the page of a gazette; a YAML sequence will do as well`,
    ';',
  ),
  ...inChinese(inHead('issuer', 'text', sentence`who issued it`), true),
  ...withTranslations(
    'issuers',
    sentence`who issued it, one by one, as a reference list names them; goes before \`issuer\` there`,
    ';',
  ),
  inHead(
    'issued',
    'date',
    sentence`the day, month or year of issue: \`2025-07-23\`, \`2025-07\` or \`2025\``,
  ),
  inHead(
    'journal',
    'text',
    sentence`where the official journal prints it, with volume and page: \`88 Fed. Reg. 75191\``,
  ),
  inHead('journal-date', 'date', sentence`the day of that issue`),
  inHead(
    'language',
    'language tag',
    sentence`the language of the document itself: \`en-US\`, \`en-GB\`, \`zh-CN\``,
  ),
  inHead('jurisdiction', 'region code', sentence`where it holds: an ISO 3166 code, or \`EU\``),
  inHead('headline', 'text', sentence`of an article: its headline, as printed`),
  inHead('outlet', 'text', sentence`of an article: the newspaper or site that printed it`),
  inHead(
    'author',
    'texts',
    sentence`of an article: who wrote it, \`Family, Given\` or as printed`,
    ';',
  ),
  inHead('url', 'https address', sentence`where the official document stands`),
  inHead(
    'sha256',
    'SHA-256',
    sentence`the checksum of the official document, 64 hexadecimal digits`,
  ),
  inHead('first-page', 'page number', sentence`the page of the PDF that bears the printed page 1`),
  inHead('last-page', 'page number', sentence`the last printed page of the body`),
  inHead('status', 'word', sentence`in-force, revoked, superseded, not-binding or review`),
  inHead('effective', 'date', sentence`the day, month or year from which it applies`),
  inHead('ended', 'date', sentence`when it was revoked or superseded`),
  inHead('ended-by', 'text', sentence`what revoked or superseded it, by its usual name`),
  inHead(
    'text-as-of',
    'day',
    sentence`the day of the text that the file has: later changes of the instrument are not in it`,
  ),
  ...wordsInChinese(
    inHead(
      'amended-by',
      'amendments',
      sentence`what changed it: its name, date, the day from which the change is in force, and address, with bars between`,
      ';',
    ),
  ),
  inHead(
    'formerly',
    'former keys',
    sentence`ids that it had before; reports that cite these still mean it`,
    ';',
  ),
  inHead('source', 'text', sentence`what the facts of the file were read from`),
  inHead('checked', 'date', sentence`when they were last checked`),
  inHead(
    'check-not-due',
    'text',
    sentence`why they need not be checked again, as of law that is no more`,
  ),
  inHead('confidence', 'word', unsure),
  inHead(
    'printed-headings',
    'kinds',
    sentence`the kinds whose titles are the printed headings; all divisions, where it names no kind of theirs`,
    ';',
  ),
  inHead(
    'complete',
    'kinds or none',
    sentence`the kinds of provisions that the file lists wholly, or \`none\`; a place of such a kind that it does not have is reported`,
    ';',
  ),
  inHead('about', 'key', sentence`the instrument that an article speaks about`),
  inHead(
    'import',
    'corrections',
    sentence`what was corrected when the file was imported, so that its next edition is imported alike; a YAML sequence will do as well`,
    ';',
  ),
  inHead(
    'fields',
    'fields of a list',
    sentence`which field is what in the list that the file was imported from, so that its next edition is read alike: \`label=code,title=name,text=description,parent=goal\``,
  ),
  inHead(
    'gone',
    'labels',
    sentence`labels of provisions that were taken out; no next edition gives them to something else`,
    ';',
  ),
  inBraces(
    'kind',
    'kind',
    sentence`what the issuer calls it; decides whether it is a division or a measure`,
  ),
  inBraces(
    'page',
    'pages',
    sentence`the printed page, \`page=3\`, or the first and last of them, \`page=3-4\``,
  ),
  ...inChinese(
    inBraces(
      'place',
      'place',
      sentence`its whole place as the instrument prints it, where the label does not say it: \`place="GOVERN 1.1"\``,
    ),
    true,
  ),
  inBraces(
    'anchor',
    'anchor',
    sentence`where it begins in the page that \`url\` leads to: \`anchor=lay-the-foundations\``,
  ),
  inList(
    measures,
    'lead',
    'agency codes',
    sentence`who leads it, where the instrument says so`,
    ';',
  ),
  inList(
    measures,
    'through',
    'agency codes',
    sentence`the agencies that it runs through, at or under`,
    ';',
  ),
  inList(measures, 'with', 'agency codes', sentence`the other agencies that it involves`, ';'),
  inList(
    measures,
    'refs',
    'texts',
    sentence`the instruments that it refers to, by their usual names`,
    ';',
  ),
  inList(
    ['division', 'measure', 'agency', 'term'],
    'aliases',
    'texts',
    sentence`other names that analysts use, in any language`,
    ';',
  ),
  inList(
    ['instrument', ...parts],
    'search',
    'texts',
    sentence`short phrases of what analysts call the matter, in any language: only searched, never shown`,
    ';',
  ),
  inList(
    parts,
    'first-words',
    'text',
    sentence`how the document begins it, by which its next edition is known when it is imported`,
  ),
  inList(titled, 'zh-Hans', 'text', sentence`the title in Simplified Chinese`),
  inList(titled, 'zh-Hant', 'text', sentence`the title in Traditional Chinese, Taiwan usage`),
  inList(
    titled,
    'zh-Hant-HK',
    'text',
    sentence`the title in Traditional Chinese, Hong Kong usage, where it differs`,
  ),
  inList(
    measures,
    'same-as',
    'key',
    sentence`the key of the provision that the instrument prints a second time here`,
  ),
  inList(summed, 'summary-zh-Hans', 'text', sentence`the summary in Simplified Chinese`),
  inList(
    summed,
    'summary-zh-Hant',
    'text',
    sentence`the summary in Traditional Chinese, Taiwan usage`,
  ),
  inList(parts, 'confidence', 'word', unsure),
  ...wordsInChinese(
    inList(
      parts,
      'applies-from',
      'days',
      sentence`the day from which it applies, a bar, and for what; holds for all below it that have none of their own`,
      ';',
    ),
  ),
  inList(parts, 'until', 'day', sentence`the last day on which it applies`),
  inList(
    parts,
    'inserted-by',
    'amendment',
    sentence`the amendment that put it in, by its name in \`amended-by\``,
  ),
  inList(
    parts,
    'replaced-by',
    'amendments by name',
    sentence`the amendments that changed its words`,
    ';',
  ),
  inList(parts, 'deleted-by', 'amendment', sentence`the amendment that took it out; its key stays`),
  inList(
    parts,
    'formerly',
    'former keys',
    sentence`keys that it had before; reports that cite these still mean it`,
    ';',
  ),
  ...inChinese(
    inList(
      parts,
      'formerly-said',
      'text',
      sentence`what it said before it was changed, in words of your own`,
    ),
  ),
  inList(
    measures,
    'strength',
    'word',
    sentence`must, shall, should, recommended, may, considers, explores or encouraged: how strongly the text puts it`,
  ),
  ...wordsInChinese(
    inList(
      parts,
      'follow-up',
      'follow-ups',
      sentence`what came of it: what, date and address, with bars between`,
      ';',
    ),
  ),
  ...wordsInChinese(
    inList(
      parts,
      'deadline',
      'deadlines',
      sentence`by when, a bar, and what: a date, or a time such as \`90 days\``,
      ';',
    ),
  ),
  ...wordsInChinese(
    inList(parts, 'amount', 'amounts', sentence`a sum or a share, a bar, and of what`, ';'),
  ),
  ...inChinese(inList(claims, 'speaker', 'text', sentence`who says it`)),
  ...inChinese(inList(claims, 'affiliation', 'text', sentence`whom the speaker speaks for`)),
  inList(
    claims,
    'statement',
    'word',
    sentence`measure, goal, opinion, comparison or figure: what kind of thing is claimed`,
  ),
  inList(claims, 'horizon', 'word', sentence`short, middle or long: when a goal is to be reached`),
  ...inChinese(inList(claims, 'dimension', 'text', sentence`in what a comparison compares`)),
  inList(
    claims,
    'sides',
    'region codes',
    sentence`the sides that a comparison speaks of: ISO 3166 codes of countries, and \`EU\``,
    ';',
  ),
  inList(
    ['claim', 'term'],
    'about',
    'keys',
    sentence`the provisions that it is about, or comes nearest to`,
    ';',
  ),
  inList(
    claims,
    'supported',
    'word',
    sentence`yes, partly or no: whether these say what is claimed`,
  ),
  ...inChinese(
    inList(
      claims,
      'origin',
      'text',
      sentence`where it really comes from, or what the provisions say instead`,
    ),
  ),
  inList(['relation'], 'from', 'key', sentence`the first provision`),
  inList(
    ['relation'],
    'relation',
    'word',
    sentence`Broader_Than, Peer_To or Narrower_Than: how the first stands to the second (StratML)`,
  ),
  inList(['relation'], 'to', 'key', sentence`the second provision`),
  inList(['agency'], 'parent', 'agency code', sentence`the body that it belongs to`),
]

/** A field of the front matter of an instrument. */
function inHead(name: string, type: FieldType, meaning: Sentence, separator?: ';'): Field {
  return field('front matter', ['instrument'], name, type, meaning, separator)
}

/** A field in the braces of any heading of an instrument. */
function inBraces(name: string, type: FieldType, meaning: Sentence): Field {
  return field('heading', parts, name, type, meaning)
}

/** A field in the list under the heading of one of `owners`. */
function inList(
  owners: readonly FieldOwner[],
  name: string,
  type: FieldType,
  meaning: Sentence,
  separator?: ';',
): Field {
  return field('list', owners, name, type, meaning, separator)
}

function field(
  site: FieldSite,
  owners: readonly FieldOwner[],
  name: string,
  type: FieldType,
  meaning: Sentence,
  separator?: ';',
): Field {
  return { name, site, owners, type, meaning, ...(separator && { separator }) }
}

/** The field `name` of the front matter, and those that give it in Chinese. */
function withTranslations(name: string, meaning: Sentence, separator?: ';'): readonly Field[] {
  const type = separator === undefined ? 'text' : 'texts'
  return inChinese(inHead(name, type, meaning, separator), true)
}

/** `english`, and the fields that say the same in Chinese; where usages differ, in Hong Kong's too. */
function inChinese(english: Field, isLocal = false): readonly Field[] {
  const all = [
    english,
    ...translations.map(([tag, meaning]) => ({
      ...english,
      name: `${english.name}-${tag}`,
      meaning,
    })),
  ]
  return isLocal ? all : all.slice(0, -1)
}

/** `english`, and the fields that give the words of its values in Chinese, in the same order. */
function wordsInChinese(english: Field): readonly Field[] {
  return inChinese(english).map((field) =>
    field === english ? field : { ...field, type: 'texts' },
  )
}

/** The field `name` of `owner` written at `site`, or `undefined` where there is none. */
export function fieldOf(owner: FieldOwner, site: FieldSite, name: string): Field | undefined {
  return fields.find(
    (field) => field.name === name && field.site === site && isFieldOf(field, owner),
  )
}

/** Where and of what `name` would be a field, when it is one at all: for advice. */
export function fieldsNamed(name: string): readonly Field[] {
  return fields.filter((field) => field.name === name)
}

/** The fields that `owner` may have at `site`, in the order of the table. */
export function fieldsOf(owner: FieldOwner, site: FieldSite): readonly Field[] {
  return fields.filter((field) => field.site === site && isFieldOf(field, owner))
}

/** Their names. */
export function fieldNames(owner: FieldOwner, site: FieldSite): readonly string[] {
  return fieldsOf(owner, site).map(({ name }) => name)
}

/** A claim is a measure, and has a measure's fields besides its own. */
function isFieldOf(field: Field, owner: FieldOwner): boolean {
  return field.owners.includes(owner) || (owner === 'claim' && field.owners.includes('measure'))
}
