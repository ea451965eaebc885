// Proves L-O2, U-O3, U-O4, C-13, R-A3, C-43, U-42, X-E1, X-T1.
import { expect, type Page, test } from '@playwright/test'
import { facts } from '../../territories/ustishim/facts.ts'
import { ustishim as regulation } from '../regulations.ts'
import { answersThree, marksWhoCame, opensEventOf, plansEvent } from './event-steps.ts'
import { opensOrder } from './order-steps.ts'
import { bothPapersSay, noPaperSays } from './papers.ts'
import { makesPlan, reportsHeld, saysYes } from './plan-steps.ts'
import { acceptsReport, assemblesReport, handsInReport } from './report-steps.ts'
import {
  enterAs,
  hasNoTask,
  hasTask,
  isRefused,
  isReminded,
  isTold,
  moveTo,
  noBarriers,
  openSection,
  press,
  takesUp,
} from './steps.ts'

const territory = 'Усть-Ишимский район'
const centre = 'МКУ «ИМЦ в сфере образования»'
const lines = facts.plans![0]!.lines
const approving = `Утвердить план на 2023/24: ${centre}`
const seminar = lines[0]!.activity
const offered = `Можно прийти: «${seminar}»`
const head = 'Архипова Е. В.'
const entersTheHead = (page: Page) => enterAs(page, territory, 'Архипова')

test('a year of Усть-Ишимский район, where the centre itself is the site', async ({ page }) => {
  await test.step('the order stands on the site for everybody since its signature, as its point 4 says', async () => {
    await enterAs(page, territory, 'Боброва')
    await opensOrder(page, '№ 91')
    await expect(page.getByRole('link', { name: 'Размещён на сайте для всех' })).toBeVisible()
    await noBarriers(page)
    await aStrangerReadsOrder91(page)
  })

  await test.step('the centre makes its plan, and the committee approves it', async () => {
    await entersTheHead(page)
    await makesPlan(page, lines, { regulation, facts })
    await press(page, 'Отправить на согласование')
    await enterAs(page, territory, 'Моржевилова')
    await saysYes(page, approving, 'Утвердить план', 'План утверждён и действует')
    await hasNoTask(page, approving)
  })

  await test.step('the plan has no column for the report on a line, neither on the screen nor on paper', async () => {
    await entersTheHead(page)
    await openSection(page, 'Планы')
    await page.getByRole('link', { name: centre }).first().click()
    await expect(page.getByRole('columnheader', { name: 'Отчёт о выполнении' })).toHaveCount(0)
    await bothPapersSay(page, [lines[0]!.activity, 'Сроки исполнения', 'Архипова'])
    await noPaperSays(page, ['Отчёт о выполнении', 'Состояние'])
  })

  await test.step('an event of a line is announced; teachers take the places, the third one waits and moves up', async () => {
    await entersTheHead(page)
    await plansEvent(page, lines[0]!.activity, {
      day: '21.09.2023',
      from: '10:20',
      until: '11:50',
      room: 'Усть-Ишим, каб. 12',
      places: 2,
    })
    await enterAs(page, territory, 'Исаева')
    await takesUp(page, offered)
    await noBarriers(page)
    await press(page, 'Записаться')
    await isTold(page, 'Место за вами')
    await enterAs(page, territory, 'Власов')
    await takesPlace(page, 'Место за вами')
    await enterAs(page, territory, 'Ершов')
    await takesPlace(page, 'вы в очереди', 'Встать в очередь')
    await expect(page.getByText('Ваш номер в очереди — 1')).toBeVisible()
    await enterAs(page, territory, 'Власов')
    await opensEvent(page)
    await press(page, 'Отказаться от места')
    await isTold(page, 'Вы больше не записаны')
    await enterAs(page, territory, 'Ершов')
    await hasTask(page, `Прийти: «${seminar}»`)
  })

  await test.step('who came is marked in the list; closing it is the report on the line, and nobody types a number', async () => {
    await moveTo(page, '22.09.2023')
    await entersTheHead(page)
    await takesUp(page, `Отметить, кто был, и закрыть: «${seminar}»`)
    await press(page, 'Закрыть: оно состоялось')
    await isRefused(page, 'Отметьте в списке, кто был')
    await page.getByRole('link', { name: 'Отметить, кто был' }).click()
    await noBarriers(page)
    await marksWhoCame(page, /Исаева/)
    await isTold(page, 'Отмечено: 1 человек')
    await opensEvent(page, 'Прошедшие')
    await page.getByLabel('Гостей сверх списка').fill('3')
    await press(page, 'Закрыть: оно состоялось')
    await isTold(page, 'в плане отмечено, что оно проведено')
    await noBarriers(page)
    await page.getByRole('link', { name: 'строка плана площадки' }).click()
    await expect(page.getByRole('main')).toContainText('4')
    await enterAs(page, territory, 'Исаева')
    await takesUp(page, `Ответить на три вопроса: «${seminar}»`)
    await answersThree(page, 'Да, очень', 'Подумаю')
    await page.goto('/t/ustishim/my')
    await expect(page.getByRole('main')).toContainText('1 мероприятие, всего 2 академических часа')
    await noBarriers(page)
  })

  await test.step('the head gives a paper, its holder lets her name be shown, a stranger checks it line by line', async () => {
    await entersTheHead(page)
    await takesUp(page, 'Выдать справки: ждёт 1 человек')
    await noBarriers(page)
    await press(page, 'Выдать отмеченным')
    await expect(page.getByText('Выдано: 1 бумага')).toBeVisible()
    await page.getByRole('link', { name: 'Исаева' }).click()
    await bothPapersSay(page, ['СПРАВКА', 'Исаева Роза Тимуровна', seminar, '2 академических часа'])
    await enterAs(page, territory, 'Исаева')
    await page.goto('/t/ustishim/my')
    await press(page, 'Показывать имя')
    await isTold(page, 'Теперь при проверке ваших бумаг видно имя')
    await page.getByRole('link', { name: 'Справка № 1' }).click()
    await aStrangerChecks(page)
  })

  await test.step('events are held; the report is spoken of 30 and 7 days before and on its day', async () => {
    await entersTheHead(page)
    await moveTo(page, '02.05.2024')
    for (const line of lines.slice(1, 5))
      await reportsHeld(page, line.activity, { on: '29.03.2024', people: 12, note: 'Прошло по плану' })
    await isReminded(page, head, 'Сдайте отчёт за 2023/24 учебный год до 1 июня 2024 г.')
    await expect(await hasTask(page, 'Сдать отчёт за 2023/24')).toContainText('осталось 30 дней')
    await moveTo(page, '25.05.2024')
    await expect(await hasTask(page, 'Сдать отчёт за 2023/24')).toContainText('осталось 7 дней')
    await isReminded(page, head, 'Сдайте отчёт за 2023/24 учебный год до 1 июня 2024 г.', 2)
    await reportsHeld(page, lines[5]!.activity, { on: '16.05.2024', people: 31, note: 'Были все школы района' })
    await moveTo(page, '01.06.2024')
    await expect(await hasTask(page, 'Сдать отчёт за 2023/24')).toContainText('сегодня')
    await isReminded(page, head, 'Сегодня последний день: отчёт за 2023/24 учебный год')
  })

  await test.step('the report is handed in on the last day and accepted by the committee', async () => {
    await assemblesReport(page, '2023/24')
    await page.getByRole('link', { name: 'Написать выводы' }).click()
    await handsInReport(page, { Выводы: 'Все шесть мероприятий прошли. Наставники есть в каждой школе района.' })
    await hasNoTask(page, 'Сдать отчёт')
    await enterAs(page, territory, 'Боброва')
    await acceptsReport(page, `Принять отчёт за 2023/24: ${centre}`)
  })
})

const opensEvent = (page: Page, shown?: string) => opensEventOf(page, seminar, shown)

async function takesPlace(page: Page, told: string, button = 'Записаться'): Promise<void> {
  await opensEvent(page)
  await press(page, button)
  await isTold(page, told)
}

async function aStrangerChecks(page: Page): Promise<void> {
  const check = page.getByRole('main').getByRole('link', { name: '/c' })
  const address = (await check.getAttribute('href')) ?? ''
  await page.context().clearCookies()
  await page.goto(address)
  await expect(page.getByText('Справка выдана и действует')).toBeVisible()
  for (const said of ['Исаева Роза Тимуровна', seminar, '2 академических часа', 'О. А. Седова'])
    await expect(page.getByRole('main')).toContainText(said)
  await noBarriers(page)
}

async function aStrangerReadsOrder91(page: Page): Promise<void> {
  await page.context().clearCookies()
  await page.goto('/orders')
  await noBarriers(page)
  await page.getByRole('row').filter({ hasText: '№ 91' }).getByRole('link').click()
  await expect(page.getByRole('main')).toContainText('наставничества')
  await noBarriers(page)
  await bothPapersSay(page, ['№ 91', 'Приложение'])
}
