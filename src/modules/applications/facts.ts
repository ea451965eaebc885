import { about, type FactsOf, fact } from '../../history/facts.ts'
import { day, joined, named, numbered, quoted, text } from '../../history/words.ts'
import { counted } from '../../kernel/plural.ts'
import type { Day } from '../../kernel/types.ts'
import { paths } from '../../web/paths.ts'

type OfOrganisation = { organisation: string }
type Numbered = { number: number | null }
type ByOrder = { label: string; orderId: string }

const ofOrganisation = ({ organisation }: Partial<OfOrganisation>) => text(organisation)
const ofNumber = ({ number }: Partial<Numbered>) => numbered(number)

export const facts = about(
  {
    group: 'applications',
    href: (to, { subjectId }) => paths.application({ ...to, application: subjectId }),
    keptIn: 'applications',
    sees: 'application.listAll',
  },
  {
    'application.started': fact<OfOrganisation>({ title: 'Начата заявка', more: ofOrganisation }),
    'application.changed': fact<{ section: string }>({ title: 'Заявка изменена', more: ({ section }) => text(section) }),
    'application.organisationInvited': fact<OfOrganisation>({
      title: 'Организация приглашена в общую заявку',
      more: ofOrganisation,
    }),
    'application.participationConfirmed': fact<OfOrganisation & { reason: string | null }>({
      title: 'Организация подтвердила участие в заявке',
      more: ofOrganisation,
    }),
    'application.participationDeclined': fact<OfOrganisation & { reason: string | null }>({
      title: 'Организация отказалась от участия в заявке',
      more: ({ organisation, reason }) => joined(text(organisation), text(reason)),
    }),
    'application.organisationRemoved': fact<OfOrganisation>({ title: 'Организация убрана из заявки', more: ofOrganisation }),
    'application.editorAdded': fact<{ person: string }>({
      title: 'Человеку разрешено писать заявку',
      more: ({ person }) => text(person),
    }),
    'application.editorRemoved': fact<{ person: string }>({
      title: 'Человек больше не пишет заявку',
      more: ({ person }) => text(person),
    }),
    'application.headNamed': fact<{ person: string; votesDropped: number }>({
      title: 'Назван руководитель будущей площадки',
      more: ({ person, votesDropped = 0 }) => joined(text(person), votesDropped > 0 ? 'прежние голоса не считаются' : null),
    }),
    'application.voteCast': fact<OfOrganisation & { person: string; choice: string }>({
      title: 'Организация проголосовала за руководителя площадки',
      more: ({ organisation, person, choice }) =>
        joined(text(organisation), text(person), named({ for: 'за', against: 'против', abstained: 'воздержалась' }, choice)),
    }),
    'application.protocolRecorded': fact<{ number: string | null; on: Day | null }>({
      title: 'Записан протокол выбора руководителя',
      more: ({ number, on }) => text(number) && `№ ${text(number)}${day(on) ? ` от ${day(on)}` : ''}`,
    }),
    'application.submitted': fact<Numbered & { round: number; theme: string }>({
      title: 'Заявка отправлена',
      more: ({ number, round = 1, theme }) =>
        joined(numbered(number), round > 1 ? `отправлена ${round}-й раз` : null, quoted(theme)),
    }),
    'application.withdrawn': fact<Numbered & { reason: string }>({
      title: 'Заявка отозвана',
      more: ({ number, reason }) => joined(numbered(number), text(reason)),
    }),
    'application.draftDeleted': fact<{ theme: string }>({ title: 'Черновик заявки удалён', more: ({ theme }) => quoted(theme) }),
    'application.evidenceAdded': fact<{ criterion: string; texts: readonly string[] }>({
      title: 'К заявке приложено доказательство',
      more: ({ criterion, texts = [] }) => joined(text(criterion), ...texts),
    }),
    'application.evidenceRemoved': fact<{ criterion: string | null; text: string | null }>({
      title: 'Доказательство убрано из заявки',
      more: ({ criterion, text: given }) => joined(text(criterion), text(given)),
    }),
    'application.admitted': fact<Numbered & { round: number; note: string | null }>({
      title: 'Заявка прошла проверку',
      more: ({ number, note }) => joined(numbered(number), text(note)),
    }),
    'application.returned': fact<Numbered & { round: number; remarks: number; reviews: number }>({
      title: 'Заявка возвращена на доработку',
      more: ({ number, remarks, reviews = 0 }) =>
        joined(
          numbered(number),
          typeof remarks === 'number' ? counted(remarks, 'замечание', 'замечания', 'замечаний') : null,
          reviews > 0 ? `закрыто ${counted(reviews, 'заключение', 'заключения', 'заключений')} экспертов` : null,
        ),
    }),
    'application.asked': fact<{ question: string; dueOn: Day | null }>({
      title: 'По заявке запрошены сведения',
      more: ({ question, dueOn }) => joined(quoted(question), day(dueOn) && `ответить до ${day(dueOn)}`),
    }),
    'application.answered': fact<{ question: string; answer: string }>({
      title: 'На запрос сведений ответили',
      more: ({ answer }) => text(answer),
    }),
    'application.askingWithdrawn': fact<{ question: string }>({
      title: 'Запрос сведений отозван',
      more: ({ question }) => quoted(question),
    }),
    'application.reviewStarted': fact<Numbered>({ title: 'Заявка передана на экспертизу', more: ofNumber }),
    'application.reviewed': fact<Numbered & { reason?: string }>({
      title: 'Экспертиза заявки закончена',
      more: ({ number, reason }) => joined(numbered(number), text(reason)),
    }),
    'application.reviewReopened': fact<Numbered>({ title: 'По заявке назначен ещё один эксперт', more: ofNumber }),
    'application.granted': fact<ByOrder>({
      title: 'Заявка удовлетворена: присвоен статус',
      more: ({ label }) => text(label),
      act: 'always',
    }),
    'application.declined': fact<ByOrder & { reason: string | null }>({
      title: 'Заявка отклонена',
      more: ({ label, reason }) => joined(text(label), text(reason)),
      act: 'always',
    }),
    'application.reopened': fact<ByOrder>({
      title: (act) => `Решение по заявке отменено вместе с ${act.instrumental}`,
      more: ({ label }) => text(label),
      act: 'always',
    }),
  },
)

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
