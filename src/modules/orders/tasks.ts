import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { shortDate } from '../../kernel/dates.ts'
import { capital, withInitials } from '../../kernel/names.ts'
import type { Day, TerritoryId } from '../../kernel/types.ts'
import { type Asking, mostLookedFor, type Task, type TaskSource } from '../../kit/tasks.ts'
import { type ActKind, act } from '../../regulation/acts.ts'
import { bodiesWithoutOffice } from '../../regulation/status/check.ts'
import { paths } from '../../web/paths.ts'
import { bodiesHavingOffice } from './office-queries.ts'
import { asTask } from './texts.ts'

/** Points of signed orders that this person has to carry out (L-O4). */
const ownAssignments: TaskSource = {
  serves: 'anyone',
  maybe: ({ territory, actor }) =>
    sql`exists (select from assignments where territory_id = ${territory.id} and person_id = ${actor.personId} and state = 'open')`,
  find: async ({ tx, ctx }) => {
    const rows = await assignmentsQuery(tx, ctx.territory.id)
      .where((is) => is.and({ 'a.personId': ctx.actor.personId, 'a.state': 'open' }))
      .orderBy('dueOn')
      .limit(mostLookedFor)
      .execute()
    return rows.map((row) => ({
      key: `assignment:${row.id}`,
      what: asTask(row.text),
      why: `${row.remark ? `Возвращено: ${row.remark}. ` : ''}${capital(groundOf(row))}`,
      clause: null,
      who: row.controllerFamily ? `Контролирует ${controllerName(row)}` : null,
      due: row.dueOn,
      href: paths.assignment({ territory: ctx.territory.code, assignment: row.id }),
      action: 'Отчитаться',
    }))
  },
}

/** Points reported as done that wait for the controller (L-O5). */
const assignmentsToAccept: TaskSource = {
  serves: 'anyone',
  maybe: ({ territory, actor }) => {
    const ofOrder = sql`exists (select from assignments a where a.territory_id = o.territory_id and a.order_id = o.id and a.state = 'done')`
    return sql`(exists (select from assignments a where a.territory_id = ${territory.id} and a.controller_id = ${actor.personId} and a.state = 'done')
      or exists (select from orders o where o.territory_id = ${territory.id} and o.controller_id = ${actor.personId} and ${ofOrder})
      or exists (select from orders o where o.territory_id = ${territory.id} and o.controller_id is null and o.signatory_id = ${actor.personId} and ${ofOrder}))`
  },
  find: async ({ tx, ctx }) => {
    const rows = await assignmentsQuery(tx, ctx.territory.id)
      .where('a.state', '=', 'done')
      .where((or) =>
        or.or([
          or('o.controllerId', '=', ctx.actor.personId),
          or('a.controllerId', '=', ctx.actor.personId),
          or.and([or('o.controllerId', 'is', null), or('o.signatoryId', '=', ctx.actor.personId)]),
        ]),
      )
      .orderBy('a.doneOn')
      .limit(mostLookedFor)
      .$narrowType<{ doneOn: Day }>()
      .execute()
    return rows.map((row) => ({
      key: `accept:${row.id}`,
      decides: true,
      what:
        row.kind === null
          ? `Проверить исполнение: ${row.ground}`
          : `Проверить исполнение п. ${row.number} ${act({ kind: row.kind }).genitive} № ${row.numberText}`,
      why: asTask(row.text),
      clause: null,
      who: `Ждёт ${withInitials(row)}, сообщение от ${shortDate(row.doneOn)}`,
      due: null,
      href: paths.assignment({ territory: ctx.territory.code, assignment: row.id }),
      action: 'Проверить',
    }))
  },
}

type Tx = Asking['tx']
function assignmentsQuery(tx: Tx, territoryId: TerritoryId) {
  return tx
    .selectFrom('assignments as a')
    .leftJoin('orderPoints as p', (join) => join.onRef('p.territoryId', '=', 'a.territoryId').onRef('p.id', '=', 'a.pointId'))
    .leftJoin('orders as o', (join) => join.onRef('o.territoryId', '=', 'a.territoryId').onRef('o.id', '=', 'a.orderId'))
    .innerJoin('people as who', (join) => join.onRef('who.territoryId', '=', 'a.territoryId').onRef('who.id', '=', 'a.personId'))
    .leftJoin('people as c', (join) =>
      join
        .onRef('c.territoryId', '=', 'a.territoryId')
        .on((on) => on('c.id', '=', on.fn.coalesce('o.controllerId', 'a.controllerId'))),
    )
    .select((of) => [
      of.fn.coalesce('p.text', 'a.text', sql<string>`''`).as('text'),
      of.fn.coalesce('p.dueOn', 'a.dueOn').as('dueOn'),
    ])
    .select([
      'a.id',
      'a.doneOn',
      'a.remark',
      'a.ground',
      'p.number',
      'o.kind',
      'o.numberText',
      'o.signedOn',
      'who.familyName',
      'who.givenName',
      'who.patronymic',
    ])
    .select(['c.familyName as controllerFamily', 'c.givenName as controllerGiven', 'c.patronymic as controllerPatronymic'])
    .where('a.territoryId', '=', territoryId)
}
type Ground = {
  readonly ground: string | null
  readonly kind: ActKind | null
  readonly signedOn: Day | null
  readonly numberText: string | null
  readonly number: string | null
}
/** What a duty comes from: a point of an order, or what else has given it. */
const groundOf = ({ ground, kind, signedOn, numberText, number }: Ground): string =>
  kind === null || signedOn === null
    ? (ground ?? '')
    : `${act({ kind }).title} от ${shortDate(signedOn)} № ${numberText}, п. ${number}`

const controllerName = (row: {
  controllerFamily: string | null
  controllerGiven: string | null
  controllerPatronymic: string | null
}) =>
  withInitials({
    familyName: row.controllerFamily ?? '',
    givenName: row.controllerGiven ?? '',
    patronymic: row.controllerPatronymic,
  })

/** Orders this person has to read and confirm (U-O3). */
const ordersToRead: TaskSource = {
  serves: 'anyone',
  maybe: ({ territory, actor }) =>
    sql`exists (select from acquaintances where territory_id = ${territory.id} and person_id = ${actor.personId} and confirmed_at is null)`,
  find: async ({ tx, ctx }) => {
    const rows = await tx
      .selectFrom('acquaintances as a')
      .innerJoin('orders as o', (join) => join.onRef('o.territoryId', '=', 'a.territoryId').onRef('o.id', '=', 'a.orderId'))
      .select(['o.id', 'o.kind', 'o.title', 'o.numberText', 'o.signedOn'])
      .where((is) => is.and({ 'a.territoryId': ctx.territory.id, 'a.personId': ctx.actor.personId }))
      .where('a.confirmedAt', 'is', null)
      .where('o.state', '=', 'signed')
      .orderBy('o.signedOn')
      .limit(mostLookedFor)
      .$narrowType<{ signedOn: Day }>()
      .execute()
    return rows.map((row) => ({
      key: `read:${row.id}`,
      decides: true,
      what: `Ознакомиться с ${act(row).instrumental} № ${row.numberText} от ${shortDate(row.signedOn)}`,
      why: row.title,
      clause: null,
      who: `Отметку об ознакомлении видит тот, кто готовил ${act(row).nominative}`,
      due: null,
      href: paths.order({ territory: ctx.territory.code, order: row.id }),
      action: 'Прочитать',
    }))
  },
}

/** Whether this person has still to sign: alone, or as one of several. */
const isAwaited = ({ actor: { personId } }: Ctx) => sql<boolean>`case when exists (select from order_signatures s
    where s.territory_id = o.territory_id and s.order_id = o.id and s.person_id = ${personId})
  then exists (select from order_signatures s where s.territory_id = o.territory_id and s.order_id = o.id
    and s.person_id = ${personId} and s.signed_on is null) else o.signatory_id = ${personId} end`

/** Orders that wait for this person's signature, and drafts this person prepares. */
const ordersInHand: TaskSource = {
  serves: ['official', 'signatory', 'methodist', 'bodyMember', 'signer'],
  maybe: ({ territory }) =>
    sql`exists (select from orders where territory_id = ${territory.id} and state in ('draft', 'awaitingSignature'))`,
  find: async ({ tx, ctx }) => {
    const rows = await tx
      .selectFrom('orders as o')
      .leftJoin('people as p', (join) => join.onRef('p.territoryId', '=', 'o.territoryId').onRef('p.id', '=', 'o.preparedBy'))
      .select([
        'o.id',
        'o.title',
        'o.state',
        'o.signatoryId',
        'o.preparedBy',
        'o.sentBackRemark',
        'p.familyName',
        'p.givenName',
        'p.patronymic',
      ])
      .where('o.territoryId', '=', ctx.territory.id)
      .where('o.state', 'in', ['draft', 'awaitingSignature'])
      .where((or) =>
        or.or([
          or.and([or('o.state', '=', 'awaitingSignature'), isAwaited(ctx)]),
          or.and([or('o.state', '=', 'draft'), or('o.preparedBy', '=', ctx.actor.personId)]),
        ]),
      )
      .orderBy('o.createdAt')
      .limit(mostLookedFor)
      .execute()
    return rows.map((row): Task => {
      const common = { clause: null, due: null, href: paths.order({ territory: ctx.territory.code, order: row.id }) }
      if (row.state === 'draft') {
        const why = row.sentBackRemark ? `Возвращено с замечанием: ${row.sentBackRemark}` : 'Проект ещё не отправлен на подпись'
        return { ...common, key: `draft:${row.id}`, what: `Закончить проект «${row.title}»`, why, who: null, action: 'Открыть' }
      }
      const who = row.familyName
        ? `Ждёт ${withInitials({ familyName: row.familyName, givenName: row.givenName!, patronymic: row.patronymic })}`
        : null
      return {
        ...common,
        key: `sign:${row.id}`,
        decides: true,
        what: `Подписать «${row.title}»`,
        why: 'До подписи ничего не изменится',
        who,
        action: 'Прочитать и подписать',
      }
    })
  },
}

/** Bodies that the regulation lets sign, and that have nothing to sign with here. */
const officesToOpen: TaskSource = {
  serves: 'office.keep',
  find: async ({ tx, ctx, regulations }) => {
    const offices = await bodiesHavingOffice(tx, ctx)
    const wanting = regulations.flatMap(({ regulation }) => bodiesWithoutOffice(regulation, offices))
    return [...new Map(wanting.map((one) => [one.code, one])).values()].map(({ code, name }) => ({
      key: `office:${code}`,
      what: `Завести канцелярию: ${name}`,
      why: 'По Положению этот орган подписывает, а чем и кому подписывать, не сказано',
      href: paths.office({ territory: ctx.territory.code, body: code }),
      action: 'Завести',
    }))
  },
}

export const tasks: readonly TaskSource[] = [officesToOpen, ordersInHand, ownAssignments, assignmentsToAccept, ordersToRead]
