// Proves X-E1, L-31, L-O2, L-321m.
import { expect, type Page, test } from '@playwright/test'
import { facts } from '../../territories/luga/facts.ts'
import { luga as regulation } from '../regulations.ts'
import { answersThree, marksWhoCame, onPhone, opensEventOf, plansEvent } from './event-steps.ts'
import { bothPapersSay } from './papers.ts'
import { makesPlan, saysYes } from './plan-steps.ts'
import { enterAs, fitsPhone, hasTask, isRefused, isTold, moveTo, noBarriers, openSection, press, takesUp } from './steps.ts'

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

/** «21.10.2021» → «22.10.2021» */
function dayAfter(day: string): string {
  const [date = '', month = '', year = ''] = day.split('.')
  const next = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date) + 1)).toISOString().slice(0, 10)
  return next.split('-').toReversed().join('.')
}

test('L-321m: heads of sites and of attached schools are called together, answer in one tap, and each decision is one person’s by one day', async ({
  page,
}) => {
  const title = 'Начало года: планы и дорожная карта'
  let heldOn = ''
  const opensMeeting = async (shown: 'Впереди' | 'Прошедшие' = 'Впереди') => {
    await openSection(page, 'Совещания')
    await main(page).getByRole('link', { name: shown, exact: true }).click()
    await main(page).getByRole('link', { name: title }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  }
  const phone = { width: 360, height: 740 }
  const wide = { width: 1280, height: 900 }

  await test.step('the centre calls them by the clause of the paper; a page of another site is no part of an agenda', async () => {
    await enters(page, 'Наумова')
    await openSection(page, 'Совещания')
    await noBarriers(page)
    await main(page).getByRole('link', { name: 'Созвать совещание' }).first().click()
    await expect(main(page)).toContainText('п. 3.2.1')
    await noBarriers(page)
    const today = /\d\d\.\d\d\.\d{4}/.exec((await main(page).textContent()) ?? '')?.[0] ?? ''
    heldOn = dayAfter(today)
    await page.getByLabel(/^Совещание с руководителями площадок и школ/).check()
    await page.getByLabel('Тема').fill(title)
    await page.getByLabel('День', { exact: true }).fill(heldOn)
    // The hour of a demonstration is the real one: whenever that is, this one has come.
    await page.getByLabel('Начало').fill('00:00')
    await page.getByLabel('Окончание').fill('00:30')
    await page.getByLabel('Где', { exact: true }).fill('Информационно-методический центр, малый зал')
    await page.getByLabel('Повестка').fill('Планы площадок https://primer.ru/plany\nДорожная карта')
    await press(page, 'Созвать и пригласить')
    await isRefused(page, 'Уберите адрес https://primer.ru/plany')
    await page.getByLabel('Повестка').fill('1. Планы площадок /t/luga/plans\n2. Дорожная карта')
    await press(page, 'Созвать и пригласить')
    await isTold(page, 'Совещание созвано')
    await expect(main(page)).toContainText('Приглашены: 10')
    await expect(main(page).getByRole('link', { name: 'Открыть в системе' })).toHaveAttribute('href', '/t/luga/plans')
    await noBarriers(page)
  })

  await test.step('the head of a site answers in one tap from one’s own page, a director names who comes instead', async () => {
    await page.setViewportSize(phone)
    await enters(page, 'Снигур')
    await page.goto('/t/luga/my')
    await fitsPhone(page)
    await press(page, main(page).getByRole('button', { name: /^Буду/ }).first())
    await isTold(page, 'Записано: вы будете')
    await fitsPhone(page)
    await noBarriers(page)
    await enters(page, 'Берёзкина')
    await takesUp(page, `Ответить на приглашение: «${title}»`)
    await main(page).getByText('Не смогу', { exact: true }).click()
    await page.getByLabel('Вместо меня будет').fill('Мельникова О. С., заместитель директора')
    await press(page, 'Ответить, что не смогу')
    await isTold(page, 'Записано: вы не сможете')
  })

  await test.step('who is there is marked on a telephone, first on the page; others by number', async () => {
    await enters(page, 'Наумова')
    await moveTo(page, heldOn)
    await opensMeeting()
    for (const person of ['Снигур', 'Берёзкина']) await page.getByLabel(new RegExp(person)).check()
    await page.getByLabel('Кто ещё был, человек').fill('2')
    await fitsPhone(page)
    await press(page, 'Сохранить список')
    await isTold(page, /2\sприглашённых/)
    await page.setViewportSize(wide)
    await expect(main(page)).toContainText('были: 2 из 10, ещё 2 человека')
  })

  await test.step('the minutes: heard, decided; without a person or a day nothing is decided; the chair signs', async () => {
    await main(page).getByText('Записать, что слушали').first().click()
    await page.getByLabel('Слушали').first().fill('Снигур Н. А.: план школы составлен')
    await press(page, main(page).getByRole('button', { name: 'Сохранить', exact: true }).first())
    await isTold(page, 'Записано')
    await page.getByLabel('По какому вопросу').selectOption({ label: '2. Дорожная карта' })
    await page.getByLabel('Что решили').fill('Составить дорожную карту')
    await press(page, 'Записать решение')
    await isRefused(page, 'Выберите одного, кто исполняет', /напишите дату/)
    await expect(page.getByLabel('Что решили')).toHaveValue('Составить дорожную карту')
    const chosen = await page.getByLabel('Кто исполняет').locator('option', { hasText: 'Снигур' }).first().textContent()
    await page.getByLabel('Кто исполняет').selectOption({ label: chosen?.trim() ?? '' })
    await page.getByLabel('К какому дню').fill('20.12.2022')
    await press(page, 'Записать решение')
    await isTold(page, 'Решение записано')
    await noBarriers(page)
    await press(page, 'Подписать протокол')
    await isTold(page, /Протокол\s№\s\d+\sподписан/)
    await expect(main(page).getByRole('button', { name: 'Записать решение' })).toHaveCount(0)
    await noBarriers(page)
  })

  await test.step('the decision waits among the tasks like a point of an order, and the one who signed accepts it', async () => {
    await enters(page, 'Снигур')
    await takesUp(page, 'Составить дорожную карту')
    await expect(main(page)).toContainText(/Протокол\s№\s\d+\sот\s\d\d\.\d\d\.\d{4},\sп\.\s2\.1/)
    await noBarriers(page)
    await page.getByLabel('Что сделано').fill('Карта готова')
    await press(page, 'Отправить отчёт')
    await isTold(page, 'Отчёт отправлен')
    await enters(page, 'Наумова')
    await takesUp(page, /^Проверить\sисполнение:\sпротокол/)
    await page.getByLabel('Принять: поручение исполнено').check()
    await press(page, 'Записать решение')
    await isTold(page, 'Исполнение принято')
    await opensMeeting('Прошедшие')
    await expect(main(page)).toContainText('Исполнено')
  })
})
