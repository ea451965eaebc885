import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Enters as a demo person of a territory. */
export async function enterAs(page: Page, territory: string, person: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page
    .getByRole('button', { name: new RegExp(person) })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Что ждёт вас' })).toBeVisible()
  await expect(page.locator('header')).toContainText(territory)
}

/** Moves the demonstration to a day, «15.06.2022». */
export async function moveTo(page: Page, day: string): Promise<void> {
  await page.getByText('Сдвинуть день').click()
  await page.getByLabel('До даты').fill(day)
  await page.getByRole('button', { name: 'Перейти' }).click()
  await expect(page.getByText(/Теперь \d/)).toBeVisible()
}

/** Whether scripts run in this project; axe needs them. */
export const hasScripts = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement !== null).catch(() => false)

/** Nothing for a person with a screen reader to stumble over on this page (WCAG 2.2 A and AA, best practice). */
export async function noBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} — ${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join('; ')}`,
  )
  expect(found, page.url()).toEqual([])
}

/** The page does not scroll sideways at the narrowest phone. */
export async function fitsPhone(page: Page): Promise<void> {
  const before = page.viewportSize()!
  await page.setViewportSize({ width: 320, height: 800 })
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wider, `${page.url()} scrolls sideways at 320 px`).toBeLessThanOrEqual(0)
  await page.setViewportSize(before)
}
