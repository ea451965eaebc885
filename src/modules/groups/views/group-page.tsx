import { keptFile } from '../../../files/store.ts'
import { longDate, shortDate, shortPeriod } from '../../../kernel/dates.ts'
import { type CaseShown, casePage, papersOf } from '../../../kit/case-page.tsx'
import { deedPage } from '../../../kit/deed-page.tsx'
import { DeedFold, DeedSheet, DeedSheets, variant } from '../../../kit/deed-sheets.tsx'
import { FormFields, FormPage } from '../../../kit/form/view.tsx'
import type { ThingPage, ThingRequest } from '../../../kit/thing.ts'
import { workingGroups } from '../../../regulation/people/questions.ts'
import { directionLabel } from '../../../regulation/work/questions.ts'
import { nb, RowList, Second, StateTag, SummaryList } from '../../../ui/content.ts'
import { askedFor } from '../../../ui/fields.ts'
import { Notice, Sheet } from '../../../ui/frame.ts'
import { paths as links } from '../../../web/paths.ts'
import { peopleToChoose } from '../../people/choice-queries.ts'
import { clauseLink } from '../../regulation/clause-links.tsx'
import type { StandingSite } from '../../sites/standing-queries.ts'
import { groups, type OpenGroup } from '../case.ts'
import { admitMember, changeGroup, closeGroup, formGroup, releaseMember } from '../deeds.ts'
import { directionRows, formUnder } from '../form.ts'
import { paths } from '../paths.ts'
import { isOverdue, isStill } from '../rules.ts'
import { tagOf } from '../texts.ts'

const section = 'groups' as const

async function load(opened: OpenGroup, { ctx, tx, form }: ThingRequest) {
  const { one, members } = opened
  const admits = admitMember.offered(ctx, opened)
  const [file, toChoose] = await Promise.all([
    keptFile(tx, ctx, one.fileId),
    admits ? peopleToChoose(tx, ctx, askedFor(form, 'personId')) : null,
  ])
  return { file, toChoose, leader: members.find(({ personId }) => personId === one.leaderId)?.person ?? '' }
}
type Shown = CaseShown<OpenGroup, Awaited<ReturnType<typeof load>>>

/** A temporary working group: what it is for, who works in it, what came of it. (L-31g) */
export const groupPage = casePage({
  section,
  load,
  crumbs: ({ ctx, site, opened }: Shown) =>
    groups.may(ctx, 'group.list', opened)
      ? [{ href: paths.siteGroups({ territory: ctx.territory.code, site: site.id }), label: 'Рабочие группы площадки' }]
      : [{ href: paths.groups({ territory: ctx.territory.code }), label: 'Рабочие группы' }],
  changed: 'Пока вы смотрели, группу изменили. Прочитайте её снова',
  title: ({ one }) => one.theme,
  more: ({ site }) => `Рабочая группа, ${site.name}`,
  line: ({ one, site, ctx }) => [
    <StateTag {...tagOf(one, ctx.today)} />,
    clauseLink(ctx, workingGroups(site.regulation).basis?.clause),
  ],
  tools: ({ ctx, one }) =>
    papersOf('Состав', (format) => paths.groupPaper({ territory: ctx.territory.code, group: one.id, format })),
  sheets: (shown) => (
    <>
      {isOverdue(shown.one, shown.ctx.today) && (
        <Notice tone="wait" title={`Срок группы закончился ${longDate(shown.one.endsOn)}`}>
          <p class="govuk-body">
            {nb(
              closeGroup.offered(shown.ctx, shown.opened)
                ? 'Запишите, что получилось, или измените срок, если группа ещё работает.'
                : 'Результат запишет тот, кто руководит группой.',
            )}
          </p>
        </Notice>
      )}
      {shown.one.result !== null && <ResultSheet {...shown} />}
      <AboutSheet {...shown} />
      <MembersSheet {...shown} />
    </>
  ),
  aside: {
    label: 'Что сделать',
    sheets: ({ opened, request, ctx, toChoose }) => (
      <>
        {toChoose && <DeedSheet {...{ opened, request }} deed={admitMember} rows={{ personId: toChoose }} />}
        <DeedSheets {...{ opened, request, ctx }} deeds={[closeGroup, changeGroup]} />
      </>
    ),
  },
})

function ResultSheet({ one, file, ctx }: Shown) {
  return (
    <Sheet title="Что получилось">
      <p class="govuk-body pl-pre">{one.result}</p>
      <SummaryList
        rows={[
          one.resultLink !== null && {
            key: 'Где лежит',
            value: (
              <a class="govuk-link" href={one.resultLink} rel="noopener noreferrer nofollow">
                {one.resultLink}
              </a>
            ),
          },
          file && {
            key: 'Файл',
            value: (
              <a class="govuk-link" href={paths.groupFile({ territory: ctx.territory.code, group: one.id, file: file.id })}>
                {nb(file.name)}
              </a>
            ),
          },
          one.closedOn !== null && { key: 'Закончила работу', value: longDate(one.closedOn) },
        ]}
      />
    </Sheet>
  )
}

function AboutSheet({ one, site, leader }: Shown) {
  return (
    <Sheet title="Группа">
      <SummaryList
        rows={[
          { key: 'Что должно получиться', value: <span class="pl-pre">{one.task}</span> },
          { key: 'Срок', value: shortPeriod({ from: one.startsOn, to: one.endsOn }) },
          { key: 'Руководит', value: leader },
          one.direction !== null && { key: 'Направление', value: directionLabel(site.regulation, one.direction) },
        ]}
      />
    </Sheet>
  )
}

function MembersSheet({ opened, request, ctx, one, members }: Shown) {
  const now = members.filter((member) => isStill(member, ctx.today)).length
  return (
    <Sheet title={`Участники: ${now}`}>
      <RowList
        rows={members.map((member) => (
          <>
            <strong>{nb(member.person)}</strong>
            <Second>
              {nb(
                [
                  member.personId === one.leaderId && 'руководит группой',
                  member.post,
                  member.endsOn === null
                    ? `с ${shortDate(member.startsOn)}`
                    : shortPeriod({ from: member.startsOn, to: member.endsOn }),
                ]
                  .filter(Boolean)
                  .join(' · '),
              )}
            </Second>
            {isStill(member, ctx.today) && member.personId !== one.leaderId && releaseMember.offered(request.ctx, opened) && (
              <DeedFold
                {...{ opened, request }}
                deed={variant(releaseMember, { chosen: { member: member.id }, of: member.person })}
              />
            )}
          </>
        ))}
      />
    </Sheet>
  )
}

/** The form that changes a group. */
export const editPage: ThingPage<OpenGroup> = (opened, request) => {
  const { site, members } = opened
  return deedPage(
    groups,
    { ...changeGroup, form: formUnder(site.regulation, changeGroup.form) },
    {
      section,
      title: 'Тема, срок, руководитель',
      more: ({ one }) => one.theme,
      way: ({ territory }, { one }) => [
        { href: paths.group({ territory: territory.code, group: one.id }), label: 'Рабочая группа' },
      ],
      outcome: 'Группа не изменена',
      changed: 'группу изменил другой человек',
      buttons: { save: 'Сохранить' },
      leave: 'Не сохранять',
      rows: {
        leaderId: members
          .filter(({ endsOn }) => endsOn === null)
          .map(({ personId, person, post }) => ({ value: personId, label: person, ...(post && { more: post }) })),
        direction: directionRows(site.regulation),
      },
    },
  )(opened, request)
}

/** The form of a new group. */
export const newGroupPage: ThingPage<StandingSite> = async (site, { ctx, tx, form, params }) => {
  const at = { territory: ctx.territory.code, site: site.id }
  const leaders = await peopleToChoose(tx, ctx, askedFor(form, 'leaderId'))
  const title = 'Новая рабочая группа'
  const body = (
    <FormPage
      way={[
        { href: links.site(at), label: site.name },
        { href: paths.siteGroups(at), label: 'Рабочие группы площадки' },
      ]}
      title={title}
      more={site.name}
      outcome="Группа не создана"
      form={form}
      conflict={false}
      action={formGroup.address(params)}
      button="Создать группу"
      leave={{ href: paths.siteGroups(at), label: 'Не создавать' }}
      wide
    >
      <FormFields
        of={formUnder(site.regulation, formGroup.form)}
        form={form}
        begins={formGroup.begins(ctx, site)}
        rows={{ leaderId: leaders, direction: directionRows(site.regulation) }}
      />
    </FormPage>
  )
  return { title, section, body }
}
