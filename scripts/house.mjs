// npm run house: the figures of the house, from the source alone, as Markdown.
//   npm run house -- --root DIR    those of another checkout, also an older one
import { existsSync, globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { parseArgs } from 'node:util'
import ts from 'typescript'
import { root as ownRoot } from './steps.mjs'

/** A folder with more files than these is named. */
const manyFiles = 15

/** What says which provision a citation names. */
const resolvers = new Set([
  'resolveCitation',
  'resolutionOf',
  'provisionAt',
  'readMeaning',
  'readKey',
])

const { values: options } = parseArgs({ options: { root: { type: 'string', default: ownRoot } } })
const root = path.resolve(options.root)
const sources = globSync('src/**/*.ts', { cwd: root })
  .map((file) => file.replaceAll(path.sep, '/'))
  .sort()
  .map(sourceOf)

printFolders()
printRooms()
printNames()
printCallers('Files that ask what a citation names', resolvingCalls)
printCallers('Files that join an @ and a key', joinedCitations)
printLines()
printFunctions()
printEscapes()

/** A file of the source, parsed; `nodes` are all that it consists of. */
function sourceOf(file) {
  const text = readFileSync(path.join(root, file), 'utf8')
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const nodes = []
  const visit = (node) => {
    nodes.push(node)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return { file, tree, nodes }
}

function printFolders() {
  const counts = countBy(sources, ({ file }) => path.dirname(file))
  const full = mostFirst(counts).filter(([, count], at) => at === 0 || count > manyFiles)
  printTable(`Files per folder: the most, and all above ${manyFiles}`, ['folder', 'files'], full)
}

function printRooms() {
  const rooms = roomsOfProject()
  const rows = [...rooms].map(([room, doors]) => {
    const files = sources.filter(({ file }) => isIn(file, room)).length
    return [room, files, doors?.length ?? '–', importedByOutsiders(room).size]
  })
  const whole = rows.filter(([room]) => ![...rooms.keys()].some((other) => isIn(room, other)))
  printTable(
    'Rooms, with the rooms within them',
    ['room', 'files', 'doors', 'files that outsiders import'],
    [...rows, ['all', ...[1, 2, 3].map((column) => sum(whole.map((row) => row[column])))]],
  )
}

/** The rooms that the project itself lists, with their doors; else the folders of core, and the wings. */
function roomsOfProject() {
  const list = path.join(root, '.config/rooms.cjs')
  if (!existsSync(list)) return new Map(sources.flatMap(({ file }) => usualRooms(file)))
  const { rooms } = createRequire(import.meta.url)(list)
  return new Map(rooms.map(({ folder, doors }) => [folder, doors]))
}

function usualRooms(file) {
  const folders = path.dirname(file).split('/')
  const room = folders.slice(0, folders[1] === 'core' ? 3 : 2)
  return room.length > 1 ? [[room.join('/'), undefined]] : []
}

function isIn(inner, folder) {
  return inner.startsWith(`${folder}/`)
}

function importedByOutsiders(room) {
  const outsiders = sources.filter(({ file }) => !isIn(file, room))
  return new Set(outsiders.flatMap(importedFiles).filter((file) => isIn(file, room)))
}

/** The files of the project that a source imports or passes on, types among them. */
function importedFiles({ file, nodes }) {
  return nodes
    .map(specifierOf)
    .filter((specifier) => specifier?.startsWith('.'))
    .map((specifier) => path.posix.join(path.posix.dirname(file), specifier))
}

function specifierOf(node) {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return node.moduleSpecifier?.text
  }
  if (ts.isImportTypeNode(node)) return node.argument.literal?.text
  const isImport = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
  return isImport ? node.arguments[0]?.text : undefined
}

function printNames() {
  const inCore = sources.filter(({ file }) => file.startsWith('src/core/'))
  const declared = inCore.flatMap(({ file, tree }) =>
    [...new Set(tree.statements.filter(isExported).flatMap(namesOf))].map((name) => [name, file]),
  )
  const twice = [...Map.groupBy(declared, ([name]) => name)].filter(([, all]) => all.length > 1)
  printTable(
    `Exported names of core with two meanings: ${twice.length}`,
    ['name', 'declared in'],
    twice.map(([name, all]) => [name, all.map(([, file]) => file.slice('src/core/'.length))]),
  )
}

function isExported(statement) {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
}

function namesOf(statement) {
  const declarations = statement.declarationList?.declarations ?? [statement]
  return declarations.flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : []))
}

/** A row for each file of which `found` gives anything. */
function printCallers(title, found) {
  const rows = sources
    .map((source) => [source.file, found(source)])
    .filter(([, all]) => all.length > 0)
  const all = sum(rows.map(([, { length }]) => length))
  printTable(`${title}: ${rows.length}, in ${all} places`, ['file', 'lines'], rows)
}

/** The lines that call a resolver that another file declares. */
function resolvingCalls({ tree, nodes }) {
  const own = new Set(nodes.filter(ts.isFunctionDeclaration).map(({ name }) => name?.text))
  return nodes
    .filter(ts.isCallExpression)
    .filter(({ expression: { text } }) => resolvers.has(text) && !own.has(text))
    .map((call) => lineOf(tree, call))
}

/** The lines where an `@` stands before the value of something that is called a key or an id. */
function joinedCitations({ tree, nodes }) {
  const isKey = (node) => /(?:key|id)$/i.test(node.getText(tree))
  return nodes.filter((node) => joined(node).some(isKey)).map((node) => lineOf(tree, node))
}

/** What is put behind an `@` by a template or a sum. */
function joined(node) {
  if (ts.isTemplateExpression(node)) {
    const texts = [node.head, ...node.templateSpans.map(({ literal }) => literal)]
    const behind = node.templateSpans.map(({ expression }) => expression)
    return behind.filter((_, at) => /@\{?$/.test(texts[at].text))
  }
  const isSum = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken
  return isSum && /@\{?['"`]$/.test(node.left.getText()) ? [node.right] : []
}

function lineOf(tree, node) {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1
}

function printLines() {
  const wing = ({ file }) =>
    file.split('/').length === 2 ? file : path.dirname(file).split('/')[1]
  const rows = [...Map.groupBy(sources, wing)].map(([name, all]) => [
    name,
    all.length,
    sum(all.map(linesOfCode)),
  ])
  const totals = [1, 2].map((column) => sum(rows.map((row) => row[column])))
  printTable(
    'Lines of code, without comments and empty lines',
    ['wing', 'files', 'lines'],
    [...rows, ['all', ...totals]],
  )
}

/** How many lines hold anything but comments. */
function linesOfCode({ tree, nodes }) {
  const lines = new Set()
  const tokens = nodes.flatMap((node) => node.getChildren(tree).filter(ts.isToken))
  for (const token of tokens) addLines(lines, tree, token)
  return lines.size
}

function addLines(lines, tree, node) {
  if (node.end === node.getStart(tree)) return
  const last = tree.getLineAndCharacterOfPosition(node.end).line
  for (let line = lineOf(tree, node) - 1; line <= last; line += 1) lines.add(line)
}

function printFunctions() {
  const all = sources.flatMap(({ file, tree, nodes }) =>
    nodes
      .filter((node) => ts.isFunctionLike(node) && node.body)
      .map((node) => {
        const first = lineOf(tree, node)
        const last = tree.getLineAndCharacterOfPosition(node.end).line + 1
        return { length: last - first + 1, place: `${file}:${first}` }
      }),
  )
  const sorted = all.sort((a, b) => a.length - b.length)
  const none = { length: 0, place: '–' }
  const at = (share) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? none
  printTable(
    'Lines of a function',
    ['functions', 'median', 'p90', 'longest', 'where'],
    [[all.length, at(0.5).length, at(0.9).length, at(1).length, at(1).place]],
  )
}

/** What steps round the types, and what a module keeps that changes. */
function printEscapes() {
  const count = (test) => sum(sources.map(({ nodes }) => nodes.filter(test).length))
  const isConst = (node) => node.type.getText() === 'const'
  printTable(
    'Steps round the types, and variables of modules',
    ['`any`', '`as`', '`!`', '`let` of a module'],
    [
      [
        count((node) => node.kind === ts.SyntaxKind.AnyKeyword),
        count((node) => ts.isAsExpression(node) && !isConst(node)),
        count(ts.isNonNullExpression),
        count(isModuleVariable),
      ],
    ],
  )
}

function isModuleVariable(node) {
  const isVariable = ts.isVariableStatement(node) && ts.isSourceFile(node.parent)
  return isVariable && (node.declarationList.flags & ts.NodeFlags.Let) !== 0
}

function countBy(things, keyOf) {
  return [...Map.groupBy(things, keyOf)].map(([key, all]) => [key, all.length])
}

function mostFirst(rows) {
  return [...rows].sort(([, one], [, other]) => other - one)
}

function sum(numbers) {
  return numbers.filter(Number.isFinite).reduce((so, it) => so + it, 0)
}

function printTable(title, heads, rows) {
  const line = (cells) => `| ${cells.map((cell) => [cell].flat().join(', ')).join(' | ')} |`
  const all = [heads, heads.map(() => '---'), ...rows]
  console.log(`\n## ${title}\n\n${all.map(line).join('\n')}`)
}
