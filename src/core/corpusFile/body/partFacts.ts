import type { Division, Instrument } from '../../corpus/provision.ts'
import { sentence } from '../../corpus/sentence.ts'
import { warnOfPartOrder } from '../fields/dayOrder.ts'
import { textIn, textsIn, translatedIn, type OwnFields } from '../fields/fieldValues.ts'
import {
  amountsIn,
  dayIn,
  deadlinesIn,
  followUpsIn,
  formerKeysIn,
  startsIn,
} from '../fields/partedValues.ts'
import { quoted } from '../source/suspiciousCharacters.ts'
import type { TroubleLog } from '../source/troubleLog.ts'

type PartFact =
  | 'formerly'
  | 'appliesFrom'
  | 'until'
  | 'insertedBy'
  | 'replacedBy'
  | 'deletedBy'
  | 'formerlySaid'
  | 'followUps'
  | 'deadlines'
  | 'amounts'

/** What a list says of its provision in the course of time; `head` names the amendments. */
export function partFacts(
  list: OwnFields,
  head: Pick<Instrument, 'issued' | 'amendedBy'>,
  log: TroubleLog,
): Pick<Division, PartFact> {
  warnOfUnknownAmendments(list, head, log)
  const facts = { ...changesIn(list, log), ...timesIn(list, log), ...outcomeIn(list, log) }
  warnOfPartOrder(list, head, facts, log)
  return facts
}

function changesIn(
  list: OwnFields,
  log: TroubleLog,
): Pick<Division, 'formerly' | 'insertedBy' | 'replacedBy' | 'deletedBy' | 'formerlySaid'> {
  const formerly = formerKeysIn(list, 'list', log)
  const insertedBy = textIn(list, 'inserted-by')
  const replacedBy = textsIn(list, 'replaced-by', log)
  const deletedBy = textIn(list, 'deleted-by')
  const formerlySaid = translatedIn(list, 'formerly-said')
  return {
    ...(formerly.length > 0 && { formerly }),
    ...(insertedBy && { insertedBy }),
    ...(replacedBy.length > 0 && { replacedBy }),
    ...(deletedBy && { deletedBy }),
    ...(formerlySaid && { formerlySaid }),
  }
}

function timesIn(list: OwnFields, log: TroubleLog): Pick<Division, 'appliesFrom' | 'until'> {
  const appliesFrom = startsIn(list, log)
  const until = dayIn(list, 'list', 'until', log)
  return { ...(appliesFrom.length > 0 && { appliesFrom }), ...(until && { until }) }
}

function outcomeIn(
  list: OwnFields,
  log: TroubleLog,
): Pick<Division, 'followUps' | 'deadlines' | 'amounts'> {
  const followUps = followUpsIn(list, log)
  const deadlines = deadlinesIn(list, log)
  const amounts = amountsIn(list, log)
  return {
    ...(followUps.length > 0 && { followUps }),
    ...(deadlines.length > 0 && { deadlines }),
    ...(amounts.length > 0 && { amounts }),
  }
}

/** The fields that name amendments. */
const namingFields = ['inserted-by', 'replaced-by', 'deleted-by']

/** A card says when a change came into force: the front matter must know. */
function warnOfUnknownAmendments(
  list: OwnFields,
  { amendedBy = [] }: Pick<Instrument, 'amendedBy'>,
  log: TroubleLog,
): void {
  const known = amendedBy.map(({ name }) => name)
  for (const field of namingFields.flatMap((name) => list.known.get(name) ?? [])) {
    const names = field.name === 'replaced-by' ? field.value.split(';') : [field.value]
    for (const name of names.map((one) => one.trim()).filter((one) => !known.includes(one))) {
      log.add(
        'provision.unknown-amendment',
        field.span,
        sentence`\`${field.name}\` names ${quoted(name)}, which \`amended-by\` in the front matter does not name.`,
        sentence`Write it as \`amended-by\` does, or add it there.`,
      )
    }
  }
}
