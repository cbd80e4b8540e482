import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** The folder with package.json. */
export const root = join(import.meta.dirname, '../../..')

/** A file of the project that is text, by its path from the root. */
export interface ProjectText {
  readonly path: string
  readonly text: string
}

const notOurs = /(?:^|\/)(?:node_modules|dist|\.test-out)(?:\/|$)/u

/** The texts of all files that fit one of `patterns`. */
export function projectTexts(...patterns: readonly string[]): readonly ProjectText[] {
  const paths = globSync(patterns, { cwd: root, exclude: (path) => notOurs.test(path) })
  return paths
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** The strings and templates that are written in `source`, a file of TypeScript. */
export function stringsIn({ path, text }: ProjectText): readonly string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest))
  return found
}

const fence = /^```[^`]+^```$/gmu

/** What stands between single backticks in a page, outside of fences. */
export function codeIn(page: string): readonly string[] {
  return [...page.replaceAll(fence, '').matchAll(/`([^`\n]+)`/gu)].map(([, code]) => code ?? '')
}

/** The lines within the fences of a page. */
export function fencedLines(page: string): readonly string[] {
  return (page.match(fence) ?? []).flatMap((block) => block.split('\n'))
}

/** The cells of the rows of all tables in a page, without their heads. */
export function rowsIn(page: string): readonly (readonly string[])[] {
  const rows = page.split('\n').map((line) => (line.startsWith('|') ? line.split(' | ') : []))
  return rows
    .filter(([first = ''], at) => first !== '' && !isRule(first) && !isRule(rows[at + 1]?.[0]))
    .map((cells) => cells.map((cell) => cell.replaceAll(/^\||\|$/gu, '').trim()))
}

function isRule(cell = ''): boolean {
  return cell.startsWith('| ---')
}
