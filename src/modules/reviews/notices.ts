import { longDate } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { type NoticesOf, notice, type Say, urgent } from '../../notices/kinds.ts'
import { paths } from '../../web/paths.ts'

/** To an expert: nothing of the application but its number and day. */
type OfReview = { number: number; dueOn: Day }
/** To those who lead the review: what to do about it. */
type OfReviewing = { number: number; applicationId: string }

const ofReview =
  (title: (params: OfReview) => string, more: string | null): Say<OfReview> =>
  (params, to, review) => ({ title: title(params), more, href: paths.review({ ...to, review }) })

export const notices = {
  'review.assigned': urgent<OfReview>(
    ofReview(
      ({ number, dueOn }) => `Вам передана на экспертизу заявка № ${number}: заключение ждут до ${longDate(dueOn)}`,
      'Сначала подтвердите, что конфликта интересов нет, или откажитесь',
    ),
  ),
  'review.dueSoon': notice<OfReview>(
    ofReview(({ number, dueOn }) => `Отправьте заключение по заявке № ${number} до ${longDate(dueOn)}`, null),
  ),
  'review.dueToday': urgent<OfReview>(ofReview(({ number }) => `Сегодня последний день: заключение по заявке № ${number}`, null)),
  'review.overdue': urgent<OfReview>(
    ofReview(
      ({ number, dueOn }) => `Заключение по заявке № ${number} не отправлено, срок прошёл ${longDate(dueOn)}`,
      'Отправьте его или откажитесь, чтобы заявку передали другому эксперту',
    ),
  ),
  'review.replaced': urgent<{ number: number }>(({ number }, to, review) => ({
    title: `Заявка № ${number} передана другому эксперту`,
    more: 'Заключение по ней писать не нужно',
    href: paths.review({ ...to, review }),
  })),
  'review.closed': urgent<{ number: number; reason: string }>(({ number, reason }, to, review) => ({
    title: `Экспертиза заявки № ${number} прервана`,
    more: `${reason}. Заключение по ней писать не нужно`,
    href: paths.review({ ...to, review }),
  })),
  'review.declined': notice<OfReviewing & { expert: string; reason: string }>((params, to) => ({
    title: `Эксперт отказался от заявки № ${params.number}: назначьте другого`,
    more: `${params.expert}. Причина: ${params.reason}`,
    href: paths.applicationReviews({ ...to, application: params.applicationId }),
  })),
  'review.late': notice<OfReviewing & { expert: string; dueOn: Day }>((params, to) => ({
    title: `Нет заключения по заявке № ${params.number}, срок прошёл ${longDate(params.dueOn)}`,
    more: `${params.expert}. Напомните эксперту или замените его`,
    href: paths.applicationReviews({ ...to, application: params.applicationId }),
  })),
  'review.finished': notice<OfReviewing>((params, to) => ({
    title: `Экспертиза заявки № ${params.number} закончена`,
    more: 'Все заключения отправлены',
    href: paths.applicationReviews({ ...to, application: params.applicationId }),
  })),
  'review.needsExtra': notice<OfReviewing & { spread: string; limit: number }>((params, to) => ({
    title: `Оценки заявки № ${params.number} разошлись: назначьте ещё одного эксперта`,
    more: `Разница оценок — ${params.spread} п. п., приём допускает ${params.limit} п. п.`,
    href: paths.applicationReviews({ ...to, application: params.applicationId }),
  })),
  /** To the experts who read it: what became of the application. */
  'review.outcomeKnown': notice<{ number: number; granted: boolean; order: string }>(
    ({ number, granted, order }, to, review) => ({
      title: `Известно решение по заявке № ${number}, которую вы оценивали`,
      more: `${granted ? 'Статус присвоен' : 'Заявка отклонена'}: ${order}`,
      href: paths.review({ ...to, review }),
    }),
  ),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
