// Proves C-32, C-31, C-41, C-33.
import { expect, test } from '@playwright/test'
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
import { theRegisterHas } from './order-steps.ts'
import { enterAs, hasTask, isTold, noBarriers, press } from './steps.ts'

const territory = 'Чебулинский округ'
const school = 'МБОУ «Усть-Чебулинская ООШ»'
const theme = 'Читаем тексты по всем предметам'

test('Чебулинский округ: the operator begins for a school, the school confirms, the centre decides by its order', async ({
  page,
}) => {
  await test.step('the methodist begins an application for a school', async () => {
    await enterAs(page, territory, 'Морозова')
    await beginsApplication(page, { organisation: school, theme })
    await isFitToRead(page)
    await wants(page, '01.09.2021', '31.08.2023')
    await opensPart(page, 'Право на статус')
    await proves(page, 'положительный опыт', () => page.getByLabel('Файлы').setInputFiles(aPdf('Опыт школы.pdf')))
    await backToCase(page)
  })

  await test.step('a head without a category is refused with clause 4.1, at once and before sending', async () => {
    await namesHead(page, 'Киселёва Любовь Яковлевна')
    await expect(page.getByRole('main')).toContainText('Не может руководить')
    await backToCase(page)
    await readsAnswers(page)
    await expect(page.locator('.govuk-error-summary')).toContainText('п. 4.1 Положения')
    await expect(page.getByRole('button', { name: 'Отправить заявку' })).toHaveCount(0)
    await isFitToRead(page)
  })

  await test.step('a teacher with a category and achievements may head the site', async () => {
    await opensCase(page, theme)
    await namesHead(page, 'Беляева Оксана Игоревна')
    await backToCase(page)
    await readsAnswers(page)
    await expect(page.locator('.govuk-error-summary')).not.toContainText('п. 4.1')
  })

  await test.step('without the word of the school it is not sent; its head confirms', async () => {
    await expect(page.locator('.govuk-error-summary')).toContainText(school)
    await enterAs(page, territory, 'Коротеева')
    await hasTask(page, `Решить, участвует ли ${school} в заявке`)
    await opensCase(page, theme)
    await isFitToRead(page)
    await press(page, 'Подтвердить участие')
    await isTold(page, 'Участие подтверждено')
    await noBarriers(page)
  })

  await test.step('the methodist sends it, checks the papers and admits it', async () => {
    await enterAs(page, territory, 'Морозова')
    await opensCase(page, theme)
    await sends(page, 1)
    await admits(page, `Проверить заявку № 1: ${school}`)
  })

  await test.step('the centre decides; its order gives the status', async () => {
    await enterAs(page, territory, 'Суханова')
    await decidesDirectly(page, 'Решить по заявкам: 1')
    await enterAs(page, territory, 'Гусева')
    await signsDecision(page, 'О присвоении статуса муниципальной стажировочной площадки')
    await theRegisterHas(page, 'Читаем тексты', { on: '02.09.2021', sites: 1 })
  })

  await test.step('the head of the school reads the decision', async () => {
    await enterAs(page, territory, 'Коротеева')
    await opensCase(page, theme)
    await expect(page.getByRole('main')).toContainText('Статус площадки дан')
    await isFitToRead(page)
  })
})
