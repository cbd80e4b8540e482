import type { CorpusFile } from './corpusFile.ts'
import { sentence, type Sentence } from '../corpus/sentence.ts'
import { makeTrouble, type TroubleCode } from '../corpus/trouble.ts'

/** Why a corpus file is not read at all. */
export type Refusal =
  /** A symbolic link, or within a folder that is one. */
  | { readonly kind: 'link' }
  /** A folder, a pipe, a device. */
  | { readonly kind: 'noFile' }
  /** In bytes. */
  | { readonly kind: 'tooLarge'; readonly size: number; readonly limit: number }
  | { readonly kind: 'unreadable'; readonly reason: string | Sentence }
  /** A folder that could not be looked into, so that nobody knows what is in it. */
  | { readonly kind: 'shutFolder' }
  /** What read it came to its end, and did so again. */
  | { readonly kind: 'ended' }
  /** The first of those that are left out, since more were found than are read. */
  | { readonly kind: 'tooMany'; readonly limit: number }

/** What stands for the file called `name`, which is not read because of `why`: a trouble at its beginning. */
export function refusedFile(name: string, why: Refusal): CorpusFile {
  const place = { file: name, line: 1, column: 1, span: { start: 0, end: 0 } }
  const [code, message, advice] = told(why)
  return { kind: 'failed', troubles: [makeTrouble(code, place, message, advice)] }
}

function told(why: Refusal): readonly [TroubleCode, Sentence, Sentence] {
  switch (why.kind) {
    case 'link':
      return [
        'file.is-link',
        sentence`The file is a symbolic link, or in a folder that is one, and may lead out of the workspace; it is not read.`,
        sentence`Put the file itself there.`,
      ]
    case 'noFile':
      return [
        'file.unreadable',
        sentence`This is no ordinary file; it is not read.`,
        sentence`Remove it, or leave it out of \`policyCitation.corpora\`.`,
      ]
    case 'tooLarge':
      return [
        'file.too-large',
        sentence`The file has ${megabytes(why.size)} MB; files of more than ${megabytes(why.limit)} MB are not read.`,
        sentence`Divide it, or raise the setting \`policyCitation.corpora.largestFile\`.`,
      ]
    case 'unreadable':
      return [
        'file.unreadable',
        sentence`The file could not be read: ${why.reason}`,
        sentence`See whether it is there and may be read.`,
      ]
    case 'shutFolder':
      return [
        'file.unreadable',
        sentence`The folder could not be looked into; none of its corpus files is read anew.`,
        sentence`See whether it may be read.`,
      ]
    case 'ended':
      return [
        'file.unreadable',
        sentence`The file could not be read: what reads it broke down twice.`,
        sentence`Divide it into several instruments.`,
      ]
    case 'tooMany':
      return [
        'file.unreadable',
        sentence`More than ${why.limit} corpus files were found; this one and those behind it are not read.`,
        sentence`Join some of them, or have \`policyCitation.corpora\` name fewer.`,
      ]
  }
}

function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(1)
}
