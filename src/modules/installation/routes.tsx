import { formAt, get, notFound, type Page, type PageRequest, post, type Route } from '../../web/route.ts'
import { allTerritories } from '../../web/territories.ts'
import { regulationsToCopy } from '../regulation/queries.ts'
import { inviteFirst } from './commands/invite-first.ts'
import { type Made, makeTerritory } from './commands/make-territory.ts'
import { emptyChoice, invitationForm, newTerritoryForm } from './forms.ts'
import { installationHistory, territoryList } from './lists.tsx'
import { paths } from './paths.ts'
import { firstOfficial } from './queries.ts'
import { HandOverPage, MadeTerritoryPage } from './views/made-territory-page.tsx'
import { NewTerritoryPage } from './views/new-territory-page.tsx'

const section = 'installation' as const
const permits = 'installation.keep' as const

async function newPage({ tx, ctx, form }: Pick<PageRequest, 'tx' | 'ctx' | 'form'>): Promise<Page> {
  const lines = Map.groupBy(await regulationsToCopy(tx, ctx.today), ({ territoryId }) => territoryId)
  const copies = (await allTerritories(tx)).flatMap(({ id, shortName }) => {
    const own = lines.get(id) ?? []
    return own.map(({ lineId, name, version }) => ({
      value: lineId,
      label: `Копия: ${shortName}${own.length > 1 ? `, ${name}` : ''}, редакция ${version}`,
    }))
  })
  return { title: 'Новая территория', section, body: <NewTerritoryPage form={form} regulations={[emptyChoice, ...copies]} /> }
}

async function madePage({ tx, ctx, params, form }: Pick<PageRequest, 'tx' | 'ctx' | 'form'> & { params: { code: string } }) {
  const shown = await firstOfficial(tx, ctx, params.code)
  if (!shown) return notFound
  return { title: shown.territory.shortName, section, body: <MadeTerritoryPage ctx={ctx} shown={shown} form={form} /> }
}

const handOver = async ({ value: { code, handOver } }: { value: Made }): Promise<Page | null> =>
  handOver === null ? null : { title: 'Передайте приглашение', section, body: <HandOverPage code={code} address={handOver} /> }

export const routes: Route[] = [
  ...territoryList.routes,
  ...installationHistory.routes,
  ...formAt(paths.newTerritory, {
    permits,
    form: newTerritoryForm,
    act: ({ ctx, form }) => makeTerritory(ctx, form),
    next: ({ value }) => ({
      to: paths.madeTerritory({ code: value.code }),
      notice: 'Территория создана, приглашение отправлено',
    }),
    shows: handOver,
    page: newPage,
  }),
  get(paths.madeTerritory, { permits, page: madePage }),
  post(paths.firstInvitations, {
    permits,
    form: invitationForm,
    act: ({ ctx, params, form }) => inviteFirst(ctx, { code: params.code, email: form.email }),
    next: ({ params }) => ({ to: paths.madeTerritory(params), notice: 'Приглашение отправлено' }),
    shows: handOver,
    again: madePage,
  }),
]
