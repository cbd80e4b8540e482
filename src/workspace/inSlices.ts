/** So long one slice of work goes on with steps, in milliseconds: what keeps others waiting is this and its last step. */
const slice = 4

/** What `work` returns, done in slices between which others have their turn. */
export async function inSlices<T>(work: Generator<unknown, T>): Promise<T>
/** The same; `undefined` where `isOver` says behind a slice that nobody needs it any more. */
export async function inSlices<T>(
  work: Generator<unknown, T>,
  isOver: () => boolean,
): Promise<T | undefined>
export async function inSlices<T>(
  work: Generator<unknown, T>,
  isOver: () => boolean = () => false,
): Promise<T | undefined> {
  let begun = performance.now()
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    if (performance.now() - begun < slice) continue
    await othersTurn()
    if (isOver()) return undefined
    begun = performance.now()
  }
}

/** Resolves once others had their turn: that something was cancelled is heard only then. */
export async function othersTurn(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve)
  })
}
