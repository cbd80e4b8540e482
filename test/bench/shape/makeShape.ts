import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import { readLibrary } from '../../../src/core/corpus/library.ts'
import { Homophones } from './homophones.ts'
import { LibraryWords } from './libraryWords.ts'
import { OwnCorpora, type OwnShape } from './ownCorpora.ts'
import { shapeQueries, type ShapeQuery } from './shapeQueries.ts'
import { TitleCounts } from './titleCounts.ts'
import { namesFor, titleLanguages, type TitledProvision } from './titles.ts'

/** Where own corpora go, and what is asked for in them and in the library of what is installed. */
export interface ShapeToMake extends OwnShape {
  /** The folder whose `dist` has the library. */
  readonly installed: string
  readonly folder: string
  /** How many queries of each kind there are. */
  readonly queries: number
}

/** Writes the own corpora of a shape, and the queries for them; how many these are. */
export function makeShape(shape: ShapeToMake): number {
  const library = libraryIn(shape.installed)
  const real = titledIn(library)
  const own: TitledProvision[] = []
  mkdirSync(join(shape.folder, '.policy'), { recursive: true })
  for (const file of new OwnCorpora(new LibraryWords(library), shape).files()) {
    writeFileSync(join(shape.folder, '.policy', file.name), file.text)
    for (const measure of file.measures) own.push(measure)
  }
  const counts = new TitleCounts()
  for (const { titles } of [...real, ...own]) counts.add(Object.values(titles).join('\n'))
  const homophones = new Homophones(real.flatMap(({ titles }) => Object.values(titles)))
  const queries = shapeQueries({ own, real, counts, homophones }, shape.queries)
  writeFileSync(queryFileIn(shape.folder), JSON.stringify(queries))
  return queries.length
}

/** The queries that were made for the own corpora in `folder`. */
export function readQueries(folder: string): readonly ShapeQuery[] {
  return JSON.parse(readFileSync(queryFileIn(folder), 'utf8')) as readonly ShapeQuery[]
}

function queryFileIn(folder: string): string {
  return join(folder, 'queries.json')
}

function libraryIn(folder: string): Corpus {
  const reading = readLibrary(readFileSync(join(folder, 'dist/library.json')))
  if ('refused' in reading) throw new Error('dist has no library of these sources: npm run build')
  return reading.corpus
}

function titledIn({ provisions }: Corpus): readonly TitledProvision[] {
  return provisions.map(({ key, titles }) => {
    const named = titleLanguages.map((language) => [language, namesFor(titles, language)] as const)
    return { key, titles: Object.fromEntries(named.filter(([, title]) => title !== undefined)) }
  })
}
