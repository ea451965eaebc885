import { about, type FactsOf, fact } from '../../history/facts.ts'
import { joined, numbered, remark, text } from '../../history/words.ts'
import { paths } from '../../web/paths.ts'

type Numbered = { number: number }
type Chosen = Numbered & { include: number; exclude: number }

const ofNumber = ({ number }: Partial<Numbered>) => numbered(number)
const chosen = ({ number, include = 0, exclude = 0 }: Partial<Chosen>) =>
  joined(numbered(number), `включить: ${include}, отклонить: ${exclude}`)

export const facts = about(
  {
    group: 'applications',
    href: (to, { subjectId }) => paths.operatorSubmission({ ...to, submission: subjectId }),
    keptIn: 'operator_submissions',
    sees: 'submission.view',
  },
  {
    'submission.started': fact<Numbered>({ title: 'Начато представление', more: ofNumber }),
    'submission.changed': fact<Numbered>({ title: 'Представление изменено', more: ofNumber }),
    'submission.dropped': fact<Numbered>({ title: 'Черновик представления удалён', more: ofNumber }),
    'submission.sent': fact<Chosen>({ title: 'Представление отправлено', more: chosen }),
    'submission.returned': fact<Numbered & { remark: string }>({
      title: 'Представление возвращено',
      more: ({ number, remark: why }) => joined(numbered(number), remark(why)),
    }),
    'submission.chosen': fact<Chosen>({ title: 'Записан выбор по представлению', more: chosen }),
    'submission.drafted': fact<Chosen & { orderId: string }>({
      title: (act) => `По представлению составлен проект ${act.genitive}`,
      more: chosen,
    }),
    'submission.reopened': fact<Numbered & { reason: string }>({
      title: 'Представление снова ждёт решения',
      more: ({ number, reason }) => joined(numbered(number), text(reason)),
    }),
    'submission.decided': fact<Numbered & { orderId: string }>({
      title: 'Решение по представлению подписано',
      more: ofNumber,
      act: 'always',
    }),
  },
)

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
