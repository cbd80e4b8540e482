// Bundles the extension and compiles the library into dist/.
//   npm run build                  for development: source maps, not minified
//   npm run build -- --production  what is packed: minified, with limits on size
import './nodeFloor.mjs'
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { minify } from '@swc/core'
import { build as bundle } from 'esbuild'
import { chunkName, chunks, chunksWithin } from './chunks.mjs'
import { nodeOnly, withoutNode } from './nodeOnly.mjs'
import { packedEntities, packedWhere } from './packedEntities.mjs'
import { packedReadersWords, packedWebWords, packedWords } from './packedWords.mjs'
import { pureYaml } from './pureYaml.mjs'
import { spellingFiles } from './spelling.mjs'
import { Failure, main, root, step } from './steps.mjs'
import { TablesBeside } from './tablesBeside.mjs'

const limits = { 'dist/extension.js': 40_000, 'dist/web/extension.js': 700_000 }

export async function build({ production }) {
  clean()
  const common = optionsFor(production)
  const editor = editorOptions(production)
  await bundleForNode(editor)
  await bundleForWeb(editor)
  await bundleReader(common)
  await bundleKeeper(common)
  await bundleCommandLine(common)
  await writeLibrary()
  await writePinyinTable()
  await writeSynonyms()
  copyFilter()
  reportSizes()
  if (production) checkSizes()
}

/** What all bundles that run in an extension host share. */
export function editorOptions(production) {
  return optionsFor(production, packedReadersWords)
}

/** What all bundles share; `words` packs the tables of our words. */
export function optionsFor(production, words = packedWords) {
  return {
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    minify: production,
    sourcemap: production ? false : 'linked',
    legalComments: 'none',
    charset: 'utf8',
    plugins: [pureYaml, packedEntities, words],
    logLevel: 'warning',
  }
}

/** The extension as it ships for Node, in `folder`: for benchmarks. */
export async function buildExtension(folder) {
  await bundleForNode(editorOptions(true), folder)
}

/** Everything but a packed extension, which stays until the next one. */
function clean() {
  const dist = path.join(root, 'dist')
  mkdirSync(dist, { recursive: true })
  for (const name of readdirSync(dist).filter((it) => !it.endsWith('.vsix'))) {
    rmSync(path.join(dist, name), { recursive: true })
  }
}

/** What threads run: it loads the same chunk as the extension. */
const threadEntry = path.join(root, 'src/thread/corpusThread.ts')

/** extension.js, and chunks/ with what it or another chunk loads later, and with what threads run. */
async function bundleForNode(common, dist = 'dist') {
  const waiting = new Set([threadEntry])
  await bundleChunk(
    common,
    'src/extension.ts',
    path.join(dist, 'extension.js'),
    './chunks/',
    waiting,
  )
  await bundleChunks(common, dist, waiting)
}

/** All that is `waiting`, into chunks/: a set grows while it is walked, and a chunk's own chunks are built as well. */
async function bundleChunks(common, dist, waiting) {
  for (const file of waiting) {
    await bundleChunk(common, file, path.join(dist, 'chunks', chunkName(file)), './', waiting)
  }
}

async function bundleChunk(common, entry, file, chunksFromHere, waiting) {
  const outfile = path.resolve(root, file)
  await bundle({
    ...common,
    entryPoints: [entry],
    outfile,
    platform: 'node',
    supported: { 'dynamic-import': false },
    plugins: [...common.plugins, chunks(chunksFromHere, (one) => waiting.add(one))],
  })
  if (common.minify) await minifyWhole(outfile)
}

/** web/extension.js, with its chunks within, and beside it web/tables.json. */
async function bundleForWeb(common) {
  const tables = new TablesBeside()
  const { standFor } = tables
  const options = {
    ...common,
    outfile: 'dist/web/extension.js',
    platform: 'browser',
    // Its host is a worker, without a document.
    conditions: ['worker'],
    plugins: [pureYaml, packedWhere(standFor), packedWebWords(standFor), tables.plugin, nodeOnly],
  }
  await bundle({
    ...options,
    entryPoints: ['src/extension.ts'],
    plugins: [...options.plugins, chunksWithin(options, tables.lookUp)],
  })
  writeFileSync(path.join(root, 'dist/web/tables.json'), tables.file)
  if (options.minify) await minifyWhole(path.join(root, options.outfile))
}

/**
 * Minifies across functions what esbuild has minified within them: a 20th less. With `arrows`, a function
 * expression may become an arrow: where none is a constructor, which in our code a class is.
 */
async function minifyWhole(file, { arrows = true, module = false } = {}) {
  const { code } = await minify(readFileSync(file, 'utf8'), {
    module,
    compress: { passes: 6, ecma: 2022, toplevel: true, unsafe_arrows: arrows },
    mangle: { toplevel: true },
    ecma: 2022,
  })
  writeFileSync(file, code)
}

/** The command line: one file that lies beside the library. */
async function bundleCommandLine(common, dist = 'dist') {
  await bundle({
    ...common,
    entryPoints: ['src/cli/cli.ts'],
    outfile: path.join(dist, 'cli.js'),
    platform: 'node',
    // What jsonc-parser names as its main file cannot be bundled.
    mainFields: ['module', 'main'],
    define: { 'import.meta.dirname': '__dirname' },
    sourcemap: false,
  })
}

/** The process that reads documents: an ES module, as pdf.js is one. */
async function bundleReader(common, dist = 'dist') {
  const outfile = path.resolve(root, dist, 'reader/readerProcess.mjs')
  await bundle({
    ...common,
    entryPoints: ['src/import/readerProcess.ts'],
    outfile,
    platform: 'node',
    format: 'esm',
    // pdf.js draws with it, and reads text without it.
    external: ['@napi-rs/canvas'],
    sourcemap: false,
  })
  if (common.minify) await minifyWhole(outfile, { arrows: false, module: true })
}

/** The process that keeps the analyst's own Pandoc: as small as can be, for it starts whenever that does. */
async function bundleKeeper(common, dist = 'dist') {
  await bundle({
    ...common,
    entryPoints: ['src/ownPandoc/keeper.ts'],
    outfile: path.join(dist, 'keeper/keeper.mjs'),
    platform: 'node',
    format: 'esm',
    sourcemap: false,
  })
}

/** The command line as it ships, with all that it reads, in `folder`: for tests. Gives the script's path. */
export async function buildCommandLine(folder) {
  const common = { absWorkingDir: root, bundle: true, target: 'es2022', charset: 'utf8' }
  const output = {
    ...common,
    format: 'cjs',
    logLevel: 'warning',
    plugins: [pureYaml, packedEntities, packedWords],
  }
  const dist = path.join(folder, 'dist')
  await bundleCommandLine(output, dist)
  await bundleReader(output, dist)
  await writeLibrary(dist)
  await writePinyinTable(dist)
  await writeSynonyms(dist)
  for (const name of ['package.json', 'media/pandoc', 'media/quarto']) {
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true })
  }
  copyFilter(folder)
  return path.join(dist, 'cli.js')
}

/** The filter into the Quarto extension in `folder`, since one file serves both. */
export function copyFilter(folder = root) {
  const name = 'policy-citation.lua'
  const extension = path.join(folder, 'media/quarto/_extensions/policy-citation')
  cpSync(path.join(root, 'media/pandoc', name), path.join(extension, name))
}

/** The process that keeps Pandoc, as it ships, in `folder`: for tests. Gives the script's path. */
export async function buildKeeper(folder) {
  await bundleKeeper(optionsFor(true), folder)
  return path.join(folder, 'keeper/keeper.mjs')
}

/** The thread that reads and compiles corpora, as it ships, in `folder`: for tests. Gives the script's path. */
export async function buildThread(folder) {
  await bundleChunks(editorOptions(true), folder, new Set([threadEntry]))
  return path.join(folder, 'chunks/corpusThread.js')
}

/** The process that reads documents, as it ships, in `folder`: for tests. Gives the script's path. */
export async function buildReader(folder) {
  await bundleReader(optionsFor(true), folder)
  return path.join(folder, 'reader/readerProcess.mjs')
}

/** The compiled library and its index, which has the words of the issuers as well, in the folder `dist`. */
export async function writeLibrary(dist = path.join(root, 'dist')) {
  const { compileLibrary, libraryFiles, shownFiles } =
    await import('../src/core/corpusFile/compileLibrary.ts')
  const { readLibrary } = await import('../src/core/corpus/library.ts')
  const { inWords } = await import('../src/core/corpus/sentence.ts')
  const { readOfficialWords } = await import('../src/core/search/officialWordsFile.ts')
  const { compileIndex } = await import('../src/core/search/searchIndex.ts')
  const folder = path.join(root, 'corpus')
  const files = textsIn(folder, libraryFiles(readdirSync(folder)))
  const wordsFolder = path.join(folder, 'words')
  const words = readOfficialWords(textsIn(wordsFolder, readdirSync(wordsFolder)))
  const { bytes, troubles } = compileLibrary(files)
  for (const { place, severity, message, advice } of troubles) {
    const said = `${inWords(message)} ${inWords(advice)}`
    console.error(`${place.file}:${place.line}:${place.column} ${severity}: ${said}`)
  }
  if (troubles.some(({ severity }) => severity === 'error')) {
    throw new Failure('The library has errors; nothing was built from it.')
  }
  const { corpus } = readLibrary(bytes)
  const shown = compileLibrary(shownFiles(files, corpus))
  writeFileSync(path.join(dist, 'library.json'), shown.bytes)
  writeFileSync(path.join(dist, 'library.index'), compileIndex(corpus, words))
  writeSpelling(corpus, path.join(dist, 'spelling'))
}

/** What spell checkers read, in `folder`. */
function writeSpelling(corpus, folder) {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(spellingFiles(corpus))) {
    writeFileSync(path.join(folder, name), text)
  }
}

function textsIn(folder, names) {
  return names.map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }))
}

/** The words that mean the same. */
export async function writeSynonyms(dist = path.join(root, 'dist')) {
  const { thesaurus } = await import('../src/core/words/thesaurus.ts')
  writeFileSync(path.join(dist, 'synonyms.txt'), thesaurus.join('\n'))
}

/** How the characters of GB 2312 are read: Traditional ones are folded to these before they are searched. */
export async function writePinyinTable(dist = path.join(root, 'dist')) {
  const { pinyin } = await import('pinyin-pro')
  const { simplifiedCharacters } = await import('../src/core/text/scripts.ts')
  const { writePinyin } = await import('../src/core/words/pinyin.ts')
  const readingsOf = (character) => [
    ...new Set(pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true })),
  ]
  const characters = [...simplifiedCharacters()]
  writeFileSync(path.join(dist, 'pinyin.txt'), writePinyin(characters, readingsOf))
}

function reportSizes() {
  const files = readdirSync(path.join(root, 'dist'), { recursive: true })
    .map((name) => `dist/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.m?js(?:on)?$/.test(name))
  for (const name of files.sort()) {
    const content = readFileSync(path.join(root, name))
    const limit = limits[name] === undefined ? '' : `, limit ${kilobytes(limits[name])}`
    console.log(
      `  ${name.padEnd(36)} ${kilobytes(content.length).padStart(9)}` +
        `  (gzip ${kilobytes(gzipSync(content).length)}${limit})`,
    )
  }
}

function checkSizes() {
  for (const [name, limit] of Object.entries(limits)) {
    const size = statSync(path.join(root, name)).size
    if (size > limit) throw new Failure(`${name} has ${size} bytes; ${limit} is the limit.`)
  }
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} KB`
}

/** The host tests, one bundle for each extension host, to .test-out/: each with every file of test/host/suite. */
export async function buildHostTests() {
  const folder = path.join(root, 'test/host')
  const suites = readdirSync(path.join(folder, 'suite')).filter((it) => it.endsWith('.test.ts'))
  const imports = suites.sort().map((name) => `import './suite/${name}'`)
  const common = {
    absWorkingDir: root,
    stdin: {
      contents: [...imports, "export { run } from './index.ts'"].join('\n'),
      resolveDir: folder,
      loader: 'ts',
    },
    bundle: true,
    format: 'iife',
    globalName: 'hostTests',
    // Mocha's browser build puts itself in module.exports; what VS Code looks for goes there last.
    footer: { js: 'module.exports = hostTests' },
    target: 'es2022',
    external: ['vscode'],
    sourcemap: false,
    logLevel: 'warning',
  }
  await bundle({
    ...common,
    outfile: '.test-out/host-node/index.js',
    platform: 'node',
    define: { EXPECTED_HOST: '"node"' },
  })
  await bundle({
    ...common,
    outfile: '.test-out/host-web/index.js',
    platform: 'browser',
    conditions: ['worker'],
    define: { EXPECTED_HOST: '"web worker"', global: 'globalThis' },
    alias: { 'node:assert/strict': './test/host/assertInWorker.ts' },
    plugins: [withoutNode],
  })
}

if (import.meta.main) {
  await main(() => {
    const production = process.argv.includes('--production')
    const title = `building for ${production ? 'production' : 'development'}`
    return step(title, () => build({ production }))
  })
}
