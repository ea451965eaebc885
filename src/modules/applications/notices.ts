import { longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/plural.ts'
import type { Day } from '../../kernel/types.ts'
import { type NoticesOf, type NoticeText, notice, type Say, urgent } from '../../notices/kinds.ts'
import { paths } from '../../web/paths.ts'

type CheckedApplication = { number: number; theme: string }
type OfDraft = { theme: string; by: string }
type SentApplication = { number: number; theme: string; organisation: string; call: string | null }
type OfInformation = { applicationId: string; number: number; question: string }
type DueInformation = OfInformation & { dueOn: Day }
type OfDecision = { number: number; theme: string; order: string }

const dueInformation =
  (title: (params: DueInformation) => string): Say<DueInformation> =>
  (params, to, request) => ({
    title: title(params),
    more: params.question,
    href: paths.applicationAnswer({ ...to, application: params.applicationId, request }),
  })

/** Told of an application, and leading to it. */
const ofApplication =
  <Params>(say: (params: Params) => Pick<NoticeText, 'title' | 'more'>): Say<Params> =>
  (params, to, application) => ({ ...say(params), href: paths.application({ ...to, application }) })

export const notices = {
  /** To those who write an application of a call and have not sent it. */
  'application.unsent': urgent<{ title: string; closes: string; days: number }>(
    ofApplication(({ title, closes, days }) => ({
      title: `Ваша заявка не отправлена, ${days === 0 ? 'приём кончается сегодня' : `до конца приёма ${counted(days, 'день', 'дня', 'дней')}`}`,
      more: `«${title}»: приём до ${closes}`,
    })),
  ),
  /** To the head of an organisation: others, or the office, want it in an application. */
  'application.invited': urgent<OfDraft & { organisation: string; deadline: string | null }>(
    ofApplication(({ theme, by, organisation, deadline }) => ({
      title: `Подтвердите, что ${organisation} участвует в заявке${theme ? ` «${theme}»` : ''}`,
      more: `Заявку начинает ${by}.${deadline ? ` Приём заявок — до ${deadline}.` : ''} Если не участвуете, откажитесь и напишите почему`,
    })),
  ),
  /** To those who write it: what an organisation has answered. */
  'application.confirmed': notice<OfDraft>(
    ofApplication(({ theme, by }) => ({ title: `${by} участвует в заявке${theme ? ` «${theme}»` : ''}`, more: null })),
  ),
  'application.refused': notice<OfDraft & { reason: string }>(
    ofApplication(({ theme, by, reason }) => ({
      title: `${by} не участвует в заявке${theme ? ` «${theme}»` : ''}`,
      more: `Причина: ${reason}`,
    })),
  ),
  'application.letIn': notice<OfDraft>(
    ofApplication(({ theme, by }) => ({
      title: `Вам разрешили писать заявку${theme ? ` «${theme}»` : ''}`,
      more: `Вместе с вами пишет ${by}`,
    })),
  ),
  'application.voteAsked': urgent<OfDraft & { candidate: string }>(
    ofApplication(({ theme, candidate }) => ({
      title: `Проголосуйте за руководителя общей площадки: ${candidate}`,
      more: theme ? `Заявка «${theme}»` : null,
    })),
  ),
  /** To the operator. */
  'application.submitted': notice<SentApplication & { round: number }>(
    ofApplication(({ number, theme, organisation, round }) => ({
      title: `${round > 1 ? 'Исправлена' : 'Пришла'} заявка № ${number}: ${organisation}`,
      more: `Тема: «${theme}». Проверьте её`,
    })),
  ),
  'application.withdrawn': notice<SentApplication & { reason: string }>(
    ofApplication(({ number, organisation, reason }) => ({
      title: `Заявка № ${number} отозвана: ${organisation}`,
      more: `Причина: ${reason}`,
    })),
  ),
  /** The receipt, to everyone who applies. */
  'application.received': urgent<SentApplication & { round: number; at: string }>(
    ofApplication(({ number, theme, call, round, at }) => ({
      title: `Заявка № ${number} принята ${at}${round > 1 ? ', после доработки' : ''}`,
      more: `${call ? `${call}. ` : ''}Тема: «${theme}». Дальше её проверит методический центр`,
    })),
  ),
  'application.admitted': urgent<CheckedApplication & { next: string }>(
    ofApplication(({ number, next }) => ({ title: `Заявка № ${number} прошла проверку`, more: next })),
  ),
  'application.returned': urgent<CheckedApplication & { remarks: number; first: string }>(
    ofApplication(({ number, remarks, first }) => ({
      title: `Заявку № ${number} вернули на доработку: ${counted(remarks, 'замечание', 'замечания', 'замечаний')}`,
      more: first,
    })),
  ),
  'information.asked': urgent<OfInformation & { dueOn: Day | null }>(
    ({ applicationId: application, number, question, dueOn }, to, request) => ({
      title: `Нужны сведения по заявке № ${number}${dueOn === null ? '' : `, ответьте до ${longDate(dueOn)}`}`,
      more: question,
      href: paths.applicationAnswer({ ...to, application, request }),
    }),
  ),
  'information.withdrawn': notice<OfInformation>(({ applicationId: application, number, question }, to) => ({
    title: `Сведения по заявке № ${number} больше не нужны`,
    more: question,
    href: paths.applicationRequests({ ...to, application }),
  })),
  'information.dueSoon': notice<DueInformation>(
    dueInformation(({ number, dueOn }) => `Ответьте на вопрос по заявке № ${number} до ${longDate(dueOn)}`),
  ),
  'information.dueToday': urgent<DueInformation>(
    dueInformation(({ number }) => `Сегодня последний день: ответьте на вопрос по заявке № ${number}`),
  ),
  'information.overdue': notice<DueInformation>(
    dueInformation(({ number, dueOn }) => `Нет ответа на вопрос по заявке № ${number}, срок прошёл ${longDate(dueOn)}`),
  ),
  /** To whoever asked. */
  'information.answered': notice<OfInformation & { answer: string }>(
    ({ applicationId: application, number, question, answer }, to) => ({
      title: `По заявке № ${number} ответили: «${question}»`,
      more: answer,
      href: paths.applicationRequests({ ...to, application }),
    }),
  ),
  'information.notAnswered': notice<DueInformation>(({ applicationId: application, number, question, dueOn }, to) => ({
    title: `По заявке № ${number} вам не ответили, срок прошёл ${longDate(dueOn)}`,
    more: question,
    href: paths.applicationRequests({ ...to, application }),
  })),
  /** To everyone who applied, when the order is signed. */
  'application.granted': urgent<OfDecision>(
    ofApplication(({ number, theme, order }) => ({
      title: `По заявке № ${number} присвоен статус площадки`,
      more: `Тема: «${theme}». Решение: ${order}`,
    })),
  ),
  'application.declined': urgent<OfDecision & { reason: string }>(
    ofApplication(({ number, theme, order, reason }) => ({
      title: `Заявка № ${number} отклонена`,
      more: `Тема: «${theme}». Основание: ${reason.replace(/\.$/, '')}. Решение: ${order}`,
    })),
  ),
  'application.reopened': urgent<OfDecision>(
    ofApplication(({ number, theme, order }) => ({
      title: `Решение по заявке № ${number} отменено, её рассмотрят снова`,
      more: `Тема: «${theme}». Отменён ${order}`,
    })),
  ),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
