import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { build } from 'esbuild'
import * as yaml from 'js-yaml'
import { optionsFor } from '../../../scripts/build.mjs'
import { projectRoot } from '../../support/projectPaths.ts'

type Yaml = Pick<typeof yaml, 'parseEvents' | 'YAMLException'>

const folder = mkdtempSync(path.join(tmpdir(), 'policy-citation-yaml-'))
after(() => {
  rmSync(folder, { recursive: true })
})

/** js-yaml as bundles have it. */
async function bundled(): Promise<Yaml> {
  const outfile = path.join(folder, 'yaml.cjs')
  const contents = "export { parseEvents, YAMLException } from 'js-yaml'"
  const stdin = { contents, resolveDir: projectRoot }
  await build({ ...optionsFor(true), stdin, outfile, platform: 'node' })
  return createRequire(import.meta.url)(outfile) as Yaml
}

/** The events of `text`, or what is wrong with it and where. */
function readingOf({ parseEvents, YAMLException }: Yaml, text: string): object {
  try {
    return { events: parseEvents(text, { maxDepth: 4 }) }
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    return { fault: error.reason, mark: { ...error.mark } }
  }
}

const texts = [
  ...['a: b\nc: [1, 2]\n', 'a: |\n  t\n  u\nb: >\n  f\n\n  g\n', "a: 'it''s'\nb: \"\\u4e66 x\"\n"],
  ...['- a\n- b:\n    - c\n', '? x\n: y\n', 'a: &x 1\nb: *x\n', '%YAML 1.2\n---\na: 1\n...\n'],
  ...['{a: 1, b: [c, d]}', '---\n', '', '\uFEFFa: b\r\nc: d\r'],
  ...[
    'a: b\nc: [1, 2\nd: e',
    'a: "x\\q"\n',
    'a: |\n  t\nb: >\n  f\n g',
    'a: b: c',
    '\t- x',
    'a:\n\t b',
  ],
]

test('YAML is read in bundles as js-yaml reads it, and faults stand where it finds them', async () => {
  const ours = await bundled()
  assert.equal(texts.filter((text) => 'fault' in readingOf(yaml, text)).length, 7)
  for (const text of texts) assert.deepEqual(readingOf(ours, text), readingOf(yaml, text), text)
})
