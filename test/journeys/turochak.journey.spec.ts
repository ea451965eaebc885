// Proves T-47, T-46, T-45.
import { expect, test } from '@playwright/test'
import { draftOrder } from '../../territories/turochak/order.ts'
import { signs, thePaperSays, theRegisterHas } from './order-steps.ts'
import { acceptsReport, handsInReport } from './report-steps.ts'
import { enterAs, hasNoTask, hasTask, isTold, noBarriers, openSection, press } from './steps.ts'

const territory = 'Турочакский район'
const school = 'МОУ «Кедровая СОШ»'

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

  await test.step('the report of the site goes to its coordinator, as clause 4.5 says', async () => {
    await enterAs(page, territory, 'Самойлова')
    await openSection(page, 'Отчёты')
    await page.getByRole('table').getByRole('link', { name: school }).click()
    await press(page, 'Собрать отчёт')
    await isTold(page, 'Отчёт собран: остались выводы')
    await page.getByRole('link', { name: 'Написать выводы' }).click()
    await handsInReport(page, { Выводы: 'Площадка только открыта: мероприятия впереди.' })
    await enterAs(page, territory, 'Торопова')
    await hasNoTask(page, 'Рассмотреть отчёт')
    await enterAs(page, territory, 'Чупина')
    await acceptsReport(page, `Рассмотреть отчёт за 2023/24: ${school}`)
    await hasNoTask(page, 'Рассмотреть отчёт')
  })
})
