import { expect, type Page, test } from '@playwright/test'
import { isKept } from './kept-page.ts'
import { isTold, noBarriers, openSection, press } from './steps.ts'

type Planned = {
  readonly day: string
  readonly from: string
  readonly until: string
  readonly room: string
  readonly places: number
}

/** The head plans an event from the line of the plan in force, and announces it. */
export async function plansEvent(page: Page, activity: string, { day, from, until, room, places }: Planned): Promise<void> {
  await openSection(page, 'Планы')
  await page.getByRole('main').getByRole('link', { name: /МКУ/ }).first().click()
  await page.getByRole('link', { name: activity }).first().click()
  await page.getByRole('link', { name: 'Назначить мероприятие' }).click()
  await noBarriers(page)
  await page.getByLabel('День', { exact: true }).fill(day)
  await page.getByLabel('Начало').fill(from)
  await page.getByLabel('Окончание').fill(until)
  await page.getByLabel('Где', { exact: true }).fill(room)
  await page.getByLabel('Сколько мест', { exact: true }).fill(String(places))
  await press(page, 'Подготовить')
  await isTold(page, 'Мероприятие подготовлено')
  await noBarriers(page)
  await page.getByRole('link', { name: 'Изменить время, место и число мест' }).click()
  await press(page, 'Сохранить и объявить')
  await isTold(page, 'Мероприятие объявлено')
}

/** Somebody finds an event in the list of the section. */
export async function opensEventOf(page: Page, title: string, shown?: string): Promise<void> {
  await openSection(page, 'Мероприятия')
  if (shown) await page.getByRole('main').getByRole('link', { name: shown, exact: true }).click()
  await page.getByRole('main').getByRole('link', { name: title }).first().click()
}

/** The list is marked and sent. On a telephone in a cellar it opens without the network, and goes when that is back; without scripts there is only the network. */
export async function marksWhoCame(page: Page, who: RegExp): Promise<void> {
  if (test.info().project.name !== 'scripts') {
    await page.getByLabel(who).check()
    return press(page, 'Сохранить список')
  }
  await isKept(page)
  await page.context().setOffline(true)
  await page.reload()
  await page.getByLabel(who).check()
  await page.getByRole('button', { name: 'Сохранить список' }).click()
  await expect(page.getByText('Связи нет, отмечайте как обычно')).toBeVisible()
  await noBarriers(page)
  await page.context().setOffline(false)
}
