import { chromium, type Browser } from 'playwright-core'
import { longestWait } from './eventually.ts'
import { readyChromium } from './chromium.ts'

/**
 * A headless Chromium that reaches nothing but this machine: whatever name another host has does
 * not resolve, so no test can lean on the outside by accident.
 */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await readyChromium((line) => {
      console.log(line)
    }),
    timeout: longestWait,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  })
}
