import * as vscode from 'vscode'
import { parseKey, type Key } from '../../core/corpus/key.ts'
import type { Provision } from '../../core/corpus/provision.ts'
import { passageView, type PassageView } from '../../core/features/passageView.ts'
import type { OfficialText } from '../../core/official/officialText.ts'
import { editorHost } from '../host.ts'
import { passageScheme } from '../reports/reportDocuments.ts'
import { displayLanguage } from '../settings.ts'
import type { State } from '../state.ts'
import { pagesText, plainTitle } from '../../wording/wording.ts'
import { meantText } from './passageOf.ts'
import { withTextDay } from './textDay.ts'

const { t } = vscode.l10n

/** Where the passages of `division` are shown, in the text of the day `textDay` where there are several. */
export function passageUri(division: Provision, textDay: string | undefined): vscode.Uri {
  const folder = textDay === undefined ? '' : `/${textDay}`
  const path = `${folder}/${division.key.replace(':', '/')}.md`
  return vscode.Uri.from({ scheme: passageScheme, path })
}

/** The division that a document of passages shows, and the day of its text. */
function shownAt({ path }: vscode.Uri): { readonly key?: Key; readonly day: string } {
  const { day, place = '' } =
    /^\/(?:(?<day>\d[\d-]*)\/)?(?<place>.*)\.md$/u.exec(path)?.groups ?? {}
  const key = parseKey(place.replace('/', ':'))
  return { ...(key !== undefined && { key }), day: day ?? editorHost.today }
}

/** The passages that a document shows, with the text that they are of. */
export interface ShownPassages extends PassageView {
  readonly official: OfficialText
}

/** What the document at `uri` shows; `undefined` where there is no official text for it. */
export function viewAt(state: State, uri: vscode.Uri): ShownPassages | undefined {
  const { key, day } = shownAt(uri)
  const corpus = state.source.current
  const division = key && corpus.byKey.get(key)
  const meant = division && meantText(state, corpus, division, day)
  if (division === undefined || meant === undefined) return undefined
  const { official, textDay } = meant
  const view = passageView(official, division, corpus, (provision) =>
    withTextDay(headingOf(provision), textDay),
  )
  return { ...view, official }
}

function headingOf(provision: Provision): string {
  const language = displayLanguage()
  const title = plainTitle(provision, language)
  const pages =
    provision.level === 'instrument' || provision.pages === undefined
      ? ''
      : ` · ${pagesText(provision.pages, language)}`
  const marks = provision.level === 'measure' ? '###' : '##'
  return `${marks} ${provision.key}${pages} · ${title}`
}

/** Serves the passages as read-only documents. */
export function passageDocumentProvider(state: State): vscode.TextDocumentContentProvider {
  return {
    async provideTextDocumentContent(uri) {
      await Promise.all([state.source.ready, state.official.ready])
      return viewAt(state, uri)?.text ?? t('There is no official text to show.')
    },
  }
}
