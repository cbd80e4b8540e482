import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../projectPaths.ts'

/** A page for analysts, by its path from the root. */
export interface AnalystPage {
  readonly path: string
  readonly text: string
}

/** Pages that are about the project, or made of what was measured; tests of their own keep them true. */
const others: ReadonlySet<string> = new Set(
  ['documents', 'faults', 'performance', 'problems', 'quotations', 'references', 'words'].map(
    (name) => `docs/${name}.md`,
  ),
)

/** The pages for analysts: what they show and name is tried. */
export const analystPages: readonly AnalystPage[] = globSync(
  ['README.md', 'docs/*.md', 'docs/zh-Hans/*.md'],
  { cwd: projectRoot },
)
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => !others.has(name))
  .sort()
  .map((name) => ({ path: name, text: readFileSync(path.join(projectRoot, name), 'utf8') }))
