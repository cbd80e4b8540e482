import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { optionsFor } from '../../../scripts/build.mjs'
import { projectRoot } from '../../support/projectPaths.ts'

const entities = path.join(projectRoot, 'node_modules/character-entities/index.js')

test('the named characters that remark reads are in a bundle what they are outside', async () => {
  const inside = await bundled(`export * from 'character-entities'`)
  const outside: unknown = await import(pathToFileURL(entities).href)
  assert.deepEqual(inside, { ...Object(outside) })
})

for (const [language, name] of [
  ['zh-Hans', 'zh-cn'],
  ['zh-Hant', 'zh-tw'],
] as const) {
  test(`every sentence has its words in ${language} in a bundle`, async () => {
    const { wordsIn } = await bundled(`export { wordsIn } from './src/wording/words.ts'`)
    assert.ok(typeof wordsIn === 'function')
    const words: unknown = Reflect.apply(wordsIn, undefined, [language])
    assert.ok(typeof words === 'function')
    const table: unknown = JSON.parse(
      readFileSync(path.join(projectRoot, `l10n/bundle.l10n.${name}.json`), 'utf8'),
    )
    assert.ok(typeof table === 'object' && table !== null)
    for (const [sentence, translated] of Object.entries(table)) {
      assert.equal(Reflect.apply(words, undefined, [sentence]), translated)
    }
  })
}

/** What `contents` exports, bundled as the extension is. */
async function bundled(contents: string): Promise<Record<string, unknown>> {
  const { outputFiles } = await build({
    ...optionsFor(true),
    stdin: { contents, resolveDir: projectRoot },
    format: 'esm',
    write: false,
  })
  const text = outputFiles[0]?.text ?? assert.fail('nothing is built')
  const made: unknown = await import(`data:text/javascript,${encodeURIComponent(text)}`)
  assert.ok(typeof made === 'object' && made !== null)
  return { ...made }
}
