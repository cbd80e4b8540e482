import type { Outline } from '../../core/official/outline.ts'
import { bareLabel } from '../markup/bareLabel.ts'
import { childElements, descendant, lineOf, type MarkupElement } from '../markup/element.ts'
import { readParts, type Sort } from '../markup/readParts.ts'

/** The roots of StratML Part 1 (ISO 17469-1:2015) and Part 2 (ANSI/AIIM 22:2017). */
export const stratmlRoots: ReadonlySet<string> = new Set([
  'StrategicPlan',
  'PerformancePlanOrReport',
])

/**
 * The outline of a StratML plan or report: goals are sections, objectives actions. Agencies are the
 * stakeholders that a role of type `Performer` makes responsible; Part 1 knows no roles.
 */
export function readStratml(root: MarkupElement): Outline {
  const core = descendant(root, 'StrategicPlanCore')
  const read = readParts(core === undefined ? [] : [core], sortOf)
  const title = lineOf(descendant(root, 'Name'))
  const issuer = lineOf(core && descendant(core, 'Organization', 'Name'))
  const issued = lineOf(descendant(root, 'AdministrativeInformation', 'PublicationDate'))
  const isDate = issued !== undefined && /^\d{4}(?:-\d\d){0,2}$/u.test(issued)
  return {
    ...(title !== undefined && { title }),
    type: 'plan',
    ...(issuer !== undefined && { issuer }),
    ...(isDate && { issued }),
    ...read,
  }
}

function sortOf(element: MarkupElement): Sort {
  switch (element.name) {
    case 'Goal':
      return partOf(element, { level: 'division', kind: 'section' })
    case 'Objective':
      return partOf(element, { level: 'measure', kind: 'action' })
    case 'StrategicPlanCore':
    case 'Description':
    case 'OtherInformation':
      return 'block'
    case 'Name':
    case 'Identifier':
    case 'SequenceIndicator':
    case 'Organization':
      return 'known'
    case 'Stakeholder':
      return isPerformer(element) ? 'known' : named('stakeholder without the role of a performer')
    default:
      return lineOf(element) === undefined ? 'known' : named(element.name)
  }
}

function named(unread: string): Sort {
  return { unread }
}

function partOf(
  element: MarkupElement,
  head:
    | { readonly level: 'division'; readonly kind: 'section' }
    | { readonly level: 'measure'; readonly kind: 'action' },
): Sort {
  const label = bareLabel(lineOf(descendant(element, 'SequenceIndicator')))
  const heading = lineOf(descendant(element, 'Name'))
  const id = lineOf(descendant(element, 'Identifier'))
  const agencies = childElements(element, 'Stakeholder')
    .filter(isPerformer)
    .flatMap((stakeholder) => lineOf(descendant(stakeholder, 'Name')) ?? [])
  const part = {
    ...head,
    ...(label !== undefined && { label }),
    ...(heading !== undefined && { heading }),
    ...(id !== undefined && { id }),
    ...(agencies.length > 0 && { agencies }),
  }
  return { part, content: element.children }
}

function isPerformer(stakeholder: MarkupElement): boolean {
  return childElements(stakeholder, 'Role').some((role) =>
    childElements(role, 'RoleType').some((type) => lineOf(type) === 'Performer'),
  )
}
