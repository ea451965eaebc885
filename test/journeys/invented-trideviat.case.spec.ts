import { expect, type Page, test } from '@playwright/test'
import { isFitToRead } from './case-steps.ts'
import { type Acts, entersRules, pastesPaper } from './entering.ts'
import { paperOf, rulesOf } from './invented/trideviat.ts'
import { emails, isRefusedAtFirst, isTakenOnThursday, peopleCome, year } from './invented/trideviat-life.ts'
import * as lived from './invented/trideviat-year.ts'
import { sendsToSign } from './order-steps.ts'
import { hasNoTask, isTold, openSection, press, takesUp } from './steps.ts'
import { beginsTerritory, opensDraft } from './territory-steps.ts'

const main = (page: Page) => page.getByRole('main')

test('Тридевятский район: a paper nobody has seen is entered in the browser and lived for a year', async ({ page }) => {
  await test.step('the administrator begins the territory', () => begins(page))
  await test.step('its regulation is entered, page by page', () => enters(page))
  await test.step('a постановление approves it', () => approves(page))
  await test.step('schools and people come', () => peopleCome(page))
  await test.step('an application is refused by six clauses', () => isRefusedAtFirst(page))
  await test.step('put right, it is taken on the first Thursday', () => isTakenOnThursday(page))
  await test.step('experts put points by the scale of the paper', () => lived.expertsJudge(page))
  await test.step('the administration gives the status by its постановление', () => lived.administrationGrants(page))
  await test.step('a plan of a quarter has every column of the paper', () => lived.planIsSent(page))
  await test.step('the council decides by its quorum and the majority of its members', () => lived.councilAgrees(page))
  await test.step('of mentors there are two', () => lived.mentorsAreTwo(page))
  await test.step('activities are held; silence of the council agrees to the next plan', () => lived.quarterPasses(page))
  await test.step('a card of figures is handed in and accepted', () => lived.cardIsAccepted(page))
  await test.step('a suspension stops the term', () => lived.suspensionStopsTheTerm(page))
  await test.step('the academic year is reported', () => lived.yearIsReported(page))
  await test.step('the term is prolonged once', () => lived.termIsProlonged(page))
  await test.step('the status is ended on a ground of the paper', () => lived.statusEnds(page))
})

const begins = (page: Page) =>
  beginsTerritory(page, {
    fullName: 'Тридевятский муниципальный район',
    name: 'Тридевятский район',
    region: 'Томская область',
    body: { fullName: 'Администрация Тридевятского района', name: 'Администрация', number: '17-п/N' },
    operator: { fullName: 'Районный методический кабинет', name: 'Методкабинет' },
    act: { name: 'Постановление', word: 'постановляет:' },
    first: {
      family: 'Новикова',
      name: 'Мария',
      patronymic: 'Олеговна',
      post: 'глава района',
      email: emails.head,
    },
  })

async function enters(page: Page): Promise<void> {
  const acts: Acts = []
  await opensDraft(page)
  await pastesPaper(page, acts, paperOf(year))
  await entersRules(page, acts, rulesOf(year))
  await expect(main(page).getByRole('heading', { name: 'Замечаний нет' })).toBeVisible()
  test.info().annotations.push({ type: 'acts', description: String(acts.length) })
  await page.getByRole('navigation', { name: 'Страницы Положения' }).getByRole('link', { name: 'Пробный год' }).click()
  for (const clause of ['7.1', '7.2', '6.2']) await expect(main(page)).toContainText(clause)
  await isFitToRead(page)
}

async function approves(page: Page): Promise<void> {
  await takesUp(page, 'Утвердите Положение')
  await page.getByRole('link', { name: 'Подготовить утверждение' }).click()
  await press(page, 'Создать черновик')
  await isTold(page, 'Черновик создан')
  const title = await page.getByLabel('О чём постановление').inputValue()
  await press(page, 'Сохранить и посмотреть')
  await sendsToSign(page)
  await hasNoTask(page, 'Утвердите Положение')
  await takesUp(page, `Подписать «${title}»`)
  await page.getByLabel('Изменения прочитаны').check()
  await press(page, 'Подписать постановление')
  await isTold(page, 'подписано под № 17-п/1')
  await openSection(page, 'Положение')
  await expect(main(page)).toContainText('Решение принято, если за него больше половины всех членов совета')
}
