import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page, test } from '@playwright/test'

/** Whether the pages of this project run scripts: every journey is lived with them and without them. */
export const withScripts = (): boolean => !test.info().project.name.endsWith('no-scripts')

/** Enters as a demo person of a territory: «Чебулинский округ», «Беляева». */
export async function enterAs(page: Page, territory: string, person: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await choosePerson(page, territory, person)
  await expect(page.getByRole('heading', { level: 1, name: 'Что ждёт вас' })).toBeVisible()
  await expect(page.locator('header')).toContainText(territory)
}

/** On the page of sign-in: a territory, then one of its people. */
export async function choosePerson(page: Page, territory: string, person: string): Promise<void> {
  const people = page.getByRole('region', { name: territory })
  await people.locator('summary').click()
  await people.getByRole('button', { name: new RegExp(person) }).click()
}

/** Moves the demonstration to a day, «15.06.2022». */
export async function moveTo(page: Page, day: string): Promise<void> {
  await page.getByText('Сдвинуть день').click()
  await page.getByLabel('До даты').fill(day)
  await press(page, 'Перейти')
  await expect(page.getByText(/Теперь \d/)).toBeVisible()
}

/** Opens a section of the program by its name in the navigation; on a telephone it stands behind one word. */
export async function openSection(page: Page, name: string | RegExp): Promise<void> {
  const menu = page.getByRole('banner').locator('details').filter({ hasText: 'Разделы' })
  const wide = page.getByRole('navigation', { name: 'Разделы' })
  await menu.or(wide).filter({ visible: true }).first().waitFor()
  const sections = (await menu.isVisible()) ? menu : wide
  const link = sections.getByRole('link', { name, exact: true })
  const rest = sections.locator('summary')
  await link.or(rest).first().waitFor()
  if (!(await link.isVisible())) await rest.click()
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

type StayedWindow = Window & { stayed?: boolean }

/** Presses a button of a form. With scripts the page is not loaded anew. */
export async function press(page: Page, button: string | RegExp | Locator): Promise<void> {
  const isNamed = typeof button === 'string' || button instanceof RegExp
  const pressed = isNamed ? page.getByRole('button', { name: button, exact: true }) : button
  if (!withScripts()) return pressed.click()
  await page.evaluate(() => {
    ;(window as StayedWindow).stayed = true
  })
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await pressed.click()
  await answered
  await page.locator('form[data-busy]').waitFor({ state: 'detached' })
  expect(await page.evaluate(() => (window as StayedWindow).stayed), 'the page was loaded anew').toBe(true)
}

/** The program tells what has been done; with scripts the words are reached at once by a screen reader. */
export async function isTold(page: Page, words: string | RegExp): Promise<void> {
  const notice = page.locator('.pl-notice').filter({ hasText: words }).first()
  await expect(notice).toBeVisible()
}

/** The answer is a refusal: the summary says what to do, in its place and at the field; the focus stands on it. */
export async function isRefused(page: Page, ...words: (string | RegExp)[]): Promise<void> {
  const summary = page.locator('.govuk-error-summary')
  for (const said of words) await expect(summary).toContainText(said)
  await expect(page).toHaveTitle(/^Ошибка: /)
  if (withScripts()) await expect(summary).toBeFocused()
  await noBarriers(page)
}

/** The list of what waits for this person has this task. */
export async function hasTask(page: Page, what: string | RegExp): Promise<Locator> {
  await openTasks(page)
  const task = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: what }) })
  await expect(task).toBeVisible()
  return task
}

/** The task has left the list by itself. */
export async function hasNoTask(page: Page, what: string): Promise<void> {
  await openTasks(page)
  await expect(page.getByRole('heading', { level: 3, name: what })).toHaveCount(0)
}

/** Somebody, «Беляева О. И.», has been told these words so many times. */
export async function isReminded(page: Page, person: string, words: string, times = 1): Promise<void> {
  await page.getByRole('banner').getByText(person).filter({ visible: true }).click()
  await page
    .getByRole('banner')
    .getByRole('link', { name: /^Уведомления/ })
    .click()
  await expect(page.getByRole('main').getByText(words)).toHaveCount(times)
  await noBarriers(page)
}

/** Opens the place where the task is done. */
export async function takesUp(page: Page, what: string | RegExp): Promise<void> {
  await hasTask(page, what)
  await page.getByRole('heading', { level: 3, name: what }).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Что ждёт вас')
}

export async function openTasks(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('link', { name: /^Дела/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Что ждёт вас' })).toBeVisible()
  // Far duties are folded while anything nearer waits.
  const folded = page.getByRole('link', { name: /^Показать.*Позже чем через месяц/ })
  if ((await folded.count()) === 0) return
  await folded.click()
  await expect(page).toHaveURL(/show=later/)
}

/** Nothing for a person with a screen reader to stumble over on this page (WCAG 2.2 A and AA, best practice). Asked once, with scripts. */
export async function noBarriers(page: Page): Promise<void> {
  if (!withScripts()) return
  // No page of the product has a frame: all is judged in the page itself, three times sooner.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
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
  // A label leads to the control of its own form, however many forms of a page ask for the same.
  const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id))
  expect(
    ids.filter((id, at) => ids.indexOf(id) !== at),
    page.url(),
  ).toEqual([])
}

/** The page does not scroll sideways at the narrowest phone. */
export async function fitsPhone(page: Page): Promise<void> {
  const before = page.viewportSize()!
  await page.setViewportSize({ width: 320, height: 800 })
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wider, `${page.url()} scrolls sideways at 320 px`).toBeLessThanOrEqual(0)
  await page.setViewportSize(before)
}
