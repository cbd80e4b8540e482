import * as vscode from 'vscode'
import {
  dimensionsOf,
  dimensionTable,
  mainComparison,
  provisionTable,
  type Dimension,
  type TableOptions,
} from '../../core/features/comparison.ts'
import { citingFormat } from '../../core/report/citingFormat.ts'
import { draftBlock } from '../../core/report/blockDraft.ts'
import { regionName } from '../../core/citation/regionNames.ts'
import { nameIn, type Language } from '../../core/corpus/language.ts'
import { plainRow } from '../../core/text/inertMarkdown.ts'
import { toRange } from '../convert.ts'
import { refuse } from '../messages.ts'
import { readSettings } from '../settings.ts'
import type { State } from '../state.ts'
import { wordsIn } from '../../wording/words.ts'
import type { OfferedRow } from './citationPicker.ts'
import { chooseProvisions, editorToWriteIn } from './insertCitation.ts'

const { t } = vscode.l10n

/** Lets the analyst choose provisions, or what an article compares, and inserts them side by side as a table. */
export async function compare(state: State): Promise<void> {
  const editor = editorToWriteIn()
  if (editor === undefined) return
  const table = await chooseTable(state, editor)
  if (table === undefined) return
  const { document } = editor
  const report = state.reports.get(document)
  const edit = draftBlock(report, document.offsetAt(editor.selection.active), table)
  const done = await editor.edit((builder) => {
    builder.insert(toRange(document, edit.span).start, edit.text)
  })
  if (!done) {
    refuse(t('The table was not inserted: the editor refused the change. Try again.'))
  }
}

async function chooseTable(state: State, editor: vscode.TextEditor): Promise<string | undefined> {
  const corpus = await state.source.ready
  const { document } = editor
  const { language, citing } = readSettings(document)
  const format = citingFormat(state.reports.get(document), corpus, citing)
  const options = { ...format, words: tableWords(format.language) }
  let dimensions: readonly Dimension[] = []
  const take = (taken: readonly Dimension[]): void => {
    dimensions = taken
  }
  const rows = dimensionRows(dimensionsOf(corpus), language, take)
  const offers = { heading: t('Compared in articles'), rows }
  const provisions = await chooseProvisions(state, { purpose: 'compare', offers })
  if (dimensions.length > 0) return dimensionTable(dimensions, options)
  return provisions.length === 0 ? undefined : provisionTable(provisions, options)
}

type Take = (dimensions: readonly Dimension[]) => void

/** What articles compare: in most dimensions at once, and in each. */
function dimensionRows(
  dimensions: readonly Dimension[],
  language: Language,
  take: Take,
): readonly OfferedRow[] {
  const main = mainComparison(dimensions)
  const whole = main.slice(0, 1).map(({ sides }) => ({
    label: t('All {0} dimensions', main.length),
    description: sidesText(sides, language),
    detail: plainRow(main.map(({ name }) => nameIn(name, language)).join(' · ')),
    take: () => {
      take(main)
    },
  }))
  return [...whole, ...dimensions.map((dimension) => dimensionRow(dimension, language, take))]
}

function dimensionRow(dimension: Dimension, language: Language, take: Take): OfferedRow {
  const { name, sides, article, claims } = dimension
  const keys = claims.map(({ key }) => key).join(', ')
  return {
    label: plainRow(nameIn(name, language)),
    description: sidesText(sides, language),
    detail: plainRow(`${nameIn(article.titles, language)} · ${keys}`),
    take: () => {
      take([dimension])
    },
  }
}

function sidesText(sides: readonly string[], language: Language): string {
  return sides.map((side) => regionName(side, language)).join(' · ')
}

function tableWords(language: Language): TableOptions['words'] {
  const t = wordsIn(language)
  return {
    dimension: t('Dimension'),
    says: t('What it says'),
    asBefore: t('As on the left'),
    nothing: '–',
  }
}
