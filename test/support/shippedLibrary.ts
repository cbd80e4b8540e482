import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseKey } from '../../src/core/corpus/key.ts'
import { readLibrary } from '../../src/core/corpus/library.ts'
import type { Provision } from '../../src/core/corpus/provision.ts'
import { projectRoot } from './projectPaths.ts'

/** The provision of the library as it was built, for tests that must outlive a better wording. */
export function shipped(key: string): Provision {
  const parsed = parseKey(key)
  const provision = parsed && library?.byKey.get(parsed)
  if (provision === undefined) throw new Error(`dist/library.json has no ${key}`)
  return provision
}

/** The English title of the provision of the library as it was built. */
export function shippedTitle(key: string): string {
  return shipped(key).titles.en
}

const library = readLibrary(readFileSync(path.join(projectRoot, 'dist/library.json'), 'utf8'))
