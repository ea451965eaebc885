// Proves T-47, T-46, T-45.
import { expect, test } from '@playwright/test'
import { draftOrder } from '../../territories/turochak/order.ts'
import { signs, thePaperSays, theRegisterHas } from './order-steps.ts'
import { acceptsReport, handsInReport } from './report-steps.ts'
import { enterAs, hasNoTask, hasTask, isRefused, isTold, noBarriers, openSection, press } from './steps.ts'

const territory = 'Турочакский район'
const school = 'МОУ «Кедровая СОШ»'
const practice = 'Урок в малокомплектной школе'

test('Турочакский район: a signed order puts a site with its coordinator into the register', async ({ page }) => {
  await test.step('before the signature there is no site', async () => {
    await theRegisterHas(page, 'Кедровая', { on: '', sites: 0 })
  })

  await test.step('the head of the authority reads what the order changes and signs it', async () => {
    await enterAs(page, territory, 'Алтынова')
    await signs(page, draftOrder.title, 'Приказ подписан под № 1')
    await thePaperSays(page, 'Присвоить статус', 'Приложение 2', 'Кедровая')
    await hasNoTask(page, 'Подписать')
  })

  await test.step('the site stands in the register; its page names the coordinator', async () => {
    await theRegisterHas(page, 'Кедровая', { on: '', sites: 1 })
    await theRegisterHas(page, 'Кедровая', { on: '03.09.2023', sites: 0 })
    await enterAs(page, territory, 'Самойлова')
    await openSection(page, 'Площадки')
    await page.getByRole('link', { name: school }).first().click()
    await expect(page.getByRole('main')).toContainText('Чупина')
    await noBarriers(page)
  })

  await test.step('the coordinator has the point of the order as a task', async () => {
    await enterAs(page, territory, 'Чупина')
    await hasTask(page, 'разместить реестр площадок на сайте')
  })

  await test.step('a practice that is not over has no report yet, and what was typed stays', async () => {
    await enterAs(page, territory, 'Самойлова')
    await openSection(page, 'Площадки')
    await page.getByRole('link', { name: school }).first().click()
    await page.getByRole('link', { name: 'Все отчёты площадки' }).click()
    await page.getByLabel('Практика').fill(practice)
    const days = page.getByRole('group', { name: 'Когда она прошла' })
    await days.getByRole('textbox').first().fill('04.09.2023')
    await days.getByRole('textbox').last().fill('30.09.2023')
    await press(page, 'Собрать отчёт')
    await isRefused(page, 'Практика ещё идёт')
    await expect(page.getByLabel('Практика')).toHaveValue(practice)
    await noBarriers(page)
  })

  await test.step('the report on a finished practice goes to the coordinator, as clause 4.5 says', async () => {
    await page.getByRole('group', { name: 'Когда она прошла' }).getByRole('textbox').last().fill('04.09.2023')
    await press(page, 'Собрать отчёт')
    await isTold(page, 'Отчёт собран: допишите его и сдайте')
    await noBarriers(page)
    await page.getByRole('link', { name: 'Написать выводы' }).click()
    await handsInReport(page, { Выводы: 'Площадка только открыта: мероприятия впереди.' })
    await enterAs(page, territory, 'Торопова')
    await hasNoTask(page, 'Принять отчёт')
    await enterAs(page, territory, 'Чупина')
    await acceptsReport(page, `Принять отчёт по практике «${practice}»: ${school}`)
    await hasNoTask(page, 'Принять отчёт')
  })
})
