import * as vscode from 'vscode'
import { isCalendarDay } from '../../../core/corpus/calendarDate.ts'
import type { Corpus } from '../../../core/corpus/corpus.ts'
import { nameIn } from '../../../core/corpus/language.ts'
import type { Instrument } from '../../../core/corpus/provision.ts'
import { dayOfDocument } from '../../../core/official/dayOfDocument.ts'
import { findPassages, type OfficialText } from '../../../core/official/officialText.ts'
import { plainRow } from '../../../core/text/inertMarkdown.ts'
import { listIn, dayText } from '../../../wording/wording.ts'
import { hashOf } from '../../../workspace/storedFiles.ts'
import {
  chooseDocument,
  readWithProgress,
  type ChosenDocument,
} from '../../official/chosenDocument.ts'
import { ask, refuse, whyUnwritten } from '../../messages.ts'
import { displayLanguage } from '../../settings.ts'
import { resultText, nameWithoutEnding } from '../../results/results.ts'
import type { State } from '../../state.ts'
import { provisionForCommand } from '../provisionForCommand.ts'

const { t } = vscode.l10n

/** Takes the analyst's copy of an official document, and finds the passages of the instrument in it. */
export async function attachOfficialDocument(state: State, argument: unknown): Promise<void> {
  const instrument = await chooseInstrument(state, argument, t('Attach Official Document'))
  if (instrument === undefined) return
  const title = t('The official document of {0}', titleOf(instrument))
  const document = await chooseDocument(title, t('Attach'))
  if (document !== undefined) await attachDocument(state, instrument, document)
}

/** Asks of which day `document` is, reads it as the official document of `instrument`, keeps what was found, and says what it was. */
export async function attachDocument(
  state: State,
  instrument: Instrument,
  document: ChosenDocument,
): Promise<void> {
  const { name, bytes, file } = document
  const [corpus] = await Promise.all([state.source.ready, state.official.ready])
  const day = await askDay(state, corpus, instrument, name)
  if (day === undefined) return
  const read = await readWithProgress(state.extension, document, instrument.listFields)
  if (read === undefined) return
  const { outline } = read
  const found = findPassages(outline, instrument, corpus)
  if (found.passages.size === 0) {
    refuse(
      t(
        'Nothing of {0} was found in {1}, which was not attached: choose the document that the issuer published.',
        titleOf(instrument),
        name,
      ),
      file,
    )
    return
  }
  const sha256 = await hashOf(bytes)
  try {
    const said = day === '' ? {} : { day }
    const attached = { instrument: instrument.key, sha256, name, outline, ...said }
    await state.official.attach(attached, corpus)
  } catch (error) {
    refuse(t('{0} could not be saved: {1}', name, whyUnwritten(error)), file)
    return
  }
  const own = day === '' ? dayOfDocument(instrument, name) : day
  const others = daysAttached(state, corpus, instrument).filter((one) => one !== own && one !== '')
  await sayWhatWasFound(state, { instrument, sha256, document: name }, found, others)
}

function daysAttached({ official }: State, corpus: Corpus, { key }: Instrument): readonly string[] {
  return official.attached(corpus).flatMap(({ instrument, day }) => {
    return instrument.key === key ? [day] : []
  })
}

/** The day of the text in a document called `name`; empty where who was asked knows none, `undefined` when dismissed. */
async function askDay(
  state: State,
  corpus: Corpus,
  instrument: Instrument,
  name: string,
): Promise<string | undefined> {
  const attached = daysAttached(state, corpus, instrument)
  const known = dayOfDocument(instrument, name)
  const isKnown = isCalendarDay(known)
  const mayBeEmpty = !isKnown && (known !== '' || attached.length === 0)
  const asked = await vscode.window.showInputBox({
    title: t('The day of the text in {0}', name),
    prompt: t(
      'When it was adopted, or up to when it is amended: reports mean the newest text that is not after their own day.',
    ),
    placeHolder: known === '' ? '2026-07-27' : known,
    value: isKnown ? known : '',
    ignoreFocusOut: true,
    validateInput: (text) => checkDay(text.trim(), attached, mayBeEmpty),
  })
  return asked?.trim()
}

function checkDay(
  day: string,
  attached: readonly string[],
  mayBeEmpty: boolean,
): vscode.InputBoxValidationMessage | undefined {
  if (!isCalendarDay(day) && !(mayBeEmpty && day === '')) {
    const message = t('Write a day as 2026-07-27.')
    return { message, severity: vscode.InputBoxValidationSeverity.Error }
  }
  if (!attached.includes(day)) return undefined
  const message = t('It takes the place of the text of {0} that is attached.', day)
  return { message, severity: vscode.InputBoxValidationSeverity.Info }
}

/** The instrument with the key `argument`, or one that the analyst chooses: that of the citation at the caret stands first. */
export async function chooseInstrument(
  state: State,
  argument: unknown,
  title: string,
): Promise<Instrument | undefined> {
  const { instruments } = await state.source.ready
  if (typeof argument === 'string') return instruments.find(({ key }) => key === argument)
  const cited = (await provisionForCommand(state, undefined))?.key.split(':')[0]
  const primary = instruments.filter(({ type }) => type !== 'article')
  const rows = primary
    .map((instrument) => ({
      label: plainRow(titleOf(instrument)),
      description: instrument.key,
      instrument,
    }))
    .sort((one, other) => Number(other.description === cited) - Number(one.description === cited))
  const chosen = await vscode.window.showQuickPick(rows, {
    title,
    placeHolder: t('The instrument whose official document it is'),
    matchOnDescription: true,
  })
  return chosen?.instrument
}

interface Attached {
  readonly instrument: Instrument
  readonly sha256: string
  /** The name of the document. */
  readonly document: string
}

async function sayWhatWasFound(
  { results }: State,
  { instrument, sha256, document }: Attached,
  { passages, missing }: OfficialText,
  others: readonly string[],
): Promise<void> {
  const language = displayLanguage()
  const days = others.map((day) => dayText(day, language))
  const all = passages.size + missing.length
  const sentences = [
    t('{0}: {1} of {2} provisions were found.', titleOf(instrument), passages.size, all),
    ...(instrument.sha256 !== undefined && instrument.sha256 !== sha256
      ? [t('It is another copy than the one the corpus was checked against.')]
      : []),
    ...(days.length === 0
      ? []
      : [t('Attached already are its texts of {0}.', listIn(language, days))]),
  ]
  const shows = t('Show What Is Missing')
  const answer = await ask(sentences.join(' '), ...(missing.length === 0 ? [] : [shows]))
  if (answer !== shows) return
  const name = t('Not found in {0}', nameWithoutEnding(document))
  await results.show({ name, language: resultText, text: missing.join('\n') }, { preview: false })
}

function titleOf({ titles }: Instrument): string {
  return nameIn(titles, displayLanguage())
}
