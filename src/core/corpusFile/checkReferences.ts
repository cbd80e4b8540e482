import type { InstrumentFile } from '../corpus/corpus.ts'
import type { Key } from '../corpus/key.ts'
import type { Agency, Measure, Provision, Relation, Term } from '../corpus/provision.ts'
import { sentence } from '../corpus/sentence.ts'
import { known } from '../corpus/stored/knownProvisions.ts'
import type { ProvisionMark } from '../corpus/stored/marks.ts'
import { makeTrouble, type Trouble } from '../corpus/trouble.ts'

/** The provisions that references may name, by their keys. */
export type Named = ReadonlyMap<string, Provision>

/** A warning for each agency code that a measure, or an agency's `parent`, names and no agency has. */
export function checkAgencies(
  files: readonly InstrumentFile[],
  agencies: readonly Agency[],
): readonly Trouble[] {
  const codes = new Set(agencies.map(({ code }) => code))
  const measures = files.flatMap(({ provisions }) => {
    const isDone = [...known(provisions).agencyCodes()].every((code) => codes.has(code))
    return isDone ? [] : provisions.filter(isMeasure)
  })
  const named = [
    ...agencies.map(({ parent, source }) => ({
      codes: parent === undefined ? [] : [parent],
      source,
    })),
    ...measures.map((measure) => ({ codes: codesOf(measure), source: measure.source })),
  ]
  return named.flatMap(({ codes: those, source }) =>
    those
      .filter((code) => !codes.has(code))
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

/** A warning for each `same-as` in `files` that is none of `keys`, or names the measure itself. */
export function checkSameAs(files: readonly InstrumentFile[], keys: Named): readonly Trouble[] {
  return marked(files, 'sameAs')
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

/** A warning for each `formerly` in `files` that names a key that another one of `keys` has, or had before. */
export function checkFormerKeys(files: readonly InstrumentFile[], keys: Named): readonly Trouble[] {
  return marked(files, 'formerly').flatMap((provision) =>
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

/** A warning for each `about` in `files`, of an article or of a claim, that is none of `keys`. */
export function checkAbout(files: readonly InstrumentFile[], keys: Named): readonly Trouble[] {
  return marked(files, 'about').flatMap((provision) =>
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

/** A warning for each key that a term of the glossary is about and that is none of `keys`. */
export function checkTerms(keys: Named, terms: readonly Term[]): readonly Trouble[] {
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

/** The relations whose two sides are among `keys`, and an error for each other one. */
export function knownRelations(
  keys: Named,
  relations: readonly Relation[],
): { readonly kept: readonly Relation[]; readonly troubles: readonly Trouble[] } {
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

/** What of `files` has `mark`. */
function marked(files: readonly InstrumentFile[], mark: ProvisionMark): readonly Provision[] {
  return files.flatMap(({ provisions }) => known(provisions).marked(mark))
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
