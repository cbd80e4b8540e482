/** So long one slice of work may keep others waiting, in milliseconds. */
const slice = 8

/** Does `work`, which pauses after small pieces of it, in slices between which others have their turn. */
export async function inSlices<Result>(work: Generator<void, Result, void>): Promise<Result> {
  let begun = performance.now()
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    if (performance.now() - begun < slice) continue
    await new Promise((resolve) => {
      setTimeout(resolve)
    })
    begun = performance.now()
  }
}
