import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { later, longDate } from '../../kernel/dates.ts'
import { ButtonLink } from '../../ui/frame.ts'
import type { LifeStep, ShownSite, StatusPart } from '../sites/ports.ts'
import { paths } from './paths.ts'
import { contractsOfSite } from './queries.ts'

/** The contracts of a site on the page of its status, for whoever may see them. */
export async function contractsOnStatus(tx: Tx, ctx: Ctx, { site, regulation, subject }: ShownSite): Promise<StatusPart> {
  if (!may(ctx, 'contract.view', subject)) return { steps: [] }
  const rows = await contractsOfSite(tx, ctx, site.id)
  const territory = ctx.territory.code
  const steps = rows.flatMap(({ id, number, endsOn, endedOn, siteSignedOn, operatorSignedOn }): LifeStep[] => {
    if (siteSignedOn === null || operatorSignedOn === null) return []
    const on = later(siteSignedOn, operatorSignedOn)
    const ended = endedOn === null ? '' : `, расторгнут ${longDate(endedOn)}`
    const link = { href: paths.contract({ territory, contract: id }), label: 'Открыть договор' }
    return [
      { what: 'contract', on, title: `Подписан договор № ${number}`, more: `По ${longDate(endsOn)}${ended}`, link, act: true },
    ]
  })
  if (regulation.contract === null) return { steps }
  const button = (
    <ButtonLink kind="secondary" small href={paths.siteContracts({ territory, site: site.id })}>
      {rows.length === 0 ? 'Открыть договоры' : `Договоры: ${rows.length}`}
    </ButtonLink>
  )
  return { steps, next: { buttons: [button] } }
}
