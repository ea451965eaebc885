import { type NoticesOf, notice, type Say } from '../../notices/kinds.ts'
import { paths } from '../../web/paths.ts'

type Named = { name: string }

const ofPerson =
  <Params>(title: (params: Params) => string, more: string): Say<Params> =>
  (params, to, person) => ({ title: title(params), more, href: paths.person({ ...to, person }) })

export const notices = {
  /** To those who keep accounts: an invitation was answered. */
  'account.joined': notice<Named>(
    ofPerson(
      ({ name }) => `Приглашение принято: ${name}`,
      'Если это сделал не тот человек, отзовите его роли и сообщите администратору установки',
    ),
  ),
  'account.invitationDeclined': notice<Named>(
    ofPerson(({ name }) => `От приглашения отказались: ${name}`, 'Проверьте, на тот ли адрес оно отправлено'),
  ),
  /** To the owner of the account. */
  'account.passwordChanged': notice<Record<string, never>>(
    ofPerson(() => 'Ваш пароль изменён', 'Если это сделали не вы, сообщите администратору установки'),
  ),
  'account.emailChanged': notice<Record<string, never>>(
    ofPerson(() => 'Ваша почта для входа изменена', 'Если это сделали не вы, сообщите администратору установки'),
  ),
  'account.secondFactorOn': notice<Record<string, never>>(
    ofPerson(() => 'Второй шаг входа подключён', 'Если это сделали не вы, сообщите администратору установки'),
  ),
  'account.secondFactorOff': notice<Record<string, never>>(
    ofPerson(() => 'Второй шаг входа отключён', 'Если это сделали не вы, смените пароль и сообщите администратору установки'),
  ),
  'account.passwordLinkGiven': notice<Record<string, never>>(
    ofPerson(
      () => 'Администратор установки выдал ссылку, по которой задают ваш новый пароль',
      'Если вы об этом не просили, сообщите администратору установки',
    ),
  ),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
