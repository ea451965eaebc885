import { about, type FactsOf, fact } from '../../history/facts.ts'
import { day, joined, named, remark, text } from '../../history/words.ts'
import type { Day } from '../../kernel/types.ts'
import { statusCaseName } from '../../regulation/kinds.ts'
import { paths } from './paths.ts'

type OfCase = { case: string }
const ofCase = ({ case: kind }: Partial<OfCase>) => named(statusCaseName, kind)

export const facts = about(
  { group: 'sites', href: (to, { subjectId }) => paths.statusCase({ ...to, case: subjectId }) },
  {
    'statusCase.started': fact<OfCase & { on: Day | null; reason: string; ground: string | null; proposedBy: string }>({
      title: 'Начато дело о статусе',
      more: ({ on, reason, ...one }) => joined(ofCase(one), day(on), text(reason)),
    }),
    'statusCase.evidenceAdded': fact<{ kind: string; text: string | null; side: string }>({
      title: 'К делу о статусе приложено доказательство',
      more: ({ text: what }) => text(what),
    }),
    'statusCase.explanationAsked': fact<OfCase & { dueOn: Day }>({
      title: 'У площадки запрошено объяснение',
      more: ({ dueOn }) => day(dueOn) && `до ${day(dueOn)}`,
    }),
    'statusCase.explained': fact<OfCase & { text: string }>({ title: 'Площадка дала объяснение' }),
    'statusCase.proposed': fact<OfCase & { number: string }>({
      title: 'Отправлено представление о статусе',
      more: ({ number, ...one }) => joined(text(number) && `№ ${text(number)}`, ofCase(one)),
    }),
    'statusCase.sentBack': fact<OfCase & { remark: string }>({
      title: 'Представление о статусе возвращено',
      more: ({ remark: why, ...one }) => joined(ofCase(one), remark(why)),
    }),
    'statusCase.drafted': fact<OfCase & { orderId: string }>({
      title: (act) => `По делу о статусе составлен проект ${act.genitive}`,
      more: ofCase,
    }),
    'statusCase.reopened': fact<OfCase & { draftOrderId: string }>({ title: 'Дело о статусе снова открыто', more: ofCase }),
    'statusCase.decided': fact<OfCase & { orderId: string }>({
      title: (act) => `Дело о статусе решено ${act.instrumental}`,
      more: ofCase,
    }),
    'statusCase.dropped': fact<OfCase & { reason: string }>({
      title: 'Дело о статусе прекращено',
      more: ({ reason, ...one }) => joined(ofCase(one), text(reason)),
    }),
  },
)

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
