import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Why the tests that ask Pandoc are skipped here; `false` where it is installed. */
export const withoutPandoc: string | false =
  spawnSync('pandoc', ['--version']).status === 0 ? false : 'pandoc is not installed'

/** A citation as Pandoc reads it: its form and its key, `narrative us-aiap-2025:I`. */
export type ReadCitation = string

/** The citations that Pandoc finds in each of `paragraphs`; `undefined` for one that it reads as no single paragraph. */
export function pandocCitations(
  paragraphs: readonly string[],
): readonly (readonly ReadCitation[] | undefined)[] {
  const blocks = separatedBlocks(paragraphs)
  return blocks.map((own) =>
    own.length === 1 && isParagraph(own[0]) ? citationsIn(own[0]) : undefined,
  )
}

/** What `pandoc --citeproc` prints of `report` as plain text, with the files beside it. */
export function pandocPlain(
  report: string,
  files: Readonly<Record<string, string>>,
  options: readonly string[] = [],
): string {
  return inFolder({ ...files, 'report.md': report }, (folder) =>
    run(folder, [
      '-f',
      'markdown',
      '-t',
      'plain',
      '--wrap=none',
      '--citeproc',
      ...options,
      'report.md',
    ]),
  )
}

/** What Pandoc makes of `report`, as its own JSON. */
export function pandocTree(report: string): unknown {
  return JSON.parse(
    inFolder({ 'report.md': report }, (folder) => run(folder, ['-t', 'json', 'report.md'])),
  )
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

function separatedBlocks(paragraphs: readonly string[]): readonly (readonly unknown[])[] {
  const files: Record<string, string> = {}
  paragraphs.forEach((paragraph, index) => {
    files[`${index}.md`] = `${paragraph}\n`
    files[`${index}-end.md`] = `${separator}\n`
  })
  const names = paragraphs.flatMap((_, index) => [`${index}.md`, `${index}-end.md`])
  const json = inFolder(files, (folder) =>
    run(folder, ['-f', 'markdown', '-t', 'json', '--file-scope', ...names]),
  )
  return splitAtSeparators(field(JSON.parse(json), 'blocks'))
}

const separator = 'NEXTPARAGRAPH'

function splitAtSeparators(blocks: unknown): readonly (readonly unknown[])[] {
  if (!Array.isArray(blocks)) throw new Error('Pandoc gave no blocks.')
  const all: unknown[][] = [[]]
  for (const block of blocks) {
    if (isParagraph(block) && textIn(block) === separator) all.push([])
    else all.at(-1)?.push(block)
  }
  return all.slice(0, -1)
}

function isParagraph(block: unknown): boolean {
  return field(block, 't') === 'Para'
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

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.getOwnPropertyDescriptor(value, name)?.value
}

function inFolder<T>(files: Readonly<Record<string, string>>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'pandoc-'))
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function run(folder: string, options: readonly string[]): string {
  const result = spawnSync('pandoc', options, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  })
  if (result.status !== 0) throw new Error(result.stderr)
  return result.stdout
}
