import { expect, type Page } from '@playwright/test'
import { aPdf } from '../attachments.ts'
import {
  admits,
  backToCase,
  beginsApplication,
  namesHead,
  opensCase,
  opensPart,
  proves,
  readsAnswers,
  wants,
} from '../case-steps.ts'
import { isTold, moveTo, openSection, press } from '../steps.ts'
import { addsOrganisation, addsPerson, comes, signsIn } from '../territory-steps.ts'

/** Its first September. */
export const year = new Date().getFullYear() + 1
const main = (page: Page) => page.getByRole('main')

const at = (name: string): string => `${name}@trideviat.primer.ru`
export const emails = { head: at('novikova'), methodist: at('lebed'), director: at('sivtsov'), teacher: at('gusev') }

/** Schools and people of the district, each with an own account. */
export async function peopleCome(page: Page): Promise<void> {
  await addsOrganisation(page, 'Школа', 'МБОУ «Тридевятская средняя школа № 1»', 'Школа № 1')
  const invitations: string[] = []
  for (const one of [
    {
      ...{ family: 'Лебедь', name: 'Анна', patronymic: 'Петровна', organisation: 'Методкабинет', kind: 'Методист' },
      ...{ post: 'методист', email: emails.methodist, role: 'методист центра' },
    },
    {
      ...{ family: 'Сивцов', name: 'Пётр', patronymic: 'Ильич', organisation: 'Школа № 1', kind: 'Руководитель организации' },
      ...{ post: 'директор', email: emails.director },
    },
    {
      ...{ family: 'Гусев', name: 'Иван', patronymic: 'Лукич', organisation: 'Школа № 1', kind: 'Учитель или воспитатель' },
      ...{ post: 'учитель физики', email: emails.teacher },
    },
  ])
    invitations.push(await addsPerson(page, one))
  for (const one of invitations) await comes(page, one)
}

/** The first Thursday of a month. */
function firstThursday(month: number): number {
  const weekday = new Date(Date.UTC(year, month - 1, 1)).getUTCDay()
  return 1 + ((4 - weekday + 7) % 7)
}
export const day = (at: number, month: number, of = year): string =>
  `${String(at).padStart(2, '0')}.${String(month).padStart(2, '0')}.${of}`

export const theme = 'Сказка как урок'

/** A school applies on the day after the first Thursday, for longer than the paper allows, with one of three alternatives. */
export async function isRefusedAtFirst(page: Page): Promise<void> {
  await signsIn(page, emails.director)
  await moveTo(page, day(firstThursday(9) + 1, 9))
  await beginsApplication(page, { theme })
  await opensPart(page, 'Право на статус')
  await proves(page, 'опыт открытых занятий', () => page.getByLabel('Файлы').setInputFiles(aPdf('Открытые занятия.pdf')))
  await proves(page, 'победа в районном конкурсе', () => page.getByLabel('Ссылка').fill('https://trideviat.primer.ru/konkurs'))
  await backToCase(page)
  await wants(page, day(1, 11), day(31, 12, year + 3))
  await says(page, `Сегодня заявок не принимают, отправить её можно ${firstThursday(10)} октября`, 'п. 3.1 Положения')
  await says(page, `Статус дают по 31 августа ${year + 2}`, '(п. 4.2 Положения)')
  await says(page, 'напишите телефон и почту', '(п. 3.2 Положения)')
  await says(page, 'Подтвердите ещё хотя бы одно из дополнительных условий', '(п. 2.2 Положения)')
  await opensPart(page, 'Руководитель площадки')
  const teacher = main(page).getByRole('row').filter({ hasText: 'Гусев' })
  await expect(teacher).toContainText('нужна квалификационная категория: высшая')
  await expect(teacher).toContainText('п. 5.1 Положения')
  await backToCase(page)
  await page.getByRole('link', { name: 'Проверить ответы и отправить' }).click()
  const summary = page.locator('.govuk-error-summary')
  for (const said of [
    'Назовите руководителя площадки (п. 5.1 Положения)',
    'Заполните: «число педагогов-наставников» (п. 3.2 Положения)',
    'Подтвердите ещё хотя бы одно из дополнительных условий (п. 2.2 Положения)',
  ])
    await expect(summary).toContainText(said)
  await expect(page.getByRole('button', { name: 'Отправить заявку' })).toHaveCount(0)
}

const says = async (page: Page, ...words: string[]): Promise<void> => {
  for (const said of words) await expect(main(page)).toContainText(said)
}

/** What was refused is put right; on the next first Thursday the application is taken. */
export async function isTakenOnThursday(page: Page): Promise<void> {
  await signsIn(page, emails.head)
  await openSection(page, 'Люди и организации')
  await page.getByRole('link', { name: 'Люди', exact: true }).first().click()
  await page.getByRole('link', { name: 'Гусев Иван Лукич' }).click()
  await page.getByRole('region', { name: 'Категория' }).getByRole('link', { name: 'Записать' }).click()
  await page.getByLabel('Категория', { exact: true }).first().selectOption({ label: 'Высшая' })
  await page.getByLabel('Первый день').fill('01.09.2021')
  await press(page, 'Записать категорию')
  await signsIn(page, emails.director)
  await opensCase(page, theme)
  await opensPart(page, 'Организации')
  await page.getByLabel('Телефон').fill('8 (388) 11-11-11')
  await page.getByLabel('Почта').fill('school1@trideviat.primer.ru')
  await press(page, 'Сохранить и вернуться к заявке')
  await wants(page, day(1, 11), day(31, 8, year + 2))
  await namesHead(page, 'Гусев')
  await backToCase(page)
  await opensPart(page, 'Другие сведения')
  await page.getByLabel('число педагогов-наставников').fill('четверо')
  await press(page, 'Сохранить и вернуться к заявке')
  await expect(page.locator('.govuk-error-summary')).toContainText('напишите число')
  await page.getByLabel('число педагогов-наставников').fill('4')
  await press(page, 'Сохранить и вернуться к заявке')
  await opensPart(page, 'Право на статус')
  await proves(page, 'соглашение с вузом', () => page.getByLabel('Ссылка').fill('https://trideviat.primer.ru/vuz'))
  await backToCase(page)
  await moveTo(page, day(firstThursday(10), 10))
  await opensCase(page, theme)
  await readsAnswers(page)
  await press(page, 'Отправить заявку')
  await isTold(page, 'Заявка № 1 отправлена')
  await signsIn(page, emails.methodist)
  await admits(page, 'Проверить заявку № 1: Школа № 1')
}
