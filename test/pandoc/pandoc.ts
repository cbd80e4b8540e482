// Pandoc itself, compiled to WebAssembly. Each process that imports this starts one: 0.4 s and 340 MB.
import { readFileSync } from 'node:fs'
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

/** The citations that Pandoc finds in each block of `report`. */
export async function citationsByBlock(
  report: string,
): Promise<readonly (readonly ReadCitation[])[]> {
  return listOf(field(await pandocTree(report), 'blocks')).map(citationsIn)
}

/** What `pandoc --citeproc` prints of `report` as plain text, with the files beside it and `options` of a defaults file. */
export async function pandocPlain(
  report: string,
  files: Readonly<Record<string, string>>,
  options: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  return converted(report, { to: 'plain', wrap: 'none', citeproc: true, ...options }, files)
}

/** The Lua filter that we ship, under the name that {@link filtering} gives it. */
export const filterFile: Readonly<Record<string, string>> = {
  'policy-citation.lua': readFileSync(
    new URL('../../media/pandoc/policy-citation.lua', import.meta.url),
    'utf8',
  ),
}

/** `--lua-filter policy-citation.lua --citeproc`, with {@link filterFile} beside the report. */
export const filtering: Readonly<Record<string, unknown>> = {
  filters: [{ type: 'lua', path: 'policy-citation.lua' }, { type: 'citeproc' }],
  citeproc: false,
}

/** What Pandoc makes of `report`, as its own JSON, with the files beside it and `options` of a defaults file. */
export async function pandocTree(
  report: string,
  files: Readonly<Record<string, string>> = {},
  options: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  return JSON.parse(await converted(report, { to: 'json', ...options }, files))
}

/** What Pandoc makes of `report`, as text of the format `to`. */
export async function pandocPage(
  report: string,
  to: string,
  files: Readonly<Record<string, string>>,
  options: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  return converted(report, { to, wrap: 'none', ...options }, files)
}

/** The Word document that Pandoc makes of `report`. */
export async function pandocWord(
  report: string,
  files: Readonly<Record<string, string>>,
  options: Readonly<Record<string, unknown>> = {},
): Promise<Uint8Array> {
  const output = { from: 'markdown', to: 'docx', 'output-file': 'o.docx', ...options }
  const { files: written, stderr } = await convert(output, report, files)
  if (stderr !== '') throw new Error(stderr)
  return new Uint8Array((await written['o.docx']?.arrayBuffer()) ?? [])
}

/** What `pandoc --citeproc` prints of a report: its paragraphs, and the entries of its list by their keys. */
export interface PrintedReport {
  readonly paragraphs: readonly string[]
  readonly entries: ReadonlyMap<string, string>
}

/** What `pandoc --citeproc` prints of `report`, all in paragraphs; quotation marks are not kept. */
export async function pandocPrinted(
  report: string,
  files: Readonly<Record<string, string>>,
  options: Readonly<Record<string, unknown>>,
): Promise<PrintedReport> {
  const tree = await pandocTree(report, files, { citeproc: true, ...options })
  const blocks = listOf(field(tree, 'blocks'))
  const paragraphs = blocks.filter((block) => field(block, 't') === 'Para').map(textIn)
  return { paragraphs, entries: new Map(blocks.flatMap(entriesIn)) }
}

/** The entries of a list of references, each a division called `ref-` and its key. */
function entriesIn(tree: unknown): readonly (readonly [string, string])[] {
  if (field(tree, 't') !== 'Div') return []
  const content = field(tree, 'c')
  const blocks = second(content)
  const id = first(first(content))
  return typeof id === 'string' && id.startsWith('ref-')
    ? [[id.slice('ref-'.length), textIn(blocks)]]
    : listOf(blocks).flatMap(entriesIn)
}

function first(list: unknown): unknown {
  return listOf(list)[0]
}

function second(list: unknown): unknown {
  return listOf(list)[1]
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The texts of all strings and spaces in a Pandoc tree, joined; of a citation what is printed of it. */
export function textIn(tree: unknown): string {
  if (Array.isArray(tree)) return tree.map(textIn).join('')
  const kind = field(tree, 't')
  const content = field(tree, 'c')
  if (kind === 'Str') return typeof content === 'string' ? content : ''
  if (kind === 'Space' || kind === 'SoftBreak') return ' '
  if (kind === 'Cite') return textIn(second(content))
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
  return listOf(first(field(tree, 'c'))).flatMap(readCitation)
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
