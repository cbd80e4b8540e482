import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { build, type BuildOptions } from 'esbuild'
import { editorOptions, optionsFor } from '../../../scripts/build.mjs'
import { projectRoot } from '../../support/projectPaths.ts'
import { projectTexts, stringsIn } from './projectText.ts'

const entities = path.join(projectRoot, 'node_modules/character-entities/index.js')

test('the named characters that remark reads are in a bundle what they are outside', async () => {
  const inside = await bundled(`export * from 'decode-named-character-reference'`)
  const outside = (await import(pathToFileURL(entities).href)) as Record<string, object>
  const decode = inside['decodeNamedCharacterReference']
  assert.ok(typeof decode === 'function')
  const all = Object.entries(outside['characterEntities'] ?? {})
  assert.ok(all.length > 2000)
  for (const [name, characters] of all) {
    assert.equal(Reflect.apply(decode, undefined, [name]), characters)
  }
  for (const name of ['', 'no', 'toString', '__proto__', 'AMPS', 'pma']) {
    assert.equal(Reflect.apply(decode, undefined, [name]), false)
  }
})

for (const [language, name] of [
  ['zh-Hans', 'zh-cn'],
  ['zh-Hant', 'zh-tw'],
] as const) {
  const table = tableOf(name)

  test(`every sentence has its words in ${language} in a bundle`, async () => {
    const say = await saidIn(language, optionsFor(true))
    for (const [sentence, translated] of table) assert.equal(say(sentence), translated)
  })

  test(`what the editor says to readers of ${language} has its words in its bundles`, async () => {
    const say = await saidIn(language, editorOptions(true))
    const said = [...table].filter(([sentence]) => sentencesForReaders.has(sentence))
    assert.ok(said.length > 150 && said.length < table.size / 2)
    for (const [sentence, translated] of said) assert.equal(say(sentence), translated)
  })
}

/** The modules of what runs in VS Code that have words for the reader of the corpus. */
const readersModules = projectTexts('src/{wording,vscode}/**/*.ts').filter(({ text }) =>
  /from '[^']*\/words\.ts'/u.test(text),
)
const sentencesForReaders: ReadonlySet<string> = new Set(readersModules.flatMap(stringsIn))

test('no module has words for the reader of the corpus say what stands in others', () => {
  const others = /\b(?:inWords|fieldDetailText)\b|\bt\(\s*[^'\s]/u
  const handing = readersModules.filter(({ text }) => others.test(text))
  assert.deepEqual(
    handing.map(({ path: name }) => name),
    [],
  )
})

function tableOf(name: string): ReadonlyMap<string, string> {
  const file = path.join(projectRoot, `l10n/bundle.l10n.${name}.json`)
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>))
}

/** What `wordsIn` says in `language` where it is bundled with `options`. */
async function saidIn(
  language: string,
  options: BuildOptions,
): Promise<(sentence: string) => unknown> {
  const { wordsIn } = await bundled(`export { wordsIn } from './src/wording/words.ts'`, options)
  assert.ok(typeof wordsIn === 'function')
  const words: unknown = Reflect.apply(wordsIn, undefined, [language])
  assert.ok(typeof words === 'function')
  return (sentence) => Reflect.apply(words, undefined, [sentence]) as unknown
}

/** What `contents` exports, bundled with `options`. */
async function bundled(
  contents: string,
  options = optionsFor(true),
): Promise<Record<string, unknown>> {
  const { outputFiles } = await build({
    ...options,
    stdin: { contents, resolveDir: projectRoot },
    conditions: ['worker'],
    format: 'esm',
    write: false,
  })
  const text = outputFiles[0]?.text ?? assert.fail('nothing is built')
  const made: unknown = await import(`data:text/javascript,${encodeURIComponent(text)}`)
  assert.ok(typeof made === 'object' && made !== null)
  return { ...made }
}
