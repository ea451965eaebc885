import { expect, type Locator, type Page, test } from '@playwright/test'
import { isTold, noBarriers } from './steps.ts'

const mostStops = 120

/** Goes on with the Tab key until the wanted place has the focus. */
async function tabsTo(page: Page, place: Locator): Promise<void> {
  await expect(place).toBeVisible()
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press('Tab')
    if (await place.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error('the Tab key never comes there')
}

async function presses(page: Page, place: Locator): Promise<void> {
  await tabsTo(page, place)
  await page.keyboard.press('Enter')
}

const task = (page: Page, what: string) => page.getByRole('heading', { level: 3, name: what }).getByRole('link')

test('a head of a school reads an order and reports on its point with the keyboard alone', async ({ page }) => {
  await page.goto('/sign-in')
  await presses(page, page.getByRole('region', { name: 'Чебулинский округ' }).getByRole('button', { name: /Коротеева/ }))
  await presses(page, task(page, 'Ознакомиться с приказом № 37-о'))
  await presses(page, page.getByRole('button', { name: 'Подтвердить: приказ прочитан' }))
  await isTold(page, 'Вы подтвердили, что прочли приказ')

  await presses(page, page.getByRole('banner').getByRole('link', { name: /^Дела/ }).first())
  await presses(page, task(page, 'обеспечить работу площадок'))
  const note = page.getByLabel('Что сделано', { exact: true })
  await tabsTo(page, note)
  await page.keyboard.type('Площадка работает: кабинет и часы выделены')
  await presses(page, page.getByRole('button', { name: 'Отправить отчёт' }))
  await isTold(page, 'Отчёт отправлен тому, кто контролирует приказ')
  await noBarriers(page)
})
