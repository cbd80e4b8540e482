import * as vscode from 'vscode'
import type { Card } from '../core/corpus/card.ts'
import type { Language } from '../core/corpus/language.ts'
import {
  cardMarkdown,
  cardParts,
  type CardExtras,
  type CardLink,
  type CardPart,
} from '../wording/cardMarkdown.ts'
import { commandIds } from './commandIds.ts'
import type { CorpusSource } from '../workspace/corpora/corpusSource.ts'

/** The card below its key, as an untrusted string: no command, no HTML, no theme icon can come out of it. */
export function cardText(
  card: Card,
  language: Language,
  source: CorpusSource,
  extras: CardExtras = {},
): vscode.MarkdownString {
  const below = { ...withOwnFile(card, source, extras), isBelowKey: true }
  return new vscode.MarkdownString(cardMarkdown(card, language, below))
}

/**
 * The card with links: what holds text of the corpus is untrusted. Links to commands stand in strings of
 * their own, trusted for these commands only, and their sole argument is a validated key.
 */
export function linkedCard(
  card: Card,
  language: Language,
  source: CorpusSource,
  extras: CardExtras = {},
): vscode.MarkdownString[] {
  return cardParts(card, language, withOwnFile(card, source, extras)).map(stringOf)
}

function withOwnFile({ provision }: Card, source: CorpusSource, extras: CardExtras): CardExtras {
  const { file } = provision.source
  return source.ownAddressOf(file) === undefined ? extras : { ...extras, ownFile: file }
}

function stringOf(part: CardPart): vscode.MarkdownString {
  if (part.kind === 'text') return new vscode.MarkdownString(part.markdown)
  const text = new vscode.MarkdownString(part.links.map(linkTo).join(' · '))
  text.isTrusted = { enabledCommands: linkedCommands }
  return text
}

const linkedCommands = [
  commandIds.showPassage,
  commandIds.copyCitation,
  commandIds.showInCorpus,
  commandIds.browsePlan,
]

function linkTo({ label, action, key }: CardLink): string {
  return `[${label}](command:${commandIds[action]}?${encodeURIComponent(JSON.stringify([key]))})`
}
