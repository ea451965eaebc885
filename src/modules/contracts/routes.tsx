import type { Ctx } from '../../authz/ctx.ts'
import { serveFile } from '../../files/serve.ts'
import type { ThingPage } from '../../kit/thing.ts'
import { basisOf } from '../../regulation/cite.ts'
import { paper } from '../../web/paper.ts'
import { type Answer, get, notFound, type Route, seeOther } from '../../web/route.ts'
import { partiesOf } from '../organisations/party-queries.ts'
import { initialsOf, lastChangeBy } from '../people/name-queries.ts'
import { regulationInForce } from '../regulation/queries.ts'
import { theSite } from '../sites/site-queries.ts'
import type { StandingSite } from '../sites/standing-queries.ts'
import { contracts, type OpenContract, signaturesOf } from './case.ts'
import { endContract } from './deeds/end.tsx'
import { addScan, signContract } from './deeds/sign.tsx'
import { editContract, offerContract, startContract, takeBackContract } from './deeds/write.tsx'
import { contractDocument } from './document.ts'
import { contractList } from './list.tsx'
import { paths } from './paths.ts'
import { allContracts, contractsOfSite, fileOf } from './queries.ts'
import { asksContract } from './rules.ts'
import { ContractPage } from './views/contract-page.tsx'
import { EditPage } from './views/edit-page.tsx'
import { NoContractsPage } from './views/no-contracts-page.tsx'
import { SiteContractsPage } from './views/site-contracts-page.tsx'
import { contractTitle } from './wording.ts'

const section = 'sites' as const

const noContracts = (ctx: Ctx, back: { href: string; label: string }): Answer => ({
  title: 'Договоры',
  section,
  status: 404,
  body: <NoContractsPage ctx={ctx} back={back} />,
})

const sitePage: ThingPage<StandingSite> = async (site, request) => {
  const { ctx, tx } = request
  if (!asksContract(site.regulation).value)
    return noContracts(ctx, { href: paths.site({ territory: ctx.territory.code, site: site.id }), label: site.name })
  const rows = await contractsOfSite(tx, ctx, site.id)
  return { title: `Договоры: ${site.name}`, section, body: <SiteContractsPage site={site} request={request} rows={rows} /> }
}

const contractPage: ThingPage<OpenContract> = async (opened, request) => {
  const { ctx, tx } = request
  const { one, site } = opened
  const [operator] = await partiesOf(tx, ctx, [one.operatorOrganisationId], ctx.today)
  const nameOf = await initialsOf(
    tx,
    ctx,
    [one.siteSignedBy, one.operatorSignedBy].filter((id) => id !== null),
  )
  const props = { opened, request, operator, nameOf, file: await fileOf(tx, ctx, one.fileId) }
  return { title: `${contractTitle(one.number)}, ${site.name}`, section, body: <ContractPage {...props} /> }
}

const editPage: ThingPage<OpenContract> = async (opened, request) => {
  const { ctx, tx, form, conflict } = request
  if (opened.one.state !== 'draft' && !form)
    return seeOther(contracts.home({ territory: ctx.territory.code, contract: opened.one.id }))
  const changedBy = conflict ? ((await lastChangeBy(tx, ctx, opened.one.id)) ?? '') : ''
  return { title: 'Текст договора', section, body: <EditPage opened={opened} request={request} changedBy={changedBy} /> }
}

const documentPage: ThingPage<OpenContract> = async ({ one, site }, { ctx, tx, params }) => {
  const [operator] = await partiesOf(tx, ctx, [one.operatorOrganisationId], ctx.today)
  const hosts = await partiesOf(tx, ctx, site.organisationIds, ctx.today)
  const clause = site.regulation.contract?.clause
  if (!operator || !clause) return notFound
  const basis = basisOf(site.regulation, clause).text
  const doc = contractDocument({ contract: one, signatures: signaturesOf(one), place: null, operator, hosts, basis })
  return paper(doc, params.format!)
}

export const routes: Route[] = [
  ...contractList.files,
  get(paths.contracts, {
    permits: 'contract.view',
    query: contractList.query,
    page: async (request) => {
      const { ctx, tx, query } = request
      const isAsked = (await regulationInForce(tx, ctx))?.regulation.contract
      if (!isAsked && (await allContracts(tx, ctx).count(1)) === 0)
        return noContracts(ctx, { href: paths.sites({ territory: ctx.territory.code }), label: 'Площадки' })
      return contractList.page(request, query)
    },
  }),
  theSite.page(paths.siteContracts, sitePage, 'contract.view'),
  startContract.route(sitePage),
  contracts.page(paths.contract, contractPage),
  contracts.page(paths.contractEdit, editPage, 'contract.edit'),
  editContract.route(editPage, { offer: offerContract }),
  ...[takeBackContract, signContract, addScan, endContract].map((deed) => deed.route(contractPage)),
  contracts.page(paths.contractFile, ({ one }, { tx, ctx, params }) =>
    one.fileId === params.file ? serveFile(tx, ctx.territory.id, one.fileId!) : notFound,
  ),
  contracts.page(paths.contractDocument, documentPage),
]
