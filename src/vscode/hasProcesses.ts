/** Whether other processes can be started: the web worker has none, and commands that need them are not offered there. */
export function hasProcesses(): boolean {
  return typeof process !== 'undefined' && 'node' in process.versions
}
