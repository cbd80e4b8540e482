import type { TextEdit } from '../text/textEdit.ts'
import { sliceSpan, type Span } from '../text/span.ts'
import { readFrontMatter, type FrontMatterField } from '../text/frontMatter.ts'
import { addToList, newFrontMatter, yamlScalar } from '../text/yaml/listEdit.ts'
import { readListValue, textsOf } from '../text/yaml/listValue.ts'
import { readYamlText } from '../text/yaml/yamlText.ts'
import { keyEndAt } from '../pandoc/keySyntax.ts'
import { runStart } from '../text/characters.ts'

/** What the front matter of a report says about bibliographies. */
export interface BibliographyField {
  /** Of `bibliography:`, where the front matter has it. */
  readonly span?: Span
  /** The files under it, in order, as written without quotes. */
  readonly files: readonly string[]
  /** Whether it is written in a way that is not read, so that the files are not known. */
  readonly isUnread: boolean
  /** The keys under `nocite:`; `*` stands for all. */
  readonly nocite: readonly string[]
  /** The text of `references:`, items that the front matter holds itself; empty where there are none. */
  readonly references: string
}

/** The files and keys that the front matter of `source` names; none where it has no front matter. */
export function readBibliography(source: string): BibliographyField {
  const fields = readFrontMatter(source)?.fields ?? []
  const bibliography = fields.find(({ name }) => name === 'bibliography')
  const value = bibliography && readListValue(source, bibliography)
  const files = value && textsOf(value)
  const textOf = (wanted: string): string => {
    const field = fields.find(({ name }) => name === wanted)
    return field === undefined ? '' : sliceSpan(source, field.valueSpan)
  }
  return {
    ...(bibliography && { span: nameSpan(source, bibliography) }),
    files: files ?? [],
    isUnread: bibliography !== undefined && files === undefined,
    nocite: keysIn(textOf('nocite')),
    references: textOf('references'),
  }
}

/** The style that a report names. */
export interface StyleField {
  /** A name, a path or an address, as it is meant; of what is no text, as it is written. */
  readonly name: string
  /** Of it, with its quotes. */
  readonly span: Span
}

/**
 * What `csl:` of the front matter of `source` names, or `citation-style:`, which is the same to Pandoc; of
 * two alike the last one counts, as there. `undefined` where there is none, or nothing behind it.
 */
export function readStyleField(source: string): StyleField | undefined {
  const fields = readFrontMatter(source)?.fields ?? []
  const named = ['csl', 'citation-style'].map((wanted) =>
    fields.findLast(({ name }) => name === wanted),
  )
  const field = named.find((one) => one !== undefined)
  return field && styleIn(source, field)
}

function styleIn(source: string, field: FrontMatterField): StyleField | undefined {
  const value = readListValue(source, field)
  if (value.kind === 'empty') return undefined
  const [item, ...others] = value.kind === 'unreadable' ? [] : value.items
  const isRead = item?.text !== undefined && others.length === 0
  const { name, span } = isRead ? { name: item.text, span: item.span } : textIn(source, field)
  return name === '' ? undefined : { name, span }
}

function textIn(source: string, { valueSpan }: FrontMatterField): StyleField {
  const written = sliceSpan(source, valueSpan)
  const start = valueSpan.start + written.length - written.trimStart().length
  const said = written.trim()
  return { name: readYamlText(written) ?? said, span: { start, end: start + said.length } }
}

/** The files that may be the style called `name`, the likelier first; none of an address, for no style is fetched. */
export function styleFiles(name: string): readonly string[] {
  return /^[a-z][a-z\d+.-]+:\/\//iu.test(name) ? [] : [name, `${name}.csl`]
}

/** Of the name of `field` with its colon; a name begins its line. */
function nameSpan(source: string, { valueSpan: { start: end } }: FrontMatterField): Span {
  return { start: runStart(source, /[^\r\n\uFEFF]/, end), end }
}

/**
 * The edit that adds the bibliography file `path` to the front matter of `source`; as {@link addToList}, and
 * `undefined` also where the source begins with a title block (`% Title`), which Pandoc reads in no other place.
 */
export function addBibliographyFile(source: string, path: string): TextEdit | undefined {
  const frontMatter = readFrontMatter(source)
  if (frontMatter === undefined) return newFrontMatter(source, `bibliography: ${yamlScalar(path)}`)
  return readBibliography(source).isUnread
    ? undefined
    : addToList(source, frontMatter, 'bibliography', path)
}

/** The keys in the value of `nocite`: `@a, @b`, in a string or a list. */
function keysIn(value: string): readonly string[] {
  const keys = Array.from(value.matchAll(/@/g), ({ index }) =>
    value.slice(index + 1, keyEndAt(value, index + 1)),
  )
  return [...new Set(keys.filter((key) => key !== ''))]
}
