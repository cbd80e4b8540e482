import { childElements, type MarkupElement } from '../../markup/element.ts'
import { Counters } from '../counters.ts'
import { inDigits } from '../../labels/numberForms.ts'
import { numberFormat } from '../numberFormats.ts'
import { isOn, numberIn, property, valueOf } from './properties.ts'
import type { Styles } from './styles.ts'

/** What stands before a paragraph of a list: a bullet, or its number as printed, with what parts it from the words. */
export type ListMark =
  | { readonly isBullet: true; readonly level: number }
  | { readonly isBullet: false; readonly number: string; readonly level: number }

/** A level of a list (ISO/IEC 29500-1, 17.9.6). */
interface Level {
  readonly start: number
  readonly format: string
  /** How many digits a number has at least. */
  readonly digits: number
  /** With `%1` to `%9` where the counts of the levels stand. */
  readonly text: string
  /** Whether the words follow at once. */
  readonly isClose: boolean
  /** Whether all counts are printed in digits. */
  readonly isLegal: boolean
  /** The level, counted from 1, by which it begins anew; 0 for none, any above it unless given. */
  readonly restart?: number
  /** The style whose paragraphs are of this level. */
  readonly style?: string
}

/** A list as paragraphs name it. */
interface List {
  /** What it counts with, which it may share with others. */
  readonly counters: Counters
  readonly levels: ReadonlyMap<number, Level>
  /** Where it begins to count, once it is first met. */
  readonly starts: Map<number, number>
}

/** The numbers of the lists of a document, counted as its paragraphs come. */
export class Numbering {
  readonly #root: MarkupElement | undefined
  readonly #styles: Styles
  readonly #lists = new Map<string, List | undefined>()
  readonly #counters = new Map<string, Counters>()
  readonly #instances: ReadonlyMap<string, MarkupElement>
  readonly #abstract: ReadonlyMap<string, MarkupElement>

  constructor(root: MarkupElement | undefined, styles: Styles) {
    this.#root = root
    this.#styles = styles
    this.#instances = this.#byId('num', 'numId')
    this.#abstract = this.#byId('abstractNum', 'abstractNumId')
  }

  /** What is printed before the next paragraph of the list `id` at `level`, or at that of its style. */
  next(id: string, level: number | undefined, style: string | undefined): ListMark | undefined {
    const list = this.#listOf(id)
    if (list === undefined) return undefined
    const depth = level ?? levelOfStyle(list, style) ?? 0
    const own = list.levels.get(depth)
    if (own === undefined) return undefined
    const start = list.starts.get(depth)
    if (start !== undefined) {
      list.starts.delete(depth)
      list.counters.restart(depth)
    }
    list.counters.count(depth, start ?? own.start, (deeper) => {
      const { restart } = list.levels.get(deeper) ?? {}
      return restart !== undefined && (restart === 0 || depth + 1 > restart)
    })
    if (own.format === 'bullet') return { isBullet: true, level: depth }
    const number = printed(list, own, depth)
    if (number.trim() === '') return undefined
    return { isBullet: false, number: own.isClose ? number : `${number} `, level: depth }
  }

  #byId(name: string, attribute: string): ReadonlyMap<string, MarkupElement> {
    const elements = this.#root === undefined ? [] : childElements(this.#root, name)
    return new Map(elements.map((one) => [one.attributes.get(attribute) ?? '', one]))
  }

  #listOf(id: string): List | undefined {
    if (!this.#lists.has(id)) this.#lists.set(id, this.#read(id))
    return this.#lists.get(id)
  }

  #read(id: string): List | undefined {
    const instance = this.#instances.get(id)
    const abstractId = this.#abstractIdOf(instance)
    const abstract = this.#abstract.get(abstractId)
    if (abstract === undefined) return undefined
    const levels = new Map(levelsIn(abstract))
    const starts = new Map<number, number>()
    for (const change of instance === undefined ? [] : childElements(instance, 'lvlOverride')) {
      const depth = Number(change.attributes.get('ilvl'))
      for (const [, level] of levelsIn(change)) levels.set(depth, level)
      const start = numberIn(change, 'startOverride')
      if (start !== undefined) starts.set(depth, start)
    }
    const counters = this.#counters.get(abstractId) ?? new Counters()
    this.#counters.set(abstractId, counters)
    return { counters, levels, starts }
  }

  /** The list that `instance` is one of, which may be named by a style. */
  #abstractIdOf(instance: MarkupElement | undefined): string {
    let id = valueOf(instance, 'abstractNumId') ?? ''
    for (let steps = 0; steps < 10; steps++) {
      const link = valueOf(this.#abstract.get(id), 'numStyleLink')
      if (link === undefined) break
      const list = property(property(this.#styles.element(link), 'pPr'), 'numPr')
      const linked = this.#instances.get(valueOf(list, 'numId') ?? '')
      id = valueOf(linked, 'abstractNumId') ?? ''
    }
    return id
  }
}

function levelsIn(element: MarkupElement): readonly (readonly [number, Level])[] {
  return childElements(element, 'lvl').map((level) => {
    const restart = numberIn(level, 'lvlRestart')
    const style = valueOf(level, 'pStyle')
    return [
      Number(level.attributes.get('ilvl')),
      {
        start: numberIn(level, 'start') ?? 0,
        ...formatOf(level),
        text: valueOf(level, 'lvlText') ?? '',
        isClose: valueOf(level, 'suff') === 'nothing',
        isLegal: isOn(level, 'isLgl') ?? false,
        ...(restart !== undefined && { restart }),
        ...(style !== undefined && { style }),
      },
    ]
  })
}

/** How a level counts. A number of more digits, `001`, stands where only newer readers look for it. */
function formatOf(level: MarkupElement): Pick<Level, 'format' | 'digits'> {
  const [newer] = childElements(level, 'AlternateContent').flatMap((one) => childElements(one))
  const example = property(newer, 'numFmt')?.attributes.get('format') ?? ''
  const digits = /^0{1,8}1(?=\D|$)/u.exec(example)?.[0].length ?? 1
  return { format: valueOf(level, 'numFmt') ?? 'decimal', digits }
}

function levelOfStyle({ levels }: List, style: string | undefined): number | undefined {
  for (const [depth, level] of levels) {
    if (level.style !== undefined && level.style === style) return depth
  }
  return undefined
}

/** The number of the paragraph that was just counted, with the signs around it; that of a level not met yet is its first. */
function printed({ counters, levels }: List, { text, isLegal }: Level, depth: number): string {
  return text.replaceAll(/%([1-9])/gu, (_, digit: string) => {
    const at = Number(digit) - 1
    const level = levels.get(at)
    if (level === undefined || at > depth || level.format === 'bullet') return ''
    const form = isLegal && level.format !== 'none' ? inDigits : numberFormat(level.format)
    return form(counters.at(at) ?? level.start).padStart(
      level.format === 'none' ? 0 : level.digits,
      '0',
    )
  })
}
