import { longDate } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { type NoticesOf, notice, type Say, urgent } from '../../notices/kinds.ts'
import { note, siteNamed } from '../../notices/words.ts'
import { statusCaseName } from '../../regulation/kinds.ts'
import { paths } from './paths.ts'

type OfStanding = { site: string; on: Day; reason: string }
type OfCase = { site: string; kind: keyof typeof statusCaseName }

const ofStanding =
  (title: (params: OfStanding) => string): Say<OfStanding> =>
  (params, to, site) => ({
    title: title(params),
    more: params.reason === '' ? siteNamed(params.site) : `${siteNamed(params.site)}. ${params.reason}`,
    href: paths.siteStatus({ ...to, site }),
  })

const ofCase =
  <Params extends OfCase>(title: (params: Params) => string, more: (params: Params) => string | null): Say<Params> =>
  (params, to, subject) => ({
    title: title(params),
    more: [siteNamed(params.site), more(params)].filter((part) => part !== null).join('. '),
    href: paths.statusCase({ ...to, case: subject }),
  })

export const notices = {
  'status.suspended': urgent<OfStanding>(ofStanding(({ on }) => `Деятельность площадки приостановлена с ${longDate(on)}`)),
  'status.resumed': notice<OfStanding>(ofStanding(({ on }) => `Деятельность площадки возобновляется ${longDate(on)}`)),
  'status.extended': notice<OfStanding>(ofStanding(({ on }) => `Статус площадки продлён по ${longDate(on)}`)),
  'status.terminated': urgent<OfStanding>(
    ofStanding(({ on }) => `Статус площадки прекращается, последний день — ${longDate(on)}`),
  ),
  /** The last day of a status comes near, or was yesterday. */
  'status.endsSoon': notice<{ site: string; on: Day }>(({ site, on }, to, subject) => ({
    title: `Статус площадки кончается ${longDate(on)}`,
    more: `${siteNamed(site)}. Продлите статус или дайте ему закончиться`,
    href: paths.siteStatus({ ...to, site: subject }),
  })),
  'status.over': notice<{ site: string; on: Day }>(({ site, on }, to, subject) => ({
    title: `Статус площадки закончился ${longDate(on)}`,
    more: `${siteNamed(site)}. Отчёт за последний год ещё можно сдать и принять`,
    href: paths.siteStatus({ ...to, site: subject }),
  })),
  'statusCase.started': notice<OfCase & { reason: string }>(
    ofCase(
      ({ kind }) => `Предложено: ${statusCaseName[kind]}`,
      ({ reason }) => reason,
    ),
  ),
  'statusCase.explanationAsked': urgent<OfCase & { dueOn: Day }>(
    ofCase(
      ({ dueOn }) => `Дайте объяснение до ${longDate(dueOn)}`,
      ({ kind }) => `Решается: ${statusCaseName[kind]}`,
    ),
  ),
  'statusCase.explained': notice<OfCase>(
    ofCase(
      () => 'Площадка дала объяснение',
      ({ kind }) => `Решается: ${statusCaseName[kind]}`,
    ),
  ),
  'statusCase.proposed': notice<OfCase>(
    ofCase(
      ({ kind }) => `Ждёт вас представление: ${statusCaseName[kind]}`,
      () => null,
    ),
  ),
  'statusCase.sentBack': notice<OfCase & { remark: string }>(
    ofCase(
      ({ kind }) => `Представление вернули: ${statusCaseName[kind]}`,
      ({ remark }) => note(remark),
    ),
  ),
  'statusCase.dropped': notice<OfCase & { reason: string }>(
    ofCase(
      ({ kind }) => `Дело прекращено: ${statusCaseName[kind]}`,
      ({ reason }) => reason,
    ),
  ),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
