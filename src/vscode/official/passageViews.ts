import * as vscode from 'vscode'
import { parseKey } from '../../core/corpus/key.ts'
import type { Provision } from '../../core/corpus/provision.ts'
import { passageView, type PassageView } from '../../core/features/passageView.ts'
import { passageScheme } from '../reports/reportDocuments.ts'
import { displayLanguage } from '../settings.ts'
import type { State } from '../state.ts'
import { pagesText, plainTitle } from '../../wording/wording.ts'

const { t } = vscode.l10n

/** Where the passages of `division` are shown. */
export function passageUri(division: Provision): vscode.Uri {
  return vscode.Uri.from({ scheme: passageScheme, path: `/${division.key.replace(':', '/')}.md` })
}

/** The division that a document of passages shows. */
function shownDivision({ source }: State, { path }: vscode.Uri): Provision | undefined {
  const key = parseKey(path.slice(1).replace(/\.md$/u, '').replace('/', ':'))
  return key && source.current.byKey.get(key)
}

/** What the document at `uri` shows; `undefined` where there is no official text for it. */
export function viewAt(state: State, uri: vscode.Uri): PassageView | undefined {
  const division = shownDivision(state, uri)
  const corpus = state.source.current
  const official = division && state.official.of(corpus, division.key)
  return division && official && passageView(official, division, corpus, headingOf)
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
