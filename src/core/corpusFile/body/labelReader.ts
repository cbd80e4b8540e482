import type { Key } from '../../corpus/key.ts'
import { latinTwin, readLabel, type LabelReading } from './headingLabel.ts'
import { lineAt, type SourceText } from '../source/sourceText.ts'
import type { HeadingRead } from './readHeadings.ts'
import { sentence, type Sentence } from '../../corpus/sentence.ts'
import { quoted } from '../source/suspiciousCharacters.ts'
import type { TroubleLog } from '../source/troubleLog.ts'
import type { PlacedText } from '../fields/yamlFields.ts'

/** Gives each label of a file its key, or a trouble. */
export class LabelReader {
  readonly #id: string
  readonly #source: SourceText
  readonly #log: TroubleLog
  /** The first label that reads so in plain Latin, by its reading. */
  readonly #plain = new Map<string, PlacedText>()
  /** The first label of each spelling, by the spelling in lower case. */
  readonly #folded = new Map<string, PlacedText>()
  readonly #used = new Map<Key, PlacedText>()

  constructor(id: string, headings: readonly HeadingRead[], source: SourceText, log: TroubleLog) {
    this.#id = id
    this.#source = source
    this.#log = log
    for (const { label } of headings) {
      if (label === undefined || readLabel(id, label.text).kind !== 'key') continue
      if (!this.#plain.has(label.text)) this.#plain.set(label.text, label)
    }
  }

  /** The key of `label`, when it is good and not taken by a label before it. */
  read(label: PlacedText): Key | undefined {
    const reading = readLabel(this.#id, label.text)
    if (reading.kind !== 'key') {
      this.#refuse(label, reading)
      return undefined
    }
    const first = this.#used.get(reading.key)
    if (first !== undefined) {
      this.#log.add(
        'provision.duplicate-key',
        label.span,
        sentence`The key \`${reading.key}\` is given twice: first on ${this.#line(first)}, which holds, and here.`,
        sentence`Give one of the two headings another label.`,
      )
      return undefined
    }
    this.#used.set(reading.key, label)
    this.#warnOfCaseTwin(label)
    return reading.key
  }

  #refuse(label: PlacedText, reading: Exclude<LabelReading, { kind: 'key' }>): void {
    if (reading.kind === 'malformed') {
      this.#log.add(
        'heading.malformed-label',
        label.span,
        sentence`The label ${quoted(label.text)} cannot be part of a key: ${reading.reason}.`,
        sentence`Write letters and digits, joined by single periods or hyphens.`,
      )
      return
    }
    const twin = this.#plain.get(latinTwin(label.text))
    const like =
      reading.looksLike === undefined ? '' : sentence`, and looks like \`${reading.looksLike}\``
    const where = twin === undefined ? '' : sentence`, which stands on ${this.#line(twin)}`
    this.#log.add(
      'heading.suspicious-label',
      label.span,
      sentence`The label ${quoted(label.text)} holds ${reading.codePoints.join(', ')}, which no key can have${like}${where}.`,
      sentence`Type the label again with Latin letters, digits, \`.\` and \`-\` only.`,
    )
  }

  #warnOfCaseTwin(label: PlacedText): void {
    const folded = label.text.toLowerCase()
    const first = this.#folded.get(folded)
    if (first === undefined) this.#folded.set(folded, label)
    else {
      this.#log.add(
        'heading.look-alike-label',
        label.span,
        sentence`The labels \`${first.text}\` on ${this.#line(first)} and \`${label.text}\` differ only in case.`,
        sentence`Give one of them another label: readers would mistake one for the other.`,
      )
    }
  }

  #line(label: PlacedText): Sentence {
    return sentence`line ${lineAt(this.#source, label.span.start) + 1}`
  }
}
