import type { Ctx } from '../authz/ctx.ts'
import { isTrusted } from '../authz/second-factor.ts'
import type { Tx } from '../db/pool.ts'

/** What is said on the page where a second factor is connected. */
export const secondFactorFirst =
  'Те, кто подписывает документы или ведёт учётные записи, на этой установке входят с кодом. Подключите второй шаг входа здесь, и работа откроется'

/** Whether the installation demands a second factor of this person and there is none yet: until there is, nothing of the territory opens. */
export const lacksSecondFactor = async (tx: Tx, { actor, services: { secondFactor } }: Ctx): Promise<boolean> =>
  secondFactor.isDemanded && isTrusted(actor.roles) && (await secondFactor.stateOf(tx, actor.accountId)) === 'missing'
