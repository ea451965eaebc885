import { sql } from 'kysely'
import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { longDate } from '../../kernel/dates.ts'
import type { ContractId, Day } from '../../kernel/types.ts'
import { ButtonLink } from '../../ui/buttons.tsx'
import type { LifeStep, ShownSite, StatusPart } from '../sites/ports.ts'
import { paths } from './paths.ts'

type Row = { on: Day | null; contractId: ContractId; number: string; to: Day; endedOn: Day | null; hasForce: boolean }

/** The contracts of a site on the page of its status, for whoever may see them. */
export async function contractsOnStatus(tx: Tx, ctx: Ctx, { site, regulation, subject }: ShownSite): Promise<StatusPart> {
  if (!may(ctx, 'contract.view', subject)) return { steps: [] }
  const { rows } = await sql<Row>`
    select greatest(site_signed_on, operator_signed_on) as "on", id as contract_id, number, ends_on as "to", ended_on,
      state in ('inForce', 'ended') as has_force from contracts
    where territory_id = ${ctx.territory.id} and site_id = ${site.id} limit 100`.execute(tx)
  const territory = ctx.territory.code
  const steps = rows.flatMap(({ on, contractId, number, to, endedOn, hasForce }): LifeStep[] => {
    if (!hasForce || on === null) return []
    const ended = endedOn === null ? '' : `, расторгнут ${longDate(endedOn)}`
    const link = { href: paths.contract({ territory, contract: contractId }), label: 'Открыть договор' }
    return [{ what: 'contract', on, title: `Подписан договор № ${number}`, more: `По ${longDate(to)}${ended}`, link, act: true }]
  })
  if (regulation.contract === null) return { steps }
  const button = (
    <ButtonLink kind="secondary" small href={paths.siteContracts({ territory, site: site.id })}>
      {rows.length === 0 ? 'Открыть договоры' : `Договоры: ${rows.length}`}
    </ButtonLink>
  )
  return { steps, next: { buttons: [button] } }
}
