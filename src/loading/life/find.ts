import type { Tx } from '../../db/pool.ts'
import type {
  EventId,
  OrderId,
  PersonId,
  PlanId,
  ProgrammeId,
  SiteId,
  TerritoryId,
  TraineeshipId,
  TryOutId,
} from '../../kernel/types.ts'

type Of = { readonly territoryId: TerritoryId; readonly siteId: SiteId }

/** Rows that earlier steps have made, by what the facts call them. */
export const found = {
  plan: (tx: Tx, of: Of): Promise<PlanId> =>
    tx
      .selectFrom('plans')
      .select('id')
      .where((is) => is.and(of))
      .executeTakeFirstOrThrow()
      .then(({ id }) => id),
  programme: (tx: Tx, of: Of): Promise<ProgrammeId> =>
    tx
      .selectFrom('programmes')
      .select('id')
      .where((is) => is.and(of))
      .executeTakeFirstOrThrow()
      .then(({ id }) => id),
  event: (tx: Tx, of: Of, title: string): Promise<EventId> =>
    tx
      .selectFrom('events')
      .select('id')
      .where((is) => is.and({ ...of, title }))
      .executeTakeFirstOrThrow()
      .then(({ id }) => id),
  traineeship: (tx: Tx, of: Of, personId: PersonId): Promise<TraineeshipId> =>
    tx
      .selectFrom('traineeships')
      .select('id')
      .where((is) => is.and({ ...of, personId }))
      .executeTakeFirstOrThrow()
      .then(({ id }) => id),
  tryOut: (tx: Tx, of: Of, personId: PersonId, title: string): Promise<TryOutId> =>
    tx
      .selectFrom('tryouts')
      .select('id')
      .where((is) => is.and({ ...of, personId, title }))
      .executeTakeFirstOrThrow()
      .then(({ id }) => id),
  order: (tx: Tx, { territoryId }: Pick<Of, 'territoryId'>): Promise<OrderId> =>
    tx
      .selectFrom('orders')
      .select('id')
      .where('territoryId', '=', territoryId)
      .where('state', '=', 'signed')
      .orderBy('createdAt')
      .limit(1)
      .executeTakeFirstOrThrow()
      .then(({ id }) => id),
}
