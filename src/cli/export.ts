import path from 'node:path'
import { cslItem, type CslItem } from '../core/bibliography/csl.ts'
import { instrumentOf, type Corpus } from '../core/corpus/corpus.ts'
import type { Instrument, Provision } from '../core/corpus/provision.ts'
import { writeBibtex } from '../core/export/bibtex.ts'
import { writeStratml } from '../core/export/stratml.ts'
import { analyseReport } from '../core/report/report.ts'
import { worksOf } from '../core/report/works.ts'
import { inWords } from '../core/corpus/sentence.ts'
import type { Files } from '../workspace/host.ts'
import { readReport } from '../workspace/reports/readReport.ts'
import { Failure } from './failure.ts'
import { namedReport } from './reports.ts'

/** What is exported: all of an instrument, or what a report cites. */
interface Exported {
  readonly name: string
  readonly provisions: readonly Provision[]
  readonly whole?: Instrument
}

/** The forms in which provisions are exported. */
const formats: ReadonlyMap<string, (exported: Exported, corpus: Corpus) => string> = new Map([
  [
    'csl-json',
    (exported, corpus) => `${JSON.stringify(itemsOf(exported, corpus), undefined, 2)}\n`,
  ],
  ['bibtex', (exported, corpus) => writeBibtex(itemsOf(exported, corpus))],
  ['stratml', writeStratml],
])

/** The names of the formats. */
const exportFormats: readonly string[] = [...formats.keys()]

/**
 * What `name` stands for, in `format`: all provisions of the instrument that is called so, or what the
 * report in that file cites, each once.
 *
 * @throws Failure where it is neither, or there is no such format.
 */
export async function exportText(
  files: Files,
  name: string,
  format: string,
  corpus: Corpus,
): Promise<string> {
  const write = formats.get(format)
  if (write === undefined) {
    throw new Failure(`There is no format “${format}”: ${exportFormats.join(', ')}.`)
  }
  return write(await exportedOf(files, name, corpus), corpus)
}

function itemsOf({ provisions }: Exported, corpus: Corpus): readonly CslItem[] {
  return provisions.map((provision) => cslItem(provision, corpus))
}

async function exportedOf(files: Files, name: string, corpus: Corpus): Promise<Exported> {
  const whole = corpus.instruments.find(({ key }) => key === name)
  if (whole === undefined) {
    return {
      name: `What ${path.basename(name)} cites`,
      provisions: await citedIn(files, name, corpus),
    }
  }
  const provisions = corpus.provisions.filter(({ key }) => instrumentOf(corpus, key) === whole)
  return { name: whole.titles.en, provisions, whole }
}

async function citedIn(files: Files, name: string, corpus: Corpus): Promise<readonly Provision[]> {
  const read = await readReport(files, namedReport(name).address, name)
  if (read.kind === 'refused') throw new Failure(inWords(read.why))
  const cited = worksOf(analyseReport(read.text), corpus)
  if (cited.length === 0) throw new Failure(`${name} cites nothing of the corpus.`)
  return cited
}
