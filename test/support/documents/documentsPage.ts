import type { MeasuredImport } from './measuredImports.ts'
import { ownDocuments } from './ownDocuments.ts'

/** The page that tells what comes out of published documents. */
export function documentsPage(measured: readonly MeasuredImport[]): string {
  const isOwn = ({ title }: MeasuredImport): boolean =>
    ownDocuments.some((own) => own.title === title)
  return `# Documents as imported

What *Import Instrument* makes of documents as their issuers published them. Parts there are counted anew from the document, by a program of its own that shares nothing with what reads documents here, or are taken from lists beside it; a part is found where a provision begins as it does, and its key is right where it bears the number that is printed on it, below those of what it stands in. *Provisions* are all that come out: some documents have more than was counted. *Listed* is what was not understood: it stands as a comment in the corpus file, and the command line writes it line by line.

This page is made of what was measured: \`node scripts/documents.mjs\`. With \`--print\` it is measured anew, where the documents lie beside the project; a test does so, too, but for time and memory, and keeps the page true. Time is that of the whole command, \`node dist/cli.js import\`, its start included; memory the most that it and its reader had resident together. Both are of a machine with two cores.

${table(measured.filter((one) => !isOwn(one)))}

## Documents of our own

Small ones that lie in this project, of every format that is read; the PDFs are of \`test/import/pdf/set\`, whose page tells by what they were printed and what is hard in each, the others of \`test/support/documents/own\` and \`test/import/office\`. Their words are invented. What each has stands in \`test/support/documents/ownParts.txt\`, compared with the print line by line. \`npm run fuzz -- --documents\` changes them at random.

${table(measured.filter(isOwn))}
`
}

function table(measured: readonly MeasuredImport[]): string {
  return `| document | counted | parts there | found | keys right | provisions | listed | time | memory |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${measured.map(row).join('\n')}
${sumOf(measured)}`
}

function row(one: MeasuredImport): string {
  const { title, countedBy, there, found, keyed, provisions, listed, time, memory } = one
  const cells = [title, countedBy, there, found, keyed, provisions, listed]
  const inSeconds = time === undefined ? '' : `${(time / 1000).toFixed(1)} s`
  const inMegabytes = memory === undefined ? '' : `${String(memory)} MB`
  return `| ${[...cells, inSeconds, inMegabytes].join(' | ')} |`
}

function sumOf(measured: readonly MeasuredImport[]): string {
  const sum = (of: (one: MeasuredImport) => number): number =>
    measured.reduce((total, one) => total + of(one), 0)
  const [there, found, keyed] = [
    sum((one) => one.there),
    sum((one) => one.found),
    sum((one) => one.keyed),
  ]
  const share = (count: number): string => `${((100 * count) / there).toFixed(2)} %`
  return `| all | | ${String(there)} | ${String(found)} (${share(found)}) | ${String(keyed)} (${share(keyed)}) | | | | |`
}
