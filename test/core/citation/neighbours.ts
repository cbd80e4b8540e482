import type { CitationStyle } from '../../../src/core/citation/citationForm.ts'

/** What may stand right before or after a citation that is inserted. */
export const neighbours = [
  ...[
    '',
    ' ',
    'the plan',
    '根据',
    '规定',
    '𠮷',
    '（',
    '，',
    '。',
    '(',
    '[',
    ']',
    '[x]',
    '!',
    '^',
    '\\',
    '.',
    'e.g.',
    '*',
    '**重点**',
  ],
  ...[
    '{',
    '-',
    '_',
    ':',
    '.5',
    '-x',
    '"',
    '@',
    '#x',
    '/y',
    '’s',
    'é',
    '１',
    '\n',
    '1',
    '&',
    ';',
    '[p. 9]',
    '[@b]',
    '(x)',
  ],
]

/** The styles that write a key. */
export const keyStyles: readonly CitationStyle[] = ['key', 'narrative', 'pandoc']
