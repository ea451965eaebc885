import { sideBySide } from '../../kernel/lists.ts'
import { Clause, Facts, Measure, RowList, RuleColumns, RuleRow, RuleSection, TermBar, Timeline } from '../../ui/content.ts'
import { EffectList } from '../../ui/effects.tsx'
import { Columns, Contents, Paper, PaperBlank, PaperPoints, PaperRow, PaperTop, Sheet, Stack } from '../../ui/frame.ts'
import { PlanFactChart, PlanFactLegend } from '../../ui/plan-fact-chart.tsx'
import { Sample } from './sample.tsx'

const plan = [1, 3, 2, 2, 1, 3, 1, 4, 2, 0, 0, 1]
const done = [1, 3, 2, 2, 1, 3, 1, 1, 0, 0, 0, 0]
const months = sideBySide(plan, done).map(([count, held], index) => ({
  month: ((index + 8) % 12) + 1,
  plan: count,
  done: held,
  missed: index === 7 ? 1 : 0,
}))

const points = [
  { number: '1.', text: 'Определить площадками СОШ № 3 и СОШ № 4.' },
  {
    number: '2.',
    text: 'Снигур Н. А. и Буржинской Е. И.:',
    points: [
      { number: '2.1.', text: 'составить совместную дорожную карту;' },
      { number: '2.2.', text: 'назначить наставников.' },
    ],
  },
]

const effects = [
  {
    title: 'Пункт 1: статус',
    effects: [
      {
        title: 'Две школы станут площадками',
        icon: 'plus' as const,
        lines: [
          { name: 'СОШ № 3', was: 'статуса не было', becomes: 'станет площадкой по 31.08.2023' },
          { name: 'СОШ № 4', was: 'статуса не было', becomes: 'станет площадкой по 31.08.2023' },
        ],
        clauses: [
          { number: '1.4', href: '#main' },
          { number: '2.2', href: '#main' },
        ],
        link: { href: '#main', label: '2 строки реестра' },
      },
    ],
  },
  {
    title: 'Пункт 2: поручения',
    effects: [
      { title: 'У п. 2.1 нет срока', icon: 'late' as const, kind: 'warning' as const, text: 'Поручение встанет без даты.' },
      {
        title: 'Голубых Е. В. не может возглавить площадку',
        icon: 'lock' as const,
        kind: 'refusal' as const,
        text: 'Нужна высшая или первая категория.',
        clauses: [{ number: '4.1', href: '#main' }],
      },
    ],
  },
]

export function FigureSamples() {
  return (
    <>
      <Sample name="Числа и сроки">
        <Columns kind="side">
          <Stack>
            <Sheet title="План и факт, 2021/22" aside={<PlanFactLegend />}>
              <PlanFactChart id="chart" months={months} today="2022-04-16" />
              <Facts
                facts={[
                  { name: 'В плане', value: 20, href: '#main' },
                  { name: 'Проведено', value: 14, of: 'из 20', href: '#main' },
                  { name: 'Нет отметки', value: 1, href: '#main' },
                  { name: 'Школ-партнёров', value: 3 },
                ]}
              />
            </Sheet>
            <Sheet
              title="Люди"
              aside={
                <a class="govuk-link pl-small" href="#main">
                  Все 11
                </a>
              }
            >
              <RowList
                rows={[
                  <>
                    <p>
                      <a class="govuk-link" href="#main">
                        Снигур Н. А.
                      </a>
                    </p>
                    <p class="pl-small pl-quiet">руководитель площадки</p>
                  </>,
                  <Measure
                    name="Мероприятия"
                    figure={
                      <a class="govuk-link" href="#main">
                        24 из 31
                      </a>
                    }
                    share={24 / 31}
                  />,
                  <Measure name="Отчёты за год" figure="1 из 2" share={0.5} />,
                ]}
              />
            </Sheet>
          </Stack>
          <Stack label="Срок и история">
            <Sheet title="Срок статуса" aside={<Clause number="2.2" href="#main" />}>
              <p class="govuk-body pl-small">Прошло 15 месяцев из 31.</p>
              <TermBar from="2021-01-28" to="2023-08-31" today="2022-04-16" />
              <TermBar from="2021-09-01" to="2022-08-31" today="2021-09-10" />
              <TermBar from="2021-09-01" to="2022-08-31" today="2022-08-20" />
              <TermBar from="2021-09-01" to="2022-08-31" today="2023-01-01" />
              <TermBar from="2021-09-01" to="2022-08-31" today="2021-01-01" />
            </Sheet>
            <Sheet title="Что было">
              <Timeline
                items={[
                  { title: 'Прошёл открытый урок', when: '12 апреля 2022 г.', more: '«Задачи на движение», были 17 из 20' },
                  { title: 'План согласован', when: '14 сентября 2021 г., Наумова Т. Я.' },
                  {
                    title: 'Дан статус площадки',
                    when: '28 января 2021 г., Красий С. В.',
                    act: true,
                    more: (
                      <a class="govuk-link" href="#main">
                        Приказ № 33, п. 1
                      </a>
                    ),
                  },
                ]}
              />
            </Sheet>
          </Stack>
        </Columns>
      </Sample>
      <Sample name="Приказ и его последствия">
        <Columns kind="half">
          <Paper label="Текст приказа">
            <PaperTop lines={['Комитет образования администрации', 'Лужского муниципального района']} kind="ПРИКАЗ" />
            <PaperRow
              left="28 января 2021 г."
              right={
                <>
                  № <PaperBlank text="присвоится при подписании" />
                </>
              }
            />
            <p>
              <b>Об утверждении стажировочных площадок</b>
            </p>
            <PaperPoints points={points} />
            <PaperRow left="Председатель комитета образования" right="С. В. Красий" />
          </Paper>
          <EffectList
            title="Что изменится при подписании"
            more="Четыре изменения наступят сразу и вместе — или ни одного."
            points={effects}
          />
        </Columns>
      </Sample>
      <Sample name="Положение">
        <Columns kind="left">
          <Contents
            label="Разделы Положения"
            links={[
              { href: '#s3', label: '3. Присвоение статуса', current: true },
              { href: '#s4', label: '4. Управление' },
            ]}
            note="11 правил из 23 пунктов"
          />
          <div class="pl-sheet pl-sheet--flush">
            <RuleColumns />
            <RuleSection id="s3" title="3. Присвоение статуса">
              <RuleRow
                number="3.2"
                id="clause-3-2"
                text="Заявку подают органы управления, методический центр и сами организации."
                does={[]}
              />
              <RuleRow
                number="3.3"
                text="Статус дают на срок до трёх лет."
                does={[
                  { icon: 'calendar', text: 'Срок дольше трёх лет не сохранится' },
                  { icon: 'bell', text: 'За 90 дней до конца срока — дело методисту' },
                ]}
                now={
                  <>
                    Сейчас так живут{' '}
                    <a class="govuk-link" href="#main">
                      2 площадки
                    </a>
                  </>
                }
              />
            </RuleSection>
          </div>
        </Columns>
      </Sample>
    </>
  )
}
