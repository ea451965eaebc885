import { expect, type Locator, type Page } from '@playwright/test'

const mostStops = 120

/** Goes on with the Tab key until the wanted place has the focus. */
export async function tabsTo(page: Page, place: Locator): Promise<void> {
  await expect(place).toBeVisible()
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press('Tab')
    if (await place.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error('the Tab key never comes there')
}

/** Comes to a link or a button by the Tab key and presses it. */
export async function presses(page: Page, place: Locator): Promise<void> {
  await tabsTo(page, place)
  await page.keyboard.press('Enter')
}

/** Comes to a field by the Tab key and types into it. */
export async function types(page: Page, field: Locator, text: string): Promise<void> {
  await tabsTo(page, field)
  await page.keyboard.type(text)
}
