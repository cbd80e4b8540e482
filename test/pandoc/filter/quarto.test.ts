import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { load } from 'js-yaml'
import { copyFilter } from '../../../scripts/build.mjs'
import { projectRoot } from '../../support/projectPaths.ts'
import { field, filterFile } from '../pandoc.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'policy-citation-quarto-'))
after(() => {
  rmSync(folder, { recursive: true })
})

const extension = 'media/quarto/_extensions/policy-citation'

test('the Quarto extension is of the version of the package, and contributes the filter', () => {
  const said: unknown = load(
    readFileSync(path.join(projectRoot, extension, '_extension.yml'), 'utf8'),
  )
  const own: unknown = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'))
  assert.equal(field(said, 'version'), field(own, 'version'))
  for (const name of ['title', 'author', 'quarto-required']) assert.ok(field(said, name), name)
  assert.deepEqual(field(said, 'contributes'), { filters: Object.keys(filterFile) })
})

test('the build puts the one filter into it', () => {
  copyFilter(folder)
  const copied = readFileSync(path.join(folder, extension, 'policy-citation.lua'), 'utf8')
  assert.equal(copied, filterFile['policy-citation.lua'])
})
