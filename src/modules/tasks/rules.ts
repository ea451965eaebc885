import type { Role } from '../../authz/roles.ts'
import { addDays, daysBetween } from '../../kernel/dates.ts'
import { byName } from '../../kernel/names.ts'
import { counted } from '../../kernel/plural.ts'
import { keysOf } from '../../kernel/records.ts'
import type { Day } from '../../kernel/types.ts'
import { mostLookedFor, mostOfOneSource, type Task } from '../../kit/tasks.ts'

const titles = {
  decision: 'Ждёт вашего решения',
  late: 'Просрочено',
  today: 'Сегодня',
  week: 'В ближайшие семь дней',
  month: 'В ближайший месяц',
  undated: 'Без срока',
  later: 'Позже чем через месяц',
  offers: 'Можно начать',
} as const
export type GroupCode = keyof typeof titles
export const groupCodes = keysOf(titles)

export type Group = {
  readonly code: GroupCode
  readonly title: string
  /** The tasks that are shown, the nearest first. */
  readonly tasks: readonly Task[]
  /** How many there are in all. */
  readonly count: number
}

/** A group longer than this shows its nearest ones, and the way to all. */
export const mostShown = 15

/** Who only teaches is told of what comes to a teacher; whoever decides of their papers too. */
export const comingWords = (roles: readonly Role[]): string =>
  roles.every((role) => role === 'teacher')
    ? 'Когда площадка объявит мероприятие, куда можно прийти, или вас направят, дело появится здесь само. Сделанные уходят сами.'
    : 'Дела появятся здесь сами: когда подойдёт срок, придёт план на рассмотрение или документ на подпись. Сделанные уходят сами.'

/** Each thing once: of two tasks with one key the last, and none that another one stands for. */
export function eachOnce(tasks: readonly Task[]): Task[] {
  const covered = new Set(tasks.flatMap(({ covers = [] }) => covers))
  return [...new Map(tasks.map((task) => [task.key, task])).values()].filter(({ key }) => !covered.has(key))
}

const added = (sum: number, { standsFor = 1 }: Task) => sum + standsFor

/** The first tasks of a source; instead of the others one that says how many there are, and leads to the next of them. */
export function shortened(own: readonly Task[]): readonly Task[] {
  const next = own[mostOfOneSource]
  if (next === undefined) return own
  const rest = own.length - mostOfOneSource
  const words = counted(rest, 'дело', 'дела', 'дел')
  const more = {
    ...next,
    key: `more:${next.key}`,
    what: own.length < mostLookedFor ? `Ещё ${words} того же рода` : `Ещё ${words} того же рода или больше`,
    why: `Следующее: ${next.what}`,
    who: null,
    standsFor: rest,
  }
  return [...own.slice(0, mostOfOneSource), more]
}

/** How many things wait: what one only may begin is not among them. */
export const countOf = (tasks: readonly Task[]): number => tasks.filter(({ offers }) => !offers).reduce(added, 0)

/** The group of a task on a day: the person's own word before everything, then by the deadline, last what nobody waits for. */
export function groupOf({ decides, offers, due = null }: Pick<Task, 'decides' | 'offers' | 'due'>, today: Day): GroupCode {
  if (offers) return 'offers'
  if (decides) return 'decision'
  if (due === null) return 'undated'
  const left = daysBetween(today, due)
  if (left < 0) return 'late'
  if (left === 0) return 'today'
  return left <= 7 ? 'week' : due <= addDays(today, 31) ? 'month' : 'later'
}

/**
 * Tasks as the first page shows them: what waits for the person's decision, then by nearness of the deadline; far duties are folded when
 * anything nearer waits.
 * The group named by `whole` is shown to its end. Empty groups are left out.
 */
export function grouped(tasks: readonly Task[], today: Day, whole?: GroupCode): Group[] {
  const byGroup = Map.groupBy(tasks, (task) => groupOf(task, today))
  return groupCodes.flatMap((code) => {
    const own = byGroup.get(code)?.toSorted(byDue) ?? []
    const isFolded = code === 'later' && byGroup.size > 1
    const shown = code === whole ? own.length : isFolded ? 0 : mostShown
    return own.length === 0 ? [] : { code, title: titles[code], tasks: own.slice(0, shown), count: own.reduce(added, 0) }
  })
}

/** What has no day of its own comes after what has one. */
function byDue(a: Task, b: Task): number {
  const [one, other] = [a.due ?? '9999', b.due ?? '9999']
  return one === other ? byName(a.what, b.what) : one < other ? -1 : 1
}
