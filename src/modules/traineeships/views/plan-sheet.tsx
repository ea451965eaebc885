import { shortDate } from '../../../kernel/dates.ts'
import { DeedForm, variant } from '../../../kit/deed-sheets.tsx'
import type { ThingRequest } from '../../../kit/thing.ts'
import type { CalendarDays } from '../../../regulation/calendar/school-year.ts'
import { asksIndividualPlan } from '../../../regulation/work/questions.ts'
import { nb, Second, StateTag, Table, TextLink } from '../../../ui/content.ts'
import { ButtonGroup, Sheet } from '../../../ui/frame.ts'
import { paths as links } from '../../../web/paths.ts'
import { oddities } from '../../calendar/rules.ts'
import { academicHours } from '../../programmes/hours-rules.ts'
import { type OpenTraineeship, traineeships } from '../case-queries.ts'
import { markRow } from '../deeds/mark.ts'
import { isUnderWay } from '../machine.ts'
import { paths } from '../paths.ts'
import type { PlanRow } from '../plan-queries.ts'
import { type RowMark, wrongMark } from '../rules.ts'

type PlanSheetProps = {
  opened: OpenTraineeship
  request: ThingRequest
  rows: readonly PlanRow[]
  calendar: readonly CalendarDays[]
}

/** The plan of a trainee: what, when, how many hours, and what has been held; whoever leads marks it here. (C-42i) */
export function PlanSheet({ opened, request, rows, calendar }: PlanSheetProps) {
  const { ctx } = request
  const { one, site } = opened
  const leads = markRow.offered(ctx, opened)
  const plans = traineeships.may(ctx, 'traineeship.run', opened) && isUnderWay(one.state)
  const at = { territory: ctx.territory.code, site: site.id, programme: one.programmeId }
  const all = plans && (
    <a class="govuk-link pl-small" href={paths.traineePlans(at)}>
      Назначить дни
    </a>
  )
  return (
    <Sheet title={asksIndividualPlan(site.regulation).value ? 'Индивидуальный план' : 'План стажировки'} aside={all} flush>
      <Table
        caption="Занятия и пробы стажировки"
        rows={rows}
        columns={[
          {
            title: 'Занятие',
            cell: (row) => (
              <>
                {row.title}
                <Second>{[academicHours(row.hours), row.kind === 'tryOut' ? 'проба' : null].filter(Boolean).join(', ')}</Second>
              </>
            ),
          },
          { title: 'День', cell: (row) => <DayOf {...{ row, calendar }} territory={at.territory} /> },
          { title: 'Отметка', cell: (row) => <MarkOf {...{ row, opened, request, leads }} /> },
        ]}
      />
    </Sheet>
  )
}

type DayProps = { row: PlanRow; territory: string; calendar: readonly CalendarDays[] }
function DayOf({ row, territory, calendar }: DayProps) {
  const day = row.heldOn ?? row.plannedOn
  if (row.leftOut) return <>нет в плане</>
  return (
    <>
      {day ? shortDate(day) : row.eventId && !row.given ? 'мероприятие отменено' : 'ещё не назначен'}
      {day && !row.given && oddities(calendar, day).map((why) => <Second>{nb(why)}</Second>)}
      {row.eventId && (
        <Second>
          <TextLink href={links.event({ territory, event: row.eventId })}>общее занятие</TextLink>
        </Second>
      )}
    </>
  )
}

type MarkProps = { row: PlanRow; opened: OpenTraineeship; request: ThingRequest; leads: boolean }
function MarkOf({ row, opened, request, leads }: MarkProps) {
  const may = (mark: RowMark) => leads && wrongMark(row, mark, { ...opened.one, today: request.ctx.today }).length === 0
  const button = (mark: RowMark, words: string) => (
    <DeedForm
      opened={opened}
      request={request}
      deed={variant(markRow, {
        chosen: { row: row.id, mark },
        button: words,
        of: row.title,
        ...(mark !== 'held' && { kind: 'secondary' as const }),
      })}
    />
  )
  if (row.leftOut) return leads ? button('back', 'Вернуть в план') : <>не проводится</>
  if (row.given)
    return (
      <>
        <StateTag tone="ok" word="Проведено" />
        {leads && row.heldOn !== null && button('notHeld', 'Снять отметку')}
      </>
    )
  const [held, leftOut] = [may('held'), may('leftOut') && row.eventId === null]
  if (!held && !leftOut) return <>ещё не проведено</>
  return (
    <ButtonGroup>
      {held && button('held', 'Проведено')}
      {leftOut && button('leftOut', 'Не нужно')}
    </ButtonGroup>
  )
}
