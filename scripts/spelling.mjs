// The words of the library for spell checkers: what cspell and Code Spell Checker read.

/** What stands in `dist/spelling`, by its name: the words of `corpus`, and how they are used. */
export function spellingFiles(corpus) {
  return {
    'words.txt': `${wordsOf(corpus).join('\n')}\n`,
    'cspell-ext.json': `${JSON.stringify(settings, undefined, 2)}\n`,
  }
}

/** In the format of cspell 0.2. A key is none of the words that are checked, whoever's it is. */
const settings = {
  version: '0.2',
  id: 'policy-citation',
  name: 'Policy Citation',
  description: 'Keys, agency codes and names of the library of Policy Citation',
  dictionaryDefinitions: [{ name: 'policy-citation', path: './words.txt' }],
  dictionaries: ['policy-citation'],
  enabledFileTypes: { quarto: true, rmd: true },
  patterns: [
    {
      name: 'pandoc-citation-key',
      pattern: String.raw`/(?<![\p{L}\p{N}])@\{?[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*/gu`,
    },
  ],
  languageSettings: [
    { languageId: ['markdown', 'quarto', 'rmd'], ignoreRegExpList: ['pandoc-citation-key'] },
  ],
  // cspell itself knows no language of these names.
  overrides: [{ filename: '**/*.{qmd,Rmd,rmd}', ignoreRegExpList: ['pandoc-citation-key'] }],
}

/**
 * Keys of instruments, codes of agencies, and the words in Latin letters that these are made of, or that stand
 * in names of instruments, agencies and terms.
 */
function wordsOf({ instruments, agencies, terms }) {
  const short = instruments.flatMap(({ shortTitle, reference }) => [shortTitle, reference?.citeAs])
  const named = [
    ...instruments.map(({ titles, aliases }) => ({ names: titles, aliases })),
    ...agencies.values(),
    ...terms,
    ...short.map((names = {}) => ({ names, aliases: [] })),
  ]
  const names = named.flatMap(({ names: own, aliases }) => [...Object.values(own), ...aliases])
  const codes = [...instruments.map(({ key }) => key), ...agencies.keys()]
  return [...new Set([...codes, ...[...codes, ...names].flatMap(latinWords)])].sort()
}

/** What a spell checker asks about: words of four letters and more. */
function latinWords(text) {
  return text.match(/\p{Script=Latin}{4,}/gu) ?? []
}
