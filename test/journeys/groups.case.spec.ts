// Proves L-31g.
import { expect, type Page } from '@playwright/test'
import { onPhone } from './event-steps.ts'
import { test } from './own-demonstration.ts'
import { bothPapersSay } from './papers.ts'
import { enterAs, fitsPhone, hasTask, isRefused, isTold, moveTo, noBarriers, openSection, press, takesUp } from './steps.ts'
import { choosesPerson } from './trainee-steps.ts'

const territory = 'Лужский район'
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
