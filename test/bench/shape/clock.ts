import process from 'node:process'

/** What a key is measured by: on a machine that does other work the wall's clock measures that, too. */
export const clockNames = ['wall', 'processor'] as const

/** See {@link clockNames}. */
export type ClockName = (typeof clockNames)[number]

/** Milliseconds, from nobody knows when on. */
export type Clock = () => number

/** The clock on the wall, or the time that this thread has had of the processor. */
export const clocks: Readonly<Record<ClockName, Clock>> = {
  wall: () => performance.now(),
  processor() {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  },
}
