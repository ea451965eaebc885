import { type Ctx, may } from '../../../authz/ctx.ts'
import type { ToldFact } from '../../../history/subject-history.ts'
import { contains, longDate, longPeriod, shortDate } from '../../../kernel/dates.ts'
import { capital, fullName, postWords } from '../../../kernel/names.ts'
import type { FormerName } from '../../../kernel/names-in-time.ts'
import type { OrganisationId } from '../../../kernel/types.ts'
import { SubjectHistory } from '../../../kit/subject-history.tsx'
import { kindName } from '../../../regulation/dictionary.ts'
import { nb, RowLink, RowList, SummaryList, Table, TextLink } from '../../../ui/content.ts'
import { Breadcrumbs, ButtonLink, Columns, PageHead, Sheet, Stack, Tools } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { Organisation, OrganisationNames, SupportNeed } from '../model.ts'
import type { SiteTie, StaffLine } from '../queries.ts'
import { supportNeedNames } from '../texts.ts'

export type OrganisationPageProps = {
  ctx: Ctx
  organisation: Organisation
  staff: readonly StaffLine[]
  sites: readonly SiteTie[]
  formerNames: readonly FormerName<OrganisationNames>[]
  /** Null when the reader may not see traits; then the page says nothing of them. */
  needs: readonly SupportNeed[] | null
  /** Null when the reader may not see history. */
  history: readonly ToldFact[] | null
  staffShown: number
}

/** One organisation: requisites, people of today, sites, history. */
export function OrganisationPage(props: OrganisationPageProps) {
  const { ctx, organisation, needs, history } = props
  const territory = ctx.territory.code
  const mayEdit = may(ctx, 'organisation.edit', subjectOf(ctx, organisation.id))
  return (
    <>
      <Breadcrumbs links={[{ href: paths.organisations({ territory }), label: 'Организации' }]} />
      <PageHead
        title={organisation.shortName}
        more={organisation.fullName === organisation.shortName ? undefined : organisation.fullName}
        line={[
          capital(kindName(ctx.territory, 'organisation', organisation.kind)),
          organisation.settlement,
          dutyOf(organisation),
        ]}
        actions={
          mayEdit && (
            <ButtonLink kind="secondary" href={paths.editOrganisation({ territory, organisation: organisation.id })}>
              Исправить сведения
            </ButtonLink>
          )
        }
      />
      <Columns kind="side">
        <Stack>
          <Staff {...props} />
          <Sites {...props} />
          {needs && <Needs {...props} needs={needs} />}
        </Stack>
        <Stack label="Об организации">
          <Requisites {...props} />
          {history && history.length > 0 && <SubjectHistory ctx={ctx} history={history} />}
        </Stack>
      </Columns>
    </>
  )
}

const subjectOf = (ctx: Ctx, id: OrganisationId) => ({ territoryId: ctx.territory.id, organisationIds: [id] })

function dutyOf({ isAuthority, isOperator }: Organisation): string | null {
  if (isAuthority) return 'орган управления этой территории'
  return isOperator ? 'ведёт сеть площадок' : null
}

function Staff({ ctx, organisation, staff, staffShown }: OrganisationPageProps) {
  const territory = ctx.territory.code
  const mayRegister = may(ctx, 'person.register', subjectOf(ctx, organisation.id))
  const tools = [
    ...(staff.length > 0
      ? [{ href: paths.people({ territory }, { organisation: organisation.id }), label: 'Открыть в списке людей' }]
      : []),
    ...(mayRegister
      ? [{ href: paths.newPerson({ territory }, { organisation: organisation.id }), label: 'Записать человека' }]
      : []),
  ]
  const title = staff.length > staffShown ? `Кто работает сегодня: первые ${staffShown}` : 'Кто работает сегодня'
  if (staff.length === 0)
    return (
      <Sheet title={title} aside={<Tools tools={tools} />}>
        <p class="govuk-body">Здесь ещё никто не записан.</p>
      </Sheet>
    )
  return (
    <Sheet title={title} aside={<Tools tools={tools} />} flush>
      <Table
        caption={`Кто работает на ${longDate(ctx.today)}`}
        columns={[
          {
            title: 'Человек',
            cell: (line) => <RowLink href={paths.person({ territory, person: line.id })} name={fullName(line)} />,
          },
          { title: 'Должность', cell: (line) => postWords(line) },
          { title: 'Работает с', cell: (line) => shortDate(line.since) },
        ]}
        rows={staff.slice(0, staffShown)}
      />
    </Sheet>
  )
}

function Sites({ ctx, sites }: OrganisationPageProps) {
  if (sites.length === 0) return null
  const territory = ctx.territory.code
  return (
    <Sheet title="Площадки" flush>
      <Table
        caption="Площадки организации и площадки, за которыми она закреплена"
        columns={[
          {
            title: 'Площадка',
            cell: (tie) => (
              <RowLink href={paths.site({ territory, site: tie.siteId })} name={tie.theme} more={tie.hosts ? null : tie.name} />
            ),
          },
          { title: 'Участие', cell: (tie) => (tie.hosts ? 'сама площадка' : 'школа-партнёр') },
          {
            title: 'Срок',
            cell: (tie) => (contains(tie, ctx.today) ? longPeriod(tie) : `${longPeriod(tie)}${whenText(tie, ctx.today)}`),
          },
        ]}
        rows={sites}
      />
    </Sheet>
  )
}

const whenText = (tie: SiteTie, today: string) => (tie.from > today ? ', впереди' : ', закончилось')

function Needs({ ctx, organisation, needs }: OrganisationPageProps & { needs: readonly SupportNeed[] }) {
  const territory = ctx.territory.code
  const mayEdit = may(ctx, 'supportNeed.edit', subjectOf(ctx, organisation.id))
  if (needs.length === 0 && !mayEdit) return null
  const at = { territory, organisation: organisation.id }
  return (
    <Sheet title="Нуждается в поддержке">
      <p class="govuk-body pl-small pl-quiet">
        Видят орган управления, методический центр и сама организация. Открыто это не показывается нигде.
      </p>
      {needs.length === 0 ? (
        <p class="govuk-body">Признаков не записано.</p>
      ) : (
        <RowList
          rows={needs.map((need) => (
            <>
              <p>{supportNeedNames[need.kind]}</p>
              <p class="pl-small pl-quiet">
                {nb([longPeriod({ from: need.startsOn, to: need.endsOn }), need.ground].filter(Boolean).join('; '))}
              </p>
              {mayEdit && need.endsOn === null && (
                <p class="pl-small">
                  <TextLink href={paths.supportNeedEnd({ ...at, need: need.id })}>Снять признак</TextLink>
                </p>
              )}
            </>
          ))}
        />
      )}
      {mayEdit && (
        <p class="govuk-body">
          <TextLink href={paths.supportNeeds(at)}>Записать признак</TextLink>
        </p>
      )}
    </Sheet>
  )
}

function Requisites({ organisation, formerNames }: OrganisationPageProps) {
  const { documentName, address, phone, email, website } = organisation
  const rows = [
    ...formerNames.map(({ until, name }) => ({ key: `До ${shortDate(until)}`, value: name.fullName })),
    documentName && { key: 'В документах', value: documentName },
    address && { key: 'Адрес', value: address },
    phone && { key: 'Телефон', value: phone },
    email && {
      key: 'Почта',
      value: <TextLink href={`mailto:${email}`}>{email}</TextLink>,
    },
    website && {
      key: 'Сайт',
      value: (
        <a class="govuk-link" href={website} rel="noopener noreferrer nofollow">
          {new URL(website).hostname}
        </a>
      ),
    },
  ].filter((row) => row !== null && row !== '')
  return (
    <Sheet title="Реквизиты">
      {rows.length > 0 ? <SummaryList rows={rows} /> : <p class="govuk-body">Адрес и телефон ещё не записаны.</p>}
    </Sheet>
  )
}
