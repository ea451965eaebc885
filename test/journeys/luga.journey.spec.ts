// Proves L-O1, L-O3, L-O4, L-O5, L-A2, U-O3.
import { type Browser, expect, type Page, test } from '@playwright/test'
import { facts } from '../../territories/luga/facts.ts'
import { luga as regulation } from '../regulations.ts'
import { anOversizedPdf, aPdf, aProgramNamed } from './attachments.ts'
import { opensOrder, sendsToSign, thePaperSays } from './order-steps.ts'
import { makesPlan, saysYes, writesLine } from './plan-steps.ts'
import {
  enterAs,
  hasNoTask,
  hasTask,
  isRefused,
  isTold,
  moveTo,
  noBarriers,
  openSection,
  press,
  takesUp,
  withScripts,
} from './steps.ts'

const territory = 'Лужский район'
const weak = facts.organisations.filter(({ supportNeed }) => supportNeed).map(({ shortName }) => shortName)
const bySite = { '№ 3': weak.slice(0, 3), '№ 4': weak.slice(3, 5), '№ 6': weak.slice(5, 7) }
const mentors = 'Определить из числа опытных учителей наставников'
const roadmap = 'Разработать совместную «дорожную карту»'

const school = 'МОУ «СОШ № 3»'
const lines = facts.plans![0]!.lines
const written = { regulation, facts }

const entersTheHead = (page: Page) => enterAs(page, territory, 'Снигур')
const entersTheController = (page: Page) => enterAs(page, territory, 'Наумова')

test('order № 33 of Лужский район, from reading it to the points accepted', async ({ page }) => {
  const opensSite = async (number: string) => {
    await openSection(page, 'Площадки')
    await page
      .getByRole('link', { name: `МОУ «СОШ ${number}»` })
      .first()
      .click()
  }
  await test.step('the office sees the seven schools at the three sites, a head those of the own site', async () => {
    expect(weak).toHaveLength(7)
    const attached = page.getByRole('table', { name: 'Закреплённые школы' })
    await enterAs(page, territory, 'Орехова')
    for (const [number, schools] of Object.entries(bySite)) {
      await opensSite(number)
      await expect(attached.getByRole('row')).toHaveCount(schools.length + 1)
      for (const school of schools) await expect(attached).toContainText(school!)
    }
    await entersTheHead(page)
    await opensSite('№ 3')
    for (const school of bySite['№ 3']!) await expect(attached).toContainText(school!)
    await opensSite('№ 4')
    await expect(page.getByText('Какие это школы, видят')).toBeVisible()
    for (const school of bySite['№ 4']!) await expect(page.getByRole('main')).not.toContainText(school!)
    await noBarriers(page)
  })

  await test.step('a stranger reads the register, the sites and the published order without a name of a weak school', async () => {
    await enterAs(page, territory, 'Орехова')
    await opensOrder(page, '№ 33')
    await thePaperSays(page, 'приказываю:', 'Приложение 2', 'Оредежская')
    await press(page, 'Разместить на сайте для всех')
    await isTold(page, 'Приказ размещён на сайте для всех')
    await page.context().clearCookies()
    await theSiteOfAStrangerNamesNoWeakSchool(page)
  })

  await test.step('the head reads the order and confirms it; who has not is seen', async () => {
    await entersTheHead(page)
    await takesUp(page, 'Ознакомиться с приказом № 33')
    await press(page, 'Подтвердить: приказ прочитан')
    await isTold(page, 'Вы подтвердили, что прочли приказ')
    await hasNoTask(page, 'Ознакомиться с приказом')
    await entersTheController(page)
    await opensOrder(page, '№ 33')
    await expect(page.getByText('Ещё не прочли:')).toContainText('Буржинская')
    await page.getByRole('link', { name: 'Лист ознакомления' }).click()
    await expect(page.getByRole('row').filter({ hasText: 'Снигур' })).toContainText('Ознакомлен')
    await expect(page.getByRole('row').filter({ hasText: 'Голубых' })).toContainText('Ещё не прочёл')
    await noBarriers(page)
  })

  await test.step('two points are reported; one is accepted, one returned and reported anew', async () => {
    const remark = 'Нет раздела о наблюдении за уроками'
    await entersTheHead(page)
    await reports(page, mentors, 'Наставники назначены: Ветрова, Ильин, Соколова')
    await reports(page, roadmap, 'Карта готова, четыре школы её подписали')

    await entersTheController(page)
    await decides(page, '4.2', 'Принять: поручение исполнено', 'Исполнение принято')
    await takesUp(page, 'Проверить исполнение п. 4.1')
    await page.getByLabel('Вернуть с замечанием').check()
    await press(page, 'Записать решение')
    await isRefused(page, 'Напишите, что доделать')
    await page.getByLabel('Замечание', { exact: true }).fill(remark)
    await press(page, 'Записать решение')
    await isTold(page, 'Поручение возвращено исполнителю')
    await hasNoTask(page, 'Проверить исполнение')

    await entersTheHead(page)
    await expect(await hasTask(page, roadmap)).toContainText(remark)
    await hasNoTask(page, mentors)
    await reports(page, roadmap, 'Раздел добавлен')
    await entersTheController(page)
    await decides(page, '4.1', 'Принять: поручение исполнено', 'Исполнение принято')
  })

  await test.step('the page of control shows every point with its state', async () => {
    await opensOrder(page, '№ 33')
    await page.getByRole('link', { name: 'Контроль', exact: true }).click()
    const own = (point: string) =>
      page
        .getByRole('table', { name: `Исполнение п. ${point}` })
        .getByRole('row')
        .filter({ hasText: 'Снигур' })
    await expect(own('4.1')).toContainText('Принято')
    await expect(own('4.2')).toContainText('Принято')
    await expect(own('4.3')).toContainText('В работе')
    await expect(page.getByRole('table').getByRole('link', { name: 'Буржинская' })).toHaveCount(3)
    await noBarriers(page)
  })
})

async function reports(page: Page, task: string, note: string): Promise<void> {
  await takesUp(page, task)
  await press(page, 'Отправить отчёт')
  await isRefused(page, 'Напишите о том, что сделано')
  await page.getByLabel('Что сделано', { exact: true }).fill(note)
  await press(page, 'Отправить отчёт')
  await isTold(page, 'Отчёт отправлен тому, кто контролирует исполнение')
  await hasNoTask(page, task)
}

async function decides(page: Page, point: string, decision: string, told: string): Promise<void> {
  await takesUp(page, `Проверить исполнение п. ${point}`)
  await page.getByLabel(decision).check()
  await press(page, 'Записать решение')
  await isTold(page, told)
}

/** Every public page about the territory, read as text. */
async function theSiteOfAStrangerNamesNoWeakSchool(page: Page): Promise<void> {
  const isSilent = async () => {
    await noBarriers(page)
    for (const school of weak) await expect(page.getByRole('main')).not.toContainText(school!)
    await expect(page.getByRole('main')).not.toContainText('Оредеж')
  }
  await page.goto('/')
  await page.getByLabel('Территория').selectOption({ label: territory })
  await page.getByRole('button', { name: 'Показать' }).click()
  await isSilent()
  await page.getByRole('table').getByRole('link', { name: 'МОУ «СОШ № 3»' }).click()
  await isSilent()
  await page.goto('/orders')
  await page.getByRole('row').filter({ hasText: '№ 33' }).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Об утверждении стажировочных площадок' })).toBeVisible()
  await isSilent()
}

test('a wrong password', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('Электронная почта').fill('orehova@primer.ru')
  await page.getByLabel('Пароль').fill('не тот пароль')
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await isRefused(page, 'Почта или пароль не подходят')
  await expect(page.getByLabel('Электронная почта')).toHaveValue('orehova@primer.ru')
  await expect(page.getByLabel('Пароль')).toHaveValue('')
})

test('an impossible date in a plan keeps the whole table', async ({ page }) => {
  await enterAs(page, territory, 'Снигур')
  await opensDraft(page)
  await press(page, 'Добавить строку')
  await writesLine(page, 3, lines[2]!, written)
  await page.getByLabel('Начало, строка 3').fill('31.02.2021')
  await press(page, 'Сохранить черновик')
  await isRefused(page, 'Строка 3: начало: такой даты нет')
  await expect(page.getByLabel('Начало, строка 3')).toHaveValue('31.02.2021')
  await expect(page.getByLabel('Мероприятие и форма проведения, строка 3')).toHaveValue(lines[2]!.activity)
  await page.locator('.govuk-error-summary').getByRole('link', { name: 'такой даты нет' }).click()
  await expect(page.getByLabel('Начало, строка 3')).toBeFocused()

  await page.getByLabel('Начало, строка 3').fill('09.03.2022')
  await press(page, 'Сохранить черновик')
  await isRefused(page, 'Строка 3', 'по 31.08.2021')
  await press(page, 'Убрать строку 3')
  await press(page, 'Сохранить черновик')
  await isTold(page, 'Черновик сохранён')
})

test('two editors of one plan: the second sees both tables and loses nothing', async ({ page, browser, baseURL }) => {
  await enterAs(page, territory, 'Снигур')
  await opensDraft(page)
  await anotherEditorSaves(browser, baseURL!, 'Беседы с родителями')
  const mine = 'Мой вариант первого мероприятия'
  await page.getByLabel('Мероприятие и форма проведения, строка 1').fill(mine)
  await press(page, 'Сохранить черновик')
  await expect(page.getByText('Пока вы правили, план сохранил другой человек: Ветрова М. О.')).toBeVisible()
  await expect(page.getByLabel('Мероприятие и форма проведения, строка 1')).toHaveValue(mine)
  await page.getByText('Что записано сейчас').click()
  await expect(page.getByRole('table').getByText('Беседы с родителями')).toBeVisible()
  await noBarriers(page)
  await press(page, 'Сохранить черновик')
  await isTold(page, 'Черновик сохранён')
  await expect(page.getByLabel('Мероприятие и форма проведения, строка 1')).toHaveValue(mine)
})

test('a file too large, or of another kind than its name says, is refused; the rest stays', async ({ page }) => {
  await enterAs(page, territory, 'Снигур')
  await opensDraft(page)
  await press(page, 'Отправить на согласование')
  await enterAs(page, territory, 'Наумова')
  await saysYes(page, 'Согласовать план на', 'Согласовать', 'План передан на следующий шаг')
  await enterAs(page, territory, 'Снигур')
  await saysYes(page, 'Утвердить план на', 'Утвердить план', 'План утверждён и действует')
  await page.getByRole('table').getByRole('link').first().click()

  await page.getByLabel('Отменено').check()
  await page.getByLabel('Примечание').fill('Школа закрыта на карантин')
  await page.getByLabel('Материалы').setInputFiles(aProgramNamed('Справка.pdf'))
  await press(page, 'Записать отчёт')
  await isRefused(page, 'Справка.pdf')
  await expect(page.getByLabel('Примечание')).toHaveValue('Школа закрыта на карантин')
  await expect(page.getByLabel('Отменено')).toBeChecked()

  await page.getByLabel('Материалы').setInputFiles(anOversizedPdf('Скан.pdf'))
  await press(page, 'Записать отчёт')
  await isRefused(page, 'Скан.pdf', '20 МБ')

  await page.getByLabel('Материалы').setInputFiles(aPdf('Приказ по школе.pdf'))
  await press(page, 'Записать отчёт')
  await isTold(page, 'Отчёт о мероприятии записан')
})

test('an empty choice, and an appointment in the days of another', async ({ page }) => {
  await enterAs(page, territory, 'Снигур')
  await opensPeopleOfSite(page)
  await press(page, 'Назначить')
  await isRefused(page, 'Выберите роль', 'Выберите человека')

  await appoints(page, 'Ветрова Мария Олеговна')
  await isRefused(page, 'в эти дни он уже назначен на эту роль здесь')
  await expect(page.getByLabel('Основание', { exact: true })).toHaveValue('Решение педсовета')
})

test('a button pressed twice does its work once', async ({ page }) => {
  await enterAs(page, territory, 'Снигур')
  await opensPeopleOfSite(page)
  await fillsAppointment(page, 'Лаврова Инна Сергеевна')
  await page.getByRole('button', { name: 'Назначить', exact: true }).dblclick()
  await expect(page.getByRole('link', { name: 'Лаврова Инна Сергеевна', exact: true })).toHaveCount(1)
  await expect(page.locator('.govuk-error-summary')).toHaveCount(0)
  if (withScripts()) await noBarriers(page)
})

/** Opens the draft of the plan, made here unless another journey has made it. */
async function opensDraft(page: Page): Promise<void> {
  const toMake = page.getByRole('heading', { level: 3, name: 'Составить план на' })
  if ((await toMake.count()) > 0) {
    await moveTo(page, '02.02.2021')
    await makesPlan(page, lines.slice(0, 2), written)
  }
  await openSection(page, 'Планы')
  await page.getByRole('link', { name: school }).first().click()
  await page.getByRole('link', { name: 'Править план' }).click()
}

async function anotherEditorSaves(browser: Browser, baseURL: string, activity: string): Promise<void> {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: withScripts() })
  const other = await context.newPage()
  await enterAs(other, territory, 'Ветрова')
  await opensDraft(other)
  await other.getByLabel('Мероприятие и форма проведения, строка 2').fill(activity)
  await press(other, 'Сохранить черновик')
  await isTold(other, 'Черновик сохранён')
  await context.close()
}

async function opensPeopleOfSite(page: Page): Promise<void> {
  await openSection(page, 'Площадки')
  await page.getByRole('link', { name: school }).first().click()
  await page.getByRole('link', { name: 'Люди', exact: true }).click()
}

async function fillsAppointment(page: Page, person: string): Promise<void> {
  await page.getByLabel('Роль', { exact: true }).selectOption({ label: 'наставник' })
  const option = await page.getByRole('option', { name: person }).textContent()
  await page.getByLabel('Человек', { exact: true }).selectOption({ label: option! })
  await page.getByLabel('с', { exact: true }).fill('01.03.2021')
  await page.getByLabel('Основание', { exact: true }).fill('Решение педсовета')
}

async function appoints(page: Page, person: string): Promise<void> {
  await fillsAppointment(page, person)
  await press(page, 'Назначить')
}

test('a signed order cannot be edited, even by its address', async ({ page }) => {
  await enterAs(page, territory, 'Орехова')
  await opensOrder(page, '№ 33')
  const address = page.url()
  await expect(page.getByRole('link', { name: 'Править', exact: true })).toHaveCount(0)
  await page.goto(`${address}/edit`)
  await expect(page).toHaveURL(address)
  await expect(page.getByRole('textbox', { name: 'О чём приказ' })).toHaveCount(0)
})

test('a number that is taken is refused, and the next one is given', async ({ page }) => {
  const title = 'О дне открытых уроков'
  await enterAs(page, territory, 'Орехова')
  await openSection(page, 'Приказы')
  await page.getByRole('link', { name: 'Подготовить приказ' }).first().click()
  await page.getByRole('main').getByRole('link').last().click()
  await press(page, 'Создать черновик')
  await page.getByLabel('О чём приказ').fill(title)
  await page.getByLabel('Текст', { exact: true }).first().fill('Провести день открытых уроков 12 марта 2021 года.')
  await page.getByLabel('Это поручение: у него есть исполнитель').first().uncheck()
  await page.getByLabel('Подписывает').selectOption({ index: 1 })
  await press(page, 'Сохранить и посмотреть')
  await sendsToSign(page)

  await enterAs(page, territory, 'Красий')
  await takesUp(page, `Подписать «${title}»`)
  await page.getByLabel('Уже дан в бумажном журнале').check()
  await page.getByLabel('Номер из журнала').fill('33')
  await page.getByLabel('Изменения прочитаны').check()
  await press(page, 'Подписать приказ')
  await isRefused(page, 'Номер 33 уже занят')
  await expect(page.getByLabel('Номер из журнала')).toHaveValue('33')
  await page.getByLabel('Следующий по порядку').check()
  await press(page, 'Подписать приказ')
  await isTold(page, 'Приказ подписан под № 34')
})
