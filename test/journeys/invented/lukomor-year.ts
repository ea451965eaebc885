import { expect, type Page } from '@playwright/test'
import { admits, backToCase, beginsApplication, isFitToRead, namesHead, opensPart, sends, wants } from '../case-steps.ts'
import { sendsToSign, signs, theRegisterHas } from '../order-steps.ts'
import { reportsHeld, saysYes } from '../plan-steps.ts'
import { isRefused, isTold, moveTo, openSection, press, takesUp } from '../steps.ts'
import { addsOrganisation, addsPerson, comes, signsIn } from '../territory-steps.ts'

const main = (page: Page) => page.getByRole('main')
const at = (name: string): string => `${name}@lukomor.primer.ru`
const minister = at('kotova')
const emails = { methodist: at('bayun'), chair: at('chernomor') }
/** Those who sign beside the ministry. */
const beside = [
  { name: 'Рыбаков Егор Ильич', email: at('rybakov') },
  { name: 'Сорока Вера Павловна', email: at('soroka') },
] as const

/** The year in which the first status is given. */
const year = new Date().getFullYear() + 1
const day = (on: number, month: number, of = year): string =>
  `${String(on).padStart(2, '0')}.${String(month).padStart(2, '0')}.${of}`
const theme = 'Сказки на расстоянии'

/** A union of teachers, which is no school, and whoever speaks for it. */
export async function unionComes(page: Page): Promise<void> {
  await signsIn(page, minister)
  await addsOrganisation(page, 'Объединение педагогов', 'Объединение учителей «Кот учёный»', 'Кот учёный')
  const invitations = [
    await addsPerson(page, {
      ...{ family: 'Баюн', name: 'Мурат', patronymic: 'Котович', organisation: 'Институт', kind: 'Методист' },
      ...{ post: 'методист', email: emails.methodist, role: 'методист центра' },
    }),
    await addsPerson(page, {
      ...{
        family: 'Черномор',
        name: 'Сергей',
        patronymic: 'Морович',
        organisation: 'Кот учёный',
        kind: 'Руководитель организации',
      },
      ...{ post: 'председатель объединения', email: emails.chair },
    }),
  ]
  for (const one of invitations) await comes(page, one)
}

/** It applies on any day, for no longer than to the next day of confirmation. */
export async function unionApplies(page: Page): Promise<void> {
  await signsIn(page, emails.chair)
  await moveTo(page, day(1, 2))
  await beginsApplication(page, { theme })
  await wants(page, day(15, 2), day(16, 1, year + 1))
  await expect(main(page)).toContainText('(п. 2.3 Положения)')
  await expect(main(page)).toContainText('(п. 2.1 Положения)')
  await wants(page, day(15, 2), day(15, 1, year + 1))
  await opensPart(page, 'Организации')
  await page.getByLabel('Телефон').fill('8 (388) 22-22-22')
  await page.getByLabel('Почта').fill('kot@lukomor.primer.ru')
  await press(page, 'Сохранить и вернуться к заявке')
  await namesHead(page, 'Черномор')
  await backToCase(page)
  await sends(page, 1)
  await signsIn(page, emails.methodist)
  await admits(page, 'Проверить заявку № 1: Кот учёный')
}

/** Whoever signs for the two other bodies answers the invitation. */
export async function signersCome(page: Page): Promise<void> {
  await signsIn(page, minister)
  const invitations: string[] = []
  for (const { name, email } of beside) {
    await openSection(page, 'Люди и организации')
    await page.getByRole('link', { name: 'Люди', exact: true }).first().click()
    await main(page).getByRole('link', { name }).click()
    await page.getByRole('link', { name: 'Приглашение', exact: true }).click()
    await page.getByLabel('Почта').fill(email)
    await press(page, 'Создать приглашение')
    invitations.push(await page.locator('code').innerText())
  }
  for (const one of invitations) await comes(page, one)
}

/** Each of the three signs; nothing is in force before the last of them has. */
export async function threeSign(page: Page): Promise<void> {
  await signsIn(page, minister)
  await takesUp(page, 'Решить по заявкам: 1')
  await isFitToRead(page)
  await page.getByLabel('Присвоить статус', { exact: true }).check()
  await press(page, 'Составить проект приказа')
  await isTold(page, 'Проект решения составлен')
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  for (const post of ['ректор', 'председатель']) await expect(main(page)).toContainText(post)
  await sendsToSign(page)
  await signTogether(page, title, () => theRegisterHas(page, 'на расстоянии', { on: '', sites: 0 }))
  await signsIn(page, minister)
  await moveTo(page, day(15, 2))
  await theRegisterHas(page, 'на расстоянии', { on: '', sites: 1 })
}

async function signTogether(page: Page, title: string, beforeLast = async () => {}): Promise<void> {
  for (const email of [minister, ...beside.map((one) => one.email)]) {
    if (email === beside[1].email) await beforeLast()
    await signsIn(page, email)
    await takesUp(page, `Подписать «${title}»`)
    await page.getByLabel('Изменения прочитаны').check()
    await press(page, 'Подписать приказ')
    await isTold(page, email === beside[1].email ? 'подписан под' : /подпис/i)
  }
}

/** A plan of a calendar year, with no more columns than the paper names, approved by the institute. */
export async function planIsApproved(page: Page): Promise<void> {
  await signsIn(page, emails.chair)
  await takesUp(page, 'Составить план на')
  await press(page, 'Начать план')
  await isTold(page, 'План начат')
  const field = (caption: string) => page.getByLabel(`${caption}, строка 1`, { exact: true })
  await field('Мероприятие').fill(activity)
  await field('Начало').fill(day(10, 3))
  await press(page, 'Отправить на согласование')
  await isRefused(page, 'выберите ответственного', 'п. 3.3')
  await field('Ответственный').selectOption({ label: 'Черномор С. М.' })
  await isFitToRead(page)
  await press(page, 'Отправить на согласование')
  await isTold(page, 'План отправлен на согласование')
  await signsIn(page, emails.methodist)
  await saysYes(page, 'Утвердить план', 'Утвердить план', 'План утверждён и действует')
  await signsIn(page, emails.chair)
  await moveTo(page, day(11, 3))
  await reportsHeld(page, activity, { on: day(10, 3), people: 30, note: 'Из девяти районов' })
}
const activity = 'Вебинар «Сказка по связи»'

/** In place of a report the year is defended before the union of teachers, and one conclusion is laid before it. */
export async function yearIsDefended(page: Page): Promise<void> {
  await signsIn(page, emails.chair)
  await moveTo(page, day(10, 12))
  await takesUp(page, `за ${year} год`)
  await press(
    page,
    main(page)
      .getByRole('form', { name: new RegExp(`за ${year} год`) })
      .getByRole('button')
      .first(),
  )
  await isTold(page, 'Отчёт собран')
  await press(page, 'Сдать отчёт')
  await isRefused(page, 'чему научились стажёры', 'п. 4.1')
  await page.getByRole('textbox', { name: 'чему научились стажёры' }).fill('Ведут занятия по связи сами')
  await isFitToRead(page)
  await press(page, 'Сдать отчёт')
  await isTold(page, 'Отчёт сдан')
  await signsIn(page, beside[1].email)
  await takesUp(page, `Выслушать отчёт за ${year} год`)
  await isFitToRead(page)
  await press(page, 'Защищён')
  await isTold(page, 'Отчёт принят')
}

const opensDeed = async (page: Page, what: string): Promise<void> => {
  await openSection(page, 'Площадки')
  await main(page).getByRole('table').getByRole('link', { name: 'Кот учёный' }).first().click()
  await page.getByRole('navigation', { name: 'О площадке' }).getByRole('link', { name: 'Статус' }).click()
  await page.getByRole('link', { name: `${what}: открыть дело` }).click()
  await isFitToRead(page)
}
const isDecided = async (page: Page, task: string, sign: typeof signTogether): Promise<void> => {
  await signsIn(page, minister)
  await takesUp(page, task)
  await press(page, 'Составить проект решения')
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  await sendsToSign(page)
  await sign(page, title)
}

/** A status without an end is confirmed each year, to the next such day and no further, however often. */
export async function statusIsConfirmed(page: Page): Promise<void> {
  await signsIn(page, emails.methodist)
  await opensDeed(page, 'Продление статуса')
  await page.getByLabel('Новый последний день').fill(day(16, 1, year + 2))
  await page.getByLabel('Почему').fill('Год защищён')
  await press(page, 'Открыть дело')
  await isRefused(page, 'последний возможный день — 15 января', 'п. 2.3')
  await page.getByLabel('Новый последний день').fill(day(15, 1, year + 2))
  await press(page, 'Открыть дело')
  await isTold(page, 'Дело открыто')
  await isDecided(page, 'продление статуса', signTogether)
}

/** The union asks for the end itself; the ground of the operator is not its own to name. The public page keeps what was. */
export async function unionLeaves(page: Page): Promise<void> {
  await signsIn(page, emails.chair)
  await moveTo(page, day(1, 2, year + 1))
  await opensDeed(page, 'Прекращение статуса')
  await expect(page.getByLabel('Основание').locator('option')).toHaveText(['Выберите', 'по заявлению площадки'])
  await page.getByLabel('Основание').selectOption({ label: 'по заявлению площадки' })
  await page.getByLabel('Последний день статуса').fill(day(10, 2, year + 1))
  await page.getByLabel('Почему').fill('Педагоги объединения разъехались')
  await press(page, 'Открыть дело')
  await isTold(page, 'Дело открыто')
  await isDecided(page, 'прекращение статуса', (_, title) => signs(page, title, 'подписан под'))
  await moveTo(page, day(11, 2, year + 1))
  await theRegisterHas(page, 'на расстоянии', { on: day(10, 2, year + 1), sites: 1 })
  await page.getByRole('link', { name: 'Кот учёный' }).first().click()
  await expect(main(page)).toContainText(theme)
  await isFitToRead(page)
  await theRegisterHas(page, 'на расстоянии', { on: '', sites: 0 })
}
