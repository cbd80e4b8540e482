// Writes the words that issuers use and we do not, by which the library is searched, to corpus/words/:
//   node scripts/officialWords.mjs us-aiap-2025=plan.pdf eu-ai-act@2024-06-13=act.xml …
// Each document is named as for the command line's --official, and read by the reader that `npm run build`
// leaves in dist/. Only what may be passed on belongs there: see corpus/README.md.
// Without a document, words that our own texts have by now leave the files that are there.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { main, root } from './steps.mjs'

const corpusFolder = path.join(root, 'corpus')
const folder = path.join(corpusFolder, 'words')

if (import.meta.main) {
  await main(async () => {
    const corpus = await readCorpus()
    const documents = process.argv.slice(2)
    if (documents.length > 0) await writeWords(corpus, documents)
    else await tidyWords(corpus)
  })
}

async function readCorpus() {
  const { assembleCorpus } = await import('../src/core/corpusFile/assembleCorpus.ts')
  const { libraryFiles } = await import('../src/core/corpusFile/compileLibrary.ts')
  const { parseCorpusFile } = await import('../src/core/corpusFile/parseCorpusFile.ts')
  const names = libraryFiles(readdirSync(corpusFolder))
  const textOf = (name) => readFileSync(path.join(corpusFolder, name), 'utf8')
  return assembleCorpus(names.map((name) => parseCorpusFile(textOf(name), name)))
}

async function writeWords(corpus, documents) {
  const { readOfficialTexts } = await import('../src/cli/officialTexts.ts')
  const { officialWordsOf } = await import('../src/core/search/officialWords.ts')
  const reading = { corpus, folder: path.join(root, 'dist'), language: 'en' }
  const { officialOf: versionsOf } = await readOfficialTexts(documents, reading)
  for (const instrument of corpus.instruments) {
    const versions = versionsOf(instrument.key)
    if (versions) await writeFile(instrument.key, officialWordsOf(versions, instrument, corpus))
  }
}

async function tidyWords(corpus) {
  const { readOfficialWords } = await import('../src/core/search/officialWordsFile.ts')
  const { wordsNewTo } = await import('../src/core/search/officialWords.ts')
  for (const name of readdirSync(folder)) {
    const words = readOfficialWords([{ name, text: readFileSync(path.join(folder, name), 'utf8') }])
    const left = [...words].flatMap(([key, said]) => {
      const provision = corpus.byKey.get(key)
      const fresh = provision === undefined ? '' : wordsNewTo(provision, said.split(' '))
      return fresh === '' ? [] : [[key, fresh]]
    })
    await writeFile(path.parse(name).name, new Map(left))
  }
}

async function writeFile(id, words) {
  const { writeOfficialWords, wordsFileEnding } =
    await import('../src/core/search/officialWordsFile.ts')
  writeFileSync(path.join(folder, id + wordsFileEnding), writeOfficialWords(words))
  console.log(`  ${id}: words of ${words.size} provisions`)
}
