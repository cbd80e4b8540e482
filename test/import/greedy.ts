// In place of the process that reads documents: it takes memory until there is no more.
const taken: unknown[] = []
for (;;)
  taken.push(
    new Array(1_000_000).fill('x').map((letter, place) => `${String(letter)}${String(place)}`),
  )
