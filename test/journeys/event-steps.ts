import { expect, type Page } from '@playwright/test'
import { isKept } from './kept-page.ts'
import { isTold, noBarriers, openSection, press, withScripts } from './steps.ts'

type Planned = {
  /** As the list of plans names the site. */
  readonly site: string | RegExp
  readonly day: string
  readonly from: string
  readonly until: string
  readonly room: string
  readonly places: number
  /** So many places for attached organisations until a day. */
  readonly kept?: { readonly places: number; readonly until: string }
  readonly takesLessons?: boolean
}

/** The head plans an event from the line of the plan in force, and announces it. */
export async function plansEvent(page: Page, activity: string, planned: Planned): Promise<void> {
  const { site, day, from, until, room, places, kept, takesLessons = false } = planned
  await openSection(page, 'Планы')
  await page.getByRole('main').getByRole('link', { name: site }).first().click()
  await page.getByRole('link', { name: activity }).first().click()
  await page.getByRole('link', { name: 'Назначить мероприятие' }).click()
  await noBarriers(page)
  await page.getByLabel('День', { exact: true }).fill(day)
  await page.getByLabel('Начало').fill(from)
  await page.getByLabel('Окончание').fill(until)
  await page.getByLabel('Где', { exact: true }).fill(room)
  await page.getByLabel('Сколько мест', { exact: true }).fill(String(places))
  if (kept) {
    await page.getByLabel('Из них придержать').fill(String(kept.places))
    await page.getByLabel('Придержать по день').fill(kept.until)
  }
  if (takesLessons) await page.getByLabel('Идёт в учебное время').check()
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

/** The list is marked and sent, the button pressed twice. On a telephone in a cellar it opens without the network, and goes when that is back; without scripts there is only the network. */
export async function marksWhoCame(page: Page, ...who: readonly RegExp[]): Promise<void> {
  const checks = async () => {
    for (const one of who) await page.getByLabel(one).check()
  }
  const save = page.getByRole('button', { name: 'Сохранить список' })
  if (!withScripts()) {
    await checks()
    return save.dblclick()
  }
  await isKept(page)
  await page.context().setOffline(true)
  await page.reload()
  await checks()
  await save.dblclick()
  await expect(page.getByText('Связи нет, отмечайте как обычно')).toBeVisible()
  await noBarriers(page)
  await page.context().setOffline(false)
}

/** What somebody was at is asked about in three questions; the third may stay empty. */
export async function answersThree(page: Page, useful: string, tries: string): Promise<void> {
  await page.getByLabel(useful, { exact: true }).check()
  await page
    .getByRole('group', { name: /Попробуете у себя/ })
    .getByLabel(tries, { exact: true })
    .check()
  await press(page, 'Ответить')
  await isTold(page, 'Спасибо')
}
