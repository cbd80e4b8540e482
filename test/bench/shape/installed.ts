import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeLibrary, writePinyinTable, writeSynonyms } from '../../../scripts/build.mjs'
import { isSmallest } from '../benchSize.ts'

/**
 * Where the product of the checkout `root` is installed: there, as it was built. The least that can be measured
 * needs no build: what it reads is written into `folder`.
 */
export async function installed(root: string, folder: string): Promise<string> {
  if (!isSmallest) return root
  const dist = join(folder, 'dist')
  mkdirSync(dist, { recursive: true })
  for (const write of [writeLibrary, writePinyinTable, writeSynonyms]) await write(dist)
  return folder
}
