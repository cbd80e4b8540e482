import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { test } from 'node:test'
import ts from 'typescript'

const root = join(import.meta.dirname, '../../..')

/** The one file that writes citations. */
const writer = 'src/core/citation/citationText.ts'

/** Where an `@` is joined to something that is no key of a citation, and what it is there. */
const exceptions: ReadonlyMap<string, string> = new Map([
  ['src/core/export/bibtex.ts', 'BibTeX’s @misc{key, …}'],
  ['src/core/report/citeAt.ts', 'a marker that is only read, as if it stood in the report'],
])

/** The places in `text` where an `@` is joined to what an expression gives: `file:line`. */
function joins(file: string, text: string): readonly string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (joinsMarker(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart())
      found.push(`${file}:${String(line + 1)}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** A template or a sum in which an expression follows an `@`, or a call that puts or joins one. */
function joinsMarker(node: ts.Node): boolean {
  if (ts.isTemplateExpression(node)) return templateJoins(node)
  if (ts.isBinaryExpression(node)) return sumJoins(node)
  if (ts.isCallExpression(node)) return callJoins(node)
  return false
}

function templateJoins({ head, templateSpans }: ts.TemplateExpression): boolean {
  return [head, ...templateSpans.slice(0, -1).map(({ literal }) => literal)].some(({ text }) =>
    endsInMarker(text),
  )
}

function sumJoins({ left, right, operatorToken }: ts.BinaryExpression): boolean {
  const adds =
    operatorToken.kind === ts.SyntaxKind.PlusToken ||
    operatorToken.kind === ts.SyntaxKind.PlusEqualsToken
  const before = ts.isBinaryExpression(left) ? left.right : left
  return adds && (isMarker(before) || (isMarker(right) && !ts.isStringLiteral(left)))
}

const puts = new Set(['concat', 'replace', 'replaceAll', 'join', 'padStart', 'padEnd', 'push'])

function callJoins({ expression, arguments: given }: ts.CallExpression): boolean {
  if (!ts.isPropertyAccessExpression(expression) || !puts.has(expression.name.text)) return false
  const { name, expression: subject } = expression
  const put = name.text.startsWith('replace') ? given.slice(1) : given
  const listed = ts.isArrayLiteralExpression(subject) ? subject.elements : []
  return [...put, ...listed, subject].some(isMarker)
}

function isMarker(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) && endsInMarker(node.text)
}

function endsInMarker(text: string): boolean {
  return /@\{?$/u.test(text)
}

const sources = ['core', 'vscode', 'cli', 'wording', 'import', 'workspace'].flatMap((wing) => {
  const folder = join(root, 'src', wing)
  return filesIn(folder).filter((file) => file.endsWith('.ts'))
})

/** The paths of all files below `folder`; none where there is no such folder. */
function filesIn(folder: string): readonly string[] {
  if (!readdirSync(join(root, 'src')).includes(relative(join(root, 'src'), folder))) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

const found = sources.flatMap((file) => joins(file, readFileSync(join(root, file), 'utf8')))

test('one file alone joins an @ and a key', () => {
  const others = found.filter((place) => {
    const file = place.replace(/:\d+$/u, '')
    return file !== writer && !exceptions.has(file)
  })
  assert.deepEqual(others, [])
})

test('that file does, and every exception is one still', () => {
  for (const file of [writer, ...exceptions.keys()]) {
    assert.ok(
      found.some((place) => place.startsWith(`${file}:`)),
      file,
    )
  }
})

test('a joined @ is found in whatever way it is written', () => {
  for (const text of [
    '`@${key}`',
    '`[@${key}]`',
    '`${before}[-@${key}, ${page}]`',
    '`@{${key}}`',
    "'@' + key",
    "'see [' + '-@' + key",
    "before + '@'",
    "text += '@'",
    "['@', key].join('')",
    "parts.join('; @')",
    "'@'.concat(key)",
    "text.replace('@', '-@')",
    "parts.push('@')",
  ]) {
    assert.equal(joins('x.ts', text).length, 1, text)
  }
})

test('reading an @ is no writing', () => {
  for (const text of [
    "text === '@'",
    "text.indexOf('@')",
    "text.replaceAll('@', '&#64;')",
    '`@k${rest}`',
    "t('“@{0}” is a cross-reference', words)",
    '`${word}@`',
    '/@$/u.test(text)',
  ]) {
    assert.deepEqual(joins('x.ts', text), [], text)
  }
})
