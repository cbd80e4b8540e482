import type * as vscode from 'vscode'

/** The scheme of our read-only views of corpus files, which are no reports. */
export const corpusScheme = 'policy-citation'

/** The scheme of our read-only views of official texts, which are no reports. */
export const passageScheme = 'policy-citation-passage'

/** The scheme of what commands found, and is no report. */
export const resultScheme = 'policy-citation-result'

const languages = ['markdown', 'quarto', 'rmd'] as const
const filePattern = '**/*.{qmd,Rmd,rmd}'
const fileName = /\.(?:qmd|rmd)$/iu
const schemesWithoutFiles: ReadonlySet<string> = new Set(['untitled', 'vscode-notebook-cell'])
const schemesThatAreNoReports: ReadonlySet<string> = new Set([
  corpusScheme,
  passageScheme,
  resultScheme,
  'output',
  'comment',
])

/** What the providers register for: reports by language, Quarto and R Markdown files also by name. */
export const reportSelector: vscode.DocumentSelector = [
  ...languages.map((language) => ({ language })),
  { pattern: filePattern },
]

/** Whether `document` is of a report's language or file name, and not a view of our own. */
export function mayBeReport(document: vscode.TextDocument): boolean {
  if (schemesThatAreNoReports.has(document.uri.scheme)) return false
  return (
    languages.some((language) => language === document.languageId) ||
    fileName.test(document.uri.path)
  )
}

/** Whether documents of `scheme` lie in folders, beside other files. */
export function hasFilesBeside(scheme: string): boolean {
  return !schemesWithoutFiles.has(scheme)
}

/**
 * Whether documents of `scheme` can be written in; `isWritable` is what VS Code says of its file
 * system. New files and the cells of notebooks have none, and take edits all the same.
 */
export function takesEdits(scheme: string, isWritable: boolean | undefined): boolean {
  return schemesWithoutFiles.has(scheme) || isWritable === true
}
