import * as vscode from 'vscode'
import type { InstrumentFile } from '../../../core/corpus/corpus.ts'
import type { Instrument } from '../../../core/corpus/provision.ts'
import { readCorpusFile } from '../../../core/corpusFile/parseCorpusFile.ts'
import { codeOfAgency } from '../../../core/features/importing/importing.ts'
import { fileBeingMerged } from '../../../core/features/importing/mergedFile.ts'
import {
  comparedEdition,
  correctionsOf,
  isUsuallyTaken,
  type EditionRow,
  type NextEdition,
} from '../../../core/features/importing/nextEdition.ts'
import type { Outline } from '../../../core/official/outline.ts'
import { plainRow } from '../../../core/text/inertMarkdown.ts'
import { inSlices } from '../../../workspace/inSlices.ts'
import { refuse, tellOf } from '../../messages.ts'
import type { ReadDocument } from '../../official/chosenDocument.ts'
import { withProgress } from '../../results/progress.ts'
import type { State } from '../../state.ts'
import { correctParts } from './correctParts.ts'

const { t } = vscode.l10n

/** A document that is the next edition of one that a corpus file was imported from. */
export interface NextDocument extends ReadDocument {
  readonly name: string
  readonly sha256: string
}

/**
 * Writes the next edition into the own corpus file of `instrument` by one edit, which can be undone: its parts are
 * corrected as those of the first one were, and each change is taken or left. Escape leads back a step, and out.
 */
export async function importNextEdition(
  { source }: Pick<State, 'source'>,
  instrument: Instrument,
  { name, outline, sha256, listFields }: NextDocument,
): Promise<void> {
  const own = source.ownAddressOf(instrument.source.file)
  if (own === undefined) return
  const file = vscode.Uri.parse(own)
  const document = await vscode.workspace.openTextDocument(file)
  const text = document.getText()
  const read = await inSlices(readCorpusFile(text, instrument.source.file))
  if (read.kind !== 'instrument') {
    refuse(t('{0} is no corpus file of an instrument.', instrument.source.file), file)
    return
  }
  const asked = await askAll(read.file, outline, name)
  if (asked === undefined) return
  const corpus = await source.ready
  const codeOf = (called: string) => codeOfAgency(corpus, called)
  const facts = { sha256, listFields, codeOf }
  const merging = fileBeingMerged(text, asked.edition, asked.taken, facts)
  const merged = await withProgress(
    t('Writing {0}', instrument.source.file),
    async ({ signal }) => ({
      text: await inSlices(merging, () => signal.aborted),
    }),
  )
  if (merged === undefined) return
  if (document.getText() !== text) {
    refuse(t('{0} changed meanwhile; try again.', instrument.source.file), file)
    return
  }
  if (merged.text === undefined) {
    refuse(
      t(
        '{0} cannot be written into {1}: mend the troubles of {2} first.',
        name,
        instrument.source.file,
        instrument.source.file,
      ),
      file,
    )
    return
  }
  if (!(await write(document, merged.text))) {
    refuse(t('{0} could not be written.', instrument.source.file), file)
    return
  }
  tellOf(
    file,
    asked.edition.unfit.length === 0
      ? t('{0}: {1} of {2} changes were taken.', name, asked.taken.size, asked.edition.rows.length)
      : t(
          '{0}: {1} of {2} changes were taken. Corrections in the file that fit nothing any more: {3}.',
          name,
          asked.taken.size,
          asked.edition.rows.length,
          asked.edition.unfit.length,
        ),
  )
}

interface Asked {
  readonly edition: NextEdition
  readonly taken: ReadonlySet<EditionRow>
}

async function askAll(
  file: InstrumentFile,
  outline: Outline,
  name: string,
): Promise<Asked | undefined> {
  let corrections = correctionsOf(file.instrument)
  for (;;) {
    const corrected = await correctParts(outline.parts, file.instrument.type, corrections)
    if (!corrected.isAccepted) return undefined
    corrections = corrected.corrections
    const comparing = comparedEdition(file, outline, corrections)
    const edition = await withProgress(t('Comparing {0}', name), ({ signal }) =>
      inSlices(comparing, () => signal.aborted),
    )
    if (edition === undefined) return undefined
    const taken = await askRows(edition)
    if (taken !== undefined) return { edition, taken }
  }
}

interface RowItem extends vscode.QuickPickItem {
  readonly row: EditionRow
}

/** Asks which changes are taken: all at first, but for those that take keys, or words that may be the analyst's, out of the file. */
async function askRows({ rows }: NextEdition): Promise<ReadonlySet<EditionRow> | undefined> {
  if (rows.length === 0) return new Set()
  const items = rows.map((row) => ({ ...itemOf(row), picked: isUsuallyTaken(row), row }))
  const chosen = await vscode.window.showQuickPick<RowItem>(items, {
    title: t('Import Instrument'),
    placeHolder: t('Check each change that the file is to take; what is left stays as it is'),
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDescription: true,
  })
  return chosen && new Set(chosen.map(({ row }) => row))
}

function itemOf(row: EditionRow): vscode.QuickPickItem {
  const before = row.old?.said ?? ''
  const now = row.now?.proposed.title ?? ''
  const label = row.old?.label ?? ''
  const words = before !== '' && now !== '' && before !== now ? `${before} → ${now}` : now || before
  return {
    label: `$(${icons[row.kind]}) ${plainRow(`${label} ${words}`.trim())}`,
    description: [kindText(row.kind), ...kindsOf(row)].join(', '),
  }
}

/** The kind that the file says and that of the document, where these differ. */
function kindsOf({ change }: EditionRow): readonly string[] {
  if (change.kind !== 'changed' || change.after.text === '') return []
  return [`${change.before.text} → ${change.after.text}`]
}

const icons = {
  inserted: 'diff-added',
  deleted: 'diff-removed',
  moved: 'diff-renamed',
  changed: 'diff-modified',
} as const satisfies Readonly<Record<EditionRow['kind'], string>>

function kindText(kind: EditionRow['kind']): string {
  switch (kind) {
    case 'inserted':
      return t('new')
    case 'deleted':
      return t('gone; its key goes with it')
    case 'moved':
      return t('moved')
    case 'changed':
      return t('changed')
  }
}

/** Puts `text` into `document` by one edit, saves it, and shows it. Whether it is in the file. */
async function write(document: vscode.TextDocument, text: string): Promise<boolean> {
  const all = new vscode.Range(
    new vscode.Position(0, 0),
    new vscode.Position(document.lineCount, 0),
  )
  const edit = new vscode.WorkspaceEdit()
  edit.replace(document.uri, document.validateRange(all), text)
  if (!(await vscode.workspace.applyEdit(edit))) return false
  const isSaved = await document.save()
  await vscode.window.showTextDocument(document)
  return isSaved
}
