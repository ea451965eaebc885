import { expect, type Page } from '@playwright/test'
import { isFitToRead } from '../case-steps.ts'
import { sendsToSign, signs, theRegisterHas } from '../order-steps.ts'
import { reportsHeld, saysYes } from '../plan-steps.ts'
import { acceptsReport } from '../report-steps.ts'
import { isRefused, isTold, moveTo, openSection, press, takesUp } from '../steps.ts'
import { addsOrganisation, addsPerson, comes, signsIn } from '../territory-steps.ts'
import { day, emails, theme, year } from './trideviat-life.ts'

const at = (name: string): string => `${name}@trideviat.primer.ru`
const main = (page: Page) => page.getByRole('main')

const experts = [
  { family: 'Орлов', name: 'Глеб', patronymic: 'Юрьевич', email: at('orlov') },
  { family: 'Галкина', name: 'Нина', patronymic: 'Фёдоровна', email: at('galkina') },
]

/** Two experts of another organisation read the application and put their points by the scale of the paper. */
export async function expertsJudge(page: Page): Promise<void> {
  await signsIn(page, emails.head)
  await addsOrganisation(page, 'Детский сад', 'МБДОУ «Детский сад «Колобок»', 'Колобок')
  const invitations: string[] = []
  for (const one of experts)
    invitations.push(
      await addsPerson(page, { ...one, organisation: 'Колобок', kind: 'Учитель или воспитатель', post: 'воспитатель' }),
    )
  for (const one of invitations) await comes(page, one)
  await signsIn(page, emails.methodist)
  await takesUp(page, 'Назначить экспертов: заявка № 1')
  await page.getByRole('link', { name: 'Посмотреть экспертов' }).click()
  for (const { family } of experts) {
    await page.getByRole('link', { name: 'Добавить эксперта' }).first().click()
    await page.getByRole('searchbox').last().fill(family)
    await page.getByRole('button', { name: 'Найти' }).last().click()
    await expect(page.getByLabel(new RegExp(family))).toBeChecked()
    await press(page, 'Добавить эксперта')
    await isTold(page, 'Эксперт добавлен')
  }
  await takesUp(page, 'Назначить экспертов: заявка № 1')
  for (const { family } of experts) await page.getByLabel(new RegExp(family)).check()
  await isFitToRead(page)
  await press(page, /^Передать/)
  await isTold(page, 'Заявка передана экспертам')
  for (const [at, { email }] of experts.entries()) await judges(page, email, at === 0)
}

async function judges(page: Page, email: string, first: boolean): Promise<void> {
  await signsIn(page, email)
  await takesUp(page, 'Ответить, нет ли конфликта интересов: заявка № 1')
  await press(page, 'Заявить и открыть заявку')
  await page.getByRole('link', { name: 'Написать заключение' }).click()
  const points = async (criterion: string, value: number): Promise<void> =>
    page.getByRole('region', { name: criterion }).locator(`input[value="${value}"]`).check()
  await points('новизна темы', 5)
  await page.getByRole('textbox', { name: 'Заключение' }).fill('Тема новая, опыт у педагогов есть')
  await page.getByLabel('Поддержать', { exact: true }).check()
  if (first) {
    await press(page, 'Отправить заключение')
    await isFitToRead(page)
    await expect(page.locator('.govuk-error-summary')).toContainText('Критерий 2: выберите уровень')
  }
  await points('опыт педагогов', 4)
  await press(page, 'Отправить заключение')
  await isTold(page, 'Заключение отправлено')
}

/** The body the paper names gives the status by its постановление. */
export async function administrationGrants(page: Page): Promise<void> {
  await signsIn(page, emails.head)
  await takesUp(page, 'Решить по заявкам: 1')
  await expect(main(page)).toContainText('Итог 22 при проходном 12: проходит')
  await isFitToRead(page)
  await page.getByLabel('Присвоить статус', { exact: true }).check()
  await press(page, 'Составить проект постановления')
  await isTold(page, 'Проект решения составлен')
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  await sendsToSign(page)
  await signs(page, title, 'подписано под')
  await signsIn(page, emails.director)
  await openSection(page, 'Заявки')
  await expect(main(page)).toContainText('Статус дан')
}

/** The head makes the plan of a quarter with the columns of the paper; nothing is sent without what it wants. */
export async function planIsSent(page: Page): Promise<void> {
  await signsIn(page, emails.teacher)
  await moveTo(page, day(1, 11))
  await plans(page, `IV кв. ${year} г.`, [day(15, 11), day(10, 12)], true)
}

const activities = ['Открытый урок-сказка', 'Мастерская сказочника']

async function plans(page: Page, period: string, days: readonly string[], isRefusedFirst = false): Promise<void> {
  await takesUp(page, `Составить план на ${period}`)
  await press(page, 'Начать план')
  await isTold(page, 'План начат')
  for (const [at, on] of days.entries()) {
    const field = (caption: string) => page.getByLabel(`${caption}, строка ${at + 1}`, { exact: true })
    await field('Этап').fill('основной')
    await field('Мероприятие').fill(`${activities[at]}, ${period}`)
    await field('Начало').fill(on)
    await field('Ответственный').selectOption({ label: 'Гусев И. Л.' })
    if (isRefusedFirst && at === 0) {
      await press(page, 'Отправить на согласование')
      await isRefused(page, 'Ожидаемый результат', 'п. 6.1')
    }
    await field('Ожидаемый результат').fill('педагоги покажут такой же урок у себя')
  }
  await isFitToRead(page)
  await press(page, 'Отправить на согласование')
  await isTold(page, 'План отправлен на согласование')
}

const councilDecides = (period: string) => `Согласовать план на ${period}: Школа № 1`

/** A meeting is written down with its protocol; neither a lack of quorum nor too few voices pass for a decision. */
export async function councilAgrees(page: Page): Promise<void> {
  await signsIn(page, emails.methodist)
  await takesUp(page, councilDecides(`IV кв. ${year} г.`))
  await isFitToRead(page)
  const yes = page.getByRole('button', { name: /^Соглас/ })
  for (const [present, inFavour, said] of [
    ['5', '5', 'присутствуют не меньше 6'],
    ['8', '4', 'против'],
  ] as const) {
    await page.getByLabel('Протокол: номер и дата').fill('№ 4 от 05.11')
    await page.getByLabel('Сколько членов присутствовало').fill(present)
    await page.getByLabel('Сколько из них за').fill(inFavour)
    await press(page, yes)
    await isRefused(page, said, 'п. 6.2')
  }
  await page.getByLabel('Сколько из них за').fill('5')
  await press(page, yes)
  await isTold(page, 'План передан на следующий шаг')
  await signsIn(page, emails.head)
  await saysYes(page, 'Утвердить план', 'Утвердить план', 'План утверждён и действует')
}

/** Two mentors are appointed by the head of the site, as the paper has it; a third is refused. */
export async function mentorsAreTwo(page: Page): Promise<void> {
  await signsIn(page, emails.teacher)
  await openSite(page, 'Люди')
  for (const [person, isThird] of [
    ['Сивцов', false],
    ['Лебедь', false],
    ['Гусев', true],
  ] as const) {
    await page.getByLabel('Роль', { exact: true }).selectOption({ label: 'наставник' })
    const people = page.getByLabel('Человек', { exact: true })
    const option = await people.locator('option').filter({ hasText: person }).getAttribute('value')
    await people.selectOption(option ?? '')
    await press(page, 'Назначить')
    await (isThird ? isRefused(page, 'п. 5.3') : isTold(page, 'азначен'))
  }
}

const openSite = async (page: Page, tab: string): Promise<void> => {
  await openSection(page, 'Площадки')
  await main(page).getByRole('table').getByRole('link', { name: 'Школа № 1' }).first().click()
  await page.getByRole('navigation', { name: 'О площадке' }).getByRole('link', { name: tab }).click()
}

/** What was planned is held and told of; the plan of the next quarter is agreed by the silence of the council. */
export async function quarterPasses(page: Page): Promise<void> {
  await signsIn(page, emails.teacher)
  await moveTo(page, day(16, 11))
  await reportsHeld(page, `${activities[0]}, IV кв. ${year} г.`, { on: day(15, 11), people: 12, note: 'Пришли из трёх школ' })
  await moveTo(page, day(11, 1, year + 1))
  await reportsHeld(page, `${activities[1]}, IV кв. ${year} г.`, { on: day(10, 12), people: 9, note: 'Прошло по плану' })
  await plans(page, `I кв. ${year + 1} г.`, [day(14, 2, year + 1)])
  await moveTo(page, day(28, 1, year + 1))
  await signsIn(page, emails.head)
  await takesUp(page, 'Утвердить план')
  await expect(main(page)).toContainText('в срок не ответили, это согласие')
  await isFitToRead(page)
  await press(page, 'Утвердить план')
  await isTold(page, 'План утверждён и действует')
}

/** The card of figures of the calendar year: figures alone, each wanted, to the body the paper names. */
export async function cardIsAccepted(page: Page): Promise<void> {
  await signsIn(page, emails.teacher)
  const name = `Отчёт за ${year} год («карточка показателей»)`
  await beginsReport(page, `Сдать отчёт за ${year} год`, name)
  await page.getByRole('link', { name: 'Вписать показатели' }).click()
  await page.getByLabel('число стажёров').fill('двенадцать')
  await press(page, 'Сдать отчёт')
  await isRefused(page, '«число стажёров»: напишите число')
  await page.getByLabel('число стажёров').fill('12')
  await press(page, 'Сдать отчёт')
  await isRefused(page, 'число открытых занятий', 'п. 7.1')
  await page.getByLabel('число открытых занятий').fill('2')
  await isFitToRead(page)
  await press(page, 'Сдать отчёт')
  await isTold(page, 'Отчёт сдан')
  await signsIn(page, emails.methodist)
  await acceptsReport(page, `Принять отчёт за ${year} год`)
}

async function beginsReport(page: Page, task: string, name: string): Promise<void> {
  await takesUp(page, task)
  await press(page, main(page).getByRole('form', { name }).getByRole('button', { name: 'Собрать отчёт' }))
  await isTold(page, 'Отчёт собран')
}

const signTitle = async (page: Page, task: string): Promise<void> => {
  await signsIn(page, emails.head)
  await takesUp(page, task)
  await press(page, 'Составить проект решения')
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  await sendsToSign(page)
  await signs(page, title, 'подписано под')
}

const opensDeed = async (page: Page, what: string): Promise<void> => {
  await openSite(page, 'Статус')
  await page.getByRole('link', { name: `${what}: открыть дело` }).click()
  await isFitToRead(page)
}

/** Three months and no longer; the days are added to the term. */
export async function suspensionStopsTheTerm(page: Page): Promise<void> {
  await signsIn(page, emails.methodist)
  await opensDeed(page, 'Приостановка деятельности')
  await page.getByLabel('С какого дня').fill(day(1, 3, year + 1))
  await page.getByLabel('Почему').fill('В школе ремонт')
  for (const until of ['', day(30, 6, year + 1)]) {
    await page.getByLabel('По какой день').fill(until)
    await press(page, 'Открыть дело')
    await isRefused(page, 'не дольше чем по 31 мая', 'п. 4.4')
  }
  await page.getByLabel('По какой день').fill(day(30, 4, year + 1))
  await press(page, 'Открыть дело')
  await isTold(page, 'Дело открыто')
  await signTitle(page, 'приостановка деятельности')
  await signsIn(page, emails.teacher)
  await openSite(page, 'Статус')
  await expect(main(page)).toContainText(`31 октября ${year + 2}`)
  await isFitToRead(page)
}

/** The report of the academic year, at the body and by the day the paper names. */
export async function yearIsReported(page: Page): Promise<void> {
  await signsIn(page, emails.teacher)
  await moveTo(page, day(1, 6, year + 1))
  const of = `за ${year}/${(year + 1) % 100}`
  await beginsReport(page, `Сдать отчёт ${of}`, `Отчёт ${of} учебный год («отчёт за учебный год»)`)
  await press(page, 'Сдать отчёт')
  await isRefused(page, 'вывод о достижении целей', 'п. 7.2')
  await page.getByRole('textbox', { name: 'вывод о достижении целей' }).fill('Цели достигнуты: уроки-сказки идут в трёх школах')
  await press(page, 'Сдать отчёт')
  await isTold(page, 'Отчёт сдан')
  await signsIn(page, emails.methodist)
  await acceptsReport(page, `Принять отчёт ${of}`)
}

/** Prolonged once and for no longer than the paper lets; a second time is refused. */
export async function termIsProlonged(page: Page): Promise<void> {
  await signsIn(page, emails.methodist)
  await opensDeed(page, 'Продление статуса')
  await page.getByLabel('Новый последний день').fill(day(1, 11, year + 3))
  await page.getByLabel('Почему').fill('Тему просят ещё две школы')
  await press(page, 'Открыть дело')
  await isRefused(page, '31 октября', 'п. 4.3')
  await page.getByLabel('Новый последний день').fill(day(31, 8, year + 3))
  await press(page, 'Открыть дело')
  await isTold(page, 'Дело открыто')
  await signTitle(page, 'продление статуса')
  await openSite(page, 'Статус')
  await expect(page.getByRole('link', { name: 'Продление статуса: открыть дело' })).toHaveCount(0)
  await expect(main(page)).toContainText('не больше 1 раза')
}

/** Ended by the body the paper names, on a ground the operator may name and the school may not; the register keeps what was. */
export async function statusEnds(page: Page): Promise<void> {
  await signsIn(page, emails.director)
  await opensDeed(page, 'Прекращение статуса')
  await expect(page.getByLabel('Основание').locator('option')).toHaveText(['Выберите', 'по заявлению организации'])
  await signsIn(page, emails.methodist)
  await opensDeed(page, 'Прекращение статуса')
  await page.getByLabel('Основание').selectOption({ label: 'план за квартал не исполнен' })
  await page.getByLabel('Последний день статуса').fill(day(30, 6, year + 1))
  await page.getByLabel('Почему').fill('Во втором квартале занятий не было')
  await press(page, 'Открыть дело')
  await isTold(page, 'Дело открыто')
  await signTitle(page, 'прекращение статуса')
  await moveTo(page, day(1, 7, year + 1))
  await theRegisterHas(page, theme, { on: day(30, 6, year + 1), sites: 1 })
  await theRegisterHas(page, theme, { on: '', sites: 0 })
}
