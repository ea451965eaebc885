import { about, type FactsOf, fact } from '../../history/facts.ts'
import { paths } from '../../web/paths.ts'

/** Their subject is the person whose way in it is. */
export const facts = about(
  { group: 'people', href: (to, { subjectId }) => paths.person({ ...to, person: subjectId }) },
  {
    'account.invited': fact({ title: 'Отправлено приглашение' }),
    'account.invitationWithdrawn': fact({ title: 'Приглашение отозвано' }),
    'account.invitationDeclined': fact({ title: 'От приглашения отказались' }),
    'account.joined': fact({ title: 'Приглашение принято' }),
    'account.passwordLinkGiven': fact({ title: 'Администратор установки выдал ссылку для нового пароля' }),
    'account.emailChanged': fact({ title: 'Почта для входа изменена' }),
    'account.secondFactorOn': fact({ title: 'Второй шаг входа подключён' }),
    'account.secondFactorOff': fact({ title: 'Второй шаг входа отключён' }),
    'account.passwordChanged': fact({ title: 'Пароль изменён' }),
  },
)

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
