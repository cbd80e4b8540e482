import type { Span } from '../../text/span.ts'
import { placeOf, type SourceText } from './sourceText.ts'
import { sentence, type Sentence } from '../../corpus/sentence.ts'
import { makeTrouble, type Trouble, type TroubleCode } from '../../corpus/trouble.ts'

/** As many troubles of one file are listed; one more says how many were left out. */
const mostTroubles = 1000

/** Collects the troubles of one corpus file while it is read. */
export class TroubleLog {
  readonly #source: SourceText
  readonly #troubles: Trouble[] = []
  #leftOut = 0

  constructor(source: SourceText) {
    this.#source = source
  }

  /** Notes a trouble at `span`, with what is wrong and what to do. */
  add(code: TroubleCode, span: Span, message: Sentence, advice: Sentence): void {
    if (this.#troubles.length >= mostTroubles) this.#leftOut += 1
    else this.#troubles.push(makeTrouble(code, placeOf(this.#source, span), message, advice))
  }

  /** The troubles in the order of the file. */
  inOrder(): readonly Trouble[] {
    const sorted = this.#troubles.toSorted((a, b) => a.place.span.start - b.place.span.start)
    return this.#leftOut === 0 ? sorted : [...sorted, this.#more()]
  }

  #more(): Trouble {
    const end = this.#source.text.length
    return makeTrouble(
      'file.more-troubles',
      placeOf(this.#source, { start: end, end }),
      sentence`The file has ${this.#leftOut} more troubles than the ${mostTroubles} listed.`,
      sentence`Correct those listed first, then read the file again.`,
    )
  }
}
