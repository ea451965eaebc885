import { daysBetween, monthName, shortDate } from '../../../kernel/dates.ts'
import { capital } from '../../../kernel/names.ts'
import { academicYears, periodAt, periodName } from '../../../kernel/periods.ts'
import { counted } from '../../../kernel/plural.ts'
import type { Day } from '../../../kernel/types.ts'
import type { ThingPage } from '../../../kit/thing.ts'
import { type TrialDay, type TrialMark, yearOnTrial } from '../../../regulation/trial/year.ts'
import { Clause, type Column, nb, Second, StateTag, Table } from '../../../ui/content.ts'
import { Details, Sheet, Stack } from '../../../ui/frame.ts'
import type { OpenEdition } from '../case.ts'
import { paths } from '../paths.ts'
import { EditorFrame } from './editor-frame.tsx'

/** A year of an invented site under a draft: each day with its task, refusal or paper, each leading to its clause. */
export const yearPage: ThingPage<OpenEdition> = (opened, { ctx }) => {
  const at = { territory: ctx.territory.code, edition: opened.one.id }
  const { key, from } = periodAt(academicYears, ctx.today, { from: ctx.today, to: null })
  const year = Number(from.slice(0, 4))
  const days = yearOnTrial(opened.regulation, year)
  const count = counted(days.length, 'событие', 'события', 'событий')
  const body = (
    <EditorFrame ctx={ctx} opened={opened} current="year" title="Пробный год">
      <Sheet title="Площадка «Пробная»" aside={<span class="pl-small pl-quiet">{`${periodName(key)}, ${count}`}</span>}>
        <p>{nb('Площадка выдумана. Каждый день показывает, что сделает система, если утвердить Положение таким.')}</p>
        <Strip days={days} year={year} />
        <Legend />
      </Sheet>
      <Stack>
        {monthsOf(days).map(({ month, of }) => (
          <Details summary={monthWords(month, of)} open={of.some(({ mark }) => mark === 'question')}>
            <Table caption={`Пробный год по дням: ${monthOf(month)}`} rows={of} columns={columnsOf(at)} />
          </Details>
        ))}
      </Stack>
    </EditorFrame>
  )
  return { title: `Пробный год: редакция ${opened.one.version}`, section: 'regulation', body }
}

type At = { readonly territory: string; readonly edition: string }
const columnsOf = (at: At): Column<TrialDay>[] => [
  { title: 'День', cell: ({ on }) => shortDate(on) },
  { title: 'Что произойдёт', cell: (one) => <What {...one} /> },
  {
    title: 'У кого дело',
    cell: ({ who, mark }) => who ?? <span class="pl-quiet">{mark === 'question' ? 'никто' : '—'}</span>,
  },
  {
    title: 'Откуда',
    cell: ({ basis }) =>
      basis === null ? (
        <span class="pl-quiet">молчит</span>
      ) : (
        <Clause number={basis.clause} href={paths.editionClause({ ...at, clause: basis.clause })} />
      ),
  },
]

const monthsOf = (days: readonly TrialDay[]) =>
  [...Map.groupBy(days, ({ on }) => on.slice(0, 7))].map(([month, of]) => ({ month, of }))
const monthOf = (month: string): string => `${monthName(Number(month.slice(5)))} ${month.slice(0, 4)}`

/** «Сентябрь 2021: 5 событий, 1 отказ, 2 вопроса» */
function monthWords(month: string, days: readonly TrialDay[]): string {
  const count = (mark: TrialMark) => days.filter((one) => one.mark === mark).length
  const said = [
    [count('event'), counted(count('event'), 'событие', 'события', 'событий')],
    [count('refused'), counted(count('refused'), 'отказ', 'отказа', 'отказов')],
    [count('question'), counted(count('question'), 'вопрос', 'вопроса', 'вопросов')],
  ].flatMap(([many, words]) => (many === 0 ? [] : [words]))
  return `${capital(monthOf(month))}: ${said.join(', ')}`
}

const What = ({ what, paper, mark }: TrialDay) => (
  <>
    {nb(what)} {mark === 'refused' && <StateTag tone="late" icon="cross" word="отказ" />}
    {mark === 'question' && <StateTag tone="wait" word="вопрос" />}
    {paper && <Second>{`Бумага: ${paper}`}</Second>}
  </>
)

const shapes: Readonly<Record<TrialMark, string>> = {
  event: 'pl-chart__fact',
  refused: 'pl-chart__late',
  question: 'pl-chart__plan',
}
const words: Readonly<Record<TrialMark, string>> = { event: 'событие', refused: 'отказ', question: 'вопрос к бумаге' }

const Legend = () => (
  <ul class="pl-legend">
    {(['event', 'refused', 'question'] as const).map((mark) => (
      <li>
        <svg viewBox="0 0 16 14" aria-hidden="true" focusable="false">
          <circle class={shapes[mark]} cx="8" cy="7" r="6" />
        </svg>
        {words[mark]}
      </li>
    ))}
  </ul>
)

const width = 848
const months = [8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8]
/** Thirteen months in one line; the table beneath says the same. */
function Strip({ days, year }: { days: readonly TrialDay[]; year: number }) {
  const first: Day = `${year}-08-01`
  const x = (on: Day) => 12 + (daysBetween(first, on) / 396) * (width - 24)
  const start = (index: number): Day => `${index < 5 ? year : year + 1}-${String(months[index]).padStart(2, '0')}-01`
  return (
    <svg
      class="pl-chart pl-chart--wide"
      viewBox={`0 0 ${width} 62`}
      role="img"
      aria-label={`Пробный год: событий ${days.length}. То же в таблице ниже.`}
    >
      <line class="pl-chart__grid" x1="12" x2={width - 12} y1="26" y2="26" />
      {months.map((month, index) => (
        <>
          <line class="pl-chart__grid" x1={x(start(index))} x2={x(start(index))} y1="16" y2="36" />
          <text x={x(start(index)) + 4} y="56">
            {monthName(month).slice(0, 3)}
          </text>
        </>
      ))}
      {days.map(({ on, mark }) => (
        <circle class={shapes[mark]} cx={x(on)} cy="26" r="6" />
      ))}
    </svg>
  )
}
