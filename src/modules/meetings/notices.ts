import { counted } from '../../kernel/plural.ts'
import { type NoticesOf, notice, type Say, urgent } from '../../notices/kinds.ts'
import { note } from '../../notices/words.ts'
import { paths } from './paths.ts'

type OfMeeting = { title: string; when: string; where: string }

const of =
  <Params>(title: (params: Params) => string, more: (params: Params) => string): Say<Params> =>
  (params, to, meeting) => ({ title: title(params), more: more(params), href: paths.meeting({ ...to, meeting }) })

const timed = ({ when, where }: OfMeeting) => `${when}; ${where}`

export const notices = {
  'meeting.called': urgent<OfMeeting>(
    of(
      ({ title }) => `Вас приглашают: «${title}»`,
      (params) => `${timed(params)}. Ответьте, будете ли`,
    ),
  ),
  'meeting.chairs': urgent<OfMeeting & { chair: string }>(
    of(
      ({ title }) => `Вы ведёте встречу «${title}»`,
      (params) => `${timed(params)}. Протокол подписываете вы`,
    ),
  ),
  'meeting.chairLeft': urgent<OfMeeting & { chair: string }>(
    of(
      ({ title }) => `Встречу «${title}» ведёте больше не вы`,
      ({ chair, when }) => `${when}. Ведёт и подписывает протокол ${chair}`,
    ),
  ),
  'meeting.moved': urgent<OfMeeting & { was: string; again?: boolean }>(
    of(
      ({ title }) => `Изменились время или место: «${title}»`,
      (params) => `Теперь ${timed(params)}. Было: ${params.was}${params.again ? '. Ответьте снова, будете ли' : ''}`,
    ),
  ),
  'meeting.cancelled': urgent<OfMeeting & { reason: string }>(
    of(
      ({ title }) => `Не состоится: «${title}»`,
      ({ when, reason }) => `${when}. ${note(reason)}`,
    ),
  ),
  'meeting.cannot': notice<{ title: string; person: string; deputy: string | null }>(
    of(
      ({ title, person }) => `${person} на встрече «${title}» не сможет быть`,
      ({ deputy }) => (deputy === null ? 'Прислать некого' : `Вместо: ${deputy}`),
    ),
  ),
  'meeting.minutesSigned': notice<{ title: string; number: number; decisions: number }>(
    of(
      ({ title, number }) => `Подписан протокол № ${number}: «${title}»`,
      ({ decisions }) =>
        decisions === 0 ? 'Поручений в нём нет' : `В нём ${counted(decisions, 'поручение', 'поручения', 'поручений')}`,
    ),
  ),
  'meeting.soon': urgent<OfMeeting>(of(({ title }) => `Скоро: «${title}»`, timed)),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
