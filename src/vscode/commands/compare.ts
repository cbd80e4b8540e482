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
import { readSettings } from '../settings.ts'
import type { State } from '../state.ts'
import { wordsIn } from '../../wording/words.ts'
import { chooseProvisions, editorToWriteIn } from './insertCitation.ts'

const { t } = vscode.l10n

interface DimensionRow extends vscode.QuickPickItem {
  readonly dimension?: Dimension
}

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
    void vscode.window.showWarningMessage(
      t('The table was not inserted: the editor refused the change. Try again.'),
    )
  }
}

async function chooseTable(state: State, editor: vscode.TextEditor): Promise<string | undefined> {
  const corpus = await state.source.ready
  const { document } = editor
  const { language, citing } = readSettings(document)
  const format = citingFormat(state.reports.get(document), corpus, citing)
  const options = { ...format, words: tableWords(format.language) }
  const dimensions = dimensionsOf(corpus)
  const rows = await chooseDimensions(dimensions, language)
  if (rows === undefined) return undefined
  if (rows.length > 0) return dimensionTable(rows, options)
  const provisions = await chooseProvisions(state, { purpose: 'compare' })
  return provisions.length === 0 ? undefined : provisionTable(provisions, options)
}

/** The dimensions to compare in; empty for provisions that are chosen next; `undefined` when dismissed. */
async function chooseDimensions(
  dimensions: readonly Dimension[],
  language: Language,
): Promise<readonly Dimension[] | undefined> {
  if (dimensions.length === 0) return []
  const provisions: DimensionRow = {
    label: t('Provisions of your choice'),
    detail: t('Choose them one after the other; what each says stands side by side.'),
  }
  const whole: DimensionRow[] = [mainComparison(dimensions)].flatMap((main) => {
    const [first] = main
    if (first === undefined) return []
    return {
      label: t('All {0} dimensions', main.length),
      description: sidesText(first.sides, language),
      detail: plainRow(main.map(({ name }) => nameIn(name, language)).join(' · ')),
    }
  })
  const each = dimensions.map((dimension): DimensionRow => dimensionRow(dimension, language))
  const chosen = await vscode.window.showQuickPick([...whole, provisions, ...each], {
    title: t('Compare'),
    placeHolder: t('What to put side by side in a table'),
    matchOnDescription: true,
    matchOnDetail: true,
  })
  if (chosen === undefined) return undefined
  if (chosen === provisions) return []
  return chosen.dimension === undefined ? mainComparison(dimensions) : [chosen.dimension]
}

function dimensionRow(dimension: Dimension, language: Language): DimensionRow {
  const { name, sides, article, claims } = dimension
  const keys = claims.map(({ key }) => key).join(', ')
  return {
    label: plainRow(nameIn(name, language)),
    description: sidesText(sides, language),
    detail: plainRow(`${nameIn(article.titles, language)} · ${keys}`),
    dimension,
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
