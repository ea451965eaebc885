import { about, type FactsOf, fact } from '../../history/facts.ts'
import { day, joined, last, named, period, quoted, text } from '../../history/words.ts'
import type { Day } from '../../kernel/types.ts'
import { paths } from './paths.ts'

type Terms = { from: Day; to: Day; number: string | null }
const ofTerm = ({ from, to }: Partial<Terms>) => period(from, to)

export const facts = about(
  { group: 'sites', href: (to, { subjectId }) => paths.contract({ ...to, contract: subjectId }), keptIn: 'contracts' },
  {
    'contract.started': fact<Terms>({ title: 'Начат договор', more: ofTerm }),
    'contract.changed': fact<Terms>({ title: 'Договор изменён', more: ofTerm }),
    'contract.offered': fact<{ number: string | null }>({ title: 'Договор отправлен на подпись' }),
    'contract.takenBack': fact({ title: 'Договор возвращён в работу' }),
    'contract.signed': fact<{ side: string; on: Day; person: string }>({
      title: 'Договор подписан одной стороной',
      more: ({ side, person, on }) => joined(named({ site: 'площадка', operator: 'оператор' }, side), text(person), day(on)),
    }),
    'contract.inForce': fact<Terms>({
      title: 'Договор вступил в силу',
      more: ({ number, from, to }) => joined(text(number) && `№ ${text(number)}`, period(from, to)),
      act: 'always',
    }),
    'contract.scanAdded': fact<{ name: string }>({
      title: 'К договору приложен подписанный лист',
      more: ({ name }) => quoted(name),
    }),
    'contract.ended': fact<{ on: Day; reason: string }>({
      title: 'Договор расторгнут',
      more: ({ on, reason }) => joined(last(on), text(reason)),
      act: 'always',
    }),
  },
)

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
