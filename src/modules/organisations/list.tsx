import { type Ctx, may } from '../../authz/ctx.ts'
import { shortDate } from '../../kernel/dates.ts'
import { capital, withInitials } from '../../kernel/names.ts'
import type { Day } from '../../kernel/types.ts'
import { type Column, inFile, number, text } from '../../kit/list/columns.tsx'
import { oneKind } from '../../kit/list/filters.ts'
import { list } from '../../kit/list/routes.tsx'
import { kindName } from '../../regulation/dictionary.ts'
import { RowLink, TextLink } from '../../ui/content.ts'
import { ButtonLink, PageHead, SubNavigation } from '../../ui/frame.ts'
import { paths } from './paths.ts'
import { type OrganisationLine, organisationsAsOf } from './queries.ts'

const Figure = ({ of, href }: { of: number; href: string }) => (of === 0 ? <>0</> : <TextLink href={href}>{of}</TextLink>)

function columnsOf(ctx: Ctx, on: Day): Column<OrganisationLine>[] {
  const at = { territory: ctx.territory.code }
  const date = on === ctx.today ? null : shortDate(on)
  const nameCell = (line: OrganisationLine) => (
    <RowLink
      href={paths.organisation({ ...at, organisation: line.id })}
      name={line.shortName}
      more={[capital(kindName(ctx.territory, 'organisation', line.kind)), line.settlement].filter(Boolean).join(', ')}
    />
  )
  const headCell = ({ head }: OrganisationLine) =>
    head ? <TextLink href={paths.person({ ...at, person: head.id })}>{withInitials(head)}</TextLink> : 'не записан'
  return [
    text('Вид', (line) => capital(kindName(ctx.territory, 'organisation', line.kind)), inFile),
    text('Полное название', (line) => line.fullName, inFile),
    text('Краткое название', (line) => line.shortName, nameCell),
    text('Населённый пункт', (line) => line.settlement, inFile),
    text('Адрес', (line) => line.address, inFile),
    text('Телефон', (line) => line.phone, inFile),
    text('Почта', (line) => line.email, inFile),
    text('Сайт', (line) => line.website, inFile),
    text('Руководитель', (line) => line.head && withInitials(line.head), headCell),
    number(
      'Работников',
      (line) => line.people,
      (line) => <Figure of={line.people} href={paths.people(at, { organisation: line.id, date })} />,
    ),
    number(
      'Площадок',
      (line) => line.hosts,
      (line) => <Figure of={line.hosts} href={paths.sites(at, { q: line.shortName, date })} />,
    ),
  ]
}

/** The register of organisations with their heads and staff as of a day. */
export const organisationList = list({
  path: paths.organisations,
  permits: 'organisation.view',
  title: 'Организации',
  section: 'organisations',
  name: 'organizacii',
  nouns: ['организация', 'организации', 'организаций'],
  search: 'Название или населённый пункт',
  asOf: { hint: 'Покажем руководителей и работников на этот день' },
  filters: { kind: oneKind('organisation', { label: 'Вид', empty: 'Любой' }) },
  even: true,
  rows: ({ ctx, tx }, query) => organisationsAsOf(tx, ctx, query),
  columns: ({ ctx }, { on }) => columnsOf(ctx, on),
  empty: () => ({
    picture: 'house',
    title: 'Организаций ещё нет',
    text: 'Здесь будут школы, детские сады, методический центр и орган управления территории.',
  }),
  nothing: { picture: 'house', text: 'Проверьте слова или снимите условия.', all: 'Показать все организации' },
  head: ({ where: { ctx } }) => {
    const at = { territory: ctx.territory.code }
    return (
      <>
        <PageHead
          title="Люди и организации"
          actions={
            may(ctx, 'organisation.register') && <ButtonLink href={paths.newOrganisation(at)}>Внести организацию</ButtonLink>
          }
        />
        <SubNavigation
          label="Люди и организации"
          links={[
            { href: paths.organisations(at), label: 'Организации', current: true },
            { href: paths.people(at), label: 'Люди' },
          ]}
        />
      </>
    )
  },
})
