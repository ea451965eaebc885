import { addDays, daysBetween } from '../../kernel/dates.ts'
import { keysOf } from '../../kernel/records.ts'
import type { Day } from '../../kernel/types.ts'
import type { Task } from '../../kit/tasks.ts'

export type Group = {
  readonly code: 'late' | 'today' | 'week' | 'month' | 'later' | 'undated'
  readonly title: string
  readonly tasks: readonly Task[]
}

const titles: Readonly<Record<Group['code'], string>> = {
  late: 'Просрочено',
  today: 'Сегодня',
  week: 'В ближайшие семь дней',
  month: 'В ближайший месяц',
  later: 'Позже',
  undated: 'Без срока',
}
const order = keysOf(titles)

/** The group a deadline falls into on a day. */
export function groupOf(due: Day | null, today: Day): Group['code'] {
  if (due === null) return 'undated'
  const left = daysBetween(today, due)
  if (left < 0) return 'late'
  if (left === 0) return 'today'
  return left <= 7 ? 'week' : due <= addDays(today, 31) ? 'month' : 'later'
}

/** Tasks by nearness of their deadline; inside a group the earlier first. Empty groups are left out. */
export function grouped(tasks: readonly Task[], today: Day): Group[] {
  return order
    .map((code) => ({
      code,
      title: titles[code],
      tasks: tasks.filter((task) => groupOf(task.due ?? null, today) === code).sort(byDue),
    }))
    .filter((group) => group.tasks.length > 0)
}

const byDue = (a: Task, b: Task) =>
  (a.due ?? '').localeCompare(b.due ?? '') || a.what.localeCompare(b.what, 'ru', { numeric: true })
