import path from 'node:path'
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser'
import { sentence, type Sentence } from '../core/corpus/sentence.ts'
import type { SettingValues } from '../workspace/host.ts'
import { settingsSection } from '../workspace/settings.ts'
import { Failure, Unread } from './failure.ts'
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
  try {
    return parsed(new TextDecoder().decode(readBytes(file, largestFile)))
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return settingsOf({}, error instanceof Unread && error.isNotThere ? undefined : error.said)
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

/** What jsonc-parser calls them. */
const mistakes: ReadonlyMap<string, Sentence> = new Map([
  ['InvalidSymbol', sentence`a sign that is not understood`],
  ['InvalidNumberFormat', sentence`a number that is not written as one`],
  ['PropertyNameExpected', sentence`the name of a setting is missing`],
  ['ValueExpected', sentence`a value is missing`],
  ['ColonExpected', sentence`a colon is missing`],
  ['CommaExpected', sentence`a comma is missing`],
  ['CloseBraceExpected', sentence`a closing brace is missing`],
  ['CloseBracketExpected', sentence`a closing bracket is missing`],
  ['EndOfFileExpected', sentence`something stands behind the end`],
  ['InvalidCommentToken', sentence`a comment that is not written as one`],
  ['UnexpectedEndOfComment', sentence`a comment is not closed`],
  ['UnexpectedEndOfString', sentence`a quotation mark is missing`],
  ['UnexpectedEndOfNumber', sentence`a number is not finished`],
  ['InvalidUnicode', sentence`a Unicode escape that is not written as one`],
  ['InvalidEscapeCharacter', sentence`a backslash before a character that it cannot stand before`],
  ['InvalidCharacter', sentence`a character that cannot stand there`],
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
