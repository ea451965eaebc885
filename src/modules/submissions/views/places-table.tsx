import { shortPeriod } from '../../../kernel/dates.ts'
import { nb, RowLink, Second, StateTag, Table } from '../../../ui/content.ts'
import { paths } from '../../../web/paths.ts'
import type { Place } from '../model.ts'
import { differs, percent } from '../rules.ts'
import { AgainstAll, type At, namesOf, VerdictTag } from './parts.tsx'

/** The ranked list to read: figures, what was proposed and what was chosen, with the reasons. */
export function PlacesTable({ territory, places }: { territory: At; places: readonly Place[] }) {
  const chosen = places.some(({ decision }) => decision !== null)
  return (
    <Table
      caption="Заявки представления по порядку"
      rows={places}
      even={!chosen}
      columns={[
        {
          title: 'Заявка',
          cell: (row) => (
            <RowLink
              href={paths.application({ territory: territory.code, application: row.applicationId })}
              name={`${places.indexOf(row) + 1}. ${namesOf(row.candidate)}`}
              more={`№ ${row.candidate.number}, «${row.candidate.theme}»${termOf(row.candidate)}`}
            />
          ),
        },
        { title: 'Медиана', numeric: true, cell: ({ assessment }) => percentOf(assessment?.median) },
        {
          title: 'Предложено',
          cell: (row) => (
            <>
              <VerdictTag verdict={row.proposal} />
              <AgainstAll verdict={row.proposal} assessment={row.assessment} />
              {row.proposalReason !== '' && <Second>{row.proposalReason}</Second>}
            </>
          ),
        },
        ...(chosen ? [{ title: 'Решено', cell: (row: Place) => <Chosen row={row} /> }] : []),
      ]}
    />
  )
}

const percentOf = (value: number | null | undefined) => (value == null ? '—' : `${percent(value)} %`)
const termOf = ({ wantedFrom, wantedTo }: Place['candidate']) =>
  wantedFrom === null ? '' : `, ${shortPeriod({ from: wantedFrom, to: wantedTo })}`

function Chosen({ row }: { row: Place }) {
  if (row.candidate.state === 'withdrawn') return <StateTag tone="calm" word="Отозвана заявителем" />
  if (row.decision === null) return <>—</>
  return (
    <>
      <VerdictTag verdict={row.decision} />
      <AgainstAll verdict={row.decision} assessment={row.assessment} />
      {differs(row) && <Second>{nb('Иначе, чем предложено')}</Second>}
      {row.decision === 'exclude' && row.decisionReason !== row.proposalReason && <Second>{row.decisionReason}</Second>}
    </>
  )
}
