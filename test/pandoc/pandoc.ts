// Pandoc itself, compiled to WebAssembly. Each process that imports this starts one: 0.4 s and 340 MB.
import { convert, query } from 'pandoc-wasm'

/** A citation as Pandoc reads it: its form and its key, `narrative us-aiap-2025:I`. */
export type ReadCitation = string

/** The version that answers here. */
export const pandocVersion = query({ query: 'version' })

/** The citations that Pandoc finds in `report`, in reading order, those of its metadata apart. */
export interface ReadReport {
  readonly metadata: readonly ReadCitation[]
  readonly body: readonly ReadCitation[]
}

/** The citations that Pandoc finds in `report`. */
export async function pandocCitations(report: string): Promise<ReadReport> {
  const tree = await pandocTree(report)
  return { metadata: citationsIn(field(tree, 'meta')), body: citationsIn(field(tree, 'blocks')) }
}

/** The citations that Pandoc finds in `paragraph`; `undefined` where it reads it as no single paragraph. */
export async function paragraphCitations(
  paragraph: string,
): Promise<readonly ReadCitation[] | undefined> {
  const blocks = field(await pandocTree(paragraph), 'blocks')
  return Array.isArray(blocks) && blocks.length === 1 && field(blocks[0], 't') === 'Para'
    ? citationsIn(blocks)
    : undefined
}

/** What `pandoc --citeproc` prints of `report` as plain text, with the files beside it and `options` of a defaults file. */
export async function pandocPlain(
  report: string,
  files: Readonly<Record<string, string>>,
  options: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  return converted(report, { to: 'plain', wrap: 'none', citeproc: true, ...options }, files)
}

/** What Pandoc makes of `report`, as its own JSON. */
export async function pandocTree(report: string): Promise<unknown> {
  return JSON.parse(await converted(report, { to: 'json' }, {}))
}

/** The texts of all strings and spaces in a Pandoc tree, joined. */
export function textIn(tree: unknown): string {
  if (Array.isArray(tree)) return tree.map(textIn).join('')
  const kind = field(tree, 't')
  const content = field(tree, 'c')
  if (kind === 'Str') return typeof content === 'string' ? content : ''
  if (kind === 'Space' || kind === 'SoftBreak') return ' '
  return typeof tree === 'object' && tree !== null ? Object.values(tree).map(textIn).join('') : ''
}

async function converted(
  report: string,
  options: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const { stdout, stderr } = await convert({ from: 'markdown', ...options }, report, files)
  if (stderr !== '') throw new Error(stderr)
  return stdout
}

function citationsIn(tree: unknown): readonly ReadCitation[] {
  if (Array.isArray(tree)) return tree.flatMap(citationsIn)
  if (typeof tree !== 'object' || tree === null) return []
  if (field(tree, 't') !== 'Cite') return Object.values(tree).flatMap(citationsIn)
  const content = field(tree, 'c')
  const citations: unknown = Array.isArray(content) ? content[0] : undefined
  return Array.isArray(citations) ? citations.flatMap(readCitation) : []
}

function readCitation(citation: unknown): readonly ReadCitation[] {
  const own = `${formOf(field(field(citation, 'citationMode'), 't'))} ${String(field(citation, 'citationId'))}`
  return [
    ...citationsIn(field(citation, 'citationPrefix')),
    own,
    ...citationsIn(field(citation, 'citationSuffix')),
  ]
}

function formOf(mode: unknown): string {
  if (mode === 'AuthorInText') return 'narrative'
  return mode === 'SuppressAuthor' ? 'suppressed' : 'bracketed'
}

/** What `value` has under `name`, if it is an object. */
export function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.getOwnPropertyDescriptor(value, name)?.value
}
