import { clauseInWords } from '../../kernel/clause-reference.ts'
import { type NoticesOf, notice, type Say, urgent } from '../../notices/kinds.ts'
import { paths } from '../../web/paths.ts'

const ofCall =
  <Params>(title: (params: Params) => string, more: (params: Params) => string): Say<Params> =>
  (params, to, call) => ({ title: title(params), more: more(params), href: paths.call({ ...to, call }) })

export const notices = {
  /** Moments are already words: a notice is read far from the territory's clock. */
  'call.announced': urgent<{ title: string; opens: string; closes: string; clause: string }>(
    ofCall(
      ({ title }) => `Объявлен приём заявок: «${title}»`,
      ({ opens, closes, clause }) => `С ${opens} до ${closes} (${clauseInWords(clause)})`,
    ),
  ),
  'call.opened': notice<{ title: string; opens: string; closes: string }>(
    ofCall(
      ({ title }) => `Начинается приём заявок: «${title}»`,
      ({ opens, closes }) => `С ${opens} до ${closes}`,
    ),
  ),
  'call.extended': urgent<{ title: string; closes: string }>(
    ofCall(
      ({ title }) => `Изменён срок приёма заявок: «${title}»`,
      ({ closes }) => `Теперь приём идёт до ${closes}`,
    ),
  ),
  'call.revoked': urgent<{ title: string; closes: string }>(
    ofCall(
      ({ title }) => `Отменён приём заявок: «${title}»`,
      () => 'Начатые заявки сохранены, но отправить их нельзя',
    ),
  ),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
