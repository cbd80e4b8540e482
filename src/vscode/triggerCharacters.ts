/**
 * Markdown's word pattern breaks at these, and a break ends a suggestion session unless the
 * character opens another: a query of several words, a key with `-`, `:` and `.`, and Chinese
 * punctuation must all survive being typed.
 */
export const triggerCharacters: readonly string[] = Array.from(
  '@ -:._+/\'"()，。、；：（）《》〈〉「」『』“”‘’！？·—［］【】　',
)

/** Behind these a place of a citation can begin or go on. */
export const placeTriggers: readonly string[] = Array.from(' ,.([-–，、（第　')

/**
 * What was typed is every item's filter text, so that VS Code keeps our choice and our order. Behind
 * it stands what may be typed while the next list is on its way: two letters or digits, and then a
 * character that breaks words. VS Code closes a list at once when such a character fits no item, and
 * compares 128 characters at most.
 */
export const filterTextBehindTyped = [
  'abcdefghijklmnopqrstuvwxyz0123456789'.repeat(2),
  ...triggerCharacters,
].join('')
