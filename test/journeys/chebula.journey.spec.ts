// Proves C-O1, C-O4, L-O2, T-47, C-42, R-A3, R-46, R-A3r, C-43, C-61a, U-42.
import { expect, type Page, test } from '@playwright/test'
import { facts } from '../../territories/chebula/facts.ts'
import { chebula as regulation } from '../regulations.ts'
import { aPdf } from './attachments.ts'
import { presses, types } from './keyboard-steps.ts'
import { opensOrder, thePaperSays, theRegisterHas } from './order-steps.ts'
import { bothPapersSay } from './papers.ts'
import { makesPlan, reportsHeld, returnsPlan, saysYes } from './plan-steps.ts'
import { acceptsReport, assemblesReport, handsInReport, isRefusedWithout, returnsReport } from './report-steps.ts'
import { enterAs, hasNoTask, isTold, moveTo, noBarriers, openSection, press, takesUp } from './steps.ts'

const territory = 'Чебулинский округ'
const school = 'МБОУ «Усть-Чебулинская ООШ»'
const lines = facts.plans![0]!.lines
const discussing = `Обсудить план на 2021/22: ${school}`
const approving = `Утвердить план на 2021/22: ${school}`
const deciding = `Принять отчёт за 2021/22: ${school}`
const [goals, dynamics] = regulation.report!.kinds[0]!.criteria.map(({ caption }) => caption) as [string, string]

const entersTheHead = (page: Page) => enterAs(page, territory, 'Беляева')
const entersTheMethodist = (page: Page) => enterAs(page, territory, 'Морозова')

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

test('a year of two sites of Чебулинский округ, from order № 37-о to the accepted report', async ({ page }) => {
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
    await makesPlan(page, lines, { regulation, facts })
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

  await test.step('the first event is held; the report has a number of people, a note and a file', async () => {
    await moveTo(page, '29.09.2021')
    await reportsHeld(page, lines[0]!.activity, {
      on: '28.09.2021',
      people: 14,
      note: 'Были учителя четырёх школ',
      file: aPdf('Лист присутствия.pdf'),
    })
    await expect(page.getByRole('link', { name: 'Лист присутствия.pdf' })).toBeVisible()
    await noBarriers(page)
    await hasNoTask(page, `«${lines[0]!.activity}»`)
  })

  await test.step('a line is put off by a new version with a reason; the old one holds until the new one is approved', async () => {
    await opensPlan(page)
    await page.getByText('Изменить утверждённый план').click()
    await page.getByLabel('Почему меняете план').fill('В первые недели февраля школа закрыта на карантин')
    await press(page, 'Начать редакцию 2')
    await isTold(page, 'Новая редакция начата')
    await page.getByLabel('Начало, строка 4').fill('14.02.2022')
    await page.getByLabel('Окончание, строка 4').fill('25.02.2022')
    await press(page, 'Отправить на согласование')
    await isTold(page, 'План отправлен на согласование')
    await noBarriers(page)

    await entersTheMethodist(page)
    await saysYes(page, discussing, 'Обсуждён, передать дальше', 'План передан на следующий шаг')
    await saysYes(page, approving, 'Утвердить план', 'План утверждён и действует')
    await expect(page.getByText('Редакция 1', { exact: true })).toBeVisible()
    await page.getByRole('link', { name: 'Сравнить с редакцией 1' }).click()
    await expect(page.getByRole('table')).toContainText('14.02.2022')
    await noBarriers(page)
  })

  await test.step('the other events are held', async () => {
    await entersTheHead(page)
    await moveTo(page, '20.05.2022')
    const days = ['21.10.2021', '09.12.2021', '25.02.2022', '17.03.2022', '19.05.2022']
    for (const [index, line] of lines.slice(1).entries()) {
      const activity = index === 3 ? `${line.activity}, 2–3 классы` : line.activity
      await reportsHeld(page, activity, { on: days[index]!, people: 10 + index, note: 'Прошло по плану' })
    }
    await hasNoTask(page, 'Отметить проведение')
  })

  await test.step('the report is assembled; without both conclusions it is refused and the text stays', async () => {
    await assemblesReport(page, '2021/22')
    await expect(page.getByText(lines[0]!.activity)).toBeVisible()
    await isRefusedWithout(page, { [goals]: 'Все шесть мероприятий прошли, тема площадки раскрыта.' }, dynamics)
    await handsInReport(page, { [dynamics]: 'Учителя пяти школ дали открытые уроки.' })
    await hasNoTask(page, 'Сдать отчёт')
  })

  await test.step('the centre returns it with remarks; it is sent again and accepted', async () => {
    const remark = 'Приведите числа: сколько уроков и у кого'
    await entersTheMethodist(page)
    await returnsReport(page, deciding, remark)
    await hasNoTask(page, deciding)

    await entersTheHead(page)
    await takesUp(page, 'Исправить и снова отправить отчёт за 2021/22')
    await expect(page.getByText(remark).first()).toBeVisible()
    await page.getByRole('link', { name: 'Написать выводы' }).click()
    await handsInReport(page, { [dynamics]: 'Учителя пяти школ дали 11 открытых уроков.' })
    await bothPapersSay(page, ['Отчёт', '11 открытых уроков', dynamics, 'Беляева'])

    await entersTheMethodist(page)
    await acceptsReport(page, deciding)
    await hasNoTask(page, deciding)
    await entersTheHead(page)
    await hasNoTask(page, 'отчёт')
  })
})

async function opensPlan(page: Page): Promise<void> {
  await openSection(page, 'Планы')
  await page.getByRole('link', { name: school }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Тематический план и график' })).toBeVisible()
}

const task = (page: Page, what: string) => page.getByRole('heading', { level: 3, name: what }).getByRole('link')
