import { EVENT_ID, getScalarValue, parseEvents, YAMLException } from 'js-yaml'

/**
 * The text that `value`, the YAML behind the name of a field, holds in whatever form: plain, quoted with
 * escapes, a block, tagged, alone in a list. `undefined` where it holds no text, more than one, or no YAML.
 */
export function readYamlText(value: string): string | undefined {
  try {
    const events = parseEvents(value, { maxDepth: 4 })
    const [only, ...others] = events.flatMap((event) =>
      event.type === EVENT_ID.SCALAR ? [getScalarValue(value, event).trim()] : [],
    )
    return others.length === 0 ? only : undefined
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    return undefined
  }
}
