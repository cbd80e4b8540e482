/** What a corpus file describes where a field stands. */
export type FieldOwner = 'instrument' | 'register' | 'division' | 'measure' | 'agency'

/** Where in the file a field is written. */
export type FieldSite = 'front matter' | 'heading' | 'list'

/** What a field's value must be. */
type FieldType =
  | 'id'
  | 'instrument type'
  | 'text'
  | 'texts'
  | 'agency code'
  | 'agency codes'
  | 'key'
  | 'kind'
  | 'pages'
  | 'page number'
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
  readonly meaning: string
}

/** All fields: a closed table. corpus/README.md prints it, and a test compares the two. */
export const fields: readonly Field[] = [
  {
    name: 'id',
    site: 'front matter',
    owners: ['instrument', 'register'],
    type: 'id',
    meaning: 'the first part of every key of the instrument; `agencies` in the register',
  },
  {
    name: 'type',
    site: 'front matter',
    owners: ['instrument', 'register'],
    type: 'instrument type',
    meaning: 'plan, act, order, declaration or article; `register` in the register',
  },
  {
    name: 'title',
    site: 'front matter',
    owners: ['instrument', 'register'],
    type: 'text',
    meaning: 'the English title',
  },
  {
    name: 'title-zh-Hans',
    site: 'front matter',
    owners: ['instrument'],
    type: 'text',
    meaning: 'the title in Simplified Chinese',
  },
  {
    name: 'title-zh-Hant',
    site: 'front matter',
    owners: ['instrument'],
    type: 'text',
    meaning: 'the title in Traditional Chinese, Taiwan usage',
  },
  {
    name: 'title-zh-Hant-HK',
    site: 'front matter',
    owners: ['instrument'],
    type: 'text',
    meaning: 'the title in Traditional Chinese, Hong Kong usage, where it differs',
  },
  {
    name: 'aliases',
    site: 'front matter',
    owners: ['instrument'],
    type: 'texts',
    separator: ';',
    meaning: 'other names of the instrument, in any language; a YAML sequence will do as well',
  },
  {
    name: 'issuer',
    site: 'front matter',
    owners: ['instrument'],
    type: 'text',
    meaning: 'who issued it',
  },
  {
    name: 'issuer-zh-Hans',
    site: 'front matter',
    owners: ['instrument'],
    type: 'text',
    meaning: 'the issuer in Simplified Chinese',
  },
  {
    name: 'issuer-zh-Hant',
    site: 'front matter',
    owners: ['instrument'],
    type: 'text',
    meaning: 'the issuer in Traditional Chinese, Taiwan usage',
  },
  {
    name: 'issuer-zh-Hant-HK',
    site: 'front matter',
    owners: ['instrument'],
    type: 'text',
    meaning: 'the issuer in Traditional Chinese, Hong Kong usage, where it differs',
  },
  {
    name: 'issued',
    site: 'front matter',
    owners: ['instrument'],
    type: 'date',
    meaning: 'the day, month or year of issue: `2025-07-23`, `2025-07` or `2025`',
  },
  {
    name: 'url',
    site: 'front matter',
    owners: ['instrument'],
    type: 'https address',
    meaning: 'where the official document stands',
  },
  {
    name: 'sha256',
    site: 'front matter',
    owners: ['instrument'],
    type: 'SHA-256',
    meaning: 'the checksum of the official document, 64 hexadecimal digits',
  },
  {
    name: 'first-page',
    site: 'front matter',
    owners: ['instrument'],
    type: 'page number',
    meaning: 'the page of the PDF that bears the printed page 1',
  },
  {
    name: 'last-page',
    site: 'front matter',
    owners: ['instrument'],
    type: 'page number',
    meaning: 'the last printed page of the body',
  },
  {
    name: 'kind',
    site: 'heading',
    owners: ['division', 'measure'],
    type: 'kind',
    meaning: 'what the issuer calls it; decides whether it is a division or a measure',
  },
  {
    name: 'page',
    site: 'heading',
    owners: ['division', 'measure'],
    type: 'pages',
    meaning: 'the printed page, `page=3`, or the first and last of them, `page=3-4`',
  },
  {
    name: 'lead',
    site: 'list',
    owners: ['measure'],
    type: 'agency codes',
    separator: ';',
    meaning: 'who leads it, where the instrument says so',
  },
  {
    name: 'through',
    site: 'list',
    owners: ['measure'],
    type: 'agency codes',
    separator: ';',
    meaning: 'the agencies that it runs through, at or under',
  },
  {
    name: 'with',
    site: 'list',
    owners: ['measure'],
    type: 'agency codes',
    separator: ';',
    meaning: 'the other agencies that it involves',
  },
  {
    name: 'refs',
    site: 'list',
    owners: ['measure'],
    type: 'texts',
    separator: ';',
    meaning: 'the instruments that it refers to, by their usual names',
  },
  {
    name: 'aliases',
    site: 'list',
    owners: ['division', 'measure', 'agency'],
    type: 'texts',
    separator: ';',
    meaning: 'other names that analysts use, in any language',
  },
  {
    name: 'zh-Hans',
    site: 'list',
    owners: ['division', 'measure', 'agency'],
    type: 'text',
    meaning: 'the title in Simplified Chinese',
  },
  {
    name: 'zh-Hant',
    site: 'list',
    owners: ['division', 'measure', 'agency'],
    type: 'text',
    meaning: 'the title in Traditional Chinese, Taiwan usage',
  },
  {
    name: 'zh-Hant-HK',
    site: 'list',
    owners: ['division', 'measure', 'agency'],
    type: 'text',
    meaning: 'the title in Traditional Chinese, Hong Kong usage, where it differs',
  },
  {
    name: 'same-as',
    site: 'list',
    owners: ['measure'],
    type: 'key',
    meaning: 'the key of the provision that the instrument prints a second time here',
  },
  {
    name: 'parent',
    site: 'list',
    owners: ['agency'],
    type: 'agency code',
    meaning: 'the body that it belongs to',
  },
]

/** The field `name` of `owner` written at `site`, or `undefined` where there is none. */
export function fieldOf(owner: FieldOwner, site: FieldSite, name: string): Field | undefined {
  return fields.find(
    (field) => field.name === name && field.site === site && field.owners.includes(owner),
  )
}

/** Where and of what `name` would be a field, when it is one at all: for advice. */
export function fieldsNamed(name: string): readonly Field[] {
  return fields.filter((field) => field.name === name)
}

/** The names that `owner` may have at `site`, in the order of the table. */
export function fieldNames(owner: FieldOwner, site: FieldSite): readonly string[] {
  return fields
    .filter((field) => field.site === site && field.owners.includes(owner))
    .map((field) => field.name)
}
