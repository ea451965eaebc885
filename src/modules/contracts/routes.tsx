import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { checkFiles, mostFormBytes, usualFiles } from '../../files/check.ts'
import { serveFile } from '../../files/serve.ts'
import { refuseRule } from '../../kernel/result.ts'
import { basisOf } from '../../regulation/cite.ts'
import { paper } from '../../web/paper.ts'
import { paths } from '../../web/paths.ts'
import { type Answer, get, notFound, type PageRequest, post, type Route, seeOther } from '../../web/route.ts'
import { initialsOf, lastChangeBy } from '../people/name-queries.ts'
import { regulationInForce } from '../regulation/queries.ts'
import { standingSite, subjectOf } from '../sites/standing-queries.ts'
import { siteIsOpen } from '../sites/standing-rules.ts'
import { addScan } from './commands/add-scan.ts'
import { editContract, offerContract } from './commands/edit-contract.ts'
import { endContract } from './commands/end-contract.ts'
import { signContract } from './commands/sign-contract.ts'
import { startContract } from './commands/start-contract.ts'
import { takeBackContract } from './commands/take-back-contract.ts'
import { contractDocument } from './document.ts'
import { editForm, emptyForm, endForm, listQuery, signatureForm, startForm } from './forms.ts'
import { contractsOfSite, contractsPage, partiesOf } from './queries.ts'
import { asksContract } from './rules.ts'
import { openContract } from './store.ts'
import { contractSubject, siteSubject } from './subjects.ts'
import { ContractPage } from './views/contract-page.tsx'
import { ContractsPage, NoContractsPage } from './views/contracts-page.tsx'
import { EditPage } from './views/edit-page.tsx'
import { SiteContractsPage } from './views/site-contracts-page.tsx'
import { contractTitle } from './wording.ts'

const section = 'sites' as const
const oneFile = { ...usualFiles, files: 1 }

type SiteRequest = Pick<PageRequest, 'ctx' | 'tx' | 'form'> & { readonly params: { readonly site: string } }
type ContractRequest = Pick<PageRequest, 'ctx' | 'tx' | 'form' | 'conflict'> & {
  readonly params: { readonly territory: string; readonly contract: string }
}

async function sitePage({ ctx, tx, params, form }: SiteRequest): Promise<Answer> {
  const site = await standingSite(tx, ctx, params.site)
  if (!site) return notFound
  if (!asksContract(site.regulation).value) {
    const back = { href: paths.site({ territory: ctx.territory.code, site: site.id }), label: site.name }
    return { title: 'Договоры', section, status: 404, body: <NoContractsPage ctx={ctx} back={back} /> }
  }
  const rows = await contractsOfSite(tx, ctx, site.id)
  return { title: `Договоры: ${site.name}`, section, body: <SiteContractsPage ctx={ctx} site={site} rows={rows} form={form} /> }
}

async function contractPage({ ctx, tx, params, form, conflict }: ContractRequest): Promise<Answer> {
  const opened = await openContract(tx, ctx, params.contract)
  if (!opened) return notFound
  const { contract, site } = opened
  const subject = subjectOf(ctx.territory.id, site)
  const open = siteIsOpen(site.standing, ctx.today).ok
  const signers = [contract.signatures.site?.by, contract.signatures.operator?.by].filter((id) => id !== undefined)
  const [operator] = await partiesOf(tx, ctx, [contract.operatorId], ctx.today)
  const props = {
    ctx,
    ...opened,
    operator: operator ?? null,
    nameOf: await initialsOf(tx, ctx, signers),
    form,
    conflict,
    may: {
      edit: may(ctx, 'contract.edit', subject),
      signForSite: open && may(ctx, 'contract.signForSite', subject),
      signForOperator: open && may(ctx, 'contract.signForOperator', subject),
    },
  }
  return { title: `${contractTitle(contract.number)}, ${site.name}`, section, body: <ContractPage {...props} /> }
}

/** The text: as stored, or as typed when it is shown again. */
async function editPage({ ctx, tx, params, form, conflict }: ContractRequest): Promise<Answer> {
  const opened = await openContract(tx, ctx, params.contract)
  if (!opened) return notFound
  if (opened.contract.state !== 'draft' && !form) return seeOther(paths.contract(params))
  const person = conflict ? ((await lastChangeBy(tx, ctx, opened.contract.id)) ?? '') : ''
  const body = <EditPage ctx={ctx} {...opened} form={form} conflict={conflict ? { person } : null} />
  return { title: 'Текст договора', section, body }
}

async function documentOf(tx: Tx, ctx: Ctx, id: string, format: string): Promise<Answer> {
  const opened = await openContract(tx, ctx, id)
  if (!opened) return notFound
  const { contract, site } = opened
  const [operator] = await partiesOf(tx, ctx, [contract.operatorId], ctx.today)
  const hosts = await partiesOf(tx, ctx, site.organisationIds, ctx.today)
  const clause = site.regulation.contract?.clause
  if (!operator || !clause) return notFound
  const basis = basisOf(site.regulation, clause).text
  return paper(contractDocument({ contract, place: null, operator, hosts, basis }), format)
}

const toContract = (params: { territory: string; contract: string }, notice: string) => ({ to: paths.contract(params), notice })
const ofContract = { sees: 'contract.view', subject: contractSubject } as const

export const routes: Route[] = [
  get(paths.contracts, {
    permits: 'contract.view',
    query: listQuery,
    page: async ({ ctx, tx, query: { page } }) => {
      const stored = await regulationInForce(tx, ctx)
      const found = await contractsPage(tx, ctx, page)
      if (found.total === 0 && !(stored && asksContract(stored.regulation).value)) {
        const back = { href: paths.sites({ territory: ctx.territory.code }), label: 'Площадки' }
        return { title: 'Договоры', section, status: 404, body: <NoContractsPage ctx={ctx} back={back} /> }
      }
      return { title: 'Договоры', section, body: <ContractsPage ctx={ctx} {...found} page={page} /> }
    },
  }),
  get(paths.siteContracts, { permits: 'contract.view', sees: 'site.view', subject: siteSubject, page: sitePage }),
  post(paths.siteContracts, {
    permits: 'contract.edit',
    sees: 'site.view',
    subject: siteSubject,
    form: startForm,
    act: ({ ctx, params, form }) => startContract(ctx, { siteId: params.site, ...form }),
    next: ({ params, value }) => ({
      to: paths.contract({ territory: params.territory, contract: value }),
      notice: 'Договор начат: проверьте текст и отправьте на подпись',
    }),
    again: sitePage,
  }),
  get(paths.contract, { permits: 'contract.view', sees: 'contract.view', subject: contractSubject, page: contractPage }),
  get(paths.contractEdit, { ...ofContract, permits: 'contract.edit', page: editPage }),
  post(paths.contractEdit, {
    ...ofContract,
    permits: 'contract.edit',
    form: editForm,
    act: ({ ctx, params, form: { intent, ...text }, version }) =>
      (intent === 'offer' ? offerContract : editContract)(ctx, { contractId: params.contract, version, ...text }),
    next: ({ params, form }) =>
      toContract(params, form.intent === 'offer' ? 'Договор отправлен на подпись обеим сторонам' : 'Договор сохранён'),
    again: editPage,
  }),
  post(paths.contractWithdrawals, {
    ...ofContract,
    permits: 'contract.edit',
    form: emptyForm,
    act: ({ ctx, params, version }) => takeBackContract(ctx, { contractId: params.contract, version }),
    next: ({ params }) => toContract(params, 'Договор снова в работе'),
    again: contractPage,
  }),
  post(paths.contractSignatures, {
    ...ofContract,
    permits: 'contract.view',
    form: signatureForm,
    most: mostFormBytes,
    act: async ({ ctx, params, form, version, files }) => {
      const checked = await checkFiles(files.file ?? [], 'file', oneFile)
      if (!checked.ok) return checked
      return signContract(ctx, { contractId: params.contract, version, ...form, files: checked.value })
    },
    next: ({ params, value }) =>
      toContract(params, value === 'inForce' ? 'Подписали обе стороны: договор вступил в силу' : 'Подпись записана'),
    again: contractPage,
  }),
  post(paths.contractScans, {
    ...ofContract,
    permits: 'contract.edit',
    form: emptyForm,
    most: mostFormBytes,
    act: async ({ ctx, params, version, files }) => {
      const checked = await checkFiles(files.scan ?? [], 'scan', oneFile)
      if (!checked.ok) return checked
      const [file] = checked.value
      if (!file) return refuseRule('contract.scanMissing', { field: 'scan' })
      return addScan(ctx, { contractId: params.contract, version, file })
    },
    next: ({ params }) => toContract(params, 'Подписанный лист приложен'),
    again: contractPage,
  }),
  post(paths.contractEnd, {
    ...ofContract,
    permits: 'contract.edit',
    form: endForm,
    act: ({ ctx, params, form, version }) =>
      endContract(ctx, { contractId: params.contract, version, endedOn: form.endedOn, reason: form.endReason }),
    next: ({ params }) => toContract(params, 'Договор расторгнут'),
    again: contractPage,
  }),
  get(paths.contractFile, {
    permits: 'contract.view',
    sees: 'contract.view',
    subject: contractSubject,
    page: async ({ ctx, tx, params }) => {
      const opened = await openContract(tx, ctx, params.contract)
      return opened?.contract.file?.id === params.file ? serveFile(tx, ctx.territory.id, params.file) : notFound
    },
  }),
  get(paths.contractDocument, {
    permits: 'contract.view',
    sees: 'contract.view',
    subject: contractSubject,
    page: ({ ctx, tx, params }) => documentOf(tx, ctx, params.contract, params.format),
  }),
]
