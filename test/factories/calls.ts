import type { Db } from '../../src/db/pool.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { CallId, Day } from '../../src/kernel/types.ts'
import type { EffectOf } from '../../src/kit/order/effects.ts'
import type { Regulation } from '../../src/regulation/schema.ts'
import { lenobl } from '../regulations.ts'
import { anOffice, aPoint, aSigned, type Office, theRegulationOrder } from './orders.ts'

/** A call from 9 in the morning of 1 September to 6 in the evening of 1 October 2021, with two criteria. */
export const aCall = (more: Partial<EffectOf<'openCall'>> = {}): EffectOf<'openCall'> => ({
  kind: 'openCall',
  callId: newId<CallId>(),
  title: 'Приём заявок 2021 года',
  opensOn: '2021-09-01',
  opensAt: '09:00',
  closesOn: '2021-10-01',
  closesAt: '18:00',
  initiators: ['organisation'],
  directions: [],
  contingent: ['педагоги'],
  places: 2,
  expertsPerApplication: 2,
  reviewDueOn: '2021-11-01',
  spreadLimit: 25,
  criteria: [
    {
      code: 'note',
      title: 'Пояснительная записка',
      weight: 1,
      levels: [
        { points: 0, text: 'нет' },
        { points: 1, text: 'неполно' },
        { points: 2, text: 'полностью' },
      ],
    },
    {
      code: 'topics',
      title: 'Содержание по темам',
      weight: 3,
      levels: [
        { points: 0, text: 'нет' },
        { points: 2, text: 'есть' },
      ],
    },
  ],
  ...more,
})

/** An office of a territory that lives by calls, its regulation in force. */
export async function anOfficeWithCalls(db: Db, today: Day = '2021-09-01', regulation: Regulation = lenobl): Promise<Office> {
  const office = await anOffice(db, today, regulation)
  await theRegulationOrder(office)
  return office
}

/** A call opened by a signed order of this office. */
export async function anOpenedCall(office: Office, more: Partial<EffectOf<'openCall'>> = {}) {
  const call = aCall(more)
  const orderId = await aSigned(office, [aPoint([call])])
  return { callId: call.callId, orderId, call }
}
