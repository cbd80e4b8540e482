import { readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../projectPaths.ts'
import type { PartThere } from './partsThere.ts'
import type { ProofDocument } from './proofDocuments.ts'

/** What `ownParts.txt` says of one document: `== PATH`, then a line `KEY | BEGINNING` for each part that is printed. */
interface Listed {
  readonly file: string
  readonly parts: readonly PartThere[]
}

function listed(text: string): readonly Listed[] {
  return text
    .split('== ')
    .slice(1)
    .map((section) => {
      const [file = '', ...lines] = section.trimEnd().split('\n')
      const parts = lines.map((line) => {
        const [key = '', begins = ''] = line.split(' | ')
        return { keys: [key], begins }
      })
      return { file, parts }
    })
}

/** Documents of our own, which lie in this project: small ones of every format. */
export const ownDocuments: readonly ProofDocument[] = listed(
  readFileSync(path.join(projectRoot, 'test/support/documents/ownParts.txt'), 'utf8'),
).map(({ file, parts }) => ({
  title: path.basename(file),
  file: path.join(projectRoot, file),
  skip: false,
  partsThere: () => parts,
  countedBy: 'all parts by a list',
}))
