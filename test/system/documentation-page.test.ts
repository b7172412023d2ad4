/** The documentation pages in a real browser, at the kinds of addresses that people reach them by. */
import { t } from '../support/suite.ts'
import type { BrowserContext, Page } from 'playwright-core'
import { complaintsOf, startBrowser, withoutBrowser } from '../support/browser.ts'
import { sharedSystem, type TestSystem } from '../support/system.ts'

const intranet = 'rooms.intranet.example' // plain HTTP that is not loopback, which browsers trust less
let system: TestSystem
let browser: BrowserContext
t.before(async () => {
  system = await sharedSystem(t)
  if (withoutBrowser === false) browser = await startBrowser(t, [intranet])
})

const addressOf = (service: 'users' | 'rooms', host: string): string => system.urls[service].replace('127.0.0.1', host)

/** Runs one operation with "Try it out" and returns the status that the page shows. */
async function tryOut (page: Page, operationId: string): Promise<string> {
  const operation = page.locator(`.opblock[id$="-${operationId}"]`)
  await operation.locator('.opblock-summary-control').click()
  await operation.getByRole('button', { name: 'Try it out' }).click()
  await operation.getByRole('button', { name: 'Execute' }).click()
  return await operation.locator('.live-responses-table .response-col_status').last().innerText()
}

t.test('/docs lists every operation, and "Try it out" works, at localhost and at other names on plain HTTP', { skip: withoutBrowser }, async t => {
  for (const host of ['localhost', intranet]) {
    const page = await browser.newPage()
    const complaints = complaintsOf(page)
    const opened = await page.goto(`${addressOf('rooms', host)}/`)
    t.equal(opened?.url(), `${addressOf('rooms', host)}/docs`, '/ leads to the page')
    await page.locator('.opblock').first().waitFor()
    const { paths } = (await system.send('rooms', '/openapi.json')).json as { paths: Record<string, object> }
    const operations = Object.values(paths).flatMap(item => Object.keys(item).filter(key => key !== 'parameters'))
    t.equal(await page.locator('.opblock').count(), operations.length, `${host}: every operation`)
    t.match(await tryOut(page, 'getHealth'), /^200/, `${host}: tried`)
    t.same(complaints, [], host)
    await page.close()
  }
})

t.test('/docs keeps the token when it is left and opened again', { skip: withoutBrowser }, async t => {
  const { token } = await system.person()
  const page = await browser.newPage()
  await page.goto(`${addressOf('users', intranet)}/docs`)
  await page.getByRole('button', { name: 'Authorize' }).click()
  await page.locator('.auth-container input').fill(token)
  await page.locator('.auth-container').getByRole('button', { name: 'Apply credentials' }).click()
  await page.locator('.auth-container').getByRole('button', { name: 'Close' }).click()
  t.match(await tryOut(page, 'getProfile'), /^200/, 'with the token')
  await page.goto('about:blank') // the address names the operation that was tried, and would open it
  await page.goto(`${addressOf('users', intranet)}/docs`)
  t.match(await tryOut(page, 'getProfile'), /^200/, 'and with it still, after the page was opened anew')
})
