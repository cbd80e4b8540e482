import { partsByCase } from '../bibliography/cslMarkup.ts'
import type { CslItem } from '../bibliography/cslItem.ts'
import type { Entry } from '../bibliography/mergedEntry.ts'
import { escapeMarkdown } from '../text/escapeMarkdown.ts'

/**
 * `items` as the YAML that Pandoc takes for a bibliography: a list under `references`. Texts are
 * Markdown there, so what could be markup in them is escaped. The record of what we wrote is left out,
 * since no such file is ever brought up to date.
 */
export function writeCslYaml(items: readonly (CslItem | Entry)[]): string {
  if (items.length === 0) return 'references: []\n'
  return ['references:', ...items.flatMap((item) => itemLines(fieldsOf(item))), ''].join('\n')
}

function fieldsOf(item: CslItem | Entry): readonly (readonly [string, unknown])[] {
  return Object.entries(item).filter(([name]) => name !== 'policy-written')
}

/** A mapping as an item of a list: the first line bears the dash. */
function itemLines(fields: readonly (readonly [string, unknown])[]): readonly string[] {
  const lines = fields.flatMap(([name, value]) => fieldLines(name, value))
  return lines.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`))
}

function fieldLines(name: string, value: unknown): readonly string[] {
  if (typeof value === 'string') return [`${name}: ${scalar(textOf(name, value))}`]
  if (Array.isArray(value)) return [`${name}:`, ...value.flatMap(elementLines)]
  if (typeof value === 'object' && value !== null) {
    const inner = Object.entries(value).flatMap(([own, part]) => fieldLines(own, part))
    return [`${name}:`, ...inner.map((line) => `  ${line}`)]
  }
  return [`${name}: ${JSON.stringify(value)}`]
}

/** A list in a list is written in one line: `[2025, 7, 23]`. */
function elementLines(element: unknown): readonly string[] {
  return typeof element === 'object' && element !== null && !Array.isArray(element)
    ? itemLines(Object.entries(element))
    : [`- ${JSON.stringify(element)}`]
}

/** JSON's strings are YAML's, too. */
function scalar(text: string): string {
  return JSON.stringify(text)
}

function textOf(name: string, value: string): string {
  if (name === 'URL' || name.endsWith('-address'))
    return value.replace(marksInAddresses, percentEncoded)
  if (name === 'id' || name === 'type') return value
  return partsByCase(value)
    .map((part, index) => (index % 2 === 0 ? escaped(part) : `[${escaped(part)}]{.nocase}`))
    .join('')
}

/**
 * What is markup in an address: signs that always are; `_` unless it stands between letters or digits; what
 * makes a dash or an ellipsis of others, or a character of `&amp;`. Escaped with `%`, it leads to the same
 * place for whoever does not read Markdown.
 */
const marksInAddresses =
  /[\\`*'"<>|^~$@[\]]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<=-)-|(?<=\.\.)\.|;(?<=&#?[a-z\d]+;)/giu

/** {@link escapeMarkdown}, with the spaces at the ends, which stand within the text here. */
function escaped(part: string): string {
  const inner = part.trim()
  const start = part.indexOf(inner)
  return `${part.slice(0, start)}${asTyped(escapeMarkdown(inner))}${part.slice(start + inner.length)}`
}

/** Pandoc makes dashes of two hyphens and an ellipsis of three full stops. */
function asTyped(text: string): string {
  return text.replace(/-(?=-)|\.(?=\.)/gu, '\\$&')
}

function percentEncoded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
}
