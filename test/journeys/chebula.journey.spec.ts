// Proves C-O1, C-O4, L-O2, T-47, C-42, R-A3, R-46, R-A3r, C-43, C-61a, C-12, C-42i, C-61, X-E1, X-T1, U-42.
import { expect, type Page, test } from '@playwright/test'
import { theYearEnds } from './chebula/end.ts'
import { approving, discussing, entersTheHead, entersTheMethodist, lines, opensPlan, written } from './chebula/known.ts'
import { traineesCome } from './chebula/trainees.ts'
import { theyLearn } from './chebula/year.ts'
import { presses, types } from './keyboard-steps.ts'
import { opensOrder, thePaperSays, theRegisterHas } from './order-steps.ts'
import { bothPapersSay } from './papers.ts'
import { makesPlan, returnsPlan, saysYes } from './plan-steps.ts'
import { hasNoTask, isTold, noBarriers, press, takesUp } from './steps.ts'

test('a head of a school reads an order and reports on its point with the keyboard alone', async ({ page }) => {
  await page.goto('/sign-in')
  await presses(page, page.getByRole('region', { name: 'Чебулинский округ' }).locator('summary'))
  await presses(page, page.getByRole('region', { name: 'Чебулинский округ' }).getByRole('button', { name: /Коротеева/ }))
  await presses(page, task(page, 'Ознакомиться с приказом № 37-о'))
  await presses(page, page.getByRole('button', { name: 'Подтвердить: приказ прочитан' }))
  await isTold(page, 'Вы подтвердили, что прочли приказ')

  await presses(page, page.getByRole('banner').getByRole('link', { name: /^Дела/ }).first())
  await presses(page, task(page, 'обеспечить деятельность стажировочных площадок'))
  await types(page, page.getByLabel('Что сделано', { exact: true }), 'Площадка работает: кабинет и часы выделены')
  await presses(page, page.getByRole('button', { name: 'Отправить отчёт' }))
  await isTold(page, 'Отчёт отправлен тому, кто контролирует исполнение')
  await noBarriers(page)
})

test('order № 37-о makes two sites of Чебулинский округ; the plan of one is discussed, returned and approved', async ({
  page,
}) => {
  await test.step('given the signed order, two sites stand in the public register, and none the day before', async () => {
    await theRegisterHas(page, 'Чебулинская', { on: '', sites: 2 })
    await theRegisterHas(page, 'Чебулинская', { on: '23.08.2021', sites: 0 })
  })

  await test.step('the order can be read with its points and both appendices', async () => {
    await entersTheHead(page)
    await opensOrder(page, '№ 37-о')
    await thePaperSays(
      page,
      'ПРИКАЗЫВАЮ:',
      'Утвердить перечень организаций',
      'Приложение 1',
      'Функциональная грамотность',
      'Приложение 2',
    )
    await noBarriers(page)
    await bothPapersSay(page, ['37-о', '24.08.2021', 'И. Г. Гусева', 'Верх-Чебулинская'])
  })

  await test.step('the head makes the plan of six lines and sends it', async () => {
    await entersTheHead(page)
    await noBarriers(page)
    await makesPlan(page, lines, written)
    await press(page, 'Отправить на согласование')
    await isTold(page, 'План отправлен на согласование')
    await hasNoTask(page, 'Составить план')
    await hasNoTask(page, 'Закончить и отправить')
  })

  await test.step('the centre discusses it, returns it once with a remark, then passes and approves it', async () => {
    const remark = 'Строка 5: напишите, для каких классов занятие'
    await entersTheMethodist(page)
    await returnsPlan(page, discussing, remark)
    await hasNoTask(page, discussing)

    await entersTheHead(page)
    await takesUp(page, 'Закончить и отправить')
    await expect(page.getByText(remark).first()).toBeVisible()
    await page.getByRole('link', { name: 'Править план' }).click()
    await page.getByLabel('Мероприятие, строка 5').fill(`${lines[4]!.activity}, 2–3 классы`)
    await press(page, 'Отправить на согласование')
    await hasNoTask(page, 'Закончить и отправить')

    await entersTheMethodist(page)
    await saysYes(page, discussing, 'Обсуждён, передать дальше', 'План передан на следующий шаг')
    await hasNoTask(page, discussing)
    await saysYes(page, approving, 'Утвердить план', 'План утверждён и действует')
    await hasNoTask(page, approving)
  })

  await test.step('the plan is printed as the regulation wants it', async () => {
    await entersTheHead(page)
    await opensPlan(page)
    await bothPapersSay(page, [
      '2021/22',
      lines[0]!.activity,
      'Сроки проведения',
      'Руководитель стажировочной площадки',
      'Беляева',
    ])
  })
})

traineesCome()
theyLearn()
theYearEnds()

const task = (page: Page, what: string) => page.getByRole('heading', { level: 3, name: what }).getByRole('link')
