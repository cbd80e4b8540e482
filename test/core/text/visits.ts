/** How many characters of texts were read, copied or searched while `work` ran. */
export function visitsOf(work: () => void): number {
  const counter = new VisitCounter()
  counter.install()
  try {
    work()
  } finally {
    counter.uninstall()
  }
  return counter.visits
}

type Method =
  'charCodeAt' | 'slice' | 'indexOf' | 'startsWith' | 'replace' | 'toLowerCase' | 'repeat'

/** How much each method of strings visits, by its result and arguments. */
const costs: Readonly<
  Record<Method, (text: string, result: unknown, args: readonly unknown[]) => number>
> = {
  charCodeAt: () => 1,
  slice: (_, result) => String(result).length,
  indexOf: (text, result, [, from]) =>
    (result === -1 ? text.length : Number(result)) - Number(from ?? 0),
  startsWith: (_, __, [sought]) => String(sought).length,
  replace: (text) => text.length,
  toLowerCase: (text) => text.length,
  repeat: (_, result) => String(result).length,
}

class VisitCounter {
  visits = 0
  readonly #originals = new Map<string, PropertyDescriptor>()

  install(): void {
    for (const [name, cost] of Object.entries(costs)) {
      const original = Object.getOwnPropertyDescriptor(String.prototype, name)
      if (original === undefined) continue
      this.#originals.set(name, original)
      Object.defineProperty(String.prototype, name, {
        ...original,
        value: this.#counting(original, cost),
      })
    }
  }

  uninstall(): void {
    for (const [name, original] of this.#originals)
      Object.defineProperty(String.prototype, name, original)
  }

  #counting({ value }: PropertyDescriptor, cost: (typeof costs)[Method]): unknown {
    const call = value as (...args: unknown[]) => unknown
    const add = (visits: number): void => {
      this.visits += Math.max(visits, 1)
    }
    return function (this: string, ...args: unknown[]): unknown {
      const result = Reflect.apply(call, this, args)
      add(cost(this, result, args))
      return result
    }
  }
}
