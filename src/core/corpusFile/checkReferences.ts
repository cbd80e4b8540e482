import { provisionsByKey, type InstrumentFile } from '../corpus/corpus.ts'
import type { Key } from '../corpus/key.ts'
import type { Agency, Measure, Provision, Relation, Term } from '../corpus/provision.ts'
import { sentence } from '../corpus/sentence.ts'
import { makeTrouble, type Trouble } from '../corpus/trouble.ts'

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
          sentence`No agency of the register has the code \`${code}\`.`,
          sentence`Correct the code, or add the agency to the register.`,
        ),
      ),
  )
}

/** A warning for each `same-as` in `files` that names no provision of `all`, or the measure itself. */
export function checkSameAs(
  files: readonly InstrumentFile[],
  all: readonly InstrumentFile[],
): readonly Trouble[] {
  const provisions = files.flatMap((file) => file.provisions)
  const keys = provisionsByKey(all)
  return provisions
    .filter(isMeasure)
    .filter(({ key, sameAs }) => sameAs !== undefined && (sameAs === key || !keys.has(sameAs)))
    .map(({ key, sameAs = key, source }) =>
      makeTrouble(
        'provision.unknown-same-as',
        source,
        sameAs === key
          ? sentence`\`same-as\` names \`${sameAs}\`, which is the measure itself.`
          : sentence`\`same-as\` names \`${sameAs}\`, which is no provision of the corpus.`,
        sentence`Correct the key, or remove the line.`,
      ),
    )
}

/** A warning for each `formerly` in `files` that names a key that a provision of `all` has, or had before. */
export function checkFormerKeys(
  files: readonly InstrumentFile[],
  all: readonly InstrumentFile[],
): readonly Trouble[] {
  const keys = provisionsByKey(all)
  return files
    .flatMap((file) => file.provisions)
    .flatMap((provision) =>
      (provision.formerly ?? [])
        .filter((key) => keys.get(key) !== provision || key === provision.key)
        .map((key) =>
          makeTrouble(
            'provision.former-key-taken',
            provision.source,
            sentence`\`formerly\` names \`${key}\`, which another provision has or had.`,
            sentence`Correct the key, or remove it: a key names one provision.`,
          ),
        ),
    )
}

/** A warning for each `about` in `files`, of an article or of a claim, that names no provision of `all`. */
export function checkAbout(
  files: readonly InstrumentFile[],
  all: readonly InstrumentFile[],
): readonly Trouble[] {
  const provisions = files.flatMap((file) => file.provisions)
  const keys = provisionsByKey(all)
  return provisions.flatMap((provision) =>
    aboutOf(provision)
      .filter((key) => !keys.has(key))
      .map((key) =>
        makeTrouble(
          'claim.unknown-about',
          provision.source,
          sentence`\`about\` names \`${key}\`, which is no provision of the corpus.`,
          sentence`Correct the key, or remove it.`,
        ),
      ),
  )
}

/** A warning for each key that a term of the glossary is about and that is no provision of `files`. */
export function checkTerms(
  files: readonly InstrumentFile[],
  terms: readonly Term[],
): readonly Trouble[] {
  const keys = provisionsByKey(files)
  return terms.flatMap(({ about, source }) =>
    about
      .filter((key) => !keys.has(key))
      .map((key) =>
        makeTrouble(
          'term.unknown-about',
          source,
          sentence`\`about\` names \`${key}\`, which is no provision of the corpus.`,
          sentence`Correct the key, or remove it.`,
        ),
      ),
  )
}

/** The relations whose two sides are provisions of `files`, and an error for each other one. */
export function knownRelations(
  files: readonly InstrumentFile[],
  relations: readonly Relation[],
): { readonly kept: readonly Relation[]; readonly troubles: readonly Trouble[] } {
  const keys = provisionsByKey(files)
  const strange = ({ from, to }: Relation): Key | undefined =>
    [from, to].find((key) => !keys.has(key)) ?? (from === to ? to : undefined)
  return {
    kept: relations.filter((relation) => strange(relation) === undefined),
    troubles: relations.flatMap((relation) => {
      const key = strange(relation)
      if (key === undefined) return []
      return makeTrouble(
        'relation.unknown-key',
        relation.source,
        keys.has(key)
          ? sentence`The relation joins \`${key}\` with itself.`
          : sentence`\`${key}\` is no provision of the corpus, so the relation is left out.`,
        sentence`Correct the key.`,
      )
    }),
  }
}

function aboutOf(provision: Provision): readonly Key[] {
  if (provision.level === 'measure') return provision.claim?.about ?? []
  return provision.level === 'instrument' && provision.about !== undefined ? [provision.about] : []
}

function isMeasure(provision: Provision): provision is Measure {
  return provision.level === 'measure'
}

function codesOf(measure: Measure): readonly string[] {
  return [...new Set([...measure.lead, ...measure.through, ...measure.with])]
}
