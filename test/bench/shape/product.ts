import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Files from '../../../src/cli/nodeFiles.ts'
import type * as Cards from '../../../src/core/corpus/card.ts'
import type * as Completion from '../../../src/core/features/completion.ts'
import type * as Hovers from '../../../src/core/features/hover.ts'
import type * as Reports from '../../../src/core/report/report.ts'
import type * as Searching from '../../../src/core/search/search.ts'
import type * as Threads from '../../../src/thread/threadsBeside.ts'
import type * as CardTexts from '../../../src/wording/cardMarkdown.ts'
import type * as Rows from '../../../src/wording/rowText.ts'
import type * as AllCorpora from '../../../src/workspace/corpora/corpora.ts'
import type * as Caches from '../../../src/workspace/indexes/indexCache.ts'
import type * as Names from '../../../src/workspace/indexes/nameIndexes.ts'
import type * as Indexes from '../../../src/workspace/indexes/searchIndexes.ts'
import type * as Pinyin from '../../../src/workspace/pinyinSource.ts'
import type * as Work from '../../../src/workspace/tasks/corpusWork.ts'

/** The entry points of the product that a window calls, editor aside. */
export type Product = typeof AllCorpora &
  typeof Caches &
  typeof CardTexts &
  typeof Cards &
  typeof Completion &
  typeof Files &
  typeof Hovers &
  typeof Indexes &
  typeof Names &
  typeof Pinyin &
  typeof Reports &
  typeof Rows &
  typeof Searching &
  Partial<typeof Threads & typeof Work>

const modules = [
  'cli/nodeFiles',
  'core/corpus/card',
  'core/features/completion',
  'core/features/hover',
  'core/report/report',
  'core/search/search',
  'thread/threadsBeside',
  'wording/cardMarkdown',
  'wording/rowText',
  'workspace/corpora/corpora',
  'workspace/indexes/indexCache',
  'workspace/indexes/nameIndexes',
  'workspace/indexes/searchIndexes',
  'workspace/pinyinSource',
  'workspace/tasks/corpusWork',
]

/** The product of the sources in `root`: of this checkout, or of another one that it is measured against. */
export async function loadProduct(root: string): Promise<Product> {
  // An earlier one did all on one thread.
  const files = modules.map((name) => join(root, 'src', `${name}.ts`)).filter(existsSync)
  const loading = files.map(async (file) => {
    return (await import(pathToFileURL(file).href)) as Partial<Product>
  })
  const entries = (await Promise.all(loading)).flatMap((module) => Object.entries(module))
  return Object.fromEntries(entries) as unknown as Product
}
