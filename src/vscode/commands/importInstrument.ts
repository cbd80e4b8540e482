import * as vscode from 'vscode'
import type { ImportCorrection } from '../../core/corpus/imports/importCorrection.ts'
import { correctedOutline } from '../../core/features/importing/corrections.ts'
import { allProvisions, corpusFileOf } from '../../core/features/importing/importing.ts'
import { idFor, instrumentTypes } from '../../core/features/newCorpusFile.ts'
import type { Instrument, InstrumentType } from '../../core/corpus/provision.ts'
import type { Outline } from '../../core/official/outline.ts'
import { proposeProvisions } from '../../core/official/proposedProvisions.ts'
import { instrumentOfDocument } from '../../core/features/documents/knownDocument.ts'
import { nameIn } from '../../core/corpus/language.ts'
import { withoutEnding } from '../../core/text/withoutEnding.ts'
import { plainRow } from '../../core/text/inertMarkdown.ts'
import { fileNamesIn, folderToWriteIn, openNewCorpusFile } from '../corpora/newCorpusFiles.ts'
import { attachDocument } from './attached/attachOfficialDocument.ts'
import { correctParts } from './importing/correctParts.ts'
import { importNextEdition } from './importing/importNextEdition.ts'
import { displayLanguage } from '../settings.ts'
import {
  chooseDocument,
  readOnce,
  withFieldsAsked,
  type ChosenDocument,
  type ReadDocument,
  type UnclearList,
} from '../official/chosenDocument.ts'
import { hashOf } from '../../workspace/storedFiles.ts'
import { askInDialog, refuse, tellOf } from '../messages.ts'
import type { State } from '../state.ts'

const { t } = vscode.l10n

/** Makes a corpus file of a document that the analyst chooses; its parts are shown as a tree, to accept or correct. */
export async function importInstrument(state: State): Promise<void> {
  const document = await chooseDocument(t('The document to import'), t('Import'))
  if (document === undefined) return
  const sha256 = await hashOf(document.bytes)
  const found = await readForTarget(state, document, sha256)
  if (found === undefined) return
  const { read, target } = found
  const { name } = document
  if (read.outline.parts.length === 0) {
    refuse(
      t(
        'Nothing that could be a division or a measure was found in {0}. Try another copy, or write the file with “New Corpus File”.',
        name,
      ),
      document.file,
    )
    return
  }
  if (target !== 'new') {
    await importNextEdition(state, target, { ...read, name, sha256 })
    return
  }
  const asked = await askAll(read.outline, withoutEnding(name))
  if (asked !== undefined) await write(state, read, asked, sha256)
}

/** A document as it was read for what it is imported as. */
interface ReadForTarget {
  readonly read: ReadDocument
  readonly target: 'new' | Instrument
}

/**
 * Reads a document, and asks what it is imported as where that is not known: before it is asked which fields of a list
 * are what, where a corpus file may tell. `undefined` where it is not imported.
 */
async function readForTarget(
  state: State,
  document: ChosenDocument,
  sha256: string,
): Promise<ReadForTarget | undefined> {
  const { name } = document
  const corpus = await state.source.ready
  const named = instrumentOfDocument(corpus, { name, sha256 })
  const known = named && (await targetOf(state, document, named))
  if (known === 'none') return undefined
  const first = await readOnce(state.extension, document, listFieldsOf(known))
  if (first === undefined) return undefined
  const mayBeTold = 'fields' in first && corpus.instruments.some(({ listFields }) => listFields)
  const before = known ?? (mayBeTold ? await askTarget(state) : undefined)
  if (before === 'none') return undefined
  const read = await readAs(before, first, { state, document })
  if (read === undefined || before !== undefined) return read && before && { read, target: before }
  const { outline } = read
  const titled = instrumentOfDocument(corpus, { name, sha256, title: outline.title })
  const target = await (titled === undefined
    ? askTarget(state)
    : targetOf(state, { ...document, outline }, titled))
  if (target === 'none') return undefined
  const again = await readAs(target, read, { state, document })
  return again && { read: again, target }
}

/** `read` where its fields are what the corpus file of `target` says, else read anew; what is not known of them is asked. */
async function readAs(
  target: Target | undefined,
  read: ReadDocument | UnclearList,
  { state, document }: { readonly state: State; readonly document: ChosenDocument },
): Promise<ReadDocument | undefined> {
  const { extension } = state
  const said = listFieldsOf(target)
  const isAsSaid = said === undefined || said === read.listFields
  const now = isAsSaid ? read : await readOnce(extension, document, said)
  return now && withFieldsAsked(extension, document, now)
}

/** Which field of a list is what, where the corpus file of `target` says so. */
function listFieldsOf(target: Target | undefined): string | undefined {
  return typeof target === 'object' ? target.listFields : undefined
}

/** What the analyst says of a document that is imported. */
interface Asked {
  readonly title: string
  readonly type: InstrumentType
  readonly corrections: readonly ImportCorrection[]
}

/** Asks for title, which is `name` where the document has none, type and corrections of the parts; Escape leads back a step, and out of the first one. */
async function askAll(outline: Outline, name: string): Promise<Asked | undefined> {
  let asked: Asked = {
    title: outline.title ?? name,
    type: outline.type ?? 'plan',
    corrections: [],
  }
  const steps = [
    async () => {
      const title = await askTitle(asked.title)
      asked = { ...asked, title: title ?? asked.title }
      return title !== undefined
    },
    async () => {
      const type = await askType(asked.type)
      asked = { ...asked, type: type ?? asked.type }
      return type !== undefined
    },
    async () => {
      const { parts } = outline
      const { corrections, isAccepted } = await correctParts(parts, asked.type, asked.corrections)
      asked = { ...asked, corrections }
      return isAccepted
    },
  ]
  for (let step = 0; ;) {
    const ask = steps[step]
    if (ask === undefined) return step < 0 ? undefined : asked
    step += (await ask()) ? 1 : -1
  }
}

/** What a document is imported as: a new instrument, or the next edition of one; `none` where it is not imported. */
type Target = 'new' | 'none' | Instrument

/** Asks of which imported instrument of the analyst's own a document is the next edition, where there is any. */
async function askTarget({ source }: State): Promise<Target> {
  const own = (await source.ready).instruments.filter(
    ({ sha256, source: { file } }) =>
      sha256 !== undefined && source.ownAddressOf(file) !== undefined,
  )
  if (own.length === 0) return 'new'
  const rows: readonly (vscode.QuickPickItem & { readonly target: Target })[] = [
    { label: t('A new instrument'), target: 'new' },
    ...own.map((target) => ({
      label: t('The next edition of {0}', plainRow(nameIn(target.titles, displayLanguage()))),
      description: plainRow(target.source.file),
      target,
    })),
  ]
  const chosen = await vscode.window.showQuickPick(rows, {
    title: t('Import Instrument'),
    placeHolder: t('What it is'),
    ignoreFocusOut: true,
  })
  return chosen?.target ?? 'none'
}

/** Says that the corpus has the instrument of `document`, and does instead what the analyst then wants. */
async function targetOf(
  state: State,
  document: ChosenDocument,
  instrument: Instrument,
): Promise<Target> {
  const { key, titles, source } = instrument
  const own = state.source.ownAddressOf(source.file)
  const [opens, attaches, continues, imports] = [
    t('Open Corpus File'),
    t('Attach as Official Document'),
    t('Import as Next Edition'),
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
    ...(own === undefined ? [] : [continues]),
    imports,
  )
  if (answer === attaches) await attachDocument(state, instrument, document)
  if (answer === opens && own !== undefined)
    await vscode.window.showTextDocument(vscode.Uri.parse(own))
  if (answer === continues) return instrument
  return answer === imports ? 'new' : 'none'
}

async function askTitle(proposed: string): Promise<string | undefined> {
  const title = await vscode.window.showInputBox({
    title: t('Import Instrument'),
    prompt: t('The English title of the plan, act, order, declaration or article'),
    value: proposed,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? t('Write a title.') : undefined),
  })
  return title?.trim()
}

/** What it is: what its parts show it to be stands first. */
async function askType(proposed: InstrumentType): Promise<InstrumentType | undefined> {
  const others = instrumentTypes.filter((type) => type !== proposed && type !== 'article')
  const chosen = await vscode.window.showQuickPick(
    [proposed, ...others].map((type) => ({ label: type, type })),
    { title: t('Import Instrument'), placeHolder: t('What it is'), ignoreFocusOut: true },
  )
  return chosen?.type
}

async function write(
  { source }: State,
  { outline, listFields }: ReadDocument,
  { title, type, corrections }: Asked,
  sha256: string,
): Promise<void> {
  const corpus = await source.ready
  const folder = folderToWriteIn()
  const written = await fileNamesIn(folder)
  const { parts } = correctedOutline(outline.parts, corrections, type)
  const id = idFor(title, (one) => corpus.byKey.has(one) || written.has(`${one}.md`))
  const corrected = { ...outline, parts }
  const document = { outline: corrected, id, type, title, sha256, corrections, listFields }
  const { uri } = await openNewCorpusFile(folder, id, corpusFileOf(document, corpus))
  const count = allProvisions(proposeProvisions(document.outline, document)).length
  const { unread } = outline
  // What has a button is shown in all its lines.
  tellOf(
    uri,
    unread.length === 0
      ? t('{0}: {1} divisions and measures.', title, count)
      : t(
          '{0}: {1} divisions and measures. Not understood, and listed at the top: {2}.',
          title,
          count,
          unread.length,
        ),
  )
}
