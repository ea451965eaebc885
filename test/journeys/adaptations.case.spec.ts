// Proves L-13.
import { expect, type Page } from '@playwright/test'
import { onPhone } from './event-steps.ts'
import { test } from './own-demonstration.ts'
import { enterAs, fitsPhone, hasNoTask, isRefused, isTold, moveTo, noBarriers, openSection, press, takesUp } from './steps.ts'

const territory = 'Лужский район'
const model = 'Работа по станциям на уроке повторения'
const main = (page: Page) => page.getByRole('main')
const enters = (page: Page, person: string) => enterAs(page, territory, person)
const isFit = async (page: Page) => {
  await noBarriers(page)
  await fitsPhone(page)
}

test('L-13: a teacher says twice, in two taps, what became of what they took home; whoever leads helps, the school adds', async ({
  page,
}) => {
  await test.step('thirty days after it was introduced the teacher is asked, on a telephone', () =>
    onPhone(page, async () => {
      await enters(page, 'Савина')
      await moveTo(page, '14.04.2021')
      await takesUp(page, `Ответить, что вышло: «${model}»`)
      await isFit(page)
      await expect(main(page)).toContainText('1.3')
      await page.getByLabel('Не подошло').check()
      await press(page, 'Ответить')
      await isRefused(page, 'почему не подошло')
      await page.getByLabel('Приспособлено').check()
      await press(page, 'Ответить')
      await isTold(page, 'Ответ записан')
      await expect(main(page)).toContainText('Следующий вопрос — 13 июня 2021')
      await isFit(page)
      await hasNoTask(page, `Ответить, что вышло: «${model}»`)
    }))

  await test.step('whoever leads the traineeship reads it on its page and writes how they helped', async () => {
    await enters(page, 'Снигур')
    await openSection(page, 'Стажировки')
    await main(page)
      .getByRole('link', { name: 'Завершены' })
      .or(main(page).getByRole('link', { name: 'Все', exact: true }))
      .first()
      .click()
    await main(page)
      .getByRole('link', { name: /Савина/ })
      .first()
      .click()
    await main(page).getByRole('link', { name: model }).click()
    await noBarriers(page)
    await page.getByLabel('Что добавите').fill('Созвонились, передала карточки для третьей станции')
    await press(page, 'Добавить')
    await isTold(page, 'Записано')
    await expect(main(page)).toContainText('ведёт стажировку')
    await expect(main(page).getByRole('button', { name: 'Ответить' })).toHaveCount(0)
  })

  await test.step('the second question comes on its day, and is the last', async () => {
    await moveTo(page, '13.06.2021')
    await enters(page, 'Савина')
    await page.goto('/t/luga/my')
    await main(page).getByRole('link', { name: model }).click()
    await expect(main(page)).toContainText('Созвонились, передала карточки')
    await page.getByLabel('Внедрено', { exact: true }).check()
    await press(page, 'Ответить')
    await isTold(page, 'Больше спрашивать не будем')
    await noBarriers(page)
  })

  await test.step('the list of the site knows what was introduced', async () => {
    await enters(page, 'Снигур')
    await openSection(page, 'Внедрение у себя')
    await main(page).getByRole('link', { name: 'Внедрено', exact: true }).click()
    await expect(main(page).getByRole('link', { name: model })).toBeVisible()
    await noBarriers(page)
  })
})
