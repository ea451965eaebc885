import { may } from '../../../authz/ctx.ts'
import { fullName } from '../../../kernel/names.ts'
import { Breadcrumbs, ButtonLink, Columns, PageHead, Stack } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { Access, Achievements, Categories, Contacts, FormerNames, History } from './person-about.tsx'
import type { PersonPageProps } from './person-props.ts'
import { Appointments, Posts } from './person-work.tsx'

/** One person: posts and appointments in time, category, achievements, contacts, access. */
export function PersonPage(props: PersonPageProps) {
  const { ctx, person, subject, record, history } = props
  const territory = ctx.territory.code
  const current = record.posts.filter((post) => post.startsOn <= ctx.today && (post.endsOn === null || post.endsOn >= ctx.today))
  const mayEdit = may(ctx, 'person.edit', subject)
  return (
    <>
      <Breadcrumbs links={[{ href: paths.people({ territory }), label: 'Люди' }]} />
      <PageHead
        title={fullName(person)}
        line={current.map((post) => `${post.title}, ${post.organisation}`)}
        actions={
          mayEdit && (
            <ButtonLink kind="secondary" href={paths.editPerson({ territory, person: person.id })}>
              Исправить сведения
            </ButtonLink>
          )
        }
      />
      <Columns kind="side">
        <Stack>
          <Posts {...props} mayEdit={mayEdit} />
          <Appointments {...props} />
        </Stack>
        <Stack label="О человеке">
          <FormerNames {...props} />
          <Contacts {...props} />
          <Categories {...props} mayEdit={mayEdit} />
          <Achievements {...props} mayEdit={mayEdit} />
          <Access {...props} />
          {history && history.length > 0 && <History ctx={ctx} history={history} />}
        </Stack>
      </Columns>
    </>
  )
}
