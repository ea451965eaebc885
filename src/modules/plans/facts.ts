import { type About, about, type FactsOf, fact } from '../../history/facts.ts'
import { day, joined, type OfPeriod, ofPeriod, quoted, remark, text, version } from '../../history/words.ts'
import { counted } from '../../kernel/plural.ts'
import type { Day } from '../../kernel/types.ts'
import { paths } from '../../web/paths.ts'

const ofPlan: About = { group: 'plans', href: (to, { subjectId }) => paths.plan({ ...to, plan: subjectId }) }

type OfVersion = { version: number }
type Moved = OfVersion & { step: string; remark: string | null }
type OfProposal = { activity: string }
type Explained = OfVersion & { reason: string | null }
type Executed = {
  line: string
  activity: string
  outcome: string
  heldOn?: Day | null
  people?: number | null
  note: string | null
  orderId?: string
}

const moved = ({ version: number, step, remark: why }: Partial<Moved>) => joined(text(step), version(number), remark(why))
const explained = ({ version: number, reason }: Partial<Explained>) => joined(version(number), text(reason))
const executed = ({ activity, heldOn, people, note }: Partial<Executed>) =>
  joined(
    quoted(activity),
    day(heldOn),
    typeof people === 'number' ? counted(people, 'человек', 'человека', 'человек') : null,
    text(note),
  )
const lines = (verb: string, count = 0) => (count > 0 ? `${verb}: ${counted(count, 'строка', 'строки', 'строк')}` : null)

export const facts = {
  ...about(
    { ...ofPlan, sees: 'plan.viewDraft' },
    {
      'plan.started': fact<OfPeriod & { copiedFrom: string | null }>({
        title: 'Начат план',
        more: ofPeriod,
      }),
      'plan.changed': fact<OfVersion & { lines: number; added: number; changed: number; removed: number }>({
        title: 'План изменён',
        more: ({ added, changed, removed, version: number }) =>
          joined(version(number), lines('добавлено', added), lines('изменено', changed), lines('убрано', removed)),
      }),
      'plan.submitted': fact<Explained & { lines: number; next: string }>({
        title: 'План отправлен',
        more: ({ next, reason, version: number }) => joined(text(next), version(number), text(reason)),
      }),
      'plan.stepPassed': fact<Moved>({ title: 'План прошёл согласование', more: moved }),
      'plan.voiced': fact<Moved>({ title: 'Решение о плане записано, ждут остальных', more: moved }),
      'plan.returned': fact<Moved>({ title: 'План возвращён', more: moved }),
      'plan.versionStarted': fact<Explained>({ title: 'Начата новая редакция плана', more: explained }),
      'plan.versionDropped': fact<Explained>({ title: 'Новая редакция плана отменена', more: explained }),
      'plan.lineProposed': fact<OfProposal & { by: string }>({
        title: 'В план предложено мероприятие',
        more: ({ activity, by }) => joined(quoted(activity), text(by)),
      }),
      'plan.proposalTaken': fact<OfProposal>({ title: 'Предложение взято в план', more: ({ activity }) => quoted(activity) }),
      'plan.proposalDeclined': fact<OfProposal & { reason: string }>({
        title: 'Предложение в план отклонено',
        more: ({ activity, reason }) => joined(quoted(activity), text(reason)),
      }),
      'plan.proposalWithdrawn': fact<OfProposal>({
        title: 'Предложение в план отозвано',
        more: ({ activity }) => quoted(activity),
      }),
      'plan.withdrawn': fact<OfVersion>({ title: 'План отозван', more: ({ version: number }) => version(number) }),
    },
  ),
  ...about(ofPlan, {
    'plan.approved': fact<Moved>({ title: 'План утверждён', more: moved }),
    'activity.held': fact<Executed>({ title: 'Мероприятие проведено', more: executed }),
    'activity.cancelled': fact<Executed>({ title: 'Мероприятие отменено', more: executed }),
    'activity.backInPlan': fact<{ line: string; orderId: string; revokedOrderId: string }>({
      title: (act) => `Мероприятие вернулось в план: ${act.nominative} ${act.agreed('отменён')}`,
    }),
    'activity.handedOver': fact<{ line: string; activity: string; was: string; now: string | null }>({
      title: 'За мероприятие отвечает другой человек',
      more: ({ activity, was, now }) => joined(quoted(activity), text(was) && `был(а) ${was}`, text(now) && `теперь ${now}`),
    }),
    'execution.corrected': fact<Executed & { outcomeBefore?: string; heldOnBefore?: Day | null; peopleBefore?: number | null }>({
      title: 'Отметка о проведении исправлена',
      more: executed,
    }),
    'file.uploaded': fact<{ plan: string; line: string; name: string }>({
      title: 'Приложен файл',
      more: ({ name }) => quoted(name),
      href: (to, { facts: { plan, line }, siteId }) => {
        if (typeof plan === 'string' && typeof line === 'string') return paths.planLine({ ...to, plan, line })
        return siteId === null ? null : paths.site({ ...to, site: siteId })
      },
    }),
  }),
}

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
