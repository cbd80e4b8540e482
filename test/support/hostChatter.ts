const chatter =
  /^(?:Request to '[^']*package\.nls\.json' failed|Loading development extension|Resolv(?:ing|ed) connection token|Creating a socket|Creation of workbench contribution|Ignoring (?:fetching additional|the error)|Updating additional builtin|ENOPRO|Found additional builtin|vscode-test-web-support|\[(?:reconnection-grace-time|Service Worker|AgentHost|AccountPolicyGate)|Error: Could not locate the bindings file|(?:Error: )?Cannot find module '\.\/build\/Release\/watchdog')/

/** Whether a line of the workbench's console is VS Code talking about itself. */
export function isChatter(line: string): boolean {
  return chatter.test(line)
}
