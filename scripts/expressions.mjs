// The regular expressions of the source: those written there, found by the syntax tree, and those that
// its modules make when they are loaded, recorded by a process that loads them all.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import ts from 'typescript'

const root = path.resolve(import.meta.dirname, '..')

/** `{ source, flags, places }` of all expressions, each once. */
export function allExpressions() {
  const byHash = new Map()
  const { literals, made } = expressionsOf(sourceFiles())
  for (const { source, flags, place } of [...literals, ...madeAtRunTime()]) {
    const hash = hashOf(source, flags)
    const { places = [] } = byHash.get(hash) ?? {}
    byHash.set(hash, { hash, source, flags: checkedFlags(flags), places: [...places, place] })
  }
  return { expressions: [...byHash.values()], made }
}

/** Flags do not say how long a match takes, but for those that change what matches. */
function checkedFlags(flags) {
  return flags.replace('d', '')
}

/** What stands for an expression in the list of those that passed. */
export function hashOf(source, flags) {
  const text = `/${source}/${checkedFlags(flags)}`
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

function sourceFiles() {
  return globSync('src/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'))
}

/** The literals of `files`, and the places where expressions are made of strings. */
function expressionsOf(files) {
  const literals = []
  const made = []
  for (const file of files) {
    const text = readFileSync(path.join(root, file), 'utf8')
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
    const visit = (node) => {
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
      const place = `${file}:${String(line)}`
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/')
        literals.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), place })
      } else if (isMaking(node)) made.push(place)
      ts.forEachChild(node, visit)
    }
    visit(tree)
  }
  return { literals, made }
}

function isMaking(node) {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return false
  return ts.isIdentifier(node.expression) && node.expression.text === 'RegExp'
}

/** Runs this file as a process that records what the modules make. */
function madeAtRunTime() {
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', fileURLToPath(import.meta.url)],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

async function recordMade() {
  const recorded = []
  const note = (made) => {
    const at = new Error().stack.split('\n').find((line) => line.includes('/src/')) ?? ''
    const place = /\/(src\/[^:]+:\d+)/u.exec(at)?.[1]
    if (place !== undefined) recorded.push({ source: made.source, flags: made.flags, place })
    return made
  }
  globalThis.RegExp = new Proxy(RegExp, {
    construct: (target, given, newTarget) => note(Reflect.construct(target, given, newTarget)),
    apply: (target, self, given) => note(Reflect.apply(target, self, given)),
  })
  const load = async (file) => import(pathToFileURL(path.join(root, file)).href)
  const { made } = expressionsOf(sourceFiles())
  for (const file of new Set(made.map((place) => place.split(':')[0]))) await load(file)
  await makeOnCall(load)
  return recorded
}

/** What functions make of their arguments, once. */
async function makeOnCall(load) {
  const { ownNamesOf } = await load('src/core/citation/laws/ownNames.ts')
  ownNamesOf({
    ...{ key: 'eu-quay-act', level: 'instrument', type: 'act', issued: '2031-05-02' },
    titles: { en: 'Harbour Safety Act', 'zh-Hans': '港口安全法' },
    aliases: ['Regulation (EU) 2031/1689', 'Quay Safety Goals'],
    issuer: { en: 'The Port Office' },
  })
}

if (process.argv[1] === import.meta.filename) {
  console.log(JSON.stringify(await recordMade()))
  process.exit()
}
