import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import type { NameIndex } from '../../../src/core/names/nameIndex.ts'
import type { PinyinTable } from '../../../src/core/words/pinyin.ts'
import type { CorpusSource } from '../../../src/workspace/corpora/corpusSource.ts'
import type { SearchIndexes } from '../../../src/workspace/indexes/searchIndexes.ts'
import type { CorpusWork } from '../../../src/workspace/tasks/corpusWork.ts'
import { diskHost, strictLog } from './diskHost.ts'
import type { Product } from './product.ts'

/** Where the product runs, and on what. */
export interface Place {
  /** The checkout whose sources it is. */
  readonly root: string
  /** Where it is installed: the folder whose `dist` has the library. */
  readonly installed: string
  /** The folder that is worked in, with own corpora in `.policy`. */
  readonly folder: string
  /** The storage that is kept from one start to the next. */
  readonly storage: string
}

/** The product as a window has it once all corpora are in use. */
export interface OpenProduct {
  readonly source: CorpusSource
  readonly indexes: SearchIndexes
  readonly pinyin: PinyinTable | undefined
  /** Milliseconds until the library was in use, and until own corpora were, too. */
  readonly library: number
  readonly all: number
  /** Resolves once nothing is done in the background any more. */
  readonly settled: () => Promise<void>
  /** The names of its provisions, as whoever looks for mentions asks for them. */
  readonly names: () => Promise<NameIndex>
}

/** Starts the product as activation does, and waits until all own corpora are read, indexed and in use. */
export async function openProduct(product: Product, place: Place): Promise<OpenProduct> {
  const begun = performance.now()
  const { Corpora, IndexCache, NameIndexes, PinyinSource, SearchIndexes, addressOf } = product
  const host = diskHost(product, place.folder)
  const storage = addressOf(join(place.storage, 'indexes'))
  const work = workOf(product, place)
  const cache = new IndexCache(host.files, storage, strictLog)
  const indexes = new SearchIndexes(cache, work)
  const extension = addressOf(place.installed)
  const source = new Corpora({
    ...{ host, extension, indexes, cache, log: strictLog },
    ...(work && { work }),
  })
  let changed = begun
  source.onDidChange(() => {
    changed = performance.now()
  })
  await source.ready
  const library = performance.now() - begun
  await source.readChanged()
  // Who types would have it made here, if it were not.
  indexes.get(source.current)
  const folder = addressOf(join(place.installed, 'dist'))
  const pinyin = await new PinyinSource({ files: host.files, folder, log: strictLog }).table(false)
  const names = new NameIndexes(indexes)
  return {
    ...{ source, indexes, pinyin, library },
    all: changed - begun,
    settled: async () => {
      await (indexes as Partial<Pick<SearchIndexes, 'merged'>>).merged
    },
    names: () => names.get(source.current),
  }
}

/** Threads beside this one, as the editor has them; `undefined` of a product that had none. */
function workOf({ CorpusWork, ThreadsBeside }: Product, { root }: Place): CorpusWork | undefined {
  if (CorpusWork === undefined || ThreadsBeside === undefined) return undefined
  const threads = new ThreadsBeside(join(root, 'src/thread/corpusThread.ts'))
  return new CorpusWork(() => Promise.resolve(threads))
}

/** How many of `corpus` are measures. */
export function measuresOf({ provisions }: Corpus): number {
  return provisions.filter(({ level }) => level === 'measure').length
}

/** The bytes of the index in use: of the buffers that its segments lie over. */
export function indexBytes({ indexes, source }: OpenProduct): number {
  const buffers = new Set<ArrayBufferLike>()
  for (const segment of indexes.get(source.current).segments) {
    for (const part of Object.values(segment) as readonly unknown[]) {
      if (ArrayBuffer.isView(part)) buffers.add(part.buffer)
    }
  }
  return [...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0)
}

/** An own corpus file, in the middle of all; `undefined` where there is none. */
export function middleFile({
  folder,
}: Place): { readonly path: string; readonly text: string } | undefined {
  const names = readdirSync(join(folder, '.policy')).sort()
  const name = names[Math.floor(names.length / 2)]
  if (name === undefined) return undefined
  const path = join(folder, '.policy', name)
  return { path, text: readFileSync(path, 'utf8') }
}
