// Proves T-2, C-31, C-33.
import { expect, type Page, test } from '@playwright/test'
import { draftOrder } from '../../territories/turochak/order.ts'
import { aPdf } from './attachments.ts'
import {
  admits,
  backToCase,
  beginsApplication,
  decidesDirectly,
  isFitToRead,
  namesHead,
  opensCase,
  opensPart,
  proves,
  readsAnswers,
  sends,
  signsDecision,
  wants,
} from './case-steps.ts'
import { presses, types } from './keyboard-steps.ts'
import { signs, theRegisterHas } from './order-steps.ts'
import { enterAs, hasNoTask, isTold, noBarriers } from './steps.ts'

const territory = 'Турочакский район'
const school = 'МУ ДО «Юный турист»'
const theme = 'Поход как урок: учим в пути'
const base = 'нужные ресурсы'
const networking = 'положительный опыт сетевого сотрудничества'

test('Турочакский район: an organisation applies without a call and gets the status by a decision at once', async ({ page }) => {
  await test.step('the regulation is put in force by its order', () => theRegulationIsInForce(page))

  await test.step('the head of an organisation begins; no call is asked for', async () => {
    await enterAs(page, territory, 'Чичканов')
    await beginsApplication(page, { theme })
    await isFitToRead(page)
    await expect(page.getByRole('main')).not.toContainText('Приём заявок')
    await namesHead(page, 'Чичканов Лев Михайлович')
    await backToCase(page)
  })

  await test.step('with the base criterion alone it cannot be sent: clause 2 wants one of four besides', async () => {
    await opensPart(page, 'Право на статус')
    await isFitToRead(page)
    await proves(page, base, () => page.getByLabel('Файлы').setInputFiles(aPdf('Результаты за три года.pdf')))
    await noBarriers(page)
    await backToCase(page)
    await readsAnswers(page)
    const summary = page.locator('.govuk-error-summary')
    await expect(summary).toContainText('раздел 2 Положения')
    await expect(page.getByRole('button', { name: 'Отправить заявку' })).toHaveCount(0)
    await isFitToRead(page)
  })

  await test.step('one of the four is added, and the application is sent', async () => {
    await opensCase(page, theme)
    await opensPart(page, 'Право на статус')
    await proves(page, networking, () => page.getByLabel('Ссылка').fill('https://turist.primer.ru/set'))
    await backToCase(page)
    await wants(page, '04.09.2023', '31.08.2025')
    await sends(page, 1)
  })

  await test.step('the methodist checks the papers and admits it', async () => {
    await enterAs(page, territory, 'Чупина')
    await admits(page, `Проверить заявку № 1: ${school}`)
    await hasNoTask(page, `Проверить заявку № 1: ${school}`)
  })

  await test.step('the office decides without a submission; only the order gives the status', async () => {
    await theRegisterHas(page, 'Юный турист', { on: '', sites: 0 })
    await enterAs(page, territory, 'Торопова')
    await decidesDirectly(page, 'Решить по заявкам: 1')
    await enterAs(page, territory, 'Алтынова')
    await signsDecision(page, 'О присвоении статуса стажировочной площадки')
    await theRegisterHas(page, 'Юный турист', { on: '', sites: 1 })
  })

  await test.step('the applicant reads the decision and opens the order and the site', async () => {
    await enterAs(page, territory, 'Чичканов')
    await opensCase(page, theme)
    await expect(page.getByRole('main')).toContainText('Статус площадки дан')
    await isFitToRead(page)
    await page.getByRole('link', { name: 'Открыть площадку' }).click()
    await expect(page.getByRole('main')).toContainText(theme)
    await noBarriers(page)
  })
})

test('the head of a kindergarten begins an application, proves something and throws it away with the keyboard alone', async ({
  page,
}) => {
  const link = (name: string | RegExp) => page.getByRole('main').getByRole('link', { name }).first()
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await theRegulationIsInForce(page)
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await presses(page, page.getByRole('region', { name: territory }).locator('summary'))
  await presses(page, page.getByRole('region', { name: territory }).getByRole('button', { name: /Попова/ }))
  await presses(page, page.getByRole('navigation', { name: 'Разделы' }).getByRole('link', { name: 'Заявки' }))
  await presses(page, link('Начать заявку'))
  await types(page, page.getByLabel('Тема площадки'), 'Прогулка как занятие')
  await presses(page, button('Начать заявку'))
  await isTold(page, 'Заявка начата')

  await presses(page, link('Право на статус'))
  await presses(page, link(/^Приложить.*: положительный опыт сетевого/))
  await types(page, page.getByLabel('Ссылка'), 'https://rodnichok.primer.ru/opyt')
  await presses(page, button('Приложить'))
  await isTold(page, 'Доказательство приложено')

  await presses(page, link('Вернуться к заявке'))
  await presses(page, page.locator('summary').filter({ hasText: 'Удалить черновик' }))
  await presses(page, button('Удалить черновик'))
  await isTold(page, 'Черновик удалён')
  await noBarriers(page)
})

/** Signs the order that approves the regulation, unless another journey has. */
async function theRegulationIsInForce(page: Page): Promise<void> {
  await enterAs(page, territory, 'Алтынова')
  const waits = page.getByRole('heading', { level: 3, name: `Подписать «${draftOrder.title}»` })
  if ((await waits.count()) > 0) await signs(page, draftOrder.title, 'Приказ подписан под № 1')
}
