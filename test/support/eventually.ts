/**
 * What `probe` gives as soon as it is neither `undefined` nor `false`. Asked again and again until
 * then; after `within` milliseconds it throws, naming `what` and the last error of the probe.
 */
export async function eventually<T>(
  what: string,
  probe: () => Awaitable<T | false | undefined>,
  within = 10_000,
): Promise<T> {
  const deadline = performance.now() + within
  let lastTrouble = ''
  for (;;) {
    try {
      const found = await probe()
      if (found !== undefined && found !== false) return found
      lastTrouble = ''
    } catch (error) {
      lastTrouble = `: ${String(error)}`
    }
    if (performance.now() > deadline) {
      throw new Error(`not within ${String(within)} ms: ${what}${lastTrouble}`)
    }
    await shortPause()
  }
}

type Awaitable<T> = T | PromiseLike<T>

function shortPause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 25)
  })
}
