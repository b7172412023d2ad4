import { existsSync } from 'node:fs'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import type { Scope } from './system.ts'

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(path => existsSync(path))

/** The reason to skip a test that needs a browser; false where there is one. */
export const withoutBrowser = executablePath === undefined && 'no Chromium: apt-get install chromium'

/** A browser on a machine with much else to do is slow, not broken. */
const patienceMilliseconds = 180_000

/**
 * Starts a browser that ends with the test, with an empty profile.
 *
 * @param hosts names that resolve to 127.0.0.1 in it
 */
export async function startBrowser (t: Scope, hosts: string[]): Promise<BrowserContext> {
  const browser = await chromium.launch({
    timeout: patienceMilliseconds,
    ...(executablePath !== undefined && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      `--host-resolver-rules=${hosts.map(host => `MAP ${host} 127.0.0.1`).join(',')}`]
  })
  t.teardown(async () => { await browser.close() })
  const context = await browser.newContext()
  context.setDefaultTimeout(patienceMilliseconds)
  return context
}

/** Keeps what a page complains of: errors of scripts, resources that are missing or blocked. */
export function complaintsOf (page: Page): string[] {
  const complaints: string[] = []
  page.on('console', message => { if (message.type() === 'error') complaints.push(message.text()) })
  page.on('pageerror', error => { complaints.push(error.message) })
  page.on('requestfailed', request => { complaints.push(`${request.url()}: ${request.failure()?.errorText}`) })
  return complaints
}
