import { expect, type Page } from '@playwright/test'
import { isKept } from './kept-page.ts'
import { isTold, noBarriers, openSection, press, takesUp, withScripts } from './steps.ts'
import { choosesPerson } from './trainee-steps.ts'

type Planned = {
  readonly day: string
  readonly from: string
  readonly until: string
  readonly room: string
  readonly places: number | null
  /** What it is called where it is not the line itself. */
  readonly title?: string
  readonly link?: string
  /** So many places for attached organisations until a day. */
  readonly kept?: { readonly places: number; readonly until: string }
  readonly takesLessons?: boolean
}

/** The head plans an event from the line of the plan in force, and announces it. `of`: whose plan. */
export async function plansEvent(page: Page, activity: string, event: Planned, of: string | RegExp = /МКУ/): Promise<void> {
  await beginsEvent(page, activity, of)
  await noBarriers(page)
  await fillsEvent(page, event)
  await press(page, 'Подготовить')
  await isTold(page, 'Мероприятие подготовлено')
  await noBarriers(page)
  await page.getByRole('link', { name: 'Изменить время, место и число мест' }).click()
  await press(page, 'Сохранить и объявить')
  await isTold(page, 'Мероприятие объявлено')
}

/** The form of an event of a line. */
export async function beginsEvent(page: Page, activity: string, of: string | RegExp): Promise<void> {
  await openSection(page, 'Планы')
  await page.getByRole('main').getByRole('link', { name: of }).first().click()
  await page.getByRole('link', { name: activity }).first().click()
  await page.getByRole('link', { name: 'Назначить мероприятие' }).click()
}

export async function fillsEvent(page: Page, event: Planned): Promise<void> {
  const { day, from, until, room, places, title, link, kept, takesLessons = false } = event
  if (title) await page.getByLabel('Название', { exact: true }).fill(title)
  await page.getByLabel('День', { exact: true }).fill(day)
  await page.getByLabel('Начало').fill(from)
  await page.getByLabel('Окончание').fill(until)
  await page.getByLabel('Где', { exact: true }).fill(room)
  if (link) await page.getByLabel('Ссылка для участия на расстоянии').fill(link)
  if (places !== null) await page.getByLabel('Сколько мест', { exact: true }).fill(String(places))
  if (kept) {
    await page.getByLabel('Из них придержать').fill(String(kept.places))
    await page.getByLabel('Придержать по день').fill(kept.until)
  }
  if (takesLessons) await page.getByLabel('Идёт в учебное время').check()
}

/** A teacher takes a place, or a number in the queue. */
export async function takesPlaceAt(page: Page, title: string, told = 'Место за вами', button = 'Записаться'): Promise<void> {
  await opensEventOf(page, title)
  await press(page, button)
  await isTold(page, told)
}

/** Those who signed up are marked by name, who came without is found by name; closing counts them. */
export async function closesEvent(
  page: Page,
  title: string,
  { present, cameToo = [] }: { readonly present: readonly string[]; readonly cameToo?: readonly string[] },
): Promise<void> {
  await takesUp(page, `Отметить, кто был, и закрыть: «${title}»`)
  const list = page.getByRole('link', { name: 'Отметить, кто был' })
  if (present.length > 0) {
    await list.click()
    for (const who of present) await page.getByLabel(new RegExp(who)).check()
    await press(page, 'Сохранить список')
    await isTold(page, `Отмечено: ${present.length}`)
  }
  if (cameToo.length > 0) await list.click()
  for (const who of cameToo) {
    await page.getByText('Пришёл без записи').click()
    await choosesPerson(page, 'Кто пришёл', who.split(' ')[0] ?? who)
    await press(page, 'Добавить в список')
    await isTold(page, `присутствие отмечено: ${who}`)
  }
  if (cameToo.length > 0) await page.getByRole('link', { name: title }).first().click()
  await press(page, 'Закрыть: оно состоялось')
  await isTold(page, 'в плане отмечено, что оно проведено')
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

/** In one hand: the narrow screen of a telephone. */
export async function onPhone(page: Page, act: () => Promise<void>): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 360, height: 740 })
  await act()
  if (before) await page.setViewportSize(before)
}
