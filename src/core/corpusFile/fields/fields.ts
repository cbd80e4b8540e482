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
  | 'https address'
  | 'SHA-256'

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

/** All fields: a closed table. corpus/README.md prints it, and a test compares the two. */
export const fields: readonly Field[] = [
  {
    name: 'id',
    site: 'front matter',
    owners: ['instrument', 'register', 'relations', 'glossary'],
    type: 'id',
    meaning: sentence`the first part of every key of the instrument; \`agencies\` in the register, \`relations\` and \`glossary\` in files of these`,
  },
  {
    name: 'type',
    site: 'front matter',
    owners: ['instrument', 'register', 'relations', 'glossary'],
    type: 'instrument type',
    meaning: sentence`plan, act, order, declaration or article; \`register\`, \`relations\` or \`glossary\` in files of these`,
  },
  {
    name: 'title',
    site: 'front matter',
    owners: ['instrument', 'register', 'relations', 'glossary'],
    type: 'text',
    meaning: sentence`the English title`,
  },
  {
    name: 'title-zh-Hans',
    site: 'front matter',
    owners: ['instrument'],
    type: 'text',
    meaning: sentence`the title in Simplified Chinese`,
  },
  {
    name: 'title-zh-Hant',
    site: 'front matter',
    owners: ['instrument'],
    type: 'text',
    meaning: sentence`the title in Traditional Chinese, Taiwan usage`,
  },
  {
    name: 'title-zh-Hant-HK',
    site: 'front matter',
    owners: ['instrument'],
    type: 'text',
    meaning: sentence`the title in Traditional Chinese, Hong Kong usage, where it differs`,
  },
  ...withTranslations(
    'official-title',
    sentence`the whole title as the document prints it, where \`title\` is shorter`,
  ),
  {
    name: 'short-title',
    site: 'front matter',
    owners: ['instrument'],
    type: 'text',
    meaning: sentence`what rows call it, in a word or two: \`AI Act\``,
  },
  {
    name: 'short-title-zh-Hans',
    site: 'front matter',
    owners: ['instrument'],
    type: 'text',
    meaning: sentence`the short title in Simplified Chinese`,
  },
  {
    name: 'short-title-zh-Hant',
    site: 'front matter',
    owners: ['instrument'],
    type: 'text',
    meaning: sentence`the short title in Traditional Chinese`,
  },
  ...withTranslations(
    'cite-as',
    sentence`what a citation in the text calls it, where that is neither its number nor its title`,
  ),
  ...withTranslations(
    'number',
    sentence`the number by which it is cited, as it is written there: \`Exec. Order No. 14110\``,
  ),
  {
    name: 'aliases',
    site: 'front matter',
    owners: ['instrument'],
    type: 'texts',
    separator: ';',
    meaning: sentence`other names of the instrument, in any language; a YAML sequence will do as well`,
  },
  {
    name: 'numbers',
    site: 'front matter',
    owners: ['instrument'],
    type: 'numbers',
    separator: ';',
    meaning: sentence`its official numbers, each with a digit: CELEX, ELI, document numbers, the page of a gazette; a YAML sequence will do as well`,
  },
  {
    name: 'issuer',
    site: 'front matter',
    owners: ['instrument'],
    type: 'text',
    meaning: sentence`who issued it`,
  },
  {
    name: 'issuer-zh-Hans',
    site: 'front matter',
    owners: ['instrument'],
    type: 'text',
    meaning: sentence`the issuer in Simplified Chinese`,
  },
  {
    name: 'issuer-zh-Hant',
    site: 'front matter',
    owners: ['instrument'],
    type: 'text',
    meaning: sentence`the issuer in Traditional Chinese, Taiwan usage`,
  },
  {
    name: 'issuer-zh-Hant-HK',
    site: 'front matter',
    owners: ['instrument'],
    type: 'text',
    meaning: sentence`the issuer in Traditional Chinese, Hong Kong usage, where it differs`,
  },
  ...withTranslations(
    'issuers',
    sentence`who issued it, one by one, as a reference list names them; goes before \`issuer\` there`,
    ';',
  ),
  {
    name: 'issued',
    site: 'front matter',
    owners: ['instrument'],
    type: 'date',
    meaning: sentence`the day, month or year of issue: \`2025-07-23\`, \`2025-07\` or \`2025\``,
  },
  ofReferences(
    'journal',
    'text',
    sentence`where the official journal prints it, with volume and page: \`88 Fed. Reg. 75191\``,
  ),
  ofReferences('journal-date', 'date', sentence`the day of that issue`),
  ofReferences(
    'language',
    'language tag',
    sentence`the language of the document itself: \`en-US\`, \`en-GB\`, \`zh-CN\``,
  ),
  ofReferences(
    'jurisdiction',
    'region code',
    sentence`where it holds: an ISO 3166 code, or \`EU\``,
  ),
  ofReferences('headline', 'text', sentence`of an article: its headline, as printed`),
  ofReferences('outlet', 'text', sentence`of an article: the newspaper or site that printed it`),
  {
    ...ofReferences(
      'author',
      'texts',
      sentence`of an article: who wrote it, \`Family, Given\` or as printed`,
    ),
    separator: ';',
  },
  {
    name: 'url',
    site: 'front matter',
    owners: ['instrument'],
    type: 'https address',
    meaning: sentence`where the official document stands`,
  },
  {
    name: 'sha256',
    site: 'front matter',
    owners: ['instrument'],
    type: 'SHA-256',
    meaning: sentence`the checksum of the official document, 64 hexadecimal digits`,
  },
  {
    name: 'first-page',
    site: 'front matter',
    owners: ['instrument'],
    type: 'page number',
    meaning: sentence`the page of the PDF that bears the printed page 1`,
  },
  {
    name: 'last-page',
    site: 'front matter',
    owners: ['instrument'],
    type: 'page number',
    meaning: sentence`the last printed page of the body`,
  },
  {
    name: 'status',
    site: 'front matter',
    owners: ['instrument'],
    type: 'word',
    meaning: sentence`in-force, revoked, superseded or not-binding`,
  },
  {
    name: 'effective',
    site: 'front matter',
    owners: ['instrument'],
    type: 'date',
    meaning: sentence`the day, month or year from which it applies`,
  },
  {
    name: 'ended',
    site: 'front matter',
    owners: ['instrument'],
    type: 'date',
    meaning: sentence`when it was revoked or superseded`,
  },
  {
    name: 'ended-by',
    site: 'front matter',
    owners: ['instrument'],
    type: 'text',
    meaning: sentence`what revoked or superseded it, by its usual name`,
  },
  {
    name: 'source',
    site: 'front matter',
    owners: ['instrument'],
    type: 'text',
    meaning: sentence`what the facts of the file were read from`,
  },
  {
    name: 'checked',
    site: 'front matter',
    owners: ['instrument'],
    type: 'date',
    meaning: sentence`when they were last checked`,
  },
  {
    name: 'confidence',
    site: 'front matter',
    owners: ['instrument'],
    type: 'word',
    meaning: sentence`medium or low, where the file is not fully sure`,
  },
  {
    name: 'printed-headings',
    site: 'front matter',
    owners: ['instrument'],
    type: 'kinds',
    separator: ';',
    meaning: sentence`the kinds of measures whose titles are printed headings, not our words`,
  },
  {
    name: 'complete',
    site: 'front matter',
    owners: ['instrument'],
    type: 'kinds or none',
    separator: ';',
    meaning: sentence`the kinds of provisions that the file lists wholly, or \`none\`; a place of such a kind that it does not have is reported`,
  },
  {
    name: 'about',
    site: 'front matter',
    owners: ['instrument'],
    type: 'key',
    meaning: sentence`the instrument that an article speaks about`,
  },
  {
    name: 'kind',
    site: 'heading',
    owners: ['division', 'measure'],
    type: 'kind',
    meaning: sentence`what the issuer calls it; decides whether it is a division or a measure`,
  },
  {
    name: 'page',
    site: 'heading',
    owners: ['division', 'measure'],
    type: 'pages',
    meaning: sentence`the printed page, \`page=3\`, or the first and last of them, \`page=3-4\``,
  },
  {
    name: 'place',
    site: 'heading',
    owners: ['division', 'measure'],
    type: 'place',
    meaning: sentence`its whole place as the instrument prints it, where the label does not say it: \`place="GOVERN 1.1"\``,
  },
  {
    name: 'place-zh-Hans',
    site: 'heading',
    owners: ['division', 'measure'],
    type: 'place',
    meaning: sentence`the place as printed in Simplified Chinese`,
  },
  {
    name: 'place-zh-Hant',
    site: 'heading',
    owners: ['division', 'measure'],
    type: 'place',
    meaning: sentence`the place as printed in Traditional Chinese`,
  },
  {
    name: 'place-zh-Hant-HK',
    site: 'heading',
    owners: ['division', 'measure'],
    type: 'place',
    meaning: sentence`the place as printed in Hong Kong, where it differs`,
  },
  {
    name: 'anchor',
    site: 'heading',
    owners: ['division', 'measure'],
    type: 'anchor',
    meaning: sentence`where it begins in the page that \`url\` leads to: \`anchor=lay-the-foundations\``,
  },
  {
    name: 'lead',
    site: 'list',
    owners: ['measure'],
    type: 'agency codes',
    separator: ';',
    meaning: sentence`who leads it, where the instrument says so`,
  },
  {
    name: 'through',
    site: 'list',
    owners: ['measure'],
    type: 'agency codes',
    separator: ';',
    meaning: sentence`the agencies that it runs through, at or under`,
  },
  {
    name: 'with',
    site: 'list',
    owners: ['measure'],
    type: 'agency codes',
    separator: ';',
    meaning: sentence`the other agencies that it involves`,
  },
  {
    name: 'refs',
    site: 'list',
    owners: ['measure'],
    type: 'texts',
    separator: ';',
    meaning: sentence`the instruments that it refers to, by their usual names`,
  },
  {
    name: 'aliases',
    site: 'list',
    owners: ['division', 'measure', 'agency', 'term'],
    type: 'texts',
    separator: ';',
    meaning: sentence`other names that analysts use, in any language`,
  },
  {
    name: 'zh-Hans',
    site: 'list',
    owners: ['division', 'measure', 'agency', 'relation', 'term'],
    type: 'text',
    meaning: sentence`the title in Simplified Chinese`,
  },
  {
    name: 'zh-Hant',
    site: 'list',
    owners: ['division', 'measure', 'agency', 'relation', 'term'],
    type: 'text',
    meaning: sentence`the title in Traditional Chinese, Taiwan usage`,
  },
  {
    name: 'zh-Hant-HK',
    site: 'list',
    owners: ['division', 'measure', 'agency', 'relation', 'term'],
    type: 'text',
    meaning: sentence`the title in Traditional Chinese, Hong Kong usage, where it differs`,
  },
  {
    name: 'same-as',
    site: 'list',
    owners: ['measure'],
    type: 'key',
    meaning: sentence`the key of the provision that the instrument prints a second time here`,
  },
  {
    name: 'summary-zh-Hans',
    site: 'list',
    owners: ['instrument', 'division', 'measure', 'relation'],
    type: 'text',
    meaning: sentence`the summary in Simplified Chinese`,
  },
  {
    name: 'summary-zh-Hant',
    site: 'list',
    owners: ['instrument', 'division', 'measure', 'relation'],
    type: 'text',
    meaning: sentence`the summary in Traditional Chinese, Taiwan usage`,
  },
  {
    name: 'confidence',
    site: 'list',
    owners: ['division', 'measure'],
    type: 'word',
    meaning: sentence`medium or low, where the file is not fully sure`,
  },
  {
    name: 'speaker',
    site: 'list',
    owners: ['claim'],
    type: 'text',
    meaning: sentence`who says it`,
  },
  {
    name: 'speaker-zh-Hans',
    site: 'list',
    owners: ['claim'],
    type: 'text',
    meaning: sentence`the speaker in Simplified Chinese`,
  },
  {
    name: 'speaker-zh-Hant',
    site: 'list',
    owners: ['claim'],
    type: 'text',
    meaning: sentence`the speaker in Traditional Chinese, Taiwan usage`,
  },
  {
    name: 'affiliation',
    site: 'list',
    owners: ['claim'],
    type: 'text',
    meaning: sentence`whom the speaker speaks for`,
  },
  {
    name: 'affiliation-zh-Hans',
    site: 'list',
    owners: ['claim'],
    type: 'text',
    meaning: sentence`the affiliation in Simplified Chinese`,
  },
  {
    name: 'affiliation-zh-Hant',
    site: 'list',
    owners: ['claim'],
    type: 'text',
    meaning: sentence`the affiliation in Traditional Chinese, Taiwan usage`,
  },
  {
    name: 'statement',
    site: 'list',
    owners: ['claim'],
    type: 'word',
    meaning: sentence`measure, goal, opinion, comparison or figure: what kind of thing is claimed`,
  },
  {
    name: 'horizon',
    site: 'list',
    owners: ['claim'],
    type: 'word',
    meaning: sentence`short, middle or long: when a goal is to be reached`,
  },
  {
    name: 'dimension',
    site: 'list',
    owners: ['claim'],
    type: 'text',
    meaning: sentence`in what a comparison compares`,
  },
  {
    name: 'dimension-zh-Hans',
    site: 'list',
    owners: ['claim'],
    type: 'text',
    meaning: sentence`the dimension in Simplified Chinese`,
  },
  {
    name: 'dimension-zh-Hant',
    site: 'list',
    owners: ['claim'],
    type: 'text',
    meaning: sentence`the dimension in Traditional Chinese, Taiwan usage`,
  },
  {
    name: 'sides',
    site: 'list',
    owners: ['claim'],
    type: 'region codes',
    separator: ';',
    meaning: sentence`the sides that a comparison speaks of: ISO 3166 codes of countries, and \`EU\``,
  },
  {
    name: 'about',
    site: 'list',
    owners: ['claim', 'term'],
    type: 'keys',
    separator: ';',
    meaning: sentence`the provisions that it is about, or comes nearest to`,
  },
  {
    name: 'supported',
    site: 'list',
    owners: ['claim'],
    type: 'word',
    meaning: sentence`yes, partly or no: whether these say what is claimed`,
  },
  {
    name: 'origin',
    site: 'list',
    owners: ['claim'],
    type: 'text',
    meaning: sentence`where it really comes from, or what the provisions say instead`,
  },
  {
    name: 'origin-zh-Hans',
    site: 'list',
    owners: ['claim'],
    type: 'text',
    meaning: sentence`the origin in Simplified Chinese`,
  },
  {
    name: 'origin-zh-Hant',
    site: 'list',
    owners: ['claim'],
    type: 'text',
    meaning: sentence`the origin in Traditional Chinese, Taiwan usage`,
  },
  {
    name: 'from',
    site: 'list',
    owners: ['relation'],
    type: 'key',
    meaning: sentence`the first provision`,
  },
  {
    name: 'relation',
    site: 'list',
    owners: ['relation'],
    type: 'word',
    meaning: sentence`Broader_Than, Peer_To or Narrower_Than: how the first stands to the second (StratML)`,
  },
  {
    name: 'to',
    site: 'list',
    owners: ['relation'],
    type: 'key',
    meaning: sentence`the second provision`,
  },
  {
    name: 'parent',
    site: 'list',
    owners: ['agency'],
    type: 'agency code',
    meaning: sentence`the body that it belongs to`,
  },
]

/** A field of the front matter that only reference lists need. */
function ofReferences(name: string, type: FieldType, meaning: Sentence): Field {
  return { name, site: 'front matter', owners: ['instrument'], type, meaning }
}

/** The field `name` of reference lists, and those that give it in Chinese. */
function withTranslations(name: string, meaning: Sentence, separator?: ';'): readonly Field[] {
  const type = separator === undefined ? 'text' : 'texts'
  const all = [ofReferences(name, type, meaning), ...translationsOf(name, type)]
  return separator === undefined ? all : all.map((field) => ({ ...field, separator }))
}

function translationsOf(name: string, type: FieldType): readonly Field[] {
  return [
    ofReferences(`${name}-zh-Hans`, type, sentence`the same in Simplified Chinese`),
    ofReferences(`${name}-zh-Hant`, type, sentence`the same in Traditional Chinese, Taiwan usage`),
    ofReferences(
      `${name}-zh-Hant-HK`,
      type,
      sentence`the same in Traditional Chinese, Hong Kong usage, where it differs`,
    ),
  ]
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
