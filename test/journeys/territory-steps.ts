import { expect, type Page } from '@playwright/test'
import { choosePerson, press, takesUp } from './steps.ts'

/** What an administrator of the installation says of a territory that begins. */
export type Beginning = {
  readonly fullName: string
  readonly name: string
  readonly region: string
  readonly body: { readonly fullName: string; readonly name: string; readonly number: string }
  readonly operator?: { readonly fullName: string; readonly name: string }
  /** By which act it decides, where not by an order. */
  readonly act?: { readonly name: string; readonly word: string }
  readonly first: {
    readonly family: string
    readonly name: string
    readonly patronymic: string
    readonly post: string
    readonly email: string
  }
}

/** The administrator makes a territory with an empty regulation; its first official opens the draft. */
export async function beginsTerritory(
  page: Page,
  { fullName, name, region, body, operator, act, first }: Beginning,
): Promise<void> {
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await choosePerson(page, 'Вся установка', 'Ремизова')
  await page.getByRole('link', { name: 'Создать территорию' }).first().click()
  for (const [label, text] of [
    ['Полное название', fullName],
    ['Краткое название', name],
    ['Регион', region],
    ['Полное название органа', body.fullName],
    ['Краткое название органа', body.name],
    ['Вид номера', body.number],
    ['Фамилия', first.family],
    ['Имя', first.name],
    ['Отчество', first.patronymic],
    ['Должность в органе', first.post],
    ['Почта', first.email],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(text)
  await page
    .getByLabel('Часовой пояс')
    .selectOption({ label: 'Красноярское время, +4 часа к Москве (и Алтай, Кузбасс, Новосибирск, Томск)' })
  if (operator) {
    await page.getByLabel('Полное название оператора').fill(operator.fullName)
    await page.getByLabel('Краткое название оператора').fill(operator.name)
  }
  if (act) {
    await page.getByLabel(act.name, { exact: true }).check()
    await page.getByLabel('Слово перед пунктами').fill(act.word)
  }
  await press(page, 'Создать территорию')
  await expect(page.getByRole('heading', { level: 1, name: 'Передайте приглашение' })).toBeVisible()
  const invitation = await page.locator('code').innerText()
  await page.context().clearCookies()
  await page.goto(invitation)
  await page.getByLabel('Новый пароль').fill('верный конь батарея скрепка')
  await page.getByRole('button', { name: 'Задать пароль и войти' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Что ждёт вас' })).toBeVisible()
}

/** Opens the draft of the regulation that a territory begins with. */
export async function opensDraft(page: Page): Promise<void> {
  await takesUp(page, 'Напишите Положение')
  await expect(page.getByRole('navigation', { name: 'Страницы Положения' })).toBeVisible()
}
