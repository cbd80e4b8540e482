import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { projectRoot } from '../../support/projectPaths.ts'

/** The languages in which everything is said, as the names of our tables have them. */
export const tableLanguages = ['zh-cn', 'zh-tw'] as const

export type TableLanguage = (typeof tableLanguages)[number]

/** A text that a reader sees, and where it stands. */
export interface Said {
  readonly where: string
  readonly text: string
}

/** A text in English, and what it is in another language. */
export interface Pair {
  readonly key: string
  readonly english: string
  readonly other: string
}

/** The texts of a table of words, by their keys. */
export function tableOf(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(path.join(projectRoot, file), 'utf8')) as Record<string, string>
}

/** All texts of the manifest and of the code, in English and in `language`. */
export function pairsIn(language: TableLanguage): readonly Pair[] {
  const english = tableOf('package.nls.json')
  const manifest = Object.entries(tableOf(`package.nls.${language}.json`)).map(([key, other]) => ({
    key,
    english: english[key] ?? '',
    other,
  }))
  const code = Object.entries(tableOf(`l10n/bundle.l10n.${language}.json`)).map(([key, other]) => ({
    key,
    english: key,
    other,
  }))
  return [...manifest, ...code]
}

/** All that is said in English: manifest, sentences of the code, the command line's own, pages that the window shows. */
export function saidInEnglish(): readonly Said[] {
  return [
    ...pairsIn('zh-cn').map(({ key, english }) => ({ where: key, text: english })),
    ...commandLineTexts(),
    ...pages(''),
  ]
}

/** All that is said in `language`. */
export function saidIn(language: TableLanguage): readonly Said[] {
  return [
    ...pairsIn(language).map(({ key, other }) => ({ where: key, text: other })),
    ...pages(`.${language}`),
  ]
}

/** The pages of the walkthrough that are in English (`''`), or in another language. */
function pages(language: '' | `.${TableLanguage}`): readonly Said[] {
  return globSync('media/**/*.md', { cwd: projectRoot })
    .filter((file) => (/\.zh-(?:cn|tw)(?=\.)/iu.exec(path.basename(file))?.[0] ?? '') === language)
    .map((where) => ({ where, text: readFileSync(path.join(projectRoot, where), 'utf8') }))
}

/** What the command line says in English: its texts of three words and more. */
function commandLineTexts(): readonly Said[] {
  return globSync('src/cli/**/*.ts', { cwd: projectRoot })
    .filter((file) => !/simplified|traditional/u.test(file))
    .flatMap((where) =>
      literalsIn(readFileSync(path.join(projectRoot, where), 'utf8'))
        .filter((text) => /\p{L}+ \p{L}+ \p{L}+/u.test(text))
        .map((text) => ({ where, text })),
    )
}

/** The texts of `source` that are written out in it. */
function literalsIn(source: string): readonly string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text)
    else if (ts.isTemplateExpression(node))
      found.push(node.head.text, ...node.templateSpans.map(({ literal }) => literal.text))
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true))
  return found
}

/** A text of the manifest that a reader sees, with the setting or command that it belongs to. */
export interface ManifestText {
  readonly place: string
  readonly text: string
}

const shownFields = new Set([
  ...['title', 'shortTitle', 'description', 'markdownDescription', 'displayName'],
  ...['enumDescriptions', 'markdownEnumDescriptions', 'enumItemLabels'],
  ...['deprecationMessage', 'markdownDeprecationMessage', 'patternErrorMessage', 'errorMessage'],
  ...['altText', 'contents', 'editPresentation'],
])

/** Whether `value` has fields of its own, of which each says itself whether it is shown. */
function isGroup(value: unknown): boolean {
  return typeof value === 'object' && !Array.isArray(value)
}

/** All texts of the manifest's contributions that a reader sees. */
export function manifestTexts(): readonly ManifestText[] {
  const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
    readonly contributes: unknown
  }
  const found: ManifestText[] = []
  const visit = (value: unknown, place: string, isShown: boolean): void => {
    if (typeof value === 'string') {
      if (isShown) found.push({ place, text: value })
    } else if (Array.isArray(value)) {
      for (const one of value) visit(one, place, isShown)
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, one] of Object.entries(value))
        visit(one, `${place}/${name}`, shownFields.has(name) && !isGroup(one))
    }
  }
  visit(manifest.contributes, '', false)
  return found
}
