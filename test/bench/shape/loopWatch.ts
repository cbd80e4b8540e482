import process from 'node:process'

/** How long others waited for a thread at most, in milliseconds. */
export interface Block {
  readonly longest: number
  /** What of the processor the thread itself used at most between two turns: that others ran is not in it. */
  readonly longestOfProcessor: number
}

/** Measures how long the thread that it is made in keeps others waiting, by a turn that it takes each millisecond. */
export class LoopWatch {
  readonly #timer: ReturnType<typeof setInterval>
  #turn = performance.now()
  #used = processorTime()
  #longest = 0
  #longestOfProcessor = 0

  constructor() {
    this.#timer = setInterval(() => {
      this.#takeTurn()
    }, 1)
  }

  /** Resolves with what was longest once the last turn was taken. */
  async end(): Promise<Block> {
    await new Promise((resolve) => setTimeout(resolve, 2))
    clearInterval(this.#timer)
    return { longest: this.#longest, longestOfProcessor: this.#longestOfProcessor }
  }

  #takeTurn(): void {
    const [turn, used] = [performance.now(), processorTime()]
    this.#longest = Math.max(this.#longest, turn - this.#turn - 1)
    this.#longestOfProcessor = Math.max(this.#longestOfProcessor, used - this.#used)
    this.#turn = turn
    this.#used = used
  }
}

/** What this thread has used of the processor, in milliseconds; some machines count in steps of 4. */
export function processorTime(): number {
  return sumOf(process.threadCpuUsage())
}

/** The same of the whole process, with all its threads. */
export function processTime(): number {
  return sumOf(process.cpuUsage())
}

function sumOf({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000
}
