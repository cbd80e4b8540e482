/** The milliseconds that a processor works on `work` in this thread: what else runs on the machine does not count. */
export function processorTime(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}
