// Proves U-43, X-E1.
import { expect, type Page, test } from '@playwright/test'
import { keysReachAll, presses, types } from './keyboard-steps.ts'
import { enterAs, fitsPhone, isTold, noBarriers } from './steps.ts'

/** Pages of the calendar, of groups, of deficits and of proposals, each looked at and gone through by the Tab key as those to whom they belong. */
const territory = 'Лужский район'
const at = '/t/luga'

/** An address, or a link to follow from an address. */
type Way = readonly [address: string, ...links: RegExp[]]
const ways: Readonly<Record<string, readonly Way[]>> = {
  Наумова: [
    [`${at}/calendar`],
    [`${at}/calendar/new`],
    [`${at}/calendar`, /каникулы/i],
    [`${at}/events?show=month`],
    [`${at}/deficits`],
    [`${at}/deficit-numbers`],
    [`${at}/competences`],
  ],
  Снигур: [
    [`${at}/groups`],
    [`${at}/groups`, /Карты урока/],
    [`${at}/groups`, /Карты урока/, /^Изменить/],
    [`${at}/groups`, /Карты урока/, /Рабочие группы площадки/, /^Создать группу/],
  ],
  Ветрова: [[`${at}/my`], [`${at}/groups`, /Карты урока/]],
  Гордеев: [[`${at}/my/deficits`], [`${at}/my`], [`${at}/events?show=month`]],
}

for (const [person, all] of Object.entries(ways))
  test(`${person}: every new page by the keyboard alone`, async ({ page }) => {
    await enterAs(page, territory, person)
    for (const way of all) {
      await goes(page, way)
      await looksAt(page)
    }
  })

test('a proposal to a plan, from the member of a site to its head, by the keyboard alone', async ({ page }) => {
  const what = 'Разбор записок наставников'
  const opensPlan = () => goes(page, ['/t/ustishim/plans', /ЦРО|центр|МКУ/i])
  await enterAs(page, 'Усть-Ишимский район', 'Власов')
  await opensPlan()
  await looksAt(page)
  await opensPlan()
  await types(page, page.getByLabel('Что предлагаете провести'), what)
  await presses(page, page.getByRole('button', { name: 'Предложить', exact: true }))
  await isTold(page, 'Предложение отправлено')
  await enterAs(page, 'Усть-Ишимский район', 'Архипова')
  await opensPlan()
  await presses(page, page.getByRole('main').getByRole('link', { name: what }))
  await expect(page.getByRole('heading', { level: 1, name: what })).toBeVisible()
  await looksAt(page)
})

async function looksAt(page: Page): Promise<void> {
  await noBarriers(page)
  await fitsPhone(page)
  await keysReachAll(page)
}

async function goes(page: Page, [address, ...links]: Way): Promise<void> {
  expect((await page.goto(address))?.status()).toBe(200)
  for (const name of links) {
    await page.getByRole('main').getByRole('link', { name }).first().click()
    await page.waitForLoadState()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
}
