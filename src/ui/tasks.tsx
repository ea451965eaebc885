import { Clause } from './clause.tsx'
import { Icon } from './icon.tsx'
import { nb } from './nb.ts'

export type TaskItem = {
  /** What to do; the name opens the place where it is done. */
  readonly what: string
  readonly href: string
  readonly why: string
  readonly clause?: { readonly number: string; readonly href?: string }
  /** «15 июня» and «осталось 12 дней». */
  readonly due?: { readonly date: string; readonly rest: string }
  readonly who?: string
  readonly action?: string
}

export type TaskGroupProps = {
  /** The anchor of the group. */
  readonly id?: string
  readonly title: string
  readonly tasks: readonly TaskItem[]
  readonly late?: boolean
  /** How many there are when not all are shown, and where all are. */
  readonly count?: number
  readonly rest?: string | undefined
}

/** Tasks of one deadline. The late group has the only filled button of the list; a folded one only says how many there are. */
export function TaskGroup({ id, title, tasks, late = false, count = tasks.length, rest }: TaskGroupProps) {
  return (
    <>
      <h2 id={id} class={`pl-group${late ? ' pl-group--late' : ''}`}>
        {late && <Icon name="late" />} {nb(title)} <span class="pl-count">{count}</span>
      </h2>
      {tasks.length > 0 && (
        <ul class="pl-tasks">
          {tasks.map((task, index) => (
            <Task task={task} late={late} filled={late && index === 0} />
          ))}
        </ul>
      )}
      {rest && (
        <p class="pl-tasks__rest">
          <a class="govuk-link" href={rest}>
            {nb(tasks.length === 0 ? `Показать: ${count}` : `Показать все: ${count}`)}
            <span class="govuk-visually-hidden">, {nb(title)}</span>
          </a>
        </p>
      )}
    </>
  )
}

/** Groups of tasks on one sheet. */
export function TaskList({ groups }: { groups: readonly TaskGroupProps[] }) {
  return (
    <div class="pl-sheet pl-sheet--flush">
      {groups.map((group) => (
        <TaskGroup {...group} />
      ))}
    </div>
  )
}

function Task({ task, late, filled }: { task: TaskItem; late: boolean; filled: boolean }) {
  const { what, href, why, clause, due, who, action } = task
  return (
    <li class={`pl-task${late ? ' pl-task--late' : ''}`}>
      <div class="pl-task__due">
        {due ? (
          <>
            <b>{nb(due.date)}</b>
            {nb(due.rest)}
          </>
        ) : (
          'без срока'
        )}
      </div>
      <div class="pl-task__body">
        <h3 class="pl-task__what">
          <a class="govuk-link" href={href}>
            {nb(what)}
          </a>
        </h3>
        <p class="pl-task__why">
          {nb(why)} {clause && <Clause {...clause} />}
        </p>
        {who && <p class="pl-task__who">{nb(who)}</p>}
      </div>
      {action && (
        <div class="pl-task__act">
          <a class={`govuk-button pl-button--small${filled ? '' : ' govuk-button--secondary'}`} href={href}>
            {action}
            <span class="govuk-visually-hidden">: {nb(what)}</span>
          </a>
        </div>
      )}
    </li>
  )
}
