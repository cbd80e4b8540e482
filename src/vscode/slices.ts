/** So long one slice of work may keep others waiting, in milliseconds; with its last step it stays below 8. */
const slice = 4

/**
 * Calls `step`, which does a little and says whether that was all, in slices between which the
 * extension host serves others. Done when it says so.
 */
export async function inSlices(step: () => boolean): Promise<void> {
  let begun = performance.now()
  while (!step()) {
    if (performance.now() - begun < slice) continue
    await new Promise((resolve) => {
      setTimeout(resolve)
    })
    begun = performance.now()
  }
}
