import path from 'node:path'
import { cslItems } from '../core/bibliography/csl.ts'
import type { CslItem } from '../core/bibliography/cslItem.ts'
import { instrumentOf, type Corpus } from '../core/corpus/corpus.ts'
import type { Language } from '../core/corpus/language.ts'
import type { Instrument, Provision } from '../core/corpus/provision.ts'
import { writeBibtex } from '../core/export/bibtex.ts'
import { writeCslYaml } from '../core/export/cslYaml.ts'
import { writeRis } from '../core/export/ris.ts'
import { writeStratml } from '../core/export/stratml.ts'
import { analyseReport, reportLanguage, type Report } from '../core/report/report.ts'
import { placesInWords, type PlaceInWords } from '../core/bibliography/placesInWords.ts'
import { citedIn, readCitations, worksOf } from '../core/report/works.ts'
import { visibleJson } from '../core/text/controls/visibleControls.ts'
import { sentence } from '../core/corpus/sentence.ts'
import { wordsIn } from '../wording/words.ts'
import type { Files } from '../workspace/host.ts'
import { readReport } from '../workspace/reports/readReport.ts'
import { Failure } from './failure.ts'
import { namedReport } from './reports.ts'

/** What is exported: all of an instrument, or what a report cites. */
interface Exported {
  readonly name: string
  /** What is looked for in a reference list. */
  readonly provisions: readonly Provision[]
  /** The narrowest that are named, by keys or by the words behind them. */
  readonly places: readonly Provision[]
  /** Those that a report names in words, with the words. */
  readonly said: readonly PlaceInWords[]
  /** Of the report; English for an instrument. */
  readonly language: Language
  readonly whole?: Instrument
}

type Format = (exported: Exported, corpus: Corpus) => string

/** The forms in which provisions are exported. */
const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['csl-json', (exported, corpus) => `${visibleJson(itemsOf(exported, corpus), 2)}\n`],
  ['csl-yaml', (exported, corpus) => writeCslYaml(itemsOf(exported, corpus))],
  ['bibtex', (exported, corpus) => writeBibtex(itemsOf(exported, corpus))],
  ['biblatex', (exported, corpus) => writeBibtex(itemsOf(exported, corpus))],
  ['ris', (exported, corpus) => writeRis(itemsOf(exported, corpus))],
  [
    'stratml',
    ({ places, ...exported }, corpus) => writeStratml({ ...exported, provisions: places }, corpus),
  ],
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
    throw new Failure(sentence`There is no format “${format}”: ${exportFormats.join(', ')}.`)
  }
  return write(await exportedOf(files, name, corpus), corpus)
}

function itemsOf({ provisions, said, language }: Exported, corpus: Corpus): readonly CslItem[] {
  return cslItems(provisions, corpus, language, said)
}

async function exportedOf(files: Files, name: string, corpus: Corpus): Promise<Exported> {
  const whole = corpus.instruments.find(({ key }) => key === name)
  if (whole === undefined) {
    const report = await readNamed(files, name)
    const language = reportLanguage(report) ?? 'en'
    const t = wordsIn(language)
    return {
      name: t('What {0} cites', path.basename(name)),
      provisions: worksNamed(report, name, corpus),
      places: citedIn(report, corpus),
      said: placesInWords(readCitations(report, corpus), corpus, language),
      language,
    }
  }
  const provisions = corpus.provisions.filter(({ key }) => instrumentOf(corpus, key) === whole)
  return { name: whole.titles.en, provisions, places: provisions, said: [], language: 'en', whole }
}

async function readNamed(files: Files, name: string): Promise<Report> {
  const read = await readReport(files, namedReport(name).address, name)
  if (read.kind === 'refused') throw new Failure(read.why)
  return analyseReport(read.text)
}

function worksNamed(report: Report, name: string, corpus: Corpus): readonly Provision[] {
  const cited = worksOf(report, corpus)
  if (cited.length === 0) throw new Failure(sentence`${name} cites nothing of the corpus.`)
  return cited
}
