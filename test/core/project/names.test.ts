import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import ts from 'typescript'

const core = join(import.meta.dirname, '../../../src/core')

/** The source of one file of core. */
interface Source {
  readonly path: string
  readonly text: string
}

const sources: readonly Source[] = globSync('**/*.ts', { cwd: core }).map((path) => ({
  path: path.replaceAll('\\', '/'),
  text: readFileSync(join(core, path), 'utf8'),
}))

/** The names that `source` declares and exports: not those that it passes on from another file. */
function exportedNames({ path, text }: Source): ReadonlySet<string> {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest)
  return new Set(file.statements.filter(isExported).flatMap(namesOf))
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [name.text] : [],
    )
  }
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  return isNamed && statement.name !== undefined ? [statement.name.text] : []
}

/** Each name that several of `among` export, with their paths. */
function namesWithTwoMeanings(among: readonly Source[]): readonly string[] {
  const declarations = among.flatMap((source) =>
    [...exportedNames(source)].map((name) => ({ name, path: source.path })),
  )
  const pathsOf = (name: string): readonly string[] =>
    declarations.filter((declared) => declared.name === name).map(({ path }) => path)
  return [...new Set(declarations.map(({ name }) => name))]
    .filter((name) => pathsOf(name).length > 1)
    .map((name) => `${name}: ${pathsOf(name).join(', ')}`)
}

suite('The exported names of core', () => {
  test('have one meaning each', () => {
    assert.ok(sources.flatMap((source) => [...exportedNames(source)]).length > 500)
    assert.deepEqual(namesWithTwoMeanings(sources), [])
  })

  for (const [sort, text] of [
    ['type', 'export type Verdict = 1'],
    ['interface', 'export interface Verdict {}'],
    ['function', 'export function* Verdict() {}'],
    ['class', 'export abstract class Verdict {}'],
    ['constant', 'export const other = 1, Verdict = 2'],
  ] as const) {
    test(`are seen to have two where a ${sort} is called as another is`, () => {
      const twice = [
        { path: 'one.ts', text: 'export const Verdict = 1' },
        { path: 'two.ts', text },
        { path: 'passedOn.ts', text: "export { Verdict } from './one.ts'" },
        { path: 'ownBusiness.ts', text: 'const Verdict = 1' },
      ]
      assert.deepEqual(namesWithTwoMeanings(twice), ['Verdict: one.ts, two.ts'])
    })
  }
})
