// Proves L-O2, U-O3, U-O4, C-13, R-A3, C-43, U-42.
import { expect, type Page, test } from '@playwright/test'
import { facts } from '../../territories/ustishim/facts.ts'
import { ustishim as regulation } from '../regulations.ts'
import { opensOrder } from './order-steps.ts'
import { bothPapersSay, noPaperSays } from './papers.ts'
import { makesPlan, reportsHeld, saysYes } from './plan-steps.ts'
import { acceptsReport, assemblesReport, handsInReport } from './report-steps.ts'
import { enterAs, hasNoTask, hasTask, moveTo, noBarriers, openSection, press } from './steps.ts'

const territory = 'Усть-Ишимский район'
const centre = 'МКУ «ИМЦ в сфере образования»'
const lines = facts.plans![0]!.lines
const approving = `Утверждает Комитет образования: ${centre}`
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

  await test.step('events are held; the report is spoken of 30 and 7 days before and on its day', async () => {
    await moveTo(page, '02.05.2024')
    for (const line of lines.slice(0, 5))
      await reportsHeld(page, line.activity, { on: '29.03.2024', people: 12, note: 'Прошло по плану' })
    await isReminded(page, 'Сдайте отчёт за 2023/24 учебный год до 1 июня 2024 г.')
    await expect(await hasTask(page, 'Сдать отчёт за 2023/24')).toContainText('осталось 30 дней')
    await moveTo(page, '25.05.2024')
    await expect(await hasTask(page, 'Сдать отчёт за 2023/24')).toContainText('осталось 7 дней')
    await isReminded(page, 'Сдайте отчёт за 2023/24 учебный год до 1 июня 2024 г.', 2)
    await reportsHeld(page, lines[5]!.activity, { on: '16.05.2024', people: 31, note: 'Были все школы района' })
    await moveTo(page, '01.06.2024')
    await expect(await hasTask(page, 'Сдать отчёт за 2023/24')).toContainText('сегодня')
    await isReminded(page, 'Сегодня последний день: отчёт за 2023/24 учебный год')
  })

  await test.step('the report is handed in on the last day and accepted by the committee', async () => {
    await assemblesReport(page, '2023/24')
    await page.getByRole('link', { name: 'Написать выводы' }).click()
    await handsInReport(page, { Выводы: 'Все шесть мероприятий прошли. Наставники есть в каждой школе района.' })
    await hasNoTask(page, 'Сдать отчёт')
    await enterAs(page, territory, 'Боброва')
    await acceptsReport(page, `Принимает Комитет образования: ${centre}, отчёт за 2023/24`)
  })
})

async function isReminded(page: Page, words: string, times = 1): Promise<void> {
  await page.getByRole('banner').getByText('Архипова Е. В.').filter({ visible: true }).click()
  await page
    .getByRole('banner')
    .getByRole('link', { name: /^Уведомления/ })
    .click()
  await expect(page.getByRole('main').getByText(words)).toHaveCount(times)
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
