import { type Ctx, may } from '../../../authz/ctx.ts'
import { longDate } from '../../../kernel/dates.ts'
import { counted } from '../../../kernel/plural.ts'
import { type Column, day, inFile, number, onPage, text } from '../../../kit/list/columns.tsx'
import { oneId } from '../../../kit/list/filters.ts'
import { list } from '../../../kit/list/routes.tsx'
import type { AtTerritory } from '../../../kit/list/spec.ts'
import { nb, RowLink, Second, StateTag } from '../../../ui/content.ts'
import { ButtonLink } from '../../../ui/frame.ts'
import { settings } from '../../settings/model.ts'
import { settingOf } from '../../settings/queries.ts'
import { paths } from '../paths.ts'
import { callsWaiting, type Waiting, waitingForCheck } from './queue-queries.ts'

const days = (count: number) => counted(count, 'день', 'дня', 'дней')

const waitsCell =
  (usual: number) =>
  ({ days: passed }: Waiting) => {
    if (passed > usual) return <StateTag tone="late" word={days(passed)} />
    return passed === 0 ? 'с сегодняшнего дня' : days(passed)
  }

const sentCell = ({ submittedOn, round }: Waiting) => (
  <>
    {nb(longDate(submittedOn))}
    {round > 1 && <Second>{`подача ${round}, после доработки`}</Second>}
  </>
)

function columnsOf(ctx: Ctx, usual: number): Column<Waiting>[] {
  const at = (application: string) => ({ territory: ctx.territory.code, application })
  const more = ({ organisation, organisations }: Waiting) =>
    `${organisation}${organisations > 1 ? ` и ещё ${organisations - 1}` : ''}`
  const check = ({ id, number }: Waiting) =>
    may(ctx, 'application.check') && (
      <ButtonLink small kind="secondary" href={paths.applicationChecks(at(id))}>
        Проверить
        <span class="govuk-visually-hidden"> заявку № {number}</span>
      </ButtonLink>
    )
  return [
    onPage('Заявка', (row) => (
      <RowLink href={paths.application(at(row.id))} name={`№ ${row.number}. ${more(row)}`} more={row.theme} />
    )),
    number('Номер', (row) => row.number, inFile),
    text('Организация', more, inFile),
    text('Тема', (row) => row.theme, inFile),
    text('Приём заявок', (row) => row.callTitle),
    day('Отправлена', (row) => row.submittedOn, sentCell),
    number('Подача', (row) => row.round, inFile),
    text('Ждёт', (row) => days(row.days), waitsCell(usual)),
    onPage('Что сделать', check, { quiet: true }),
  ]
}

/** What waits for the operator's check, by call, and for how long. */
export const checkQueue = list({
  path: paths.applicationsToCheck,
  permits: 'application.listAll',
  title: 'Проверка заявок',
  section: 'applications',
  name: 'proverka-zayavok',
  nouns: ['заявка', 'заявки', 'заявок'],
  filters: {
    call: oneId({
      label: 'Приём заявок',
      empty: 'Все',
      look: 'links',
      choices: async ({ ctx, tx }: AtTerritory) =>
        (await callsWaiting(tx, ctx)).map(({ id, title, count }) => ({ value: id, label: `${title}: ${count}` })),
    }),
  },
  load: ({ ctx, tx }) => settingOf(tx, ctx, settings.checkDays),
  rows: ({ ctx, tx }, { call }) => waitingForCheck(tx, ctx, call),
  columns: ({ ctx, loaded }) => columnsOf(ctx, loaded),
  empty: ({ where: { ctx } }) => ({
    title: 'Проверять нечего',
    text: 'Все отправленные заявки проверены.',
    actions: (
      <ButtonLink kind="secondary" href={paths.applications({ territory: ctx.territory.code })}>
        Открыть все заявки
      </ButtonLink>
    ),
  }),
  nothing: { title: 'Проверять нечего', text: 'По этому приёму все отправленные заявки проверены.' },
  intro: 'Пока заявка не допущена, эксперты её не видят',
})
