import { shortDate } from '../../../kernel/dates.ts'
import { Course } from '../../procedures/procedure-blocks.tsx'
import type { OfTerritory } from '../../regulation/clause-links.tsx'
import type { PlanSheet } from '../sheet.ts'

/** The course of a version: the draft, each step of the regulation, and the day it came into force. */
export function PlanCourse({ at, sheet }: { at: OfTerritory; sheet: PlanSheet }) {
  const { version, procedure, voices, approved } = sheet
  if (!version) return null
  const { state } = version
  const isDone = state === 'approved' || state === 'superseded'
  const now = isDone ? procedure.steps.length + 1 : state === 'submitted' ? (procedure.stands?.step ?? 0) + 1 : 0
  const day = isDone
    ? version.approvedOn && `с ${shortDate(version.approvedOn)}`
    : approved && `до этого дня действует редакция ${approved.number}`
  const title = state === 'superseded' ? 'Заменён новой редакцией' : isDone ? 'Действует' : 'Вступит в силу'
  return (
    <Course
      {...{ at, procedure, now }}
      voices={voices.filter(({ subjectId }) => subjectId === version.id)}
      first={{ title: 'Готовит руководитель площадки', more: `редакция ${version.number}` }}
      last={{ title, more: day }}
    />
  )
}
