import type { InstrumentFile } from './corpus.ts'
import type { Agency, Measure, Provision } from './provision.ts'
import { makeTrouble, type Trouble } from './trouble.ts'

/** A warning for each agency code that a measure, or an agency's `parent`, names and no agency has. */
export function checkAgencies(
  files: readonly InstrumentFile[],
  agencies: readonly Agency[],
): readonly Trouble[] {
  const known = new Set(agencies.map(({ code }) => code))
  const measures = files.flatMap((file) => file.provisions.filter(isMeasure))
  const named = [
    ...agencies.map(({ parent, source }) => ({
      codes: parent === undefined ? [] : [parent],
      source,
    })),
    ...measures.map((measure) => ({ codes: codesOf(measure), source: measure.source })),
  ]
  return named.flatMap(({ codes, source }) =>
    codes
      .filter((code) => !known.has(code))
      .map((code) =>
        makeTrouble(
          'agency.unknown',
          source,
          `No agency of the register has the code \`${code}\`.`,
          'Correct the code, or add the agency to the register.',
        ),
      ),
  )
}

/** A warning for each `same-as` that names no provision of `files`, or the measure itself. */
export function checkSameAs(files: readonly InstrumentFile[]): readonly Trouble[] {
  const provisions = files.flatMap((file) => file.provisions)
  const keys = new Set(provisions.map(({ key }) => key))
  return provisions
    .filter(isMeasure)
    .filter(({ key, sameAs }) => sameAs !== undefined && (sameAs === key || !keys.has(sameAs)))
    .map(({ key, sameAs = key, source }) =>
      makeTrouble(
        'provision.unknown-same-as',
        source,
        `\`same-as\` names \`${sameAs}\`, which is ${sameAs === key ? 'the measure itself' : 'no provision of the corpus'}.`,
        'Correct the key, or remove the line.',
      ),
    )
}

function isMeasure(provision: Provision): provision is Measure {
  return provision.level === 'measure'
}

function codesOf(measure: Measure): readonly string[] {
  return [...new Set([...measure.lead, ...measure.through, ...measure.with])]
}
