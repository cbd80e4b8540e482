import * as vscode from 'vscode'
import type { Card } from '../core/corpus/card.ts'
import type { Key } from '../core/corpus/key.ts'
import type { Language } from '../core/corpus/language.ts'
import { cardMarkdown, type CardExtras } from '../wording/cardMarkdown.ts'
import { commandIds } from './commandIds.ts'
import type { CorpusSource } from '../workspace/corpora/corpusSource.ts'
import { wordsIn } from '../wording/words.ts'

/** The card as an untrusted string: no command, no HTML, no theme icon can come out of it. */
export function cardText(
  card: Card,
  language: Language,
  source: CorpusSource,
  { mismatches = [], deeper, passage }: CardExtras = {},
): vscode.MarkdownString {
  const { file } = card.provision.source
  return new vscode.MarkdownString(
    cardMarkdown(card, language, {
      mismatches,
      ...(deeper !== undefined && { deeper }),
      ...(passage && { passage }),
      ...(source.isOwn(file) && { ownFile: file }),
    }),
  )
}

/**
 * The commands that a card offers, in a string of their own that holds no text of the corpus: it is
 * trusted for these two commands only, and their sole argument is a validated key.
 */
export function cardCommands(key: Key, language: Language): vscode.MarkdownString {
  const t = wordsIn(language)
  const text = new vscode.MarkdownString(
    [
      link(t('Show in corpus'), commandIds.showInCorpus, key),
      link(t('Copy citation'), commandIds.copyCitation, key),
    ].join(' · '),
  )
  text.isTrusted = { enabledCommands: [commandIds.showInCorpus, commandIds.copyCitation] }
  return text
}

function link(label: string, command: string, key: Key): string {
  return `[${label}](command:${command}?${encodeURIComponent(JSON.stringify([key]))})`
}
