/** How many characters of texts were read, copied or searched while `work` ran. */
export function visitsOf(work: () => void): number {
  return counted(work, false)
}

/** The same, with the members of lists that were looked through or copied by the methods of lists. */
export function stepsOf(work: () => void): number {
  return counted(work, true)
}

function counted(work: () => void, withLists: boolean): number {
  const counter = new VisitCounter()
  counter.install()
  if (withLists) counter.installLists()
  try {
    work()
  } finally {
    counter.uninstall()
  }
  return counter.visits
}

interface Call {
  readonly self: unknown
  readonly args: readonly unknown[]
  readonly result: unknown
  /** Where a regular expression began to read. */
  readonly from: number
}

type Cost = (call: Call) => number

/** How much each method visits. */
const stringCosts: Readonly<Record<string, Cost>> = {
  charCodeAt: () => 1,
  slice: ({ result }) => lengthOf(result),
  repeat: ({ result }) => lengthOf(result),
  indexOf: ({ self, args, result }) =>
    (result === -1 ? lengthOf(self) : Number(result)) - Number(args[1] ?? 0),
  startsWith: ({ args }) => lengthOf(args[0]),
  replace: ({ self }) => lengthOf(self),
  toLowerCase: ({ self }) => lengthOf(self),
}
/** Of a list: as far as one that stops looks, or all of it. */
const found: Cost = ({ self, result }) =>
  typeof result === 'number' && result >= 0 ? result + 1 : sizeOf(self)
const whole: Cost = ({ self }) => sizeOf(self)
const listCosts: Readonly<Record<string, Cost>> = {
  findIndex: found,
  indexOf: found,
  find: whole,
  includes: whole,
  some: whole,
  filter: whole,
  map: whole,
  flatMap: whole,
  reduce: whole,
  slice: ({ result }) => sizeOf(result),
  concat: ({ result }) => sizeOf(result),
}

function sizeOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0
}

const expressionCosts: Readonly<Record<string, Cost>> = {
  test: ({ self, args, result, from }) =>
    (result === true && self instanceof RegExp && self.global
      ? self.lastIndex
      : lengthOf(args[0])) - from,
}

function lengthOf(text: unknown): number {
  return typeof text === 'string' || text instanceof String ? text.length : 0
}

class VisitCounter {
  visits = 0
  readonly #undo: (() => void)[] = []

  install(): void {
    for (const [name, cost] of Object.entries(stringCosts))
      this.#count(String.prototype, name, cost)
    for (const [name, cost] of Object.entries(expressionCosts)) {
      this.#count(RegExp.prototype, name, cost)
    }
  }

  installLists(): void {
    for (const [name, cost] of Object.entries(listCosts)) this.#count(Array.prototype, name, cost)
  }

  uninstall(): void {
    for (const undo of this.#undo) undo()
  }

  #count(prototype: object, name: string, cost: Cost): void {
    const original = Object.getOwnPropertyDescriptor(prototype, name)
    if (original === undefined) throw new Error(`No method ${name}`)
    const value = this.#counting(original, cost)
    Object.defineProperty(prototype, name, { ...original, value })
    this.#undo.push(() => {
      Object.defineProperty(prototype, name, original)
    })
  }

  #counting({ value }: PropertyDescriptor, cost: Cost): unknown {
    const call = value as (...args: unknown[]) => unknown
    const add = (visits: number): void => {
      this.visits += Math.max(visits, 1)
    }
    return function (this: unknown, ...args: unknown[]): unknown {
      const from = this instanceof RegExp && this.global ? this.lastIndex : 0
      const result = Reflect.apply(call, this, args)
      add(cost({ self: this, args, result, from }))
      return result
    }
  }
}
