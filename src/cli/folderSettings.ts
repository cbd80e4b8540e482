import { existsSync } from 'node:fs'
import path from 'node:path'
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser'
import { sentence, type Sentence } from '../core/corpus/sentence.ts'
import type { SettingValues } from '../workspace/host.ts'
import { settingsSection } from '../workspace/settings.ts'
import { Failure } from './failure.ts'
import { readBytes } from './files.ts'

/** The settings of a folder, and what is wrong with the file that holds them. */
export interface FolderSettings extends SettingValues {
  /** The value of `files.exclude`. */
  readonly hiddenFiles: unknown
  readonly trouble: Sentence | undefined
}

/** The largest file of settings that is read, in bytes. */
const largestFile = 1_000_000

/**
 * What `.vscode/settings.json` of `folder` sets: JSON with comments. Of a file that is damaged, what
 * can be understood holds, as in the editor.
 */
export function readFolderSettings(folder: string): FolderSettings {
  const file = path.join(folder, '.vscode', 'settings.json')
  if (!existsSync(file)) return settingsOf({}, undefined)
  try {
    return parsed(new TextDecoder().decode(readBytes(file, largestFile)))
  } catch (error) {
    if (error instanceof Failure) return settingsOf({}, error.said)
    throw error
  }
}

function parsed(text: string): FolderSettings {
  const errors: ParseError[] = []
  const values: unknown = parse(text, errors, { allowTrailingComma: true })
  const [first] = errors
  return settingsOf(values, first && troubleOf(first, text))
}

function troubleOf({ error, offset }: ParseError, text: string): Sentence {
  const line = text.slice(0, offset).split('\n').length
  const code = printParseErrorCode(error)
  const what = mistakes.get(code) ?? code
  return sentence`.vscode/settings.json, line ${line}: ${what}. What can be understood of it holds.`
}

/** What jsonc-parser calls them in English. */
const mistakes: ReadonlyMap<string, Sentence> = new Map([
  ['InvalidSymbol', sentence`InvalidSymbol`],
  ['InvalidNumberFormat', sentence`InvalidNumberFormat`],
  ['PropertyNameExpected', sentence`PropertyNameExpected`],
  ['ValueExpected', sentence`ValueExpected`],
  ['ColonExpected', sentence`ColonExpected`],
  ['CommaExpected', sentence`CommaExpected`],
  ['CloseBraceExpected', sentence`CloseBraceExpected`],
  ['CloseBracketExpected', sentence`CloseBracketExpected`],
  ['EndOfFileExpected', sentence`EndOfFileExpected`],
  ['InvalidCommentToken', sentence`InvalidCommentToken`],
  ['UnexpectedEndOfComment', sentence`UnexpectedEndOfComment`],
  ['UnexpectedEndOfString', sentence`UnexpectedEndOfString`],
  ['UnexpectedEndOfNumber', sentence`UnexpectedEndOfNumber`],
  ['InvalidUnicode', sentence`InvalidUnicode`],
  ['InvalidEscapeCharacter', sentence`InvalidEscapeCharacter`],
  ['InvalidCharacter', sentence`InvalidCharacter`],
])

function settingsOf(values: unknown, trouble: Sentence | undefined): FolderSettings {
  return {
    trouble,
    hiddenFiles: { ...usuallyHidden, ...objectIn(values, 'files.exclude') },
    get: (name) => valueIn(values, `${settingsSection}.${name}`),
  }
}

/** What VS Code does not show unless it is told to. */
const usuallyHidden = {
  '**/.git': true,
  '**/.svn': true,
  '**/.hg': true,
  '**/.DS_Store': true,
  '**/Thumbs.db': true,
}

function objectIn(values: unknown, name: string): object {
  const value = valueIn(values, name)
  return typeof value === 'object' && value !== null ? value : {}
}

function valueIn(values: unknown, name: string): unknown {
  return typeof values === 'object' && values !== null
    ? Object.getOwnPropertyDescriptor(values, name)?.value
    : undefined
}
