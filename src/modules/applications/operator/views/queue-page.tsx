import type { Territory } from '../../../../authz/ctx.ts'
import { longDate } from '../../../../kernel/dates.ts'
import { counted } from '../../../../kernel/plural.ts'
import { ButtonLink } from '../../../../ui/buttons.tsx'
import { Empty } from '../../../../ui/empty.tsx'
import { nb } from '../../../../ui/nb.ts'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Pager } from '../../../../ui/pager.tsx'
import { Sheet } from '../../../../ui/sheet.tsx'
import { SubNavigation } from '../../../../ui/sub-navigation.tsx'
import { type Column, RowLink, Second, Table } from '../../../../ui/table.tsx'
import { StateTag } from '../../../../ui/tag.tsx'
import { paths } from '../../../../web/paths.ts'
import { pageSize, type Waiting } from '../queue-queries.ts'
import { usualCheckDays } from '../rules.ts'

export type QueuePageProps = {
  territory: Pick<Territory, 'code'>
  rows: readonly Waiting[]
  total: number
  page: number
  calls: readonly { id: string; title: string; count: number }[]
  callId: string | null
  mayCheck: boolean
}

/** What waits for the operator's check, by call, and for how long. */
export function QueuePage(props: QueuePageProps) {
  const { territory, rows, total, page, calls, callId } = props
  const at = { territory: territory.code }
  const all = { href: paths.applicationsToCheck(at), label: 'Все', current: callId === null }
  const links = calls.map(({ id, title, count }) => ({
    href: paths.applicationsToCheck(at, { call: id }),
    label: `${title}: ${count}`,
    current: callId === id,
  }))
  return (
    <>
      <PageHead
        title="Проверка заявок"
        more={`Обычно проверяют за ${counted(usualCheckDays, 'день', 'дня', 'дней')}. Пока заявка не допущена, эксперты её не видят`}
      />
      {calls.length > 1 && <SubNavigation label="Приём заявок" links={[all, ...links]} />}
      {rows.length === 0 ? (
        <Empty
          picture="paper"
          title="Проверять нечего"
          actions={
            <ButtonLink kind="secondary" href={paths.applications(at)}>
              Открыть все заявки
            </ButtonLink>
          }
        >
          <p>Все отправленные заявки проверены.</p>
        </Empty>
      ) : (
        <Sheet flush>
          <Table caption="Заявки, которые ждут проверки" columns={columnsOf(props)} rows={rows} />
        </Sheet>
      )}
      <Pager
        label="Страницы списка"
        page={page}
        pages={Math.ceil(total / pageSize)}
        href={(number) => paths.applicationsToCheck(at, { call: callId, page: number })}
      />
    </>
  )
}

function columnsOf({ territory, mayCheck }: QueuePageProps): Column<Waiting>[] {
  const at = (application: string) => ({ territory: territory.code, application })
  return [
    {
      title: 'Заявка',
      cell: (row) => (
        <RowLink
          href={paths.application(at(row.id))}
          name={`№ ${row.number}. ${row.organisation}${row.organisations > 1 ? ` и ещё ${row.organisations - 1}` : ''}`}
          more={row.theme}
        />
      ),
    },
    { title: 'Приём заявок', cell: ({ callTitle }) => callTitle ?? '' },
    {
      title: 'Отправлена',
      cell: ({ submittedOn, round }) => (
        <>
          {nb(longDate(submittedOn))}
          {round > 1 && <Second>{`подача ${round}, после доработки`}</Second>}
        </>
      ),
    },
    {
      title: 'Ждёт',
      cell: ({ days }) =>
        days > usualCheckDays ? (
          <StateTag tone="late" word={counted(days, 'день', 'дня', 'дней')} />
        ) : days === 0 ? (
          'с сегодняшнего дня'
        ) : (
          counted(days, 'день', 'дня', 'дней')
        ),
    },
    {
      title: 'Что сделать',
      quiet: true,
      cell: ({ id, number }) =>
        mayCheck && (
          <ButtonLink small kind="secondary" href={paths.applicationChecks(at(id))}>
            Проверить
            <span class="govuk-visually-hidden"> заявку № {number}</span>
          </ButtonLink>
        ),
    },
  ]
}
