import { load } from 'js-yaml'
import type { Outline } from '../../core/official/outline.ts'
import { addressIn, dayIn, type Described } from '../described.ts'

/** What the front matter of a text says of it, and whether it could be read. */
export interface FrontMatterRead {
  readonly described: Described
  readonly isRead: boolean
}

/** The names under which front matters have each value, as written by Pandoc, Quarto, Hugo, Jekyll and by those who save pages. */
const names = {
  title: ['title', 'shorttitle', 'short-title', 'title-short', 'short_title'],
  issued: ['issued', 'date', 'published', 'date_published', 'publication_date', 'publication-date'],
  issuer: ['issuer', 'publisher', 'institution', 'agency', 'author', 'authors', 'creator'],
  language: ['lang', 'language'],
  address: ['source_url', 'source-url', 'url', 'source', 'canonical_url', 'link'],
} as const

/** What `yaml`, a front matter without its fences, says of the document. Never throws. */
export function readDocumentFields(yaml: string): FrontMatterRead {
  const fields = fieldsOf(yaml)
  const valueOf = (wanted: readonly string[]): string | undefined =>
    wanted.map((name) => fields?.get(name)).find((value) => value !== undefined && value !== '')
  const title = valueOf(names.title)
  const issuer = valueOf(names.issuer)
  const issued = dayIn(valueOf(names.issued))
  const language = valueOf(names.language)
  const address = names.address.flatMap((name) => addressIn(fields?.get(name)) ?? [])[0]
  const described: Pick<Outline, keyof Described> = {
    ...(title !== undefined && { title }),
    ...(issuer !== undefined && { issuer }),
    ...(issued !== undefined && { issued }),
    ...(language !== undefined && { language }),
    ...(address !== undefined && { address }),
  }
  return { described, isRead: fields !== undefined }
}

/** The fields by their names in small letters, on one line each; `undefined` where it is no YAML. */
function fieldsOf(yaml: string): ReadonlyMap<string, string> | undefined {
  if (yaml.trim() === '') return new Map()
  try {
    const read: unknown = load(yaml)
    const entries = typeof read === 'object' && read !== null ? Object.entries(read) : []
    return new Map(entries.map(([name, value]) => [name.toLowerCase(), textOf(value)]))
  } catch {
    return undefined
  }
}

/** A value in words: of several those one behind the other, of a person or a body the name. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll(/\s+/gu, ' ').trim()
  if (typeof value === 'number') return String(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString()
  if (Array.isArray(value)) {
    return value
      .map(textOf)
      .filter((text) => text !== '')
      .join('; ')
  }
  return typeof value === 'object' && value !== null && 'name' in value ? textOf(value.name) : ''
}
