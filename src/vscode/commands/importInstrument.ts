import * as vscode from 'vscode'
import {
  corpusFileOf,
  correctedParts,
  outlineRows,
  type OutlineRow,
} from '../../core/features/importing.ts'
import { idFor, instrumentTypes } from '../../core/features/newCorpusFile.ts'
import type { Instrument, InstrumentType } from '../../core/corpus/provision.ts'
import type { Outline, Part } from '../../core/official/outline.ts'
import { instrumentOfDocument } from '../../core/features/documents/knownDocument.ts'
import { nameIn } from '../../core/corpus/language.ts'
import { plainRow } from '../../core/text/inertMarkdown.ts'
import { fileNamesIn, folderToWriteIn, openNewCorpusFile } from '../corpora/newCorpusFiles.ts'
import { attachDocument } from './attached/attachOfficialDocument.ts'
import { displayLanguage } from '../settings.ts'
import {
  chooseDocument,
  readWithProgress,
  type ChosenDocument,
} from '../official/chosenDocument.ts'
import { hashOf } from '../../workspace/storedFiles.ts'
import { askInDialog, refuse, tell } from '../messages.ts'
import type { State } from '../state.ts'

const { t } = vscode.l10n

/** Makes a corpus file of a document that the analyst chooses; its parts are shown as a tree, to accept or correct. */
export async function importInstrument(state: State): Promise<void> {
  const document = await chooseDocument(t('The document to import'), t('Import'))
  if (document === undefined) return
  const sha256 = await hashOf(document.bytes)
  const { name } = document
  const corpus = await state.source.ready
  const named = instrumentOfDocument(corpus, { name, sha256 })
  if (named !== undefined && !(await isToBeImported(state, document, named))) return
  const outline = await readWithProgress(state.extension, document)
  if (outline === undefined) return
  const titled = named ?? instrumentOfDocument(corpus, { name, sha256, title: outline.title })
  if (titled !== named && titled !== undefined)
    if (!(await isToBeImported(state, { ...document, outline }, titled))) return
  if (outline.parts.length === 0) {
    refuse(
      t(
        'Nothing that could be a division or a measure was found in {0}. Try another copy, or write the file with “New Corpus File”.',
        document.name,
      ),
      document.file,
    )
    return
  }
  const title = await askTitle(outline.title ?? document.name)
  const type = title === undefined ? undefined : await askType(outline.type)
  if (title === undefined || type === undefined) return
  const parts = await askParts(outline)
  if (parts === undefined) return
  await write(state, { ...outline, title, type, parts }, sha256)
}

/** Says that the corpus has the instrument of `document`, and does instead what the analyst then wants; whether that is to import it. */
async function isToBeImported(
  state: State,
  document: ChosenDocument,
  instrument: Instrument,
): Promise<boolean> {
  const { key, titles, source } = instrument
  const own = state.source.ownAddressOf(source.file)
  const [opens, attaches, imports] = [
    t('Open Corpus File'),
    t('Attach as Official Document'),
    t('Import Anyway'),
  ]
  const title = nameIn(titles, displayLanguage())
  const answer = await askInDialog(
    own === undefined
      ? t('{0} is in the library as {1}, {2}.', document.name, key, title)
      : t(
          '{0} is in your own corpus file {1} as {2}, {3}.',
          document.name,
          source.file,
          key,
          title,
        ),
    t(
      'Attach it as its official document instead? Cards then show the words of the issuer, and quotations are checked against them. An import makes a second instrument under another key.',
    ),
    ...(own === undefined ? [] : [opens]),
    attaches,
    imports,
  )
  if (answer === attaches) await attachDocument(state, instrument, document)
  if (answer === opens && own !== undefined)
    await vscode.window.showTextDocument(vscode.Uri.parse(own))
  return answer === imports
}

async function askTitle(proposed: string): Promise<string | undefined> {
  const title = await vscode.window.showInputBox({
    title: t('Import Instrument'),
    prompt: t('The English title of the plan, act, order, declaration or article'),
    value: proposed,
    validateInput: (text) => (text.trim() === '' ? t('Write a title.') : undefined),
  })
  return title?.trim()
}

/** What it is: what its parts show it to be stands first. */
async function askType(proposed: InstrumentType = 'plan'): Promise<InstrumentType | undefined> {
  const others = instrumentTypes.filter((type) => type !== proposed && type !== 'article')
  const chosen = await vscode.window.showQuickPick(
    [proposed, ...others].map((type) => ({ label: type, type })),
    { title: t('Import Instrument'), placeHolder: t('What it is') },
  )
  return chosen?.type
}

interface PartItem extends vscode.QuickPickItem {
  readonly row: OutlineRow
}

/** Shows all parts as a tree; those that are left ticked, as divisions or measures as the analyst has it. */
async function askParts(outline: Outline): Promise<readonly Part[] | undefined> {
  const rows = outlineRows(outline.parts)
  const levels = new Map<Part, Part['level']>()
  const pick = vscode.window.createQuickPick<PartItem>()
  const itemOf = (row: OutlineRow): PartItem =>
    itemOfRow(row, levels.get(row.part) ?? row.part.level)
  pick.title = t('Import Instrument')
  pick.placeholder = t(
    'Uncheck each row that is neither a division nor a measure; what stands below it moves up a level',
  )
  pick.canSelectMany = true
  pick.matchOnDescription = true
  pick.ignoreFocusOut = true
  pick.items = rows.map(itemOf)
  pick.selectedItems = pick.items
  pick.onDidTriggerItemButton(({ item: { row } }) => {
    const kept = new Set(pick.selectedItems.map((item) => item.row.part))
    const level = levels.get(row.part) ?? row.part.level
    levels.set(row.part, level === 'division' ? 'measure' : 'division')
    pick.items = rows.map(itemOf)
    pick.selectedItems = pick.items.filter((item) => kept.has(item.row.part))
  })
  try {
    const kept = await new Promise<ReadonlySet<Part> | undefined>((resolve) => {
      pick.onDidAccept(() => {
        resolve(new Set(pick.selectedItems.map(({ row }) => row.part)))
      })
      pick.onDidHide(() => {
        resolve(undefined)
      })
      pick.show()
    })
    return kept && correctedParts(outline.parts, kept, levels)
  } finally {
    pick.dispose()
  }
}

function itemOfRow(row: OutlineRow, level: Part['level']): PartItem {
  const isDivision = level === 'division'
  const pages = row.part.pages
  return {
    row,
    label: `${'\u2003'.repeat(row.depth)}${isDivision ? '$(list-tree)' : '$(law)'} ${plainRow(row.name)}`,
    description: [
      isDivision ? t('division') : t('measure'),
      ...(pages === undefined ? [] : [t('p. {0}', pages.first)]),
    ].join(', '),
    buttons: [
      {
        iconPath: new vscode.ThemeIcon(isDivision ? 'law' : 'list-tree'),
        tooltip: isDivision ? t('Make it a measure') : t('Make it a division'),
      },
    ],
  }
}

async function write(
  { source }: State,
  outline: Outline & { readonly title: string; readonly type: InstrumentType },
  sha256: string,
): Promise<void> {
  const corpus = await source.ready
  const folder = folderToWriteIn()
  const written = await fileNamesIn(folder)
  const { title, type, parts, unread } = outline
  const id = idFor(title, (one) => corpus.byKey.has(one) || written.has(`${one}.md`))
  const text = corpusFileOf({ outline, id, type, title, sha256 }, corpus)
  await openNewCorpusFile(folder, id, text)
  const count = outlineRows(parts).length
  tell(
    unread.length === 0
      ? t('{0}: {1} divisions and measures.', title, count)
      : t(
          '{0}: {1} divisions and measures. What was not understood stands at the top, in {2} lines.',
          title,
          count,
          unread.length,
        ),
  )
}
