/**
 * Markdown's word pattern breaks at these, and a break ends a suggestion session unless the
 * character opens another: a query of several words, a key with `-`, `:` and `.`, and Chinese
 * punctuation must all survive being typed.
 */
export const triggerCharacters: readonly string[] = Array.from(
  '@ -:._+/\'"()，。、；：（）《》〈〉「」『』“”‘’！？·—［］【】　',
)
