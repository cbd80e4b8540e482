import { assembleCorpus } from './assembleCorpus.ts'
import { parseCorpusFile } from './parseCorpusFile.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Trouble } from '../corpus/trouble.ts'
import { writeLibrary } from '../corpus/writeLibrary.ts'
import { writeCorpusFile } from './writeCorpusFile.ts'

/** What a reader most likely looks for stands first where nothing else decides. */
const firstFiles: readonly string[] = ['us-aiap-2025.md', 'cn-genai-2023.md', 'eu-ai-act.md']

/** The corpus files among `names` in the order of the library: these first, then by name; the page of the format is none. */
export function libraryFiles(names: readonly string[]): readonly string[] {
  const files = names.filter((name) => name.endsWith('.md') && name !== 'README.md').sort()
  return [
    ...firstFiles.filter((name) => files.includes(name)),
    ...files.filter((name) => !firstFiles.includes(name)),
  ]
}

/** A corpus file of the library. */
interface NamedText {
  readonly name: string
  readonly text: string
}

/**
 * `files`, of which `corpus` was made, as they are shown: what is only searched is left out. A library that is
 * compiled of these knows where each provision stands in what is shown.
 */
export function shownFiles(files: readonly NamedText[], corpus: Corpus): readonly NamedText[] {
  const instruments = new Map(corpus.instruments.map((one) => [one.source.file, one]))
  return files.map((file) => {
    const instrument = instruments.get(file.name)
    return instrument ? { ...file, text: writeCorpusFile(corpus, instrument) } : file
  })
}

/**
 * The library compiled from its corpus `files`, for `readLibrary`, with all troubles found. What
 * could not be read is not in it: whoever ships it looks at the troubles first. For the build only:
 * it brings the parsers of Markdown and YAML with it, which reading does not.
 */
export function compileLibrary(files: readonly NamedText[]): {
  readonly bytes: Uint8Array
  readonly troubles: readonly Trouble[]
} {
  const corpus = assembleCorpus(files.map(({ name, text }) => parseCorpusFile(text, name)))
  return { bytes: writeLibrary(corpus), troubles: corpus.troubles }
}
