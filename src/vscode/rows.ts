import * as vscode from 'vscode'
import { columnsOf, withinColumns } from '../core/text/columns.ts'
import type { RowKind, RowText } from '../wording/rowText.ts'

const { CompletionItemKind } = vscode

/** What a list of suggestions shows before rows of each kind. */
export const itemKinds: Readonly<Record<RowKind, vscode.CompletionItemKind>> = {
  instrument: CompletionItemKind.Class,
  division: CompletionItemKind.Struct,
  measure: CompletionItemKind.Reference,
  claim: CompletionItemKind.User,
}

/** The same icon for a row of a Quick Pick. */
export function rowIcon(kind: RowKind): vscode.ThemeIcon {
  const { icon, colour } = pickIcons[kind]
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(`symbolIcon.${colour}Foreground`))
}

const pickIcons = {
  instrument: { icon: 'symbol-class', colour: 'class' },
  division: { icon: 'symbol-struct', colour: 'struct' },
  measure: { icon: 'symbol-reference', colour: 'reference' },
  claim: { icon: 'account', colour: 'user' },
} as const

/**
 * The title of a row for the right side of a list of suggestions. Where both sides have too little room
 * VS Code cuts both: a place that is longer than `narrow` columns has its room from the title.
 */
export function titleBeside({ place, title }: Pick<RowText, 'place' | 'title'>): string {
  const columns = columnsOf(place)
  if (columns <= narrow) return title
  return withinColumns(title, Math.max(1, Math.floor((listColumns - columns) / sizeOfRightSide)))
}

/** The right side takes 70 % at most: so many columns of the default width are left. */
const narrow = 11

/** So many columns the default width has beside the icon and between the sides. */
const listColumns = 44

/** The letters of the right side are so large, measured by those of the left. */
const sizeOfRightSide = 0.85
