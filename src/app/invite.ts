import { type Services, type Territory, timeOf } from '../authz/ctx.ts'
import { asPool, type Db, type Tx } from '../db/pool.ts'
import { read } from '../db/transact.ts'
import { systemNow } from '../kernel/clock.ts'
import { ruleTexts } from '../kit/install.ts'
import { givePasswordLink } from '../modules/accounts/commands/ask-new-password.ts'
import { invitePerson } from '../modules/accounts/commands/invite-person.ts'
import { takeAwaySecondFactor } from '../modules/accounts/commands/second-factor.ts'
import { ruleText } from '../web/refusals.ts'
import { territoryByCode } from '../web/territories.ts'

/**
 * Lets a person of a territory in, from the command line: the first of those who keep its accounts, and whoever only they could be let in by.
 * The person is found by family name. Gives the way in, or a Russian sentence of what is wrong.
 */
export async function inviteFromCommandLine(
  db: Db,
  services: Services,
  given: { territory: string; email: string; familyName: string },
): Promise<{ done: boolean; text: string }> {
  const territory = await territoryByCode(db, given.territory)
  if (!territory) return { done: false, text: `Территории «${given.territory}» нет: проверьте её код.` }
  const { now, today } = timeOf(territory, systemNow())
  const scope = { territoryId: territory.id }
  const people = await read(db, scope, (tx) => withRoles(tx, territory, given.familyName))
  const [person, ...others] = people
  if (!person)
    return { done: false, text: `Среди тех, кому дана роль в территории, нет человека с фамилией «${given.familyName}».` }
  if (others.length > 0)
    return {
      done: false,
      text: `Человек с фамилией «${given.familyName}» в территории не один: укажите фамилию, имя и отчество в кавычках.`,
    }

  // Printed, not mailed: whoever works on the command line hands it over.
  const post = { ...services, sendsMail: false }
  const inviting = { pool: asPool(db), scope, now, today, territory, actor: null, submission: null }
  const invited = await invitePerson(inviting, { personId: person.id, email: given.email }, post)
  if (invited.ok) return { done: true, text: `Передайте человеку адрес, он действует семь дней: ${invited.value.handOver}` }
  return {
    done: false,
    text: invited.refusal.code === 'rule' ? ruleText(ruleTexts(), invited.refusal, inviting) : 'Пригласить не удалось.',
  }
}

/** People with a granted role whose name, or family name alone, is the given one. */
const withRoles = (tx: Tx, territory: Pick<Territory, 'id'>, name: string) =>
  tx
    .selectFrom('people as p')
    .innerJoin('roleGrants as g', (join) => join.onRef('g.territoryId', '=', 'p.territoryId').onRef('g.personId', '=', 'p.id'))
    .select('p.id')
    .distinct()
    .where('p.territoryId', '=', territory.id)
    .where((row) =>
      row.or([
        row('p.familyName', '=', name),
        row(row.fn<string>('concat_ws', [row.val(' '), 'p.familyName', 'p.givenName', 'p.patronymic']), '=', name),
      ]),
    )
    .execute()

/** Gives a link for a new password, from the command line. Its owner is told and all sessions are ended. */
export async function resetFromCommandLine(db: Db, services: Services, email: string): Promise<{ done: boolean; text: string }> {
  const link = await givePasswordLink({ db, services }, email)
  if (!link) return { done: false, text: `Учётной записи с почтой «${email}» нет: проверьте адрес.` }
  return {
    done: true,
    text: `Передайте адрес владельцу учётной записи лично, он действует сутки: ${link}\nВсе его входы закончены, ему отправлено уведомление.`,
  }
}

/** Takes the second factor of somebody who has lost it, from the command line. Its owner is told and all sessions are ended. */
export async function takeFactorFromCommandLine(
  db: Db,
  services: Services,
  email: string,
): Promise<{ done: boolean; text: string }> {
  const outcome = await takeAwaySecondFactor({ db, services }, email)
  if (outcome === 'unknown') return { done: false, text: `Учётной записи с почтой «${email}» нет: проверьте адрес.` }
  if (outcome === 'none') return { done: false, text: `У учётной записи «${email}» второй шаг входа не подключён.` }
  return { done: true, text: `Второй шаг входа у «${email}» снят. Все входы закончены, владельцу отправлено уведомление.` }
}
