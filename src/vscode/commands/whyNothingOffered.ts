import * as vscode from 'vscode'
import type { CitationStyle } from '../../core/citation/citationForm.ts'
import type { Corpus } from '../../core/corpus/corpus.ts'
import { nameIn, type Language } from '../../core/corpus/language.ts'
import {
  explainOffer,
  explainOrder,
  type Rank,
  type OfferReason,
} from '../../core/features/explanation.ts'
import { plainRow } from '../../core/text/inertMarkdown.ts'
import { isReport } from '../reports/isReport.ts'
import { displayLanguage, readSettings } from '../settings.ts'
import { openOurSettings } from '../window/openSettings.ts'
import { corpusText } from '../window/statusItem.ts'
import { troublesOf } from '../window/troubles.ts'
import { rankText } from '../../wording/rankText.ts'
import { rowText } from '../../wording/rowText.ts'
import { countedKindText, notProseText, placeText } from '../../wording/wording.ts'
import type { State } from '../state.ts'

const { t } = vscode.l10n

interface Reason extends vscode.QuickPickItem {
  readonly open?: () => Thenable<unknown>
}

/** Explains what is offered at the caret, and why nothing when nothing is: language, place, corpus, settings. */
export async function whyNothingOffered(state: State): Promise<void> {
  const chosen = await vscode.window.showQuickPick(await reasons(state), {
    title: t('Why Is Nothing Offered Here?'),
    placeHolder: t('What Policy Citation finds at the cursor'),
  })
  await chosen?.open?.()
}

async function reasons(state: State): Promise<readonly Reason[]> {
  const { source, misread } = state
  const [corpus] = await Promise.all([source.ready, misread.look()])
  const editor = vscode.window.activeTextEditor
  const titlesIn = readSettings(editor?.document).language
  return [
    ...(editor === undefined ? [failing(t('No editor is open'))] : await reasonsOf(state, editor)),
    ...(source.failure === undefined ? [passing(corpusText(corpus))] : []),
    ...troublesOf(state),
    settingsReason(editor),
    ...corpus.instruments.map(({ titles, key }) => passing(nameIn(titles, titlesIn), key)),
  ]
}

async function reasonsOf(
  { source, reports, indexes, usage, pinyin }: State,
  editor: vscode.TextEditor,
): Promise<readonly Reason[]> {
  const { document, selection } = editor
  const language = t('Language of the editor: {0}', modeText(document.languageId))
  if (!isReport(document)) {
    return [
      failing(
        language,
        t('Reports are Markdown, Quarto and R Markdown. Change the language mode of the editor.'),
      ),
    ]
  }
  const settings = readSettings(document)
  const table = await pinyin.table(settings.pinyin)
  const corpus = source.current
  const index = indexes.get(corpus)
  const options = { language: settings.language, pinyin: table, usage: usage.of(document) }
  const { verdict, place } = explainOffer(
    reports.get(document),
    index,
    corpus,
    document.offsetAt(selection.active),
    options,
  )
  const offered = verdict.kind === 'offered' || verdict.kind === 'offeredBySentence'
  const ranks = explainOrder(index, verdict, { ...options, limit: mostExplained })
  return [
    (offered ? passing : failing)(verdictText(verdict)),
    passing(language),
    (place === 'prose' ? passing : failing)(
      t('Place in the report: {0}', placeText(place, displayLanguage())),
    ),
    ...ranks.map((rank, at) => rankReason(rank, at, corpus, settings.language)),
  ]
}

/** So many of what is offered are explained. */
const mostExplained = 10

/** One row of what is offered, with why it stands there. */
function rankReason(rank: Rank, at: number, corpus: Corpus, language: Language): Reason {
  const { place, title } = rowText(corpus, rank.provision, language)
  return {
    label: plainRow(`${String(at + 1)}. ${place} · ${title}`),
    description: rank.provision.key,
    detail: plainRow(rankText(rank, language)),
  }
}

function verdictText(verdict: OfferReason): string {
  switch (verdict.kind) {
    case 'emptyCorpus':
      return t('The corpus is empty')
    case 'notProse':
      return notProseText(verdict.place, displayLanguage())
    case 'noMarker':
      return t('Type @ and a few words: there is no open @ before the cursor')
    case 'crossReference':
      return t('“@{0}” is a cross-reference of Quarto or pandoc-crossref', verdict.query)
    case 'nothingFits':
      return t('No provision fits all of the words “{0}”', verdict.query)
    case 'kindNotHeld':
      return t(
        'Nothing fits “{0}”: {1} are not in the library. Cite the instrument, and type the place behind a comma',
        verdict.query,
        countedKindText(verdict.missing, displayLanguage()),
      )
    case 'offered':
      return t('{0} provisions fit “{1}”', verdict.count, verdict.query)
    case 'noSentenceFits':
      return t('Nothing fits the sentence before the cursor: type a few words behind @')
    case 'offeredBySentence':
      return verdict.isPerhaps
        ? t('{0} provisions perhaps fit the sentence before the cursor', verdict.count)
        : t('{0} provisions fit the sentence before the cursor', verdict.count)
  }
}

function settingsReason(editor: vscode.TextEditor | undefined): Reason {
  const { language, citing } = readSettings(editor?.document)
  return {
    ...passing(
      t('Settings'),
      t('titles in {0}, citations as {1}', languageText(language), styleText(citing.style)),
    ),
    open: openOurSettings,
  }
}

/** What the reader calls a language of reports; another one by its id. */
function modeText(id: string): string {
  if (id === 'markdown') return t('markdown')
  if (id === 'quarto') return t('quarto')
  return id === 'rmd' ? t('rmd') : id
}

/** The value of the setting, as the reader calls it. */
function languageText(language: Language): string {
  if (language === 'en') return t('en')
  return language === 'zh-Hans' ? t('zh-Hans') : t('zh-Hant')
}

/** The value of the setting, as the reader calls it. */
function styleText(style: CitationStyle): string {
  switch (style) {
    case 'pandoc':
      return t('pandoc')
    case 'key':
      return t('key')
    case 'narrative':
      return t('narrative')
    case 'footnote':
      return t('footnote')
    case 'link':
      return t('link')
    case 'text':
      return t('text')
  }
}

function passing(label: string, description = ''): Reason {
  return { label: `$(pass) ${plainRow(label)}`, description }
}

function failing(label: string, description = ''): Reason {
  return { label: `$(warning) ${plainRow(label)}`, description }
}
