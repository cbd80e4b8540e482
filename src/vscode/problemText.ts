import * as vscode from 'vscode'
import type { Problem } from '../core/features/problems/findProblems.ts'
import { instrumentIdOf } from '../core/corpus/key.ts'
import { mismatchText } from './wording.ts'

const { t } = vscode.l10n

/** What is wrong, in a sentence in the display language. */
export function problemText(problem: Problem): string {
  switch (problem.code) {
    case 'citation.unknown-key':
      return t('No provision of the corpus has the key {0}.', problem.key)
    case 'citation.malformed-key':
      return t('{0} is not of the form of a key of {1}.', problem.key, instrumentIdOf(problem.key))
    case 'citation.unknown-locator':
      return t('“{0}” names nothing within {1}.', problem.step, problem.provision.key)
    case 'citation.other-case':
      return t('Keys are case-sensitive: this one is written {0}.', problem.provision.key)
    case 'citation.swallowed-text':
      return t(
        'Pandoc reads {0} as the key: put {1} in brackets or a space behind it.',
        problem.key,
        problem.provision.key,
      )
    case 'citation.glued':
      return t(
        'Pandoc sees no citation here, because “@” follows a letter, a digit or a full stop: use brackets.',
      )
    case 'citation.full-width':
      return t(
        'Pandoc does not read “{0}” in a citation: use “{1}”.',
        problem.found,
        problem.mark.replacement.trim(),
      )
    case 'citation.page-outside-document':
    case 'citation.page-not-of-measure':
      return mismatchText(problem.mismatch)
  }
}
