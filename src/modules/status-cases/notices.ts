import { longDate } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { type NoticesOf, notice, urgent } from '../../notices/kinds.ts'
import { note, ofSite } from '../../notices/words.ts'
import { statusCaseName } from '../../regulation/kinds.ts'
import { paths } from './paths.ts'

type OfStanding = { site: string; on: Day; reason: string }
type OfCase = { site: string; kind: keyof typeof statusCaseName }

const ofStatus = ofSite((to, site) => paths.siteStatus({ ...to, site }))
const ofCase = ofSite((to, subject) => paths.statusCase({ ...to, case: subject }))

const because = ({ reason }: { reason: string }) => reason
const deciding = ({ kind }: OfCase) => `Решается: ${statusCaseName[kind]}`

export const notices = {
  'status.suspended': urgent<OfStanding & { until?: Day }>(
    ofStatus(
      ({ on, until }) => `Деятельность площадки приостановлена с ${longDate(on)}${until ? ` по ${longDate(until)}` : ''}`,
      because,
    ),
  ),
  'status.resumed': notice<OfStanding>(ofStatus(({ on }) => `Деятельность площадки возобновляется ${longDate(on)}`, because)),
  'status.extended': notice<OfStanding>(ofStatus(({ on }) => `Статус площадки продлён по ${longDate(on)}`, because)),
  'status.terminated': urgent<OfStanding>(
    ofStatus(({ on }) => `Статус площадки прекращается, последний день — ${longDate(on)}`, because),
  ),
  /** The last day of a status comes near, or was yesterday. */
  'status.endsSoon': notice<{ site: string; on: Day }>(
    ofStatus(
      ({ on }) => `Статус площадки кончается ${longDate(on)}`,
      () => 'Продлите статус или дайте ему закончиться',
    ),
  ),
  'status.over': notice<{ site: string; on: Day }>(
    ofStatus(
      ({ on }) => `Статус площадки закончился ${longDate(on)}`,
      () => 'Отчёт за последний год ещё можно сдать и принять',
    ),
  ),
  'statusCase.started': notice<OfCase & { reason: string }>(ofCase(({ kind }) => `Предложено: ${statusCaseName[kind]}`, because)),
  'statusCase.explanationAsked': urgent<OfCase & { dueOn: Day }>(
    ofCase(({ dueOn }) => `Дайте объяснение до ${longDate(dueOn)}`, deciding),
  ),
  'statusCase.explained': notice<OfCase>(ofCase('Площадка дала объяснение', deciding)),
  'statusCase.proposed': notice<OfCase>(ofCase(({ kind }) => `Ждёт вас представление: ${statusCaseName[kind]}`)),
  'statusCase.sentBack': notice<OfCase & { remark: string }>(
    ofCase(
      ({ kind }) => `Представление вернули: ${statusCaseName[kind]}`,
      ({ remark }) => note(remark),
    ),
  ),
  'statusCase.dropped': notice<OfCase & { reason: string }>(
    ofCase(({ kind }) => `Дело прекращено: ${statusCaseName[kind]}`, because),
  ),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
