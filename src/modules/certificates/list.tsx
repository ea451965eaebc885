import { sql } from 'kysely'
import type { Ctx } from '../../authz/ctx.ts'
import { holds, questionOf } from '../../db/words.ts'
import { withInitials } from '../../kernel/names.ts'
import type { OrganisationId } from '../../kernel/types.ts'
import { type Column, day, inFile, number, onPage, opens, state, text } from '../../kit/list/columns.tsx'
import { oneId, oneKnown } from '../../kit/list/filters.ts'
import { list } from '../../kit/list/routes.tsx'
import type { AtTerritory } from '../../kit/list/spec.ts'
import { Second } from '../../ui/content.ts'
import { Breadcrumbs, ButtonLink, PageHead } from '../../ui/frame.ts'
import type { StandingSite } from '../sites/standing-queries.ts'
import { issuers } from './case.ts'
import { issuePapers } from './deeds.ts'
import { sorts } from './model.ts'
import { paths } from './paths.ts'
import { type CertificateRow, certificatesBy, newestFirst, schoolsOfPapers } from './queries.ts'
import { stateTags } from './texts.ts'
import { aboutWords, daysText, hoursText, kindWords, numberText } from './wording.ts'

type OfSite = AtTerritory<typeof paths.certificates.pattern>
type Names = ReadonlyMap<OrganisationId, string>
const schoolOf = (schools: Names, { organisationId }: CertificateRow) => (organisationId && schools.get(organisationId)) ?? ''

const sortNames = { participation: 'Об участии', completion: 'Об освоении' } as const

const columns = ({ territory }: Ctx, schools: Names): Column<CertificateRow>[] => [
  opens(
    'Кому',
    (row) => withInitials(row.printed.person),
    (row) => paths.certificate({ territory: territory.code, certificate: row.id }),
    (row) => schoolOf(schools, row),
  ),
  text('Организация', (row) => schoolOf(schools, row), inFile),
  onPage('Бумага', (row) => (
    <>
      {`${kindWords[row.kind].one} № ${row.number}`}
      <Second>{sortNames[row.sort].toLowerCase()}</Second>
    </>
  )),
  text('Бумага', (row) => kindWords[row.kind].one, inFile),
  text('О чём', (row) => aboutWords(row.printed), inFile),
  number('Номер', (row) => row.number, inFile),
  day('Выдана', (row) => row.issuedOn),
  onPage('Часы', (row) => hoursText(row.hours)),
  text('Часов', (row) => numberText(row.hours), inFile),
  text('За дни', (row) => daysText(row.printed), inFile),
  state('Состояние', (row) => stateTags[row.state]),
]

const sitesLink = ({ ctx }: AtTerritory) => ({ href: paths.sites({ territory: ctx.territory.code }), label: 'Площадки' })

/** The papers of a site: whom, which, how many hours. */
export const certificateList = list({
  path: paths.certificates,
  permits: 'certificate.list',
  sees: 'site.view',
  subject: issuers.subjectFor('certificate.list'),
  title: 'Справки и сертификаты',
  section: 'sites',
  name: ({ ctx }) => `certificates-${ctx.territory.code}`,
  nouns: ['бумага', 'бумаги', 'бумаг'],
  search: 'Фамилия',
  filters: {
    school: oneId<OrganisationId, OfSite>({
      label: 'Организация',
      empty: 'Все организации',
      choices: async ({ tx, ctx, params }) =>
        (await schoolsOfPapers(tx, ctx, params.site)).map(({ id, name }) => ({ value: id, label: name })),
    }),
    sort: oneKnown(sorts, sortNames, { label: 'О чём бумага', empty: 'О любом' }),
    state: oneKnown(['issued', 'revoked'], { issued: 'Действуют', revoked: 'Отозваны' }, { label: 'Состояние', empty: 'Все' }),
  },
  load: async ({ tx, ctx, params }: OfSite) => {
    const [site, schools] = await Promise.all([issuers.open(tx, ctx, params.site), schoolsOfPapers(tx, ctx, params.site)])
    return site && { site, schools: new Map(schools.map(({ id, name }) => [id, name])) }
  },
  rows: ({ tx, ctx, params }, { q, school, sort, state: at }) =>
    certificatesBy(tx, ctx, {
      where: sql.join(
        [
          sql`c.site_id = ${params.site}`,
          ...(q === null ? [] : [holds(sql`c.printed -> 'person' ->> 'familyName'`, questionOf(q))]),
          ...(school === null ? [] : [sql`c.organisation_id = ${school}`]),
          ...(sort === null ? [] : [sql`c.sort = ${sort}`]),
          ...(at === null ? [] : [sql`c.state = ${at}`]),
        ],
        sql` and `,
      ),
      order: newestFirst,
    }),
  columns: ({ ctx, loaded: { schools } }) => columns(ctx, schools),
  empty: ({ where }) => ({
    picture: 'paper',
    title: 'Бумаг ещё не выдавали',
    text: issuePapers.offered(where.ctx, where.loaded.site)
      ? 'Выдайте справки тем, кто был на мероприятиях площадки, и бумаги об освоении тем, кто выполнил условия программы: часы посчитаются по отметкам.'
      : 'Здесь будут справки и сертификаты, которые площадка выдаст тем, кто был на её мероприятиях или освоил её программу.',
    actions: issueButton(where),
  }),
  head: ({ where }) => (
    <>
      <Breadcrumbs
        links={[
          sitesLink(where),
          { href: paths.site({ territory: where.ctx.territory.code, site: where.params.site }), label: where.loaded.site.name },
        ]}
      />
      <PageHead title="Справки и сертификаты" more={where.loaded.site.name} actions={issueButton(where)} />
    </>
  ),
})

type Found = OfSite & { readonly loaded: { readonly site: StandingSite } }
const issueButton = ({ ctx, params, loaded: { site } }: Found) =>
  issuePapers.offered(ctx, site) && (
    <ButtonLink href={paths.certificateIssue({ territory: ctx.territory.code, site: params.site })}>Выдать</ButtonLink>
  )
