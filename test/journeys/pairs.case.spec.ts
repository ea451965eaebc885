// Proves L-O42, R-43.
import { expect, type Page, test } from '@playwright/test'
import { textOfDocx } from './papers.ts'
import { enterAs, fitsPhone, isRefused, isTold, moveTo, noBarriers, openSection, press, takesUp } from './steps.ts'
import { opensSite } from './trainee-steps.ts'

const territory = 'Усть-Ишимский район'
const main = (page: Page) => page.getByRole('main')
const phone = { width: 360, height: 740 }
const wide = { width: 1280, height: 900 }
const goal = 'Первый разбор урока молодого коллеги'

test('L-O42, R-43: a pair is proposed, both agree on telephones, meet, and say what came of it', async ({ page }) => {
  await test.step('Архипова proposes it: who leads how many stands beside each name, the clause above the form', async () => {
    await page.setViewportSize(wide)
    await enterAs(page, territory, 'Архипова')
    await openSection(page, 'Наставничество')
    await noBarriers(page)
    // Another journey may have made a second site of the centre.
    await opensSite(page, 'Реализация целевой модели')
    await expect(main(page)).toContainText('Сейчас пар нет')
    await main(page).getByRole('link', { name: 'Открыть пары' }).click()
    await main(page).getByRole('link', { name: 'Предложить пару' }).first().click()
    await noBarriers(page)
    await fitsPhone(page)
    await expect(main(page)).toContainText('п. 2.2')
    await expect(page.getByLabel('Кто ведёт пару').locator('option').nth(1)).toHaveText(
      'Власов Н. Е., тьютор: пар нет, берёт до 3',
    )
    await page.getByLabel('Цель пары').fill(goal)
    await press(page, 'Предложить')
    await isRefused(page, 'Выберите того, кто ведёт пару', 'Выберите того, кто учится')
    await expect(page.getByLabel('Цель пары')).toHaveValue(goal)
    await page.getByLabel('Кто ведёт пару').selectOption({ index: 1 })
    await page.getByLabel('С кем').selectOption({ label: await labelWith(page, 'Исаева') })
    await press(page, 'Предложить')
    await isTold(page, 'Пара предложена')
    await noBarriers(page)
  })

  await test.step('Власов and Исаева say yes on their telephones', async () => {
    await page.setViewportSize(phone)
    for (const [who, asks] of [
      ['Власов', /Решить, ведёте ли вы пару/],
      ['Исаева', /Решить, согласны ли вы на наставника/],
    ] as const) {
      await enterAs(page, territory, who)
      await takesUp(page, asks)
      await noBarriers(page)
      await fitsPhone(page)
      await press(page, 'Согласиться')
      await isTold(page, 'Вы согласились')
    }
    await expect(main(page)).toContainText('Работает')
    await page.goto('/t/ustishim/my')
    await expect(main(page)).toContainText('Вас ведёт: Власов Н. Е.')
    await fitsPhone(page)
    await noBarriers(page)
  })

  await test.step('Власов takes no more than one: whoever proposes sees it, and is refused', async () => {
    await enterAs(page, territory, 'Власов')
    await page.goto('/t/ustishim/my')
    await main(page).getByRole('link', { name: 'Сколько пар я веду' }).click()
    await noBarriers(page)
    await page.getByLabel('Не больше скольких пар сразу').fill('сто')
    await press(page, 'Сохранить')
    await isRefused(page, 'от 0 до 30')
    await page.getByLabel('Не больше скольких пар сразу').fill('1')
    await press(page, 'Сохранить')
    await isTold(page, 'Сохранено')
  })

  await test.step('Власов takes the consent away on paper; a withdrawal asks for three working days', async () => {
    await page.goto('/t/ustishim/my')
    await main(page)
      .getByRole('link', { name: /Вы ведёте: Исаева/ })
      .click()
    for (const format of ['docx', 'pdf']) {
      const [paper] = await Promise.all([
        page.waitForEvent('download'),
        page
          .getByRole('link', { name: `Согласие .${format}` })
          .first()
          .click(),
      ])
      expect(paper.suggestedFilename()).toContain(format)
    }
    await page.getByText('Больше не вести эту пару').click()
    await page.getByLabel('Последний день, когда вы ведёте пару').fill('04.09.2023')
    await press(page, 'Отказаться вести')
    await isRefused(page, 'за три рабочих дня')
    await fitsPhone(page)
  })

  await test.step('a meeting is one line from one’s own page, in three presses; the other does not agree, and both stay', async () => {
    await page.goto('/t/ustishim/my')
    await main(page)
      .getByRole('link', { name: /^Записать встречу/ })
      .click()
    await noBarriers(page)
    await fitsPhone(page)
    await expect(page.getByLabel('Сколько минут')).toHaveValue('45')
    await page.getByLabel('Сколько минут').fill('481')
    await page.getByLabel('О чём').fill('Разбор урока химии')
    await page.getByLabel('Когда').fill('01.10.2023')
    await press(page, 'Записать')
    await isRefused(page, 'от 1 до 480')
    await expect(page.getByLabel('О чём')).toHaveValue('Разбор урока химии')
    await page.getByLabel('Сколько минут').fill('90')
    await press(page, 'Записать')
    await isRefused(page, 'записывают то, что уже было')
    await page.getByLabel('Когда').fill('01.09.2023')
    await press(page, 'Записать')
    await isTold(page, 'Встреча записана')
    await expect(main(page)).toContainText('Встречи: 1, 1 ч 30 мин')
    await noBarriers(page)
    await enterAs(page, territory, 'Исаева')
    await page.goto('/t/ustishim/my')
    await main(page)
      .getByRole('link', { name: /Вас ведёт/ })
      .click()
    await page.getByText('Запись неверна').click()
    await page.getByLabel('Что не так').fill('Было полчаса')
    await press(page, /^Отметить/)
    await isTold(page, 'вы не согласны с записью')
    await expect(main(page)).toContainText('Разбор урока химии')
    await expect(main(page)).toContainText('Было полчаса')
    await fitsPhone(page)
    await noBarriers(page)
  })

  await test.step('after thirty silent days both are asked in one press', async () => {
    await moveTo(page, '30.09.2023')
    await page.goto('/t/ustishim')
    await expect(page.getByText('Сказать, как идёт работа в паре')).toHaveCount(0)
    await moveTo(page, '01.10.2023')
    await takesUp(page, /Сказать, как идёт работа в паре/)
    await noBarriers(page)
    await fitsPhone(page)
    await press(page, 'Пока не нужно')
    await isTold(page, 'ответ записан')
    await expect(main(page)).not.toContainText('нет вестей')
  })

  await test.step('Исаева writes down what came of it', async () => {
    await enterAs(page, territory, 'Исаева')
    await page.goto('/t/ustishim/my')
    await main(page)
      .getByRole('link', { name: /Вас ведёт/ })
      .click()
    await main(page).getByRole('link', { name: 'Записать итог и закончить' }).click()
    await press(page, 'Закончить')
    await isRefused(page, 'Напишите итог пары')
    await page.getByLabel('Что получилось').fill('Разобрали четыре урока, теперь разбираю сама')
    await press(page, 'Закончить')
    await isTold(page, 'Итог записан')
    await expect(main(page)).toContainText('теперь разбираю сама')
    await noBarriers(page)
  })

  await test.step('Власов takes a paper about it away; a stranger checks it by its code', async () => {
    await page.setViewportSize(phone)
    await enterAs(page, territory, 'Власов')
    await page.goto('/t/ustishim/my')
    await main(page).getByRole('link', { name: 'Подтвердить работу наставником' }).click()
    await noBarriers(page)
    await fitsPhone(page)
    await press(page, 'Сделать бумагу')
    await isTold(page, 'Бумага готова')
    const [paper] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Скачать .docx' }).click()])
    const code = /Код: ((?:[0-9A-Z]{4} ){6}[0-9A-Z]{2})/.exec(await textOfDocx(await paper.path()))?.[1] ?? ''
    await page.context().clearCookies()
    await page.goto('/c')
    await page.getByLabel('Код под рисунком').fill(code)
    await page.getByRole('button', { name: 'Проверить' }).click()
    await expect(main(page)).toContainText('такая бумага есть')
    await expect(main(page)).toContainText(goal)
    await expect(main(page)).not.toContainText('Исаева')
    await fitsPhone(page)
    await noBarriers(page)
  })

  await test.step('the pairs of the site by their states, also as a file', async () => {
    await page.setViewportSize(wide)
    await enterAs(page, territory, 'Архипова')
    await openSection(page, 'Наставничество')
    await main(page).getByRole('link', { name: 'Закончены' }).click()
    await main(page).getByRole('searchbox').fill('Власов')
    await main(page).getByRole('searchbox').press('Enter')
    await expect(page).toHaveURL(/q=/)
    await expect(main(page).getByRole('row').filter({ hasText: goal })).toBeVisible()
    await noBarriers(page)
    await fitsPhone(page)
  })
})

/** The whole label of a row of a choice that begins so. */
const labelWith = async (page: Page, name: string): Promise<string> =>
  (await page.getByLabel('С кем').locator('option').filter({ hasText: name }).first().textContent()) ?? ''
