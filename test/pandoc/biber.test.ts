import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { cslItems } from '../../src/core/bibliography/csl.ts'
import { writeBibtex } from '../../src/core/export/bibtex.ts'
import { libraryCorpus } from '../core/search/libraryCorpus.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'policy-citation-biber-'))
after(() => {
  rmSync(folder, { recursive: true })
})
const isThere = spawnSync('biber', ['--version']).error === undefined
const skip = isThere ? false : 'biber is not installed'

test(
  'biber reads the BibTeX of the whole library without a warning, and each address as it is',
  { skip },
  () => {
    const corpus = libraryCorpus()
    const items = cslItems(corpus.provisions, corpus, 'en')
    writeFileSync(path.join(folder, 'in.bib'), writeBibtex(items))
    const args = ['--tool', '--output-file', 'out.bib', 'in.bib']
    const { stdout, status } = spawnSync('biber', args, { cwd: folder, encoding: 'utf8' })
    assert.doesNotMatch(stdout, /^(?:WARN|ERROR)/mu)
    assert.equal(status, 0)
    const text = readFileSync(path.join(folder, 'out.bib'), 'utf8')
    const read = new Map(
      text
        .split(/^@/mu)
        .map((entry) => [
          /^\w+\{([^,]+),/u.exec(entry)?.[1] ?? '',
          /^\s*URL\s*=\s*\{(.*)\},?$/imu.exec(entry)?.[1],
        ]),
    )
    for (const { id, URL } of items) assert.equal(read.get(id), URL, id)
  },
)
