/** So long one slice of work may keep others waiting, in milliseconds; with its last step it stays below 8. */
const slice = 4

/** What `work` returns, done in slices between which others have their turn. */
export async function inSlices<T>(work: Generator<void, T>): Promise<T> {
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
