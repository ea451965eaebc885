import type { Ctx } from '../../../authz/ctx.ts'
import { dayAndMonth, daysBetween, longDate, weekday } from '../../../kernel/dates.ts'
import { capital } from '../../../kernel/names.ts'
import { periodName, shortPeriodName } from '../../../kernel/periods.ts'
import { counted, restOfDays } from '../../../kernel/plural.ts'
import type { Task } from '../../../kit/tasks.ts'
import { Measure, nb, RowList, TextLink } from '../../../ui/content.ts'
import { Columns, Empty, PageHead, Sheet, Stack } from '../../../ui/frame.ts'
import { type TaskItem, TaskList } from '../../../ui/tasks.tsx'
import { paths } from '../../../web/paths.ts'
import { clauseHref } from '../../regulation/links.ts'
import type { Network } from '../network.ts'
import { comingWords, countOf, type GroupCode, grouped } from '../rules.ts'

type TasksPageProps = {
  ctx: Ctx
  tasks: readonly Task[]
  network: Network
  /** The group that is shown to its end. */
  whole?: GroupCode | undefined
}

/** The first page of every role: what waits on this person, and the network beside it. */
export function TasksPage({ ctx, tasks, network, whole }: TasksPageProps) {
  const groups = grouped(tasks, ctx.today, whole)
  return (
    <>
      <PageHead
        title="Что ждёт вас"
        more={`${capital(weekday(ctx.today))}, ${longDate(ctx.today)} ${summary(tasks, ctx.today)}`}
      />
      <Columns kind="side">
        <div>
          {countOf(tasks) === 0 && <NothingWaits text={comingWords(ctx.actor.roles)} />}
          {groups.length > 0 && (
            <TaskList
              groups={groups.map(({ code, title, tasks: own, count }) => ({
                ...{ id: code, title, count },
                late: code === 'late',
                tasks: own.map((task) => item(task, ctx)),
                rest:
                  count > own.length ? `${paths.tasks({ territory: ctx.territory.code }, { show: code })}#${code}` : undefined,
              }))}
            />
          )}
        </div>
        <Stack label="Сеть сегодня">
          <NetworkSheet ctx={ctx} network={network} />
        </Stack>
      </Columns>
    </>
  )
}

function item(task: Task, ctx: Ctx): TaskItem {
  const { what, href, why, who, due, action, clause } = task
  return {
    what,
    href,
    why,
    action,
    who: who ?? undefined,
    clause: clause ? { number: clause, href: clauseHref(ctx.territory.code, clause) } : undefined,
    due: due ? { date: dueDate(due, ctx.today), rest: task.rest ?? restOfDays(daysBetween(ctx.today, due)) } : undefined,
  }
}

/** The year is named only when it is not this one. */
const dueDate = (due: string, today: string) => (due.slice(0, 4) === today.slice(0, 4) ? dayAndMonth(due) : longDate(due))

function summary(tasks: readonly Task[], today: string): string {
  const count = countOf(tasks)
  if (count === 0) return ''
  const late = countOf(tasks.filter((task) => task.due && task.due < today))
  const all = capital(counted(count, 'дело', 'дела', 'дел'))
  return late === 0 ? `${all}.` : `${all}, просрочено: ${late}.`
}

const NothingWaits = ({ text }: { text: string }) => (
  <Empty picture="paper" title="Сейчас вас ничего не ждёт">
    <p>{nb(text)}</p>
  </Empty>
)

function NetworkSheet({ ctx, network }: { ctx: Ctx; network: Network }) {
  const to = { territory: ctx.territory.code }
  const { sites, coming, comingOn, planned, held, reports, period } = network
  return (
    <Sheet title="Сеть сегодня" aside={<span class="pl-small pl-quiet">{nb(periodName(period))}</span>}>
      {comingOn && (
        <p class="govuk-body pl-small">
          {nb(
            coming === 1
              ? `Ещё одна площадка начнёт работу с ${longDate(comingOn)}`
              : `Ещё не начали работу: ${counted(coming, 'площадка', 'площадки', 'площадок')}, первая — с ${longDate(comingOn)}`,
          )}
        </p>
      )}
      <RowList
        rows={[
          <Measure
            name="Площадки"
            figure={<TextLink href={paths.sites(to)}>{counted(sites, 'действует', 'действуют', 'действуют')}</TextLink>}
          />,
          <Measure
            name="Мероприятия"
            share={planned === 0 ? undefined : held / planned}
            figure={
              <TextLink href={paths.plans(to, { period })}>
                {planned === 0 ? 'планов ещё нет' : nb(`${held} из ${planned}`)}
              </TextLink>
            }
          />,
          <Measure
            name={`Отчёты за ${shortPeriodName(reports.period)}`}
            share={reports.asked === 0 ? undefined : reports.handedIn / reports.asked}
            figure={
              <TextLink href={paths.reports(to, { period: reports.period })}>
                {reports.asked === 0 ? 'пока не ждут' : nb(`${reports.handedIn} из ${reports.asked}`)}
              </TextLink>
            }
          />,
        ]}
      />
    </Sheet>
  )
}
