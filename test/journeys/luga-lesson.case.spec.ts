// Proves X-E1, L-31, L-O2.
import { expect, type Page, test } from '@playwright/test'
import { facts } from '../../territories/luga/facts.ts'
import { luga as regulation } from '../regulations.ts'
import { answersThree, marksWhoCame, onPhone, opensEventOf, plansEvent } from './event-steps.ts'
import { bothPapersSay } from './papers.ts'
import { makesPlan, saysYes } from './plan-steps.ts'
import { enterAs, fitsPhone, hasTask, isTold, moveTo, noBarriers, openSection, press, takesUp } from './steps.ts'

const territory = 'Лужский район'
const school = 'МОУ «СОШ № 3»'
const lesson = 'Алгебра, 9 класс: задача, у которой два решения'
const weak = facts.organisations.filter(({ supportNeed }) => supportNeed).map(({ shortName }) => shortName)
const main = (page: Page) => page.getByRole('main')
const enters = (page: Page, person: string) => enterAs(page, territory, person)
const opensLesson = (page: Page, shown?: string) => opensEventOf(page, lesson, shown)

/** Of schools attached to the site, then of others. */
const attached = ['Гордеев', 'Нестерова', 'Панов', 'Савина', 'Трофимов']
const others = ['Дубровин', 'Чернова', 'Полякова']
const came = ['Гордеев', 'Ежова', 'Нестерова', 'Савина', 'Трофимов', 'Дубровин', 'Чернова']

test('Лужский район: an open lesson from the plan to the papers, and nobody types how many came', async ({ page }) => {
  await test.step('the plan of the year is agreed by the centre and approved by the school', async () => {
    await enters(page, 'Снигур')
    await moveTo(page, '14.09.2021')
    const lines = [
      { activity: lesson, form: 'openLesson', from: '2021-10-21', to: '2021-10-21', responsible: ['vetrova'] },
      {
        activity: 'Встреча руководителей',
        form: 'experienceExchange',
        from: '2022-02-18',
        to: '2022-02-18',
        responsible: ['snigur'],
      },
    ]
    await makesPlan(page, lines, { regulation, facts })
    await press(page, 'Отправить на согласование')
    await enters(page, 'Наумова')
    await saysYes(page, 'Согласовать план на', 'Согласовать', 'План передан на следующий шаг')
    await enters(page, 'Снигур')
    await saysYes(page, 'Утвердить план на', 'Утвердить план', 'План утверждён и действует')
  })

  await test.step('the teacher announces her lesson: eight places, five of them kept for the schools of the order', async () => {
    await moveTo(page, '01.10.2021')
    await enters(page, 'Ветрова')
    await plansEvent(
      page,
      lesson,
      {
        ...{ day: '21.10.2021', from: '10:20', until: '11:05', room: 'г. Луга, школа № 3, каб. 14', places: 8 },
        ...{ kept: { places: 5, until: '14.10.2021' }, takesLessons: true },
      },
      school,
    )
  })

  await test.step('a teacher takes a place in two taps with one hand', () =>
    onPhone(page, async () => {
      await enters(page, 'Гордеев')
      await takesUp(page, `Можно прийти: «${lesson}»`)
      await noBarriers(page)
      await fitsPhone(page)
      await press(page, 'Записаться')
      await isTold(page, 'Место за вами')
    }))

  await test.step('the kept places are nobody else’s: three others come, the fourth would wait', async () => {
    for (const name of others) await takesPlace(page, name)
    await enters(page, 'Наумова')
    await opensLesson(page)
    await expect(main(page)).toContainText('всего 8, занято 4, свободных для вас нет')
    await expect(page.getByRole('button', { name: 'Встать в очередь' })).toBeVisible()
  })

  await test.step('nine ask, and the ninth is № 1 in the queue', async () => {
    for (const name of attached.slice(1)) await takesPlace(page, name)
    await enters(page, 'Ежова')
    await opensLesson(page)
    await press(page, 'Встать в очередь')
    await isTold(page, 'вы в очереди')
    await expect(main(page)).toContainText('Ваш номер в очереди — 1')
  })

  await test.step('the head of the school lets the teacher go with one hand, and prints the order and the list of who stands in', () =>
    onPhone(page, async () => {
      await enters(page, 'Берёзкина')
      await takesUp(page, 'Отпустить с уроков: Гордеев К. М.')
      await noBarriers(page)
      await fitsPhone(page)
      await press(page, /^Отпускаю.*Гордеев/)
      await isTold(page, 'Вы отпустили человека с уроков')
      await bothPapersSay(page, [
        'Проект приказа',
        'Оредежская',
        'Гордеев К. М., учитель математики',
        '21 октября 2021 г. с 10:20 до 11:05',
        'Список замен',
      ])
      for (const name of ['Нестерова', 'Чернова']) await expect(main(page)).not.toContainText(name)
    }))

  await test.step('somebody withdraws the day before, and the first of the queue is told at once', async () => {
    await moveTo(page, '20.10.2021')
    await enters(page, 'Панов')
    await opensLesson(page)
    await press(page, 'Отказаться от места')
    await isTold(page, 'Вы больше не записаны')
    await enters(page, 'Ежова')
    await hasTask(page, `Прийти: «${lesson}»`)
    await page.goto('/t/luga/notices')
    await expect(main(page)).toContainText(lesson)
    await noBarriers(page)
  })

  await test.step('names are ticked on a saved page without the network; sent later, the press twice is one mark', async () => {
    await moveTo(page, '22.10.2021')
    await enters(page, 'Ветрова')
    await takesUp(page, `Отметить, кто был, и закрыть: «${lesson}»`)
    await page.getByRole('link', { name: 'Отметить, кто был' }).click()
    await onPhone(page, () => marksWhoCame(page, ...came.map((name) => new RegExp(name))))
    await isTold(page, 'Отмечено: 7 человек')
    await opensLesson(page, 'Прошедшие')
    await press(page, 'Закрыть: оно состоялось')
    await isTold(page, 'в плане отмечено, что оно проведено')
  })

  await test.step('the line of the plan is held with who came from how many schools, and there is no field for a number', async () => {
    await page.getByRole('link', { name: 'строка плана площадки' }).click()
    await expect(main(page)).toContainText('7 человек из 4 школ')
    await expect(page.getByLabel('Сколько было людей')).toHaveCount(0)
    await noBarriers(page)
    await fitsPhone(page)
  })

  await test.step('three questions: four answers are kept to themselves, from five the speaker sees them', async () => {
    for (const name of came.slice(0, 4)) await answers(page, name)
    await enters(page, 'Ветрова')
    await opensLesson(page, 'Прошедшие')
    await expect(main(page)).toContainText('Ответы видны, когда их не меньше пяти: так никого не узнать. Сейчас их 4.')
    for (const name of came.slice(4, 6)) await answers(page, name)
    await enters(page, 'Ветрова')
    await opensLesson(page, 'Прошедшие')
    await expect(main(page)).toContainText('6 из 6')
    await noBarriers(page)
    await fitsPhone(page)
  })

  await test.step('papers for those who were there, in one press', async () => {
    await enters(page, 'Снигур')
    await takesUp(page, 'Выдать справки: ждут 7 человек')
    await noBarriers(page)
    await fitsPhone(page)
    await press(page, 'Выдать отмеченным')
    await expect(page.getByText('Выдано: 7 бумаг')).toBeVisible()
    await page.getByRole('link', { name: 'Гордеев' }).click()
    await bothPapersSay(page, ['СПРАВКА', 'Гордеев Кирилл Максимович', lesson, '1 академический час'])
  })

  await test.step('at the end of the year the column of the report on the plan has filled itself', async () => {
    await moveTo(page, '10.06.2022')
    await openSection(page, 'Планы')
    await main(page).getByRole('link', { name: school }).first().click()
    await expect(main(page)).toContainText('7 человек из 4 школ')
    await noBarriers(page)
    await fitsPhone(page)
    await bothPapersSay(page, ['Отчёт о выполнении', 'Проведено 21.10.2021, 7 человек из 4 школ'])
  })

  await test.step('no public page names a school of the order that is helped', async () => {
    await page.context().clearCookies()
    for (const address of ['/', '/events/luga', '/t/luga/events']) {
      await page.goto(address)
      for (const name of weak) await expect(page.locator('body')).not.toContainText(name!)
    }
  })
})

async function takesPlace(page: Page, name: string): Promise<void> {
  await enters(page, name)
  await opensLesson(page)
  await press(page, 'Записаться')
  await isTold(page, 'Место за вами')
}

async function answers(page: Page, name: string): Promise<void> {
  await enters(page, name)
  await takesUp(page, `Ответить на три вопроса: «${lesson}»`)
  await answersThree(page, 'Да, очень', 'Да')
}
