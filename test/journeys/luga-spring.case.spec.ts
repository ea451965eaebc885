// Proves L-31g, L-13.
import { expect, type Page } from '@playwright/test'
import { onPhone } from './event-steps.ts'
import { test } from './own-demonstration.ts'
import { bothPapersSay } from './papers.ts'
import {
  enterAs,
  fitsPhone,
  hasNoTask,
  hasTask,
  isRefused,
  isTold,
  moveTo,
  noBarriers,
  openSection,
  press,
  takesUp,
} from './steps.ts'
import { choosesPerson } from './trainee-steps.ts'

const territory = 'Лужский район'
const model = 'Работа по станциям на уроке повторения'
const theme = 'Первый разговор с родителями'
const main = (page: Page) => page.getByRole('main')
const enters = (page: Page, person: string) => enterAs(page, territory, person)
const isFit = async (page: Page) => {
  await noBarriers(page)
  await fitsPhone(page)
}
test('L-31g: a temporary group is formed, joined from another school, asked about after its term, and leaves a result', async ({
  page,
}) => {
  await test.step('the head of the site forms it by clause 3.1: what is to come of it, who leads, till when', async () => {
    await enters(page, 'Снигур')
    await openSection(page, 'Площадки')
    await main(page)
      .getByRole('link', { name: /СОШ № 3/ })
      .first()
      .click()
    await main(page).getByRole('link', { name: 'Открыть группы' }).click()
    await noBarriers(page)
    await main(page).getByRole('link', { name: 'Создать группу' }).first().click()
    await page.getByLabel('Тема').fill(theme)
    await page.getByLabel('Что должно получиться').fill('Памятка на одну страницу')
    await choosesPerson(page, 'Кто руководит группой', 'Ветрова')
    await page.getByLabel('по', { exact: true }).fill('01.03.2021')
    await press(page, 'Создать группу')
    await isRefused(page, 'не раньше первого')
    await expect(page.getByLabel('Что должно получиться')).toHaveValue('Памятка на одну страницу')
    await page.getByLabel('по', { exact: true }).fill('15.04.2021')
    await press(page, 'Создать группу')
    await isTold(page, 'Группа создана')
    await expect(main(page)).toContainText('п. 3.1')
    await noBarriers(page)
  })

  await test.step('its leader takes a teacher of another school in, from a telephone; nobody is taken twice', () =>
    onPhone(page, async () => {
      await enters(page, 'Ветрова')
      await page.goto('/t/luga/my')
      await main(page).getByRole('link', { name: theme }).click()
      await isFit(page)
      await choosesPerson(page, 'Кого', 'Гордеев')
      await press(page, 'Добавить')
      await isTold(page, 'Участник записан')
      await choosesPerson(page, 'Кого', 'Гордеев')
      await press(page, 'Добавить')
      await isRefused(page, 'этот уже в группе')
    }))

  await test.step('a member finds it among the own, and runs nothing', async () => {
    await enters(page, 'Гордеев')
    await page.goto('/t/luga/my')
    await main(page).getByRole('link', { name: theme }).click()
    await expect(main(page)).toContainText('Памятка на одну страницу')
    await expect(main(page).getByRole('button', { name: 'Добавить' })).toHaveCount(0)
  })

  await test.step('after its term the leader is asked what came of it, and writes it down', async () => {
    await moveTo(page, '16.04.2021')
    await enters(page, 'Снигур')
    await hasTask(page, `Записать, чем закончилась работа группы «${theme}»`)
    await enters(page, 'Ветрова')
    await takesUp(page, `Записать, чем закончилась работа группы «${theme}»`)
    await page.getByText('Записать результат и закончить').click()
    await page.getByLabel('Что получилось').fill('Памятка готова, её взяли три школы')
    await page.getByLabel('Ссылка').fill('http://school3.example/pamyatka')
    await press(page, 'Закончить работу группы')
    await isRefused(page, 'https://')
    await page.getByLabel('Ссылка').fill('')
    await press(page, 'Закончить работу группы')
    await isTold(page, 'Результат записан')
    await expect(main(page)).toContainText('Памятка готова, её взяли три школы')
    await noBarriers(page)
    await bothPapersSay(page, ['Временная рабочая группа', theme, 'Памятка готова, её взяли три школы', 'Гордеев К. М.'])
  })

  await test.step('it is among those that have finished', async () => {
    await enters(page, 'Снигур')
    await openSection(page, 'Рабочие группы')
    await main(page).getByRole('link', { name: 'Закончили' }).click()
    await expect(main(page).getByRole('link', { name: theme })).toBeVisible()
  })
})

test('L-13: a teacher says twice, in two taps, what became of what they took home; whoever leads helps, the school adds', async ({
  page,
}) => {
  await test.step('thirty days after it was introduced the teacher is asked, on a telephone', () =>
    onPhone(page, async () => {
      await enters(page, 'Савина')
      await moveTo(page, '17.04.2021')
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
